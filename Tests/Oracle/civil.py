"""Civil days as integers (date.toordinal), the units of time that the domain names, and periods."""
import re
from datetime import date
from calendar import monthrange

DAY = 86400  # seconds; a moment is day * DAY + second, in the profile's zone


def day(text):
    return date.fromisoformat(text).toordinal()


def iso(n):
    return date.fromordinal(n).isoformat()


def month(n):
    """A month as a running number."""
    d = date.fromordinal(n)
    return d.year * 12 + d.month - 1


def month_start(m):
    return date(m // 12, m % 12 + 1, 1).toordinal()


def month_end(m):
    return month_start(m + 1) - 1


def add_months(n, months):
    """The same day of a later month, or that month's last."""
    d = date.fromordinal(n)
    m = d.year * 12 + d.month - 1 + months
    return date(m // 12, m % 12 + 1, min(d.day, monthrange(m // 12, m % 12 + 1)[1])).toordinal()


class Unit:
    """A span with a name: a unit that is judged, or the assessed period."""

    def __init__(self, name, first, last):
        self.name, self.first, self.last = name, first, last

    def days(self):
        return range(self.first, self.last + 1)

    def __repr__(self):
        return self.name


def week_of(n):
    monday = n - date.fromordinal(n).weekday()
    year, week, _ = date.fromordinal(monday).isocalendar()
    return Unit(f"{year}-W{week:02}", monday, monday + 6)


def period(name):
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", name):
        return week_of(date.fromisocalendar(int(m[1]), int(m[2]), 1).toordinal())
    if m := re.fullmatch(r"(\d{4})-(\d\d)-H([12])", name):
        n = int(m[1]) * 12 + int(m[2]) - 1
        middle = month_start(n) + 15
        return Unit(name, month_start(n), middle - 1) if m[3] == "1" else Unit(name, middle, month_end(n))
    if m := re.fullmatch(r"(\d{4})-(\d\d)\.\.(\d{4})-(\d\d)", name):
        return Unit(name, month_start(int(m[1]) * 12 + int(m[2]) - 1), month_end(int(m[3]) * 12 + int(m[4]) - 1))
    if m := re.fullmatch(r"(\d{4})-(\d\d)", name):
        n = int(m[1]) * 12 + int(m[2]) - 1
        return Unit(name, month_start(n), month_end(n))
    if m := re.fullmatch(r"(\d{4})-Q([1-4])", name):
        n = int(m[1]) * 12 + (int(m[2]) - 1) * 3
        return Unit(name, month_start(n), month_end(n + 2))
    if m := re.fullmatch(r"(\d{4})-H([12])", name):
        n = int(m[1]) * 12 + (int(m[2]) - 1) * 6
        return Unit(name, month_start(n), month_end(n + 5))
    if re.fullmatch(r"\d{4}", name):
        return Unit(name, month_start(int(name) * 12), month_end(int(name) * 12 + 11))
    raise ValueError(name)


SIZES = {"month": 1, "two-months": 2, "quarter": 3, "half-year": 6, "year": 12}


def unit_start(per, n):
    """The first day of the unit that holds a day."""
    return n - (n - 1) % 7 if per == "week" else month_start(month(n) // SIZES[per] * SIZES[per])


def units(per, span):
    """The whole units of a kind that belong to a span; a week by its Thursday."""
    if per == "week":
        # a span that is itself a week is its only one
        n, out = week_of(span.first), []
        while n.first + 3 <= span.last:
            if n.first + 3 >= span.first:
                out.append(n)
            n = week_of(n.first + 7)
        return out
    size = SIZES[per]
    m = month(span.first) // size * size
    out = []
    while month_start(m) <= span.last:
        if month_start(m) >= span.first and month_end(m + size - 1) <= span.last:
            y = m // 12
            name = {1: f"{y}-{m % 12 + 1:02}", 2: f"{y}-{m % 12 + 1:02}..{y}-{m % 12 + 2:02}", 3: f"{y}-Q{m % 12 // 3 + 1}",
                    6: f"{y}-H{m % 12 // 6 + 1}", 12: f"{y}"}[size]
            out.append(period(name))
        m += size
    return out
