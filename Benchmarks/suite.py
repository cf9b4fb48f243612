"""Runs the benchmark and prints one table. Ends with 1 when an answer differs, with --strict also when a target is missed."""

import argparse
import os
import sys

from parts import Parts
from records import Records
from report import Report
from runs import Failed

SIZES = {"small": (5_000, 25), "province": (50_000, 250), "country": (563_000, 2_800)}
PARTS = ["equality", "speed", "start", "resume"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--scratch", required=True)
    parser.add_argument("--size", choices=SIZES, default="province")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--results", help="a folder where the table is written too")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    options = parser.parse_args()
    cadres, counties = SIZES[options.size]
    program, scratch = os.path.abspath(options.program), os.path.abspath(options.scratch)
    title = f"{cadres:,} cadres in {counties:,} counties, a quarter, median of {options.rounds}"
    report = Report(title, judges=options.size != "small")
    try:
        parts = Parts(program, Records(program, scratch), report, scratch, cadres, counties, options.rounds)
        for part in options.parts:
            getattr(parts, part)()
    except Failed as failure:
        print(report.markdown())
        print(f"FAILED: {failure}", file=sys.stderr)
        return 1
    print(report.markdown())
    for folder in [scratch, options.results]:
        if folder:
            report.write(folder, options.size)
    for line in report.missed:
        print(f"MISSED: {line.work}: {line.result}, {line.target}")
    return 1 if report.missed and options.strict else 0


sys.exit(main())
