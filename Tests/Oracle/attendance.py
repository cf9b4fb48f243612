"""Attendance and absence: the sections "Days" to "Ratio rules", "As of", "Missing" and "Absence" of the domain."""
from collections import defaultdict
from fractions import Fraction
from math import ceil

import civil
from absence import longest_run
from evidence import HOUR, Evidence
from policy import several, share

EVIDENCE, RADIUS = ["app", "device", "register", "log"], 1000
LEAVE = {"公出": "present", "培训": "present", "other": "excluded"}
COUNTED_LEAVE = ("approved", "closed")
EFFECTS = ("present", "excluded", "excused")  # where several overlap, the first


class Rule:
    """The settings of an attendance provision, with the domain's defaults."""

    def __init__(self, item):
        self.per, self.edition = item["per"], item["edition"]
        self.days, self.nights = item.get("days"), item.get("nights")
        self.evidence = several(item.get("evidence", EVIDENCE))
        (self.test, self.aspects), = item.get("day", {"any": ["work", "stay"]}).items()
        self.leave = dict(LEAVE, **item.get("leave", {}))
        self.holidays, self.short_week = item.get("holidays", "excluded"), item.get("short_week", "by_workdays")
        who = item["for"]["cadre"]
        self.roles = None if who == "all" else several(who["role"])


def parse_rules(profile, name):
    """{edition day on which it is asked: Rule}, made once."""
    cache = {}

    def rule(n):
        item = profile.provision("attendance", name, n)
        if item is None:
            return None
        if id(item) not in cache:
            cache[id(item)] = Rule(item)
        return cache[id(item)]
    return rule


def combine(test, truths):
    """Any or all of three-valued truths."""
    decisive = test == "any"
    if decisive in truths:
        return decisive
    return None if None in truths else not decisive


class Day:
    """One day of a cadre under a rule."""
    __slots__ = ("countable", "holiday", "part", "effect", "on_post", "night", "doubts")


class Outcome:
    def __init__(self, verdict, values, record=None, owed=None, actions=None):
        self.verdict, self.values, self.record, self.owed, self.actions = verdict, values, record, owed, actions
        self.alternatives, self.readings, self.why = {}, set(), ""


class Attendance:
    def __init__(self, records, calendar, profile_of):
        self.records, self.calendar, self.profile_of = records, calendar, profile_of
        self.evidence, self.rules, self.state_cache, self.judged = {}, {}, {}, {}
        self.leave_unknown = "leaves" in records.missing

    def place(self, village):
        v = self.records.villages[village]
        radius = float(v["radius_m"]) if v.get("radius_m") else RADIUS
        return ((float(v["lat"]), float(v["lng"])) if v.get("lat") else None), radius

    def rule(self, profile, name, n):
        key = (profile.name, name)
        if key not in self.rules:
            self.rules[key] = parse_rules(profile, name)
        return self.rules[key](n)

    def kept(self, rule):
        key = tuple(rule.evidence)
        if key not in self.evidence:
            self.evidence[key] = Evidence(self.records, key, self.place)
        return self.evidence[key]

    def posting(self, cadre, profile, rule, n):
        """The posting that covers the day, if it lies under the profile and in a role that the rule is about."""
        p = self.records.posting_on(cadre, n)
        if p and self.profile_of(p.village) is profile and (rule.roles is None or p.role in rule.roles):
            return p
        return None

    def state(self, cadre, profile, rule, n):
        key = (cadre, profile.name, id(rule), n)
        if key not in self.state_cache:
            self.state_cache[key] = self.find_state(cadre, profile, rule, n)
        return self.state_cache[key]

    def find_state(self, cadre, profile, rule, n):
        p = self.posting(cadre, profile, rule, n)
        if p is None:
            return None
        day = Day()
        day.doubts = set()
        day.holiday = rule.holidays == "excluded" and n in self.calendar.off
        halves, whole_present_night = {"am": [], "pm": []}, False
        for leave in self.records.leaves.get(cadre, ()):
            part = leave.part(n) if leave.status in COUNTED_LEAVE else None
            if part:
                effect = rule.leave.get(leave.type, rule.leave["other"])
                for half in ("am", "pm") if part == "day" else (part,):
                    halves[half].append(effect)
                whole_present_night |= effect == "present" and part == "day" and leave.part(n + 1) is not None
        am, pm = (min(halves[h], key=EFFECTS.index, default=None) for h in ("am", "pm"))
        day.part = "day" if am and pm else "am" if am else "pm" if pm else None
        day.effect = min([e for e in (am, pm) if e], key=EFFECTS.index) if day.part == "day" else None
        day.countable = not day.holiday and day.effect != "excluded"
        evidence = self.kept(rule)
        seen = evidence.presences(cadre).get(n, {})

        def truth(aspect):
            seconds = seen.get(aspect, ())
            if day.part in ("am", "pm"):  # present in the other half; noon divides
                seconds = [s for s in seconds if (s >= 12 * HOUR) == (day.part == "am")]
            if seconds:
                return True
            if evidence.covered(p, n, aspect):
                return False
            day.doubts.add(evidence.doubt(p, n, aspect))
            return None
        if day.effect == "present":
            day.on_post = True
        else:
            day.on_post = combine(rule.test, [truth(a) for a in rule.aspects])
        day.night = True if whole_present_night and day.effect == "present" else truth("stay")
        return day

    # Units

    def judge(self, cadre, profile, name, unit):
        """The outcome of a unit, or None where the rule is not about any of its days."""
        key = (cadre, profile.name, name, unit.name)
        if key not in self.judged:
            self.judged[key] = self.find_outcome(cadre, profile, name, unit)
        return self.judged[key]

    def find_outcome(self, cadre, profile, name, unit):
        rule = self.rule(profile, name, unit.first)
        if rule is None:
            return None
        days = [(n, self.state(cadre, profile, rule, n)) for n in unit.days()]
        posted = [(n, d) for n, d in days if d]
        if not posted:
            return None
        counted = [(n, d) for n, d in posted if d.countable]
        size = len(counted)
        present = span(d.on_post for _, d in counted)
        nights = span(d.night for _, d in counted)
        excused = span(False if d.effect != "excused" else None if d.on_post is None else not d.on_post for _, d in counted)
        credit = span(True if d.effect == "excused" else d.on_post for _, d in counted)
        asked, asked_nights = self.asked(rule, unit, {n for n, _ in counted})
        out = Outcome(None, {})
        unknown_leave = self.leave_unknown
        short = (max(0, asked - credit[1]), max(0, asked - credit[0]))
        out.sums = {"days": size, "asked": (asked, asked), "asked_nights": asked_nights, "present": present, "nights": nights, "excused": excused, "absent": short, "unknown_leave": unknown_leave}
        away = [d.on_post for _, d in posted if not d.holiday and not d.part and not d.on_post]
        off_post = sum(1 for on_post in away if on_post is False)
        leave_days = sum(1 for _, d in posted if d.part)
        out.sums.update(off_post=(off_post, len(away)), leave=(leave_days, len(posted) if unknown_leave else leave_days))
        if size == 0 or asked == 0 and not asked_nights:
            out.verdict = "not_applicable"
        elif present[0] >= asked and nights[0] >= (asked_nights or 0):
            out.verdict = "met"
        elif present[1] < asked or nights[1] < (asked_nights or 0):
            out.verdict = "undetermined" if unknown_leave else "breached"
        else:
            out.verdict = "undetermined"
        is_open = self.records.as_of is not None and unit.last >= self.records.as_of
        if out.verdict == "undetermined" and is_open:
            out.verdict = "open"
        out.is_open = is_open
        if unknown_leave:  # of a unit that is open, what there would be if nobody was on leave
            out.sums["absent"] = (0, short[0 if is_open else 1])
            out.sums["off_post"] = (0, off_post if is_open else len(away))
        elif is_open:  # it gives sums its lower bound and no doubt
            out.sums.update({k: (out.sums[k][0],) * 2 for k in ("present", "nights", "excused", "absent", "off_post")})
        if not unknown_leave:
            out.values = {"countable_days": (size, size), "days_on_post": present, "nights": nights, "excused_days": excused, "shortfall": short,
                          "required_days": (asked, asked)}
            if asked_nights is not None:
                out.values["required_nights"] = (asked_nights, asked_nights)
            if size and (asked or asked_nights):
                out.values["rate"] = tuple(Fraction(p, size) for p in present)
                out.values["night_rate"] = tuple(Fraction(p, size) for p in nights)
        out.county = self.majority(cadre, profile, unit, lambda p: p.county)
        out.why = self.show(days, rule)
        out.readings = set().union(*(d.doubts for _, d in posted)) - {None}
        if any(d.part in ("am", "pm") for _, d in posted):
            out.readings.add("half-day")
        return out

    @staticmethod
    def show(days, rule):
        def letter(d):
            if d is None:
                return "-"
            if not d.countable:
                return "h" if d.holiday else "x"
            return ("?" if d.on_post is None else "P" if d.on_post else "e" if d.effect == "excused" else ".") + \
                   ("?" if d.night is None else "N" if d.night else ".")
        return f"{rule.days} {rule.nights}: " + " ".join(letter(d) for _, d in days)

    def asked(self, rule, unit, countable):
        """Days and nights asked, never more than the countable days."""
        size = len(countable)
        if rule.short_week == "proportional":
            return tuple(None if text is None else ceil(Fraction(int(text.split()[0]), 7) * size) for text in (rule.days, rule.nights))
        if rule.per == "week" and " of " in rule.days:
            workdays = sum(1 for n in range(unit.first, unit.first + 5) if n not in countable)
            makeup = sum(1 for n in (unit.first + 5, unit.first + 6) if n in countable and n in self.calendar.work)
            less = max(0, workdays - makeup)
            return tuple(None if text is None else min(size, max(0, int(text.split()[0]) - less)) for text in (rule.days, rule.nights))
        return tuple(None if text is None else ceil(share(text) * size) for text in (rule.days, rule.nights))

    def majority(self, cadre, profile, unit, of):
        """What most posting days of the unit have (under a profile, or under any); of equals the later."""
        counts, latest = defaultdict(int), {}
        for p in self.records.of_cadre[cadre]:
            first, last = max(p.first, unit.first), min(p.last, unit.last)
            if first <= last and profile in (None, self.profile_of(p.village)):
                counts[of(p)] += last - first + 1
                latest[of(p)] = last
        return max(counts, key=lambda k: (counts[k], latest[k]), default=None)

    # Sums over a span

    def over(self, cadre, profile, name, span_units):
        """The measures over several units: sums of the units', each under its own edition."""
        outcomes = [o for o in (self.judge(cadre, profile, name, u) for u in span_units) if o]
        if not outcomes:
            return None

        def total(key):
            return tuple(sum(o.sums[key][i] for o in outcomes) for i in (0, 1))
        out = Outcome(None, {})
        out.readings = set().union(*(o.readings for o in outcomes))
        size = sum(o.sums["days"] for o in outcomes)
        if not self.leave_unknown or size == 0:
            out.values = {"countable_days": (size, size), "days_on_post": total("present"), "nights": total("nights"),
                          "excused_days": total("excused"), "required_days": total("asked"), "shortfall": total("absent")}
            if any(o.sums["asked_nights"] is not None for o in outcomes):
                out.values["required_nights"] = (sum(o.sums["asked_nights"] or 0 for o in outcomes),) * 2
            for o in outcomes:
                if o.is_open:
                    out.readings.add("open-sums")
            if size and any(o.sums["asked"][0] or o.sums["asked_nights"] for o in outcomes):
                out.values["rate"] = tuple(Fraction(p, size) for p in total("present"))
                out.values["night_rate"] = tuple(Fraction(p, size) for p in total("nights"))
        out.values["leave_days"] = total("leave")
        out.values["absence.days"] = total("absent")
        out.values["absence.off_post_days"] = total("off_post")
        whole = civil.Unit("", span_units[0].first, span_units[-1].last)
        run = longest_run(self, cadre, profile, name, whole)
        if run is not None:
            out.values["absence.longest_run"] = run
            other = longest_run(self, cadre, profile, name, whole, cut_end=True)
            if other != run:
                out.alternatives["absence.longest_run"] = [("run-past-end", other)]
        return out


def span(truths):
    """How many are true: (at least, at most)."""
    truths = list(truths)
    return sum(t is True for t in truths), sum(t is not False for t in truths)
