"""Leave routes, duties and deadlines."""
from collections import defaultdict
from fractions import Fraction

import civil
from attendance import Outcome
from policy import several


def within(length, comparison):
    tests = {"at_most": lambda a, b: a <= b, "above": lambda a, b: a > b, "at_least": lambda a, b: a >= b, "below": lambda a, b: a < b}
    return all(tests[k](length, Fraction(v.split()[0])) for k, v in comparison.items())


def route(item, leave, level):
    """The outcome of a leave against the table: who had to approve it, and who did."""
    length = leave.last - leave.first + 1
    out = Outcome(None, {"days": length})
    if leave.first_half or leave.last_half:
        out.readings.add("half-day-length")
    if leave.returned is not None and leave.returned <= leave.last:
        out.readings.add("leave-length-returned")
    row = next((r for r in item["table"] if within(length, r["length"]) and ("unit_level" not in r or level in several(r["unit_level"]))), None)
    if row is None:
        out.verdict = "undetermined"  # the table is silent
        out.readings.add("table-silent")
    elif not leave.approved_by:
        out.verdict = "undetermined"
    else:
        out.verdict = "met" if set(row["approve"]) <= set(leave.approved_by) else "breached"
    return out


class Activities:
    def __init__(self, records):
        self.missing, self.as_of = "activities" in records.missing, records.as_of
        self.of = defaultdict(list)
        for r in records.rows["activities"]:
            n = civil.day(r["date"])
            if self.as_of is None or n <= self.as_of:
                for name in {r["subject"], *filter(None, r["actors"].split(";"))}:
                    self.of[r["kind"], name].append((n, r))


def due_day(item, unit):
    due = item.get("due")
    if not due:
        return unit.last
    m = civil.month(unit.first) + int(due.get("months_later", 0))
    return min(civil.month_start(m) + int(due["day"]) - 1, civil.month_end(m))


def duty(item, activities, subject, unit, whole, last):
    """The outcome of a duty in a unit; `whole`: whether postings cover the unit."""
    asked, due = int(item["at_least"]), due_day(item, unit)
    condition = item["records"]["activity"]
    sure, possible = set(), set()
    for n, r in activities.of.get((condition["kind"], subject), ()):
        if r["period"]:
            mine = r["period"] == unit.name
        else:
            mine = unit.first <= n <= unit.last
        if not mine or n > due:
            continue
        what = r[item["distinct"]] if "distinct" in item else r["activity"]
        hours = condition.get("hours")
        if hours and not r["hours"]:
            possible.add(what)
        elif not hours or within(Fraction(r["hours"]), hours):
            sure.add(what)
    low, high = len(sure), len(sure | possible)
    out = Outcome(None, {"done": (low, high), "asked": asked}, owed=(due, low >= asked))
    is_open = activities.as_of is not None and due >= activities.as_of
    if not whole:
        out.verdict = "not_applicable"
    elif low >= asked:
        out.verdict = "met"
    elif is_open:
        out.verdict = "open"
        if activities.missing:
            out.readings.add("open-and-missing")
    elif activities.missing or high >= asked:
        out.verdict = "undetermined"
    else:
        out.verdict = "breached"
    if activities.missing:
        out.values = {}
    out.is_open = is_open
    if activities.as_of is None and due > last:
        out.readings.add("beyond-the-period")
    return out


def deadline(item, row, period, as_of, calendar):
    """The outcome of a step of a case, or None where it has not begun, or was over before the period."""
    start = row[item["from"]["field"]]
    if not start:
        return None
    start = civil.day(start)
    done = civil.day(row[item["to"]["field"]]) if row[item["to"]["field"]] else None
    if as_of is not None:
        done = None if done is not None and done > as_of else done
        if start > as_of:
            return None
    if start > period.last or done is not None and done < period.first:
        return None
    count, *words = item["within"].split()
    if words == ["days"]:
        due = start + int(count)
    elif words == ["working", "days"]:
        due, left = start, int(count)
        while left:
            due += 1
            left -= calendar.working(due)
    else:
        due = civil.add_months(start, int(count))
    out = Outcome(None, {}, owed=(due, done is not None))
    if done is not None:
        out.verdict = "met" if done <= due else "breached"
        out.values["taken"] = done - start
    elif as_of is not None and due >= as_of:
        out.verdict = "open"
    else:
        out.verdict = "breached"
    if as_of is None and (due >= period.last or done is not None and done > period.last):
        out.readings.add("beyond-the-period")
    return out
