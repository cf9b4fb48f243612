"""Runs of the program over one folder of counties that are compared county by county, and what is different between them."""

import json
from dataclasses import dataclass

from machine import Outcome


@dataclass
class Difference:
    cause: str
    # None where bytes of whole runs are compared.
    county: str | None
    seen: str
    run: Outcome


class Trial:
    """`look`: given this and codes of counties, runs the program over a folder of these alone and yields the differences; it takes from
    `cases` those that turn out to be none. `changes`: by code, what is done to a county; all are cases when left out."""

    def __init__(self, case, counties, look, changes=None):
        self.case, self.counties, self.look = case, counties, look
        self.changes = changes or {}
        self.cases = set(counties.of if changes is None else changes)
        # The outputs of a full folder take longer to check than to make, and are those of its counties.
        self.is_checked = len(counties.of) == 1

    def folder(self, files, name="records"):
        return self.case.folder(files, name)

    def run(self, command, records, *options):
        outcome = self.case.run([command, "--profile", self.counties.profile, "--records", records, *options], checked=False)
        (self.case.check if self.is_checked else self.case.check_end)(outcome)
        return outcome

    def differences(self, codes):
        self.case.clear()
        return list(self.look(self, codes))

    def report(self, name):
        """Counts the counties that were cases, and tells each cause once, in the smallest folder that shows it."""
        codes = list(self.counties.of)
        found = self.differences(codes)
        for code in self.cases:
            self.case.findings.saw(name, self.counties.fingerprint(code, self.changes))
        for difference in {each.cause: each for each in found}.values():
            least, again = self.cut(codes, difference) if difference.cause not in self.case.findings.found else (codes, difference)
            self.case.problem(again.cause, f"{self.counties.profile} {again.county or ' '.join(least)}: {again.seen}", again.run)

    def cut(self, codes, difference):
        """To the county that is different, or by halves."""
        parts = [[difference.county]] if difference.county in codes and len(codes) > 1 else []
        parts += [codes[:len(codes) // 2], codes[len(codes) // 2:]] if len(codes) > 1 else []
        for part in parts:
            if again := self.same(part, difference):
                return self.cut(part, again)
        # What the last try left in the folder is not what shows it.
        again = self.same(codes, difference)
        return codes, again or Difference(f"{difference.cause} (once, and not again)", difference.county, difference.seen, difference.run)

    def same(self, codes, difference):
        return next((each for each in self.differences(codes) if each.cause == difference.cause), None)


class Assessment:
    """What a run says, by county: of everybody, by which provision and when."""

    def __init__(self, trial, files, *options, name="records"):
        self.run = trial.run("assess", trial.folder(files, name), "--format", "json", *options)
        self.of = {}
        if self.run.code in (0, 2) and self.run.out:
            for county in json.loads(self.run.out)["counties"]:
                self.of[county["county"]] = {
                    (subject["kind"], subject["id"], outcome["provision"], outcome["unit"], outcome.get("record")): outcome
                    for subject in county["subjects"] for outcome in subject["outcomes"]}


def shown(outcome):
    return f"{outcome['verdict']} {outcome['found']} {'; '.join(reason['zh'] for reason in outcome.get('reasons', []))}" if outcome else "nothing"


def actions(outcome):
    return {json.dumps(each, sort_keys=True, ensure_ascii=False) for each in (outcome or {}).get("actions", []) if each["action"] not in ("verify", "核实")}


def harsher(before, after):
    """What the second holds against somebody and the first does not, as (what, key, seen)."""
    for key, now in after.items():
        was = before.get(key)
        if more := actions(now) - actions(was):
            yield "proposes", key, f"{key}: {sorted(more)}, was {shown(was)}, is {shown(now)}"
        elif now["verdict"] == "breached" != (was or {}).get("verdict"):
            yield "breaches", key, f"{key}: was {shown(was)}, is {shown(now)}"


def otherwise(before, after):
    """The first outcome that is not the same, as (section, seen)."""
    if wrong := [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]:
        key = min(wrong, key=str)
        yield key[2].split("/")[0], f"{len(wrong)} differ, {key}: {shown(before.get(key))} | {shown(after.get(key))}"


def before_and_after(case, counties, changes, compare, options, without=None):
    """A trial of the counties as they are and with `changes`, or without a file. `compare` of one county: yields (cause, seen)."""
    def look(trial, codes):
        before = Assessment(trial, counties.files(codes), *options)
        files = {name: data for name, data in counties.files(codes, changes).items() if name != without}
        after = Assessment(trial, files, *options, name="changed")
        for run in (before.run, after.run):
            # Rows may name what a removed file told of.
            if run.code not in ((0, 2) if without and run is after.run else (0,)):
                trial.cases.clear()
                yield Difference(f"good records end with {run.code}", None, run.err[:300].decode("utf-8", "replace"), run)
                return
        trial.cases &= before.of.keys()
        for code in sorted(before.of.keys() | after.of.keys()):
            was, now = before.of.get(code, {}), after.of.get(code, {})
            if code in counties.of.keys() - changes.keys() and not without:
                for section, seen in otherwise(was, now):
                    yield Difference(f"what changes in one county changes another: {section}", code, seen, after.run)
            else:
                for cause, seen in compare(code, was, now):
                    yield Difference(cause, code, seen, after.run)
    return Trial(case, counties, look, changes)
