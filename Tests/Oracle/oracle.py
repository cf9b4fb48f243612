"""The expected outcomes of a records folder: {(profile, kind, subject, provision, unit, record): Outcome}."""
import argparse
import os
from fractions import Fraction

import civil
import duties
import policy
import scores
import terms
from attendance import Attendance
from records import Records

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.join(HERE, "..", "..")


class Oracle:
    def __init__(self, folder, period, as_of=None, profiles=os.path.join(HERE, "Profiles")):
        self.period, self.as_of = civil.period(period), as_of
        self.records, self.found = Records(folder, as_of), {}
        self.profiles, self.calendar = load_policy(profiles)
        self.attendance = Attendance(self.records, self.calendar, self.profile_of)
        self.attendance.period = self.period
        self.outcomes, self.sums = {}, {}
        self.sections = {"attendance", "scoring", "ranking", "grading", "leave", "duties", "deadlines", "consequences"}

    def profile_of(self, village):
        if village not in self.found:
            self.found[village] = policy.profile_of(village, self.profiles)
        return self.found[village]

    def here(self, profile):
        """Cadres with a posting under a profile."""
        return sorted({p.cadre for p in self.records.postings if self.profile_of(p.village) is profile})

    def put(self, profile, kind, subject, provision, unit, outcome, record=None):
        marks = set(outcome.readings)
        if kind == "cadre":
            if not provision.startswith(("attendance/", "leave/")):
                outcome.county = self.attendance.majority(subject, None, unit, lambda p: p.county)
            if self.crosses(subject, unit):
                marks.add("cross-profile")
            if self.changes_role(subject, unit):
                marks.add("role-changed")
            if self.as_of and any(self.as_of < v.first <= unit.last and v.last >= unit.first for v in self.records.leaves[subject]):
                marks.add("future-leave")
        if self.as_of is not None and unit.first > self.as_of:
            marks.add("not-begun")
        if self.as_of is not None and unit.last >= self.as_of and provision.split("/")[0] in ("scoring", "ranking", "grading", "consequences"):
            marks.add("open-unit")
        outcome.readings = marks
        self.outcomes[profile.name, kind, subject, provision, unit.name, record] = outcome

    def run(self):
        for profile in self.profiles.values():
            self.attend(profile)
            self.score(profile)
            self.routes(profile)
            self.duties(profile)
            self.deadlines(profile)
            self.consequences(profile)
        return self

    def provisions(self, profile, section):
        """[(id, unit, item)] in force on each unit's first day; without units, on the period's last day."""
        for name, last in sorted(profile.all(section).items()):
            per = last.get("per")
            for unit in civil.units(per, self.period) if per else [self.period]:
                if item := profile.provision(section, name, unit.first if per else unit.last):
                    yield name, unit, item

    def posted(self, postings, profile, unit, whole=False):
        """Whether postings under a profile touch a unit, or cover it whole."""
        spans = sorted((p.first, p.last) for p in postings
                       if profile in (None, self.profile_of(p.village)) and p.first <= unit.last and p.last >= unit.first)
        if not whole:
            return bool(spans)
        at = unit.first
        for first, last in spans:
            if first <= at:
                at = max(at, last + 1)
        return at > unit.last

    def role_fits(self, item, cadre, profile, unit):
        who = item["for"]["cadre"]
        return who == "all" or self.attendance.majority(cadre, None, unit, lambda p: p.role) in policy.several(who["role"])

    def cadres(self, item, profile, unit):
        """Cadres whose unit belongs to a county of the profile and who are in a role that the item is about."""
        def belongs(c):
            county = self.attendance.majority(c, None, unit, lambda p: p.county)
            return county and self.profile_of(county + "000000") is profile
        return [c for c in self.here(profile) if belongs(c) and self.role_fits(item, c, profile, unit)]

    def changes_role(self, cadre, unit):
        return len({p.role for p in self.records.of_cadre[cadre] if p.first <= unit.last and p.last >= unit.first}) > 1

    def changes_team(self, cadre, unit):
        return len({p.team for p in self.records.of_cadre[cadre] if p.first <= unit.last and p.last >= unit.first}) > 1

    def crosses(self, cadre, unit):
        """Whether postings of the unit lie under more than one profile."""
        return len({self.profile_of(p.village).name for p in self.records.of_cadre[cadre] if p.first <= unit.last and p.last >= unit.first}) > 1

    def teams(self, profile, unit):
        return [t for t, row in self.records.teams.items()
                if self.profile_of(row["village"]) is profile and self.posted(self.records.of_team[t], profile, unit)]

    def attend(self, profile):
        for name, last in sorted(profile.all("attendance").items()):
            spans = civil.units(last["per"], self.period)
            for cadre in self.here(profile):
                for unit in spans:
                    if outcome := self.attendance.judge(cadre, profile, name, unit):
                        self.put(profile, "cadre", cadre, "attendance/" + name, unit, outcome)
                if len(spans) > 1 and (outcome := self.attendance.over(cadre, profile, name, spans)):
                    self.sums[profile.name, "cadre", cadre, "attendance/" + name] = outcome

    def rate(self, profile, members, name, unit):
        """Days on post over countable days, each summed over units of members: (low, high), "not_applicable" where nothing is asked, or None."""
        days, asked, low, high, readings = 0, 0, 0, 0, set()
        for cadre, mine in members:
            for u in mine:
                o = self.attendance.judge(cadre, profile, name, u)
                if o:
                    days += o.sums["days"]
                    asked += o.sums["asked"][0] + (o.sums["asked_nights"] or 0)
                    low, high = low + o.sums["present"][0], high + o.sums["present"][1]
                    if o.is_open:
                        readings.add("open-sums")
        if asked == 0:
            return "not_applicable", readings
        if self.attendance.leave_unknown:
            return None, readings
        return (Fraction(low, days), Fraction(high, days)), readings

    def score(self, profile):
        table = scores.Scores(self.records)
        totals, parts = {}, {}
        for name, unit, item in self.provisions(profile, "scoring"):
            (kind, _), = item["for"].items()
            for s in self.cadres(item, profile, unit) if kind == "cadre" else self.teams(profile, unit):
                def measure(text, readings):
                    _, rule, _ = text.split(".")
                    found = profile.provision("attendance", rule, unit.first)
                    spans = civil.units(found["per"], unit)
                    members = [(s, spans)] if kind == "cadre" else [
                        (c, [u for u in spans if self.attendance.majority(c, profile, u, lambda p: p.team) == s]) for c in self.here(profile)]
                    if kind == "team" and any(self.changes_team(p.cadre, u) for p in self.records.of_team[s] for u in spans):
                        readings.add("team-changed")
                    value, marks = self.rate(profile, members, rule, unit)
                    readings |= marks
                    return value
                out = scores.total(table, item, s, unit, measure)
                self.put(profile, kind, s, "scoring/" + name, unit, out)
                totals[name, unit.name, s] = out
        for section in ("ranking", "grading"):
            for name, unit, item in self.provisions(profile, section):
                (kind, _), = item["for"].items()
                _, source, *part = item["by"].split(".", 2)
                value_name = part[0] if part else "total"
                groups, unranked = {}, {}
                for s in self.cadres(item, profile, unit) if kind == "cadre" else self.teams(profile, unit):
                    scored = totals.get((source, unit.name, s))
                    if scored is None:
                        continue
                    place = self.place_of(kind, s, profile, unit)[:9 if item["within"] == "township" else 6]
                    if value_name in scored.values and (part or scored.verdict == "met"):
                        groups.setdefault(place, {})[s] = scored.values[value_name][0]
                    else:
                        self.put(profile, kind, s, f"{section}/{name}", unit, self.unranked(scored))
                        unranked.setdefault(place, []).append(s)
                for place, group in groups.items():
                    breakers = {s: tuple(self.breaker(b, profile, s, unit) for b in policy.several(item.get("tie_break", []))) for s in group}
                    if section == "ranking":
                        outs = scores.ranking(item, group, breakers)
                    else:
                        outs = {s: scores.Outcome("met", {"grade": g, "before_caps": g}) for s, g in scores.grades(item, group).items()}
                    marks = set().union(*(totals[source, unit.name, s].readings for s in [*group, *unranked.get(place, ())]))
                    for s, out in outs.items():
                        out.readings = marks
                        out.why = " ".join(f"{k}={text(v)}" for k, v in sorted(group.items(), key=lambda g: -g[1]))
                        self.put(profile, kind, s, f"{section}/{name}", unit, out)

    @staticmethod
    def unranked(scored):
        out = scores.Outcome("not_applicable" if scored.verdict == "not_applicable" else "undetermined", {})
        out.readings = scored.readings
        return out

    def breaker(self, measure, profile, cadre, unit):
        _, rule, _ = measure.split(".")
        found = profile.provision("attendance", rule, unit.first)
        value, _ = self.rate(profile, [(cadre, civil.units(found["per"], unit))], rule, unit)
        return value[0] if isinstance(value, tuple) else -1

    def place_of(self, kind, subject, profile, unit):
        if kind == "team":
            return self.records.teams[subject]["village"]
        return self.attendance.majority(subject, None, unit, lambda p: p.township)

    def routes(self, profile):
        for name, unit, item in self.provisions(profile, "leave"):
            for leave in (v for held in self.records.leaves.values() for v in held):
                p = self.records.posting_on(leave.cadre, leave.first)
                if leave.status not in ("approved", "closed") or not unit.first <= leave.first <= unit.last or p is None \
                        or self.profile_of(p.village) is not profile:
                    continue
                out = duties.route(item, leave, self.records.unit_level(p))
                if self.as_of is not None and leave.first > self.as_of:
                    out.readings.add("not-begun")
                self.put(profile, "cadre", leave.cadre, "leave/" + name, unit, out, leave.id)

    def duties(self, profile):
        activities = duties.Activities(self.records)
        for name, unit, item in self.provisions(profile, "duties"):
            (kind, _), = item["for"].items()
            held = self.records.of_cadre if kind == "cadre" else self.records.of_team
            for s in self.cadres(item, profile, unit) if kind == "cadre" else self.teams(profile, unit):
                whole = self.posted(held[s], None if kind == "cadre" else profile, unit, whole=True)
                out = duties.duty(item, activities, s, unit, whole, self.period.last)
                self.put(profile, kind, s, "duties/" + name, unit, out)

    def deadlines(self, profile):
        villages = {h["household"]: h["village"] for h in self.records.rows["households"]}
        for name, unit, item in self.provisions(profile, "deadlines"):
            for row in self.records.rows["cases"]:
                if self.profile_of(villages[row["household"]]) is profile:
                    out = duties.deadline(item, row, unit, self.as_of, self.calendar)
                    if out and not any(p.county == villages[row["household"]][:6] and p.first <= unit.last and p.last >= unit.first
                                       for p in self.records.postings):
                        out.readings.add("nobody-posted")
                    if out and civil.day(row[item["from"]["field"]]) >= item["edition"]:
                        self.put(profile, "case", row["case"], "deadlines/" + name, unit, out)

    def consequences(self, profile):
        for name, unit, item in self.provisions(profile, "consequences"):
            for cadre in self.cadres(item, profile, unit):
                out = terms.consequence(self.records, self.attendance, profile, item, cadre, unit)
                self.put(profile, "cadre", cadre, "consequences/" + name, unit, out)


POLICY = {}


def load_policy(folder=os.path.join(HERE, "Profiles")):
    if folder not in POLICY:
        POLICY[folder] = policy.profiles(folder), policy.Calendar(os.path.join(REPOSITORY, "Profiles", "calendars"))
    return POLICY[folder]


def text(value):
    """A value as it is written: exact, a range, or unknown."""
    if isinstance(value, tuple):
        low, high = value
        return text(low) if low == high else f"{text(low)}..{text(high)}"
    if isinstance(value, Fraction):
        return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
    return str(value)


def main():
    options = argparse.ArgumentParser(description="Print what the oracle expects of a records folder.")
    options.add_argument("folder")
    options.add_argument("--period", required=True)
    options.add_argument("--as-of")
    options.add_argument("--subject")
    args = options.parse_args()
    oracle = Oracle(args.folder, args.period, args.as_of and civil.day(args.as_of)).run()
    for key, outcome in sorted(oracle.outcomes.items(), key=str):
        if args.subject in (None, key[2]):
            print(*key[:5], key[5] or "", outcome.verdict, {k: text(v) for k, v in outcome.values.items()}, outcome.owed or "", outcome.why)
    for key, outcome in sorted(oracle.sums.items()):
        if args.subject in (None, key[2]):
            print(*key, {k: text(v) for k, v in outcome.values.items()})


if __name__ == "__main__":
    main()
