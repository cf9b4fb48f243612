"""A records folder, read as plain as can be: the generator writes clean UTF-8 files with English headers."""
import csv
import math
import os
from collections import defaultdict
from datetime import datetime

import civil
from civil import DAY

KINDS = ("units villages teams cadres postings checkins leaves scores incidents activities households cases coverage "
         "annual_grades attestations").split()
FOREVER = 10 ** 6


def optional_day(text):
    return civil.day(text) if text else None


class Posting:
    def __init__(self, row):
        self.cadre, self.team, self.village, self.role = row["cadre"], row["team"] or None, row["village"], row["role"]
        self.unit, self.first = row["unit"] or None, civil.day(row["from"])
        self.last = optional_day(row["to"]) or FOREVER
        self.county, self.township = self.village[:6], self.village[:9]


class Leave:
    def __init__(self, row):
        self.id, self.cadre, self.type, self.status = row["leave"], row["cadre"], row["type"], row["status"]
        (first, self.first_half), (last, self.last_half) = (self.end(row[k]) for k in ("from", "to"))
        self.first, self.last, self.asked_last = first, last, last
        self.approved_by = row["approved_by"].split(";") if row["approved_by"] else []
        self.returned = optional_day(row["returned"])

    @staticmethod
    def end(text):
        text, _, half = text.partition(" ")
        return civil.day(text), {"上午": "am", "下午": "pm", "": None}[half]

    def part(self, n):
        """What of a day is on leave: None, am, pm or day."""
        last, half = self.last, self.last_half
        if self.returned is not None and self.returned <= last:
            last, half = self.returned - 1, None
        if not self.first <= n <= last:
            return None
        am = not (n == self.first and self.first_half == "pm")
        pm = not (n == last and half == "am")
        return "day" if am and pm else "am" if am else "pm"


class Records:
    def __init__(self, folder, as_of=None):
        rows, self.missing, self.as_of = {}, set(), as_of
        for kind in KINDS:
            path = os.path.join(folder, kind + ".csv")
            if os.path.exists(path):
                with open(path, encoding="utf-8", newline="") as file:
                    rows[kind] = list(csv.DictReader(file))
            else:
                rows[kind] = []
                self.missing.add(kind)
        self.rows = rows
        self.units = {r["unit"]: r for r in rows["units"]}
        self.villages = {r["village"]: r for r in rows["villages"]}
        self.teams = {r["team"]: r for r in rows["teams"]}
        self.postings = sorted((Posting(r) for r in rows["postings"]), key=lambda p: (p.cadre, p.first))
        self.of_cadre, self.of_team = defaultdict(list), defaultdict(list)
        for p in self.postings:
            self.of_cadre[p.cadre].append(p)
            if p.team:
                self.of_team[p.team].append(p)
        self.leaves = defaultdict(list)
        for r in rows["leaves"]:
            leave = Leave(r)
            if as_of is not None and leave.returned is not None and leave.returned > as_of:
                leave.returned = None  # coming back is what happens: not known yet
            self.leaves[leave.cadre].append(leave)
        self.checkins = defaultdict(list)
        for r in rows["checkins"]:
            t = datetime.fromisoformat(r["time"])
            n = t.toordinal()
            if as_of is None or n <= as_of:
                place = (float(r["lat"]), float(r["lng"])) if r["lat"] else None
                accuracy = float(r["accuracy_m"]) if r["accuracy_m"] else None
                self.checkins[r["cadre"]].append((n * DAY + t.hour * 3600 + t.minute * 60 + t.second, place, accuracy, r["source"]))
        self.coverage = defaultdict(list)
        for r in rows["coverage"]:
            self.coverage[r["kind"]].append((r.get("division") or r.get("team") or "", civil.day(r["from"]), civil.day(r["to"])))

    def posting_on(self, cadre, n):
        return next((p for p in self.of_cadre[cadre] if p.first <= n <= p.last), None)

    def unit_level(self, posting):
        return self.units[posting.unit]["level"] if posting and posting.unit else None


def distance(a, b):
    """Great circle on a sphere of 6,371,008.8 m."""
    (la, lo), (lb, mo) = (tuple(map(math.radians, p)) for p in (a, b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((mo - lo) / 2) ** 2
    return 2 * 6371008.8 * math.asin(math.sqrt(h))
