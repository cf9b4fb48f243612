"""The longest run of absence: "Absence" of the domain."""
import civil


def longest_run(attendance, cadre, profile, name, whole, cut_start=False, cut_end=False):
    """(at least, at most) of the longest run that touches the span; None: nothing was covered."""
    per = profile.all("attendance")[name]["per"]
    postings = [p for p in attendance.records.of_cadre[cadre] if attendance.profile_of(p.village) is profile]
    first = max(min(p.first for p in postings), profile.first, whole.first - 800)
    last = min(max(p.last for p in postings), whole.last + 400)
    if attendance.records.as_of is not None:
        last = min(last, attendance.records.as_of - 1)
    if cut_start:
        first = max(first, whole.first)
    if cut_end:
        last = min(last, whole.last)
    known, unknown = False, False
    low_run, high_run = Run(whole), Run(whole)
    for n in range(first, last + 1):
        rule = attendance.rule(profile, name, civil.unit_start(per, n))
        d = attendance.state(cadre, profile, rule, n) if rule else None
        if d is None or d.part or d.on_post:
            known = known or d is not None and whole.first <= n <= whole.last
            low_run.stop()
            high_run.stop()
        elif d.on_post is None:
            unknown = unknown or whole.first <= n <= whole.last
            low_run.stop()
            high_run.go(n, not d.holiday)
        else:
            known = known or whole.first <= n <= whole.last
            low_run.go(n, not d.holiday)
            high_run.go(n, not d.holiday)
    if unknown and not known:
        return None
    return (0 if attendance.leave_unknown else low_run.best), high_run.best


class Run:
    """The longest run of counted days that touches a span."""

    def __init__(self, whole):
        self.whole, self.best, self.length, self.touches = whole, 0, 0, False

    def go(self, n, counts):
        if counts:
            self.length += 1
            self.touches = self.touches or self.whole.first <= n <= self.whole.last
            if self.touches:
                self.best = max(self.best, self.length)

    def stop(self):
        self.length, self.touches = 0, False
