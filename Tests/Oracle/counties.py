"""Random small counties: a seed says everything. Feature names in `without` leave a corner out."""
import argparse
import csv
import os
import random

import civil
from civil import DAY

HOUR = 3600
COUNTIES = ["140601", "140602", "140622", "500101"]
PERIODS = ["2023-W{:02}".format(w) for w in (9, 18, 31, 39, 40, 52)] + ["2023-0{}".format(m) for m in (2, 3, 5, 6, 8, 9)] + \
    ["2023-10", "2023-12", "2023-Q2", "2023-Q3", "2023-Q4", "2023-H2", "2023", "2024-Q1", "2024-02"]
LEAVES = ["公出", "培训", "事假", "病假", "年休假"]
OFFICES = ["township", "county_office", "city_office", "sending_unit"]
COLUMNS = {
    "units": "unit name level kind", "villages": "village name kinds lat lng radius_m", "teams": "team village level unit batch",
    "cadres": "cadre name born", "postings": "cadre team village role unit from to seconded",
    "checkins": "cadre time lat lng accuracy_m source", "leaves": "leave cadre type from to status approved_by returned",
    "scores": "subject period dimension rater score", "incidents": "incident subject date kind level days",
    "activities": "activity kind date period subject actors level topic hours days", "households": "household village",
    "cases": "case household detected identified planned measured removed", "coverage": "kind division from to"}
FEATURES = ("batch gaps movers cross-profile other-roles leaves present-leave returned missing-leaves missing-checkins "
            "missing-activities coverage partly-kept silent-teams midnight invalid edges as-of duplicates disagreeing empty-level ties no-team")
EXTRA = "half-days team-coverage"  # only where asked for: records that a program of before 2026-11 does not read


class County:
    def __init__(self, seed, without=(), extra=()):
        self.random, self.without, self.extra, self.seed = random.Random(seed), set(without), set(extra), seed
        self.rows = {kind: [] for kind in COLUMNS}
        self.facts()

    def has(self, feature, chance):
        drawn = self.random.random() < chance  # always drawn, so that leaving a feature out changes little else
        return drawn and feature not in self.without

    def add(self, kind, *values):
        self.rows[kind].append(["" if v is None else v for v in values])

    def facts(self):
        r = self.random
        self.period = civil.period(r.choice(PERIODS))
        self.as_of = None
        if self.has("as-of", 0.35):
            self.as_of = r.randint(self.period.first + 1, self.period.last + 12)
        self.counties = r.sample(COUNTIES, r.randint(1, 3))
        if "cross-profile" in self.without:
            self.counties = r.choice([["140601", "140602"], ["140622"], ["500101"]])
        self.first = self.period.first - r.choice([0, 0, 7, 20, 40])   # the days of which anything is kept
        self.last = self.period.last + r.choice([0, 0, 1, 7, 15])
        if r.random() < 0.15:
            self.last = r.randint(self.period.first, self.period.last)
        for u in range(r.randint(1, 4)):
            self.add("units", f"U{u}", f"单位{u}", r.choice(["province", "city", "county"]), "government")
        self.villages = []
        for c in self.counties:
            for v in range(r.randint(1, 4)):
                code = f"{c}{r.choice([100, 101])}{200 + v}"
                lat, lng = 36 + r.random(), 112 + r.random()
                if c == "500101":
                    lat, lng = 30 + r.random(), 108 + r.random()
                place = (round(lat, 6), round(lng, 6))
                radius = r.choice([None, 300, 500, 1500])
                if r.random() < 0.05:
                    place = None
                self.villages.append((code, place, radius))
                self.add("villages", code, f"村{code}", "", *(place or ("", "")), radius)
        self.teams, self.silent = [], set()
        batches = self.has("batch", 0.6)
        for t, (code, _, _) in enumerate(self.villages):
            for k in range(r.choice([1, 1, 2])):
                name = f"T{t}{k}"
                self.teams.append((name, code))
                self.add("teams", name, code, r.choice(["province", "city", "county"]), f"U{r.randrange(len(self.rows['units']))}",
                         r.choice(["第1批", "第2批"]) if batches else "")
                for m in range(civil.month(self.first) - 1, civil.month(self.last) + 2):
                    if self.has("silent-teams", 0.12):
                        self.silent.add((name, m))
        for c in range(r.randint(5, 25)):
            self.cadre(f"C{c}")
        self.registers()
        for kind, chance in (("leaves", 0.06), ("checkins", 0.03), ("activities", 0.05)):
            if self.has("missing-" + kind, chance):
                del self.rows[kind]
        if "partly-kept" in self.without:
            for c in self.counties:
                self.add("coverage", "checkin", c, "2020-01-01", "2030-12-31")
        elif self.has("coverage", 0.25) and "checkins" in self.rows:
            for c in self.counties:
                for _ in range(r.randint(0, 2)):
                    a = r.randint(self.first - 5, self.last)
                    where = r.choice([c, c, c + "100", r.choice([v for v, _, _ in self.villages])])
                    if "team-coverage" in self.extra and r.random() < 0.5:
                        where = r.choice(self.teams)[0]
                    self.add("coverage", "checkin", where, civil.iso(a), civil.iso(r.randint(a, self.last + 10)))

    def stays(self):
        """Postings of one cadre: [(first, last or None, team)] without overlap."""
        r, out = self.random, []
        at = r.choice([self.first - 400, self.first - 60, self.period.first, r.randint(self.first - 30, self.period.last)])
        team = r.choice(self.teams)
        while True:
            if self.has("movers", 0.35):
                last = at + r.choice([2, 9, 25, 45, 70, 200])
                out.append((at, last, team))
                at = last + 1
                if self.has("gaps", 0.4):
                    at += r.choice([1, 3, 10, 29, 30, 31, 45])
                team = r.choice(self.teams)
                if at > self.last + 10:
                    break
            else:
                out.append((at, r.choice([None, None, None, self.period.last + r.randint(-20, 40)]), team))
                break
        return [(a, b, t) for a, b, t in out if b is None or b >= a]

    def cadre(self, name):
        r = self.random
        self.add("cadres", name, "张三", civil.iso(r.randint(civil.day("1970-01-01"), civil.day("1998-01-01"))))
        role = r.choice(["first_secretary", "team_leader", "member", "member"])
        mine = []
        for first, last, (team, village) in self.stays():
            if self.has("other-roles", 0.2):
                role = r.choice(["first_secretary", "member", "township_captain", "graduate"])
            unit = r.choice(self.rows["units"])[0]
            named = None if self.has("no-team", 0.05) else team
            self.add("postings", name, named, village, role, unit, civil.iso(first), "" if last is None else civil.iso(last), "false")
            mine.append((first, last if last is not None else 10 ** 6, named or village, village))
        self.leaves(name)
        self.presence(name, mine)

    def leaves(self, name):
        r = self.random
        for _ in range(r.choice([0, 0, 1, 2, 3])):
            if "leaves" in self.without:
                continue
            a = r.randint(self.first - 5, self.last)
            b = a + r.choice([0, 0, 1, 2, 3, 4, 6, 9, 10, 11, 20])
            kind = r.choice(LEAVES)
            if kind in ("公出", "培训") and "present-leave" in self.without:
                kind = "事假"
            halves = [" 下午" if r.random() < 0.3 else "", " 上午" if r.random() < 0.3 else ""] if "half-days" in self.extra else ["", ""]
            if a == b and all(halves):
                halves[1] = ""
            returned = civil.iso(r.randint(a, b + 2)) if self.has("returned", 0.3) else ""
            approved = ";".join(r.sample(OFFICES, r.choice([0, 1, 1, 1, 2])))
            self.add("leaves", f"L{len(self.rows['leaves'])}", name, kind, civil.iso(a) + halves[0], civil.iso(b) + halves[1],
                     r.choice(["approved", "approved", "approved", "closed", "requested", "rejected", "cancelled"]), approved, returned)

    def presence(self, name, mine):
        r = self.random
        zeal, nightly = r.choice([0.2, 0.55, 0.7, 0.85, 0.97]), r.choice([0.3, 0.6, 0.9])
        sources = r.choice([["app"], ["app", "device"], ["register"], ["app", "register"], ["device", "log"]])
        runs = {a for _ in range(r.choice([0, 0, 1])) for a in range(*(lambda s: (s, s + r.randint(5, 40)))(r.randint(self.first, self.last)))}
        for n in range(self.first - 1, self.last + 2):
            stay = next((m for m in mine if m[0] <= n <= m[1]), mine[0] if mine and r.random() < 0.02 else None)
            if stay is None or n in runs or r.random() > zeal or (stay[2], civil.month(n)) in self.silent:
                continue
            if not self.first <= n <= self.last:
                continue
            times = [r.randint(6 * HOUR, 20 * HOUR - 1)]
            if r.random() < 0.5:
                times.append(r.randint(11 * HOUR, 14 * HOUR - 1))
            if r.random() < nightly:
                times.append(r.randint(20 * HOUR, 24 * HOUR - 1))
            if self.has("midnight", 0.15):
                times.append(r.randint(0, 6 * HOUR - 1))
            if self.has("edges", 0.15):
                times.append(r.choice([6, 11, 12, 14, 20, 0]) * HOUR + r.choice([0, 0, -1, 1]))
            for second in times:
                self.checkin(name, n * DAY + second, stay[3], r.choice(sources))

    def checkin(self, name, moment, village, source):
        r = self.random
        if moment // DAY < self.first or moment // DAY > self.last:
            return
        _, place, radius = next(v for v in self.villages if v[0] == village)
        radius = radius or 1000
        lat = lng = accuracy = None
        bad = self.has("invalid", 0.12)
        how = r.choice(["far", "coarse", "nowhere"])
        if source in ("app", "device") and place and not (bad and how == "nowhere"):
            metres = radius * (r.choice([1.05, 1.5, 10]) if bad and how == "far" else r.random() * 0.95)
            lat, lng = round(place[0] + metres / 111194.93, 7), place[1]
            accuracy = r.choice([None, 5, 99.5, 100]) if not (bad and how == "coarse") else r.choice([100.5, 101, 900])
        n, s = moment // DAY, moment % DAY
        self.add("checkins", name, f"{civil.iso(n)} {s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}", lat, lng, accuracy, source)

    def registers(self):
        r = self.random
        months = range(civil.month(self.period.first), civil.month(self.period.last) + 1)
        names = [c[0] for c in self.rows["cadres"]]

        def score(subject, span, dimension, rater):
            if r.random() > 0.06:
                value = r.choice([60, 70, 70, 80, 80, 90, 95, 100, "88.5", "79.25"]) if "ties" not in self.without else round(r.random() * 100, 4)
                self.add("scores", subject, span, dimension, rater, value)
                if rater == "villagers":
                    return  # many may speak under that word
                if self.has("duplicates", 0.03):
                    self.add("scores", subject, span, dimension, rater, value)
                if self.has("disagreeing", 0.02):
                    self.add("scores", subject, span, dimension, rater, 55)
        for m in months:
            span = civil.iso(civil.month_start(m))[:7]
            for c in names:
                for rater in r.sample(["county_office", "township", "villagers"], r.choice([1, 2, 3])):
                    score(c, span, "任务", rater)
                for rater in ("township", "villagers"):
                    score(c, span, "测评", rater)
        for span in [u.name for u in civil.units("quarter", self.period)]:
            for t, _ in self.teams:
                for rater in r.sample(["county_office", "township"], r.choice([1, 2])):
                    score(t, span, "学习", rater)
        for span in [u.name for u in civil.units("year", self.period)]:
            for c in names:
                score(c, span, "述职", "county_office")
        blamed = r.sample(names, min(len(names), r.randint(1, 6)))
        for k in range(r.randint(0, 30)):
            n = civil.iso(r.randint(self.period.first - r.choice([40, 200, 450]), self.period.last + 5))
            kind = r.choice(["self_criticism", "self_criticism", "admonition", "named_in_bulletin", "off_post"])
            level = "" if self.has("empty-level", 0.1) else r.choice(["township", "county", "city"])
            row = [r.choice(blamed), n, kind, level, ""]
            self.add("incidents", f"I{k}", *row)
            if self.has("duplicates", 0.2):
                self.add("incidents", f"J{k}", *row)
        self.activities(names)
        for k in range(r.randint(0, 6)):
            self.add("households", f"H{k}", r.choice(self.villages)[0])
            if r.random() < 0.8:
                at = r.randint(self.period.first - 40, self.period.last)
                steps = [at]
                for wait in (r.choice([3, 9, 10, 11, 14, 15, 16, 30]), r.choice([2, 7, 9, 10, 12, 30]), None, r.choice([20, 29, 30, 31, 32, 60])):
                    if wait is None:
                        steps.append("")
                    elif steps[-1 if steps[-1] != "" else -2] is None or r.random() < 0.25:
                        steps.append(None)
                    else:
                        steps.append((steps[-1] if steps[-1] != "" else steps[-2]) + wait)
                self.add("cases", f"K{k}", f"H{k}", *(civil.iso(s) if isinstance(s, int) else s for s in steps))

    def activities(self, names):
        r, k = self.random, 0
        first, last = self.period.first - 10, self.period.last + 15

        def act(kind, n, subject, span="", actors="", topic="", hours=""):
            nonlocal k
            k += 1
            self.add("activities", f"A{k}", kind, civil.iso(n), span, subject, actors, "", topic, hours, "")
        for c in names:
            often = r.choice([10, 14, 20, 40])
            for n in range(first + r.randrange(often), last, often):
                act("household_visit", n, c)
            for n in range(first, last, 7):
                if r.random() < 0.8:
                    act("collective_study", n + r.randrange(7), c, hours=r.choice([4, 4, 3.5, 5, ""]))
            for m in range(civil.month(self.period.first), civil.month(self.period.last) + 1):
                if r.random() < 0.7:
                    act("work_report", civil.month_end(m) + r.choice([-20, -1, 0, 1, 4, 5, 6]), c, civil.iso(civil.month_start(m))[:7])
            for n in range(first, last, 25):
                act("courtyard_talk", n + r.randrange(10), c, topic=r.choice(["甲", "乙", "丙"]))
        for t, _ in self.teams:
            for m in range(civil.month(self.period.first), civil.month(self.period.last) + 1):
                if r.random() < 0.8:
                    act("team_meeting", civil.month_start(m) + r.choice([0, 5, 18, 19, 20, 27]), t)

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        for kind, rows in self.rows.items():
            if kind == "coverage" and not rows:
                continue
            if kind != "coverage":
                self.random.shuffle(rows)
            with open(os.path.join(folder, kind + ".csv"), "w", encoding="utf-8", newline="") as file:
                out = csv.writer(file, lineterminator="\n")
                out.writerow(COLUMNS[kind].split())
                out.writerows(rows)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Write one random county.")
    options.add_argument("seed", type=int)
    options.add_argument("folder")
    options.add_argument("--without", nargs="*", default=[])
    options.add_argument("--with", nargs="*", default=[])
    args = options.parse_args()
    made = County(args.seed, args.without, getattr(args, "with"))
    made.write(args.folder)
    print("--period", made.period.name, *(["--as-of", civil.iso(made.as_of)] if made.as_of else []))
