"""The domain's own examples, held against the oracle: python3 Tests/Oracle/test_oracle.py"""
import os
import sys
import unittest
from fractions import Fraction

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import civil  # noqa: E402
import oracle  # noqa: E402
import scores  # noqa: E402
from attendance import Attendance, Rule, combine  # noqa: E402


class Examples(unittest.TestCase):
    def setUp(self):
        self.profiles, self.calendar = oracle.load_policy()
        self.rule = Rule({"per": "week", "edition": 0, "days": "5 of 7", "nights": "4 of 7", "for": {"cadre": "all"}})

    def asked(self, week, without=()):
        class Bare:
            calendar = self.calendar
        unit = civil.period(week)
        countable = {n for n in unit.days() if n not in self.calendar.off and n - unit.first not in without}
        return Attendance.asked(Bare, self.rule, unit, countable)

    def test_weeks(self):
        self.assertEqual(self.asked("2023-W32"), (5, 4))
        self.assertEqual(self.asked("2024-W14", without=()), (4, 3))           # 4-6 April off, worked on the 7th
        self.assertEqual(self.asked("2024-W24"), (4, 3))                       # Monday off
        self.assertEqual(self.asked("2023-W32", without=(0, 1, 2, 3, 4)), (0, 0))
        self.assertEqual(self.asked("2023-W32", without=(0, 1)), (3, 2))       # from Wednesday
        self.assertEqual(self.asked("2023-W40"), (2, 1))                       # National Day, both weekend days worked

    def test_shares(self):
        for days, asked in ((30, 20), (31, 21), (28, 19)):
            rule = Rule({"per": "month", "edition": 0, "days": "2/3", "for": {"cadre": "all"}})
            self.assertEqual(Attendance.asked(None, rule, None, set(range(days))), (asked, None))

    def test_seats(self):
        shares = [Fraction(3, 10), Fraction(6, 10), Fraction(1, 10)]
        for n, expected in ((7, [2, 4, 1]), (5, [1, 3, 1]), (3, [1, 2, 0]), (2, [1, 1, 0]), (1, [0, 1, 0])):
            self.assertEqual(scores.seats(shares, n), expected)

    def test_ranks(self):
        self.assertEqual([scores.rank({"a": 9, "b": 8, "c": 8, "d": 7})[s][0] for s in "abcd"], [1, 2, 2, 4])

    def test_truths(self):
        self.assertEqual([combine("any", [None, True]), combine("any", [None, False]), combine("all", [None, False]), combine("all", [True, None])],
                         [True, None, False, None])

    def test_weeks_belong_to_their_thursday(self):
        self.assertEqual([u.name for u in civil.units("week", civil.period("2023-08"))], [f"2023-W{w}" for w in range(31, 36)])


if __name__ == "__main__":
    unittest.main()
