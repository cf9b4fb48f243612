"""What is measured, part by part."""

import filecmp
import glob
import os
import shutil
import sys

from records import DAYS, FIRST, LAST, PERIOD, DayAfterDay
from runs import Command, Failed, interleaved, run, warm

HERE = os.path.dirname(os.path.abspath(__file__))
SECTIONS = ["--section", "attendance", "scoring", "ranking", "consequences"]
ANSWERS = ["weeks.csv", "months.csv", "teams.csv"]


class Parts:
    def __init__(self, program, records, report, scratch, cadres, counties, rounds):
        self.program, self.records, self.report, self.scratch = program, records, report, scratch
        self.cadres, self.counties, self.rounds = cadres, counties, rounds
        self.quarter = records.quarter(cadres, counties)
        warm(self.quarter)

    # --- commands

    def assess(self, name, folder, *options):
        out = f"{self.scratch}/{name}.txt"
        argv = [self.program, "assess", "--profile", "shanxi", "--period", PERIOD, "--records", folder, *SECTIONS, "--out", out, *options]
        return Command(name, argv)

    def out(self, name):
        return f"{self.scratch}/{name}.txt"

    def baselines(self, folder):
        """Those that are installed; two cores for those that can use them."""
        found = []
        venv, floor = f"{self.scratch}/venv", f"{self.scratch}/attendance"
        for name, installed, argv in [
            ("DuckDB", f"{venv}/lib/python*/site-packages/duckdb", [f"{venv}/bin/python", f"{HERE}/baselines/attendance_duckdb.py"]),
            ("Polars", f"{venv}/lib/python*/site-packages/polars", [f"{venv}/bin/python", f"{HERE}/baselines/attendance_polars.py"]),
            ("C floor", floor, [floor]),
        ]:
            if not glob.glob(installed):
                continue
            out = f"{self.scratch}/answers/{name}"
            os.makedirs(out, exist_ok=True)
            found.append(Command(name, [*argv, folder, FIRST, LAST, out], environment={"POLARS_MAX_THREADS": "2"}))
        if len(found) < 3:
            self.report.line("baselines", f"only {', '.join(c.name for c in found) or 'none'}: the others are not installed")
        return found

    # --- parts

    def equality(self):
        """The basic query by everyone, on the same folder: the same bytes."""
        folder = self.records.presence_only(self.quarter)
        shutil.rmtree(f"{self.scratch}/answers", ignore_errors=True)
        baselines = self.baselines(folder)
        for command in baselines:
            run(command, self.scratch)
        results, ours = f"{self.scratch}/presence.csv", f"{self.scratch}/answers/zhucun"
        os.makedirs(ours)
        run(Command("presence", [self.program, "assess", "--profiles", f"{HERE}/profile", "--profile", "bench", "--period", PERIOD,
                                 "--records", folder, "--format", "csv", "--out", results]), self.scratch)
        run(Command("answers", [sys.executable, f"{HERE}/answers.py", results, ours]), self.scratch)
        os.remove(results)
        for name in ANSWERS:
            for command in baselines:
                compare(f"{ours}/{name}", f"{self.scratch}/answers/{command.name}/{name}")
            with open(f"{ours}/{name}") as file:
                rows = sum(1 for _ in file) - 1
            if baselines:
                self.report.same(f"{name} of the basic query: zhucun, {', '.join(c.name for c in baselines)}", f"{rows:,} rows")

    def speed(self):
        """All rules against the baselines' basic query, bad exports, growth, memory, two cores."""
        small, awkward = self.records.quarter(self.cadres // 10, self.counties // 10), self.records.quarter(self.cadres, self.counties, awkward=True)
        for folder in (small, awkward):
            warm(folder)
        baselines = self.baselines(self.quarter)
        ours = [
            self.assess("assess", self.quarter, "--jobs", "2"), self.assess("assess, one job", self.quarter, "--jobs", "1"),
            self.assess("assess, bad exports", awkward, "--jobs", "2"), self.assess("assess, a tenth", small, "--jobs", "2"),
        ]
        found = interleaved(baselines + ours, self.rounds, self.scratch)
        self.report.add(*found.values())
        full, tenth = found["assess"], found["assess, a tenth"]
        for command in baselines:
            ratio = found[command.name].median / full.median
            if command.name == "DuckDB":
                self.report.at_least("all rules, as fast as DuckDB's basic query", ratio, 4)
            elif command.name == "C floor":
                self.report.at_most("all rules, time of the C floor's basic query", 1 / ratio, 2)
            else:
                self.report.line(f"all rules, as fast as {command.name}'s basic query", f"{ratio:.2f} times")
        self.report.at_most("rows mixed, CRLF, quoted, UTC: time of the same", found["assess, bad exports"].median / full.median, 1.5)
        compare(self.out("assess"), self.out("assess, bad exports"))
        compare(self.out("assess"), self.out("assess, one job"))
        self.report.same("results of the bad exports, and of one job", "whole text")
        self.report.at_most(f"{self.cadres // 10:,} to {self.cadres:,} cadres: time per cadre", full.median / tenth.median / 10, 1.2)
        if self.cadres <= 50_000:
            self.report.at_most("resident at most", full.peak / 1e6, 400, " MB", 0)
        else:
            self.report.line("resident at most", f"{full.peak / 1e6:.0f} MB")
        kept = (full.peak - tenth.peak) / (self.cadres - self.cadres // 10) / DAYS
        self.report.line("kept for each cadre and day", f"{kept:.1f} bytes")
        self.report.at_least("two cores against one", found["assess, one job"].median / full.median, 1.7)
        self.report.line("rate", f"{os.path.getsize(self.quarter + '/checkins.csv') / full.median / 1e6:.0f} MB of check-ins a second")

    def start(self):
        """From the start to the first result of one county's cadres."""
        county = self.records.county()
        warm(county)
        argv = [self.program, "assess", "--profile", "shanxi", "--period", PERIOD, "--records", county]
        first = b"[attendance/"
        commands = [
            Command("county of 300, first result", [*argv, *SECTIONS], until=first),
            Command("county of 300, every section, first result", argv, until=first),
            Command("county of 300, every section", argv),
        ]
        found = interleaved(commands, self.rounds * 3, self.scratch)
        self.report.add(*found.values())
        self.report.at_most("300 cadres, start to first result", found[commands[0].name].median * 1000, 50, " ms", 0, always=True)
        self.report.at_most("the same with every section", found[commands[1].name].median * 1000, 50, " ms", 0, always=True)

    def resume(self):
        """One more day on an assessed quarter, and one cadre explained, from the snapshot of the presence ledger."""
        days, snapshot = DayAfterDay(self.quarter, self.scratch), f"{self.scratch}/quarter.presence"
        run(self.assess("but a day", days.folder, "--snapshot", snapshot), self.scratch)
        rows = days.append_last_day()
        warm(days.folder)
        explain = [self.program, "explain", "--profile", "shanxi", "--period", PERIOD, "--records", days.folder, "--resume", snapshot,
                   "--subject", "C000123", "--provision", "five-days-four-nights"]
        commands = [self.assess("with all days", days.folder), self.assess("resumed", days.folder, "--resume", snapshot), Command("explain", explain)]
        found = interleaved(commands, self.rounds, self.scratch)
        self.report.add(*found.values())
        compare(self.out("with all days"), self.out("resumed"))
        self.report.same(f"one more day, {rows:,} rows: results of resumed and full run", "whole text")
        self.report.line("one more day, time of a full run", f"{found['resumed'].median / found['with all days'].median:.2f} times")
        self.report.line("snapshot", f"{os.path.getsize(snapshot) / self.cadres / DAYS:.2f} bytes for each cadre and day")
        self.report.at_most("one cadre explained from the snapshot", found["explain"].median, 1, " s", always=True)
        days.remove()


def compare(ours, theirs):
    if filecmp.cmp(ours, theirs, shallow=False):
        return
    with open(ours, errors="replace") as a, open(theirs, errors="replace") as b:
        for number, (x, y) in enumerate(zip(a, b), 1):
            if x != y:
                raise Failed(f"an answer differs, line {number}\n  {ours}: {x.rstrip()}\n  {theirs}: {y.rstrip()}")
    raise Failed(f"an answer differs: {ours} and {theirs} are not of the same length")
