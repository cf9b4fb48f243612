"""What was kept of the check-ins, and what they show: "Days" and "Missing is not met, and not breached" of the domain."""
from bisect import bisect_left
from collections import defaultdict

import civil
from civil import DAY
from records import distance

HOUR = 3600
ASPECTS = {"work": (6 * HOUR, 20 * HOUR), "stay": (20 * HOUR, 30 * HOUR), "eat": (11 * HOUR, 14 * HOUR)}
PLACELESS, ACCURACY = ("register", "log"), 100


class Evidence:
    """What was kept of the check-ins whose source a rule accepts, and what they show."""

    def __init__(self, records, sources, place):
        self.records, self.sources, self.place = records, sources, place
        self.team_months, self.county = set(), defaultdict(list)
        self.members_elsewhere, self.any_source = set(), {}  # for what the domain's words leave open
        for cadre, rows in records.checkins.items():
            for moment, _, _, source in rows:
                n = moment // DAY
                p = records.posting_on(cadre, n)
                if p:
                    first, last = self.any_source.get(p.county, (n, n))
                    self.any_source[p.county] = min(first, n), max(last, n)
                if source in sources:
                    self.members_elsewhere.update((q.team or q.village, civil.month(n)) for q in records.of_cadre[cadre]
                                                  if civil.month(q.first) <= civil.month(n) <= civil.month(q.last))
                    if p:
                        self.team_months.add((p.team or p.village, civil.month(n)))
                        self.county[p.county].append(moment)
        for moments in self.county.values():
            moments.sort()
        self.cache = {}

    def covered(self, p, n, aspect):
        """Whether check-ins of a window that belongs to day n were kept for a posting."""
        r = self.records
        if r.as_of is not None and n >= r.as_of:
            return False
        if "checkins" in r.missing:
            return False
        if rows := r.coverage.get("checkin"):
            return any(a <= n <= b and (p.village.startswith(where) or p.team == where) for where, a, b in rows)
        return (p.team or p.village, civil.month(n)) in self.team_months and self.between(p, n) and self.went_on(p, n, aspect)

    def between(self, p, n):
        """Whether a day lies between the county's first and last accepted check-in."""
        moments = self.county.get(p.county)
        return moments is not None and moments[0] // DAY <= n <= moments[-1] // DAY

    def went_on(self, p, n, aspect):
        """Whether the county has an accepted check-in at or after the window's end, in its month or the next."""
        moments = self.county.get(p.county, ())
        at = bisect_left(moments, n * DAY + ASPECTS[aspect][1])
        return at < len(moments) and civil.month(moments[at] // DAY) <= civil.month(n) + 1

    def doubt(self, p, n, aspect):
        """The reading on which it hangs that a window is not covered, if it hangs on one."""
        r, team = self.records, (p.team or p.village, civil.month(n))
        if r.as_of is not None and n >= r.as_of or "checkins" in r.missing or r.coverage.get("checkin"):
            return None
        if not self.went_on(p, n, aspect):
            return "window-before-as-of" if r.as_of == n + 1 and team in self.team_months and self.between(p, n) else None
        if self.between(p, n) and team not in self.team_months and team in self.members_elsewhere:
            return "member-elsewhere"
        first, last = self.any_source.get(p.county, (1, 0))
        return "first-of-any-source" if not self.between(p, n) and first <= n <= last and team in self.members_elsewhere else None

    def presences(self, cadre):
        """{day: {aspect: seconds of the day}} of valid check-ins, each under the fence of the day's posting."""
        if cadre not in self.cache:
            out = defaultdict(lambda: defaultdict(list))
            for moment, place, accuracy, source in self.records.checkins.get(cadre, ()):
                if source not in self.sources:
                    continue
                for n in (moment // DAY, moment // DAY - 1):
                    second = moment - n * DAY
                    for aspect, (start, end) in ASPECTS.items():
                        if start <= second < end:
                            p = self.records.posting_on(cadre, n)
                            if p and (source in PLACELESS or self.valid(p, place, accuracy)):
                                out[n][aspect].append(second)
            self.cache[cadre] = out
        return self.cache[cadre]

    def valid(self, p, place, accuracy):
        centre, radius = self.place(p.village)
        if place is None or centre is None or accuracy is not None and accuracy > ACCURACY:
            return False
        return distance(centre, place) <= radius
