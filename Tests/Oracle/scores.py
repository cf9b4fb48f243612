"""Scores, rankings, bands and grades: the sections "Scores", "Quotas" and "The same fact twice" of the domain."""
from collections import defaultdict
from fractions import Fraction
from math import floor

from attendance import Outcome
from policy import share

FULL = 100


def weight(text):
    return Fraction(text.rstrip("%"))


class Scores:
    def __init__(self, records):
        self.missing = "scores" in records.missing
        rows = defaultdict(set)
        for r in records.rows["scores"]:  # one identity; rows that agree count once
            rows[r["subject"], r["period"], r["dimension"], r["rater"]].add(Fraction(r["score"]))
        self.of = defaultdict(dict)
        for (subject, period, dimension, rater), values in rows.items():
            self.of[subject, period, dimension][rater] = values

    def mean(self, subject, period, dimension, raters):
        """A dimension of raters' scores: a number, or None (missing, or rows of one rater disagree)."""
        given = self.of.get((subject, period, dimension), {})
        if raters:
            given = {r: v for r, v in given.items() if r in raters}
            if len(given) < len(raters):
                return None
        if not given or any(len(v) > 1 for v in given.values()):
            return None
        weights = {r: weight(raters[r]) if raters else Fraction(1) for r in given}
        return sum(weights[r] * min(v) for r, v in given.items()) / sum(weights.values())


def total(scores, item, subject, unit, measure):
    """The outcome of a score; `measure` gives a measure of the subject: (low, high), "not_applicable", or None."""
    out, parts, readings = Outcome("met", {}), [], set()
    for name, dimension in item["dimensions"].items():
        if "scores" in dimension:
            value = scores.mean(subject, unit.name, dimension["scores"], dimension.get("raters"))
            given = scores.of.get((subject, unit.name, dimension["scores"]), {})
            if len(given) < len(dimension.get("raters", ())):
                readings.add("rater-missing")
            if any(len(v) > 1 for v in given.values()):
                readings.add("disagreeing")
        else:
            value = measure(dimension["measure"], readings)
            if value == "not_applicable":
                out.verdict = "not_applicable"
                value = None
            elif value is not None:
                value = None if value[0] != value[1] else Fraction(value[0]) / (weight(dimension["full_at"]) / 100) * FULL
        if value is not None:
            out.values["dimension." + name] = (value, value)
        parts.append((weight(dimension["weight"]), value))
    if out.verdict != "not_applicable":
        if any(v is None for _, v in parts):
            out.verdict = "undetermined"
        else:
            value = sum(w * v for w, v in parts) / sum(w for w, _ in parts)
            out.values["total"] = (value, value)
    out.readings = readings
    return out


def seats(shares, n):
    """Seats of bands by the largest remainder; ties in remainders go to the lower band."""
    exact = [s * n for s in shares]
    out = [floor(e) for e in exact]
    order = sorted(range(len(shares)), key=lambda i: (exact[i] - out[i], i), reverse=True)
    for i in order[:n - sum(out)]:
        out[i] += 1
    return out


def rank(keys):
    """{subject: (competition rank, place of the last one tied)} of {subject: comparable}, larger first."""
    out = {}
    for s, k in keys.items():
        better = sum(1 for other in keys.values() if other > k)
        out[s] = (better + 1, better + sum(1 for other in keys.values() if other == k))
    return out


def ranking(item, totals, breakers):
    """{subject: Outcome} of one group; totals: {subject: number}, breakers: {subject: tuple of tie-break values}."""
    keys = {s: (t, *breakers.get(s, ())) for s, t in totals.items()}
    places, n, out = rank(keys), len(keys), {}
    bands = item.get("bands")
    edges = seats([share(b) for b in bands.values()], n) if bands else []
    for s, (place, last) in places.items():
        o = out[s] = Outcome("met", {"rank": place, "ranked": n, "position_from_end": Fraction(n - place + 1, n), "total": totals[s]})
        if bands:
            filled = 0
            for name, count in zip(bands, edges):
                filled += count
                if last <= filled:
                    o.values["band"] = name
                    break
    return out


def grades(item, totals):
    """{subject: grade} of one group: thresholds, then quotas that round down; who is beyond one falls to the next."""
    places, n, out = rank(totals), len(totals), {}
    for s, value in totals.items():
        for name, grade in item["grades"].items():
            if "at_least" in grade and value < Fraction(grade["at_least"]):
                continue
            if "quota" in grade and places[s][1] > floor(share(grade["quota"]) * n):
                continue
            out[s] = name
            break
    return out
