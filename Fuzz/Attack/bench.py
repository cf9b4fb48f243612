"""What the groups of attacks share: the program, counties to begin with, every command in every format, and a case's own folder."""

import os
import random
import shutil
import tempfile

import machine as machines
from outputs import Outputs, text_problems
from records import DIVISIONS, PERIODS, County, Kinds, plain, read_folder, write_folder
from schema import Schema

LAST = {"2023-08": "2023-08-31", "2020-08": "2020-08-31", "2023-09": "2023-09-30"}


class Bench:
    """One for each process."""

    def __init__(self, machine, root, seed):
        self.machine, self.seed = machine, seed
        self.scratch = tempfile.mkdtemp(prefix="attack-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        self.kinds = Kinds(machine)
        schemas = os.path.join(root, "docs", "schemas")
        self.outputs = Outputs({"assess": Schema(f"{schemas}/results.schema.json"), "due": Schema(f"{schemas}/due.schema.json")})
        self.samples = {}

    def sample(self, profile, cadres=5, seed=7, households=2, span=None, counties=1):
        """The files of a sample county."""
        key = (profile, cadres, seed, households, span, counties)
        if key not in self.samples:
            first, last = span or (PERIODS[profile] + "-01", LAST[PERIODS[profile]])
            place = os.path.join(self.scratch, "sample")
            outcome = self.machine.run([
                "records", "sample", "--profile", profile, "--cadres", str(cadres), "--from", first, "--to", last, "--seed", str(seed),
                "--households", str(households), "--counties", str(counties), "--out", place], seconds=60)
            if outcome.code != 0:
                raise SystemExit(f"no sample: {outcome.err.decode()}")
            if len(self.samples) > 50:
                self.samples.clear()
            self.samples[key] = {name: plain(data) for name, data in read_folder(place).items()}
            shutil.rmtree(place)
        return dict(self.samples[key])

    def county(self, random, profile=None):
        """A county to begin with: (profile, period, files)."""
        profile = profile or random.choice(sorted(DIVISIONS))
        if random.random() < 0.4:
            return profile, PERIODS[profile], self.sample(profile, cadres=random.choice((2, 5)), seed=random.randrange(4))
        return profile, PERIODS[profile], County(self.kinds, random, DIVISIONS[profile], PERIODS[profile]).files

    def close(self):
        shutil.rmtree(self.scratch, ignore_errors=True)


class Case:
    """One round of a group: its own random numbers, its own folder, and what comes to light in it."""

    def __init__(self, bench, findings, group, number):
        self.bench, self.findings, self.group, self.number = bench, findings, group, number
        self.random = random.Random(f"{bench.seed}/{group}/{number}")
        self.scratch = os.path.join(bench.scratch, "case")
        self.label = ""
        os.makedirs(self.scratch)

    def close(self):
        shutil.rmtree(self.scratch, ignore_errors=True)

    def clear(self):
        self.close()
        os.makedirs(self.scratch)

    def path(self, name):
        return os.path.join(self.scratch, name)

    def folder(self, files, name="records"):
        return write_folder(files, self.path(name))

    def run(self, args, checked=True, **options):
        outcome = self.bench.machine.run(args, **options)
        if checked:
            self.check(outcome)
        return outcome

    def check(self, outcome):
        """What must hold of every run."""
        self.check_end(outcome)
        if not outcome.hung and outcome.code >= 0 and outcome.out:
            # Where there is a folder, the standard output lists its files.
            form = "text" if outcome.command == "bulletin" and "--out" in outcome.args else outcome.form
            for cause, seen in self.bench.outputs.problems(outcome.command, form, outcome.out):
                self.problem(cause, seen, outcome)

    def check_end(self, outcome):
        """How it ended, and what it said: that goes to a terminal."""
        for cause, seen in machines.problems(outcome, self.bench.machine.megabytes):
            self.problem(f"{cause}{self.label}", seen, outcome)
        if outcome.form == "json":
            return
        for cause, seen in text_problems(outcome.err.decode("utf-8", "replace"), "diagnostics"):
            self.problem(cause, seen, outcome)

    def problem(self, cause, seen, outcome=None):
        again = f"--seed {self.bench.seed} --only {self.group} --round {self.number}"
        self.findings.add(self.group, cause, seen, outcome, self.scratch, again)

    def on_records(self, records, profile, period, ids=()):
        """One command that reads records, in one of its formats."""
        pick = self.random.choice
        day = f"{period}-{pick(('01', '15', '28'))}" if len(period) == 7 else "2023-08-15"
        ids = list(ids) or ["cadre-0001", "team-0001", "C000001", DIVISIONS[profile]]
        common = ["--records", records] + (["--profile", profile] if self.random.random() < 0.8 else [])
        keep = ["--keep-going"] if self.random.random() < 0.6 else []
        language = ["--language", "en"] if self.random.random() < 0.3 else []
        match pick(("assess", "assess", "assess", "due", "explain", "bulletin", "check")):
            case "assess":
                args = ["assess", *common, "--period", pick((period, period, period + "-H1", period[:4])), "--format", pick(("text", "json", "csv", "html")), *keep]
                args += pick(([], [], ["--as-of", day], ["--verdict", "breached"], ["--kind", pick(("cadre", "team", "household"))], ["--jobs", "1"],
                              ["--section", pick(("attendance", "duties", "scoring", "consequences"))], ["--subject", pick(ids)], ["--division", pick(ids)]))
                if "--as-of" in args and period not in args:
                    args[args.index("--period") + 1] = period
            case "due":
                args = ["due", *common, "--as-of", day, "--format", pick(("text", "json", "ics")), *keep, *pick(([], ["--for", pick(ids)], ["--until", "2023-12-31"]))]
                if "--until" in args and day > "2023-12-31":
                    args = args[:-2]
            case "explain":
                args = ["explain", *common, "--period", period, "--subject", pick(ids), "--format", pick(("text", "json"))]
            case "bulletin":
                args = ["bulletin", *common, "--period", pick((period, period[:4] + "-Q3", period[:4])), "--format", pick(("md", "html", "xlsx")), "--out", self.path("bulletins"), *keep]
            case _:
                return ["records", "check", records, *(["--profile", profile] if self.random.random() < 0.9 else []), *pick(([], ["--format", "json"])), *language]
        return [*args, *language]

    def bulletins(self, outcome):
        """Checks what a bulletin command left in its folder."""
        folder = self.path("bulletins")
        if outcome.command != "bulletin" or not os.path.isdir(folder):
            return
        for name, data in read_folder(folder).items():
            for cause, seen in self.bench.outputs.problems("bulletin", outcome.form, data):
                self.problem(cause, seen, outcome)
            if ".part" in name:
                self.problem("an unfinished bulletin was left", name, outcome)
        shutil.rmtree(folder)
