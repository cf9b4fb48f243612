"""Terms, and counts of incidents in a window: "Term", "The same fact twice" and "Empty" of the domain."""
from collections import defaultdict

import civil
from absence import longest_run
from attendance import Outcome
from policy import several

TERM_GAP = 30


def term(records, cadre, last):
    """The first day of the term that holds the cadre's last posting begun by a day."""
    postings = [p for p in records.of_cadre[cadre] if p.first <= last]
    if not postings:
        return None

    def batch(p):
        return p.team and records.teams[p.team]["batch"] or None
    newest, rest = postings[-1], postings[:-1]
    if batch(newest):
        return min(p.first for p in postings if batch(p) == batch(newest))
    start = newest.first
    for p in reversed(rest):
        if batch(p) or start - p.last - 1 > TERM_GAP:
            break
        start = p.first
    return start


def batch_returns(records, cadre):
    """Whether a batch comes again after another."""
    told = [records.teams[p.team]["batch"] for p in records.of_cadre[cadre] if p.team]
    runs = [b for i, b in enumerate(told) if i == 0 or told[i - 1] != b]
    return len(runs) > len(set(runs))


def count(records, subject, condition, first, last):
    """(at least, at most) incidents of a subject in a window; None: unknown as a whole."""
    if "incidents" in records.missing:
        return None
    if records.as_of is not None:
        last = min(last, records.as_of)
    facts = defaultdict(list)
    for r in records.rows["incidents"]:
        if r["subject"] == subject and r["kind"] in several(condition["kind"]) and first <= civil.day(r["date"]) <= last:
            facts[r["date"], r["kind"]].append(r["level"])  # two rows that differ in their number alone are one fact
    low = high = 0
    wanted = several(condition["level"]) if "level" in condition else None
    for levels in facts.values():
        told = {v for v in levels if v and (wanted is None or v in wanted)}
        others = {v for v in levels if v} - told
        blank = levels.count("")  # an empty part matches nothing: each may be a fact of its own, or none
        low += max(len(told), 1 if blank and wanted is None and not others else 0)
        high += len(told) + blank
    return low, high


def absence(attendance, profile, cadre, condition, unit):
    """Whether an absence crosses a limit, three-valued: (truth, what was found)."""
    _, name, _, what = condition["measure"].split(".")
    limit = int(condition["above"].split()[0])
    window = civil.Unit("", civil.unit_start("year", unit.last), unit.last) if "within" in condition else unit
    per = profile.all("attendance")[name]["per"]
    if what == "days":
        held = [o for o in (attendance.judge(cadre, profile, name, u) for u in civil.units(per, window)) if o]
        found = tuple(sum(o.sums["absent"][i] for o in held) for i in (0, 1))
    else:
        cut = "within" in condition
        if not cut:  # the assessed span is that of its units
            spans = civil.units(per, unit)
            window = civil.Unit("", spans[0].first, spans[-1].last)
        found = longest_run(attendance, cadre, profile, name, window, cut_start=cut, cut_end=cut)
    if found is None or found[0] <= limit < found[1]:
        return None, found
    return found[0] > limit, found


def crossing(attendance, profile, item, cadre, unit):
    """A consequence of what is only counted: crossing the limit opens a check until a finding is there."""
    when = item["when"]
    found = [absence(attendance, profile, cadre, c, unit) for c in when.get("any", [when])]
    truths = [t for t, _ in found]
    holds = True if True in truths else None if None in truths else False
    sure = "met" if item.get("on") == "count" else "undetermined"
    out = Outcome("not_applicable" if holds is False else sure if holds else "undetermined", {})
    out.why = f"{holds}: {[f for _, f in found]}"
    if item.get("per") and unit is not attendance.period:
        out.readings.add("assessed-span")
    if holds and sure != "met":
        out.readings.add("crossed-without-finding")
    return out


def consequence(records, attendance, profile, item, cadre, period):
    """Whether the condition holds: met, not applicable, or undetermined."""
    when = item["when"]
    if "count" not in when:
        return crossing(attendance, profile, item, cadre, period)
    last = period.last
    first = {"term": lambda: term(records, cadre, last), "year": lambda: civil.unit_start("year", last)}[when["within"]]()
    found = count(records, cadre, when["count"]["incident"], first, last)
    need = int(when["at_least"])
    if found is None or found[0] < need <= found[1]:
        return Outcome("undetermined", {})
    held = found[0] >= need
    batches = {p.team and records.teams[p.team]["batch"] for p in records.of_cadre[cadre]}
    out = Outcome("met" if held else "not_applicable", {"proposed": len(item["then"]) if held else 0})
    out.why = f"{found} from {civil.iso(first)}"
    if when["within"] == "term" and (len(batches) > 1 and batches & {"", None} or batch_returns(records, cadre)):
        out.readings.add("mixed-batch")
    return out
