#!/usr/bin/env python3
"""Attacks the program from outside: Fuzz/Attack/attack.py --zhucun .build/release/zhucun [--runs N] [--seed S] [--only GROUP …]"""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import on_forms, on_growth, on_options, on_payloads, on_places, on_profiles, on_properties, on_records, on_signals, on_snapshots
from bench import Bench, Case
from findings import Findings, together
from machine import Machine

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# What is done in a round, and which share of all runs it gets.
GROUPS = {
    "records": (on_records.round, 22), "profiles": (on_profiles.round, 14), "tests": (on_profiles.tests, 6), "snapshots": (on_snapshots.round, 8), "signals": (on_signals.round, 5),
    "payloads": (on_payloads.round, 15), "forms": (on_forms.round, 8), "properties": (on_properties.round, 14), "places": (on_places.round, 4), "options": (on_options.round, 4),
    # Measured once each, however many runs there are.
    "growth": (on_growth.round, 0),
}


def worker(number, arguments, groups, folder):
    """Its own part of the rounds: those whose number leaves `number`."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    machine = Machine(arguments.zhucun, arguments.profiles, arguments.seconds, arguments.megabytes)
    bench = Bench(machine, ROOT, arguments.seed)
    findings = Findings(folder, number)
    counts = {group: [0, 0] for group in groups}
    next_round = dict.fromkeys(groups, number)
    began, told = time.monotonic(), 0.0

    def one(group, which):
        before = machine.runs
        case = Case(bench, findings, group, which)
        try:
            GROUPS[group][0](case)
        except Exception:  # The attacker's own fault must not end the attack, and must be seen.
            case.problem(f"the attacker itself: {group}: {traceback.format_exc().splitlines()[-1]}", traceback.format_exc())
        finally:
            case.close()
        counts[group][0] += 1
        counts[group][1] += machine.runs - before
        nonlocal told
        if time.monotonic() - told > 30:
            told = time.monotonic()
            print(f"  {number}: {sum(runs for _, runs in counts.values())} runs, {told - began:.0f} s, {len(findings.found)} causes", file=sys.stderr, flush=True)
            findings.save(counts)

    try:
        if arguments.round is not None:
            for group in groups:
                one(group, arguments.round)
        else:
            budget = arguments.runs / arguments.workers
            weights = {group: GROUPS[group][1] or (len(groups) == 1) for group in groups}
            if "growth" in groups:
                for which in range(number, len(on_growth.rounds(bench)), arguments.workers):
                    one("growth", which)
            while any(weights.values()) and sum(runs for group, (_, runs) in counts.items() if group != "growth") < budget:
                group = min((group for group in groups if weights[group]), key=lambda group: counts[group][1] / weights[group])
                if group == "growth":
                    break
                one(group, next_round[group])
                next_round[group] += arguments.workers
    finally:
        findings.save(counts)
        bench.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--zhucun", default=f"{ROOT}/.build/release/zhucun", help="the program")
    parser.add_argument("--profiles", default=f"{ROOT}/Profiles", help="its profiles")
    parser.add_argument("--runs", type=int, default=2000, help="how many runs in all, about; growth is measured besides")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", choices=GROUPS, default=list(GROUPS), metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--round", type=int, help="this round alone, to see a finding again")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5, help="longer is a hang")
    parser.add_argument("--megabytes", type=float, default=500, help="more is too much")
    parser.add_argument("--out", help="folder for what is found (default: a new one for temporary files)")
    arguments = parser.parse_args()
    if arguments.round is not None:
        arguments.workers = 1
    folder = arguments.out or tempfile.mkdtemp(prefix="zhucun-attack-")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    # A new binary under the same name must not change what is attacked.
    kept = os.path.join(folder, "zhucun")
    shutil.copy(arguments.zhucun, kept)
    arguments.zhucun = kept
    began = time.monotonic()
    children = []
    for number in range(arguments.workers):
        child = os.fork()
        if child == 0:
            try:
                worker(number, arguments, arguments.only, folder)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        children.append(child)
    failed = [child for child in children if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0]
    found, counts, counties = together(folder)
    report(found, counts, counties, folder, time.monotonic() - began, zlib.crc32(open(kept, "rb").read()))
    os.unlink(kept)
    sys.exit(2 if failed else 1 if found else 0)


def report(found, counts, counties, folder, seconds, mark):
    for entry in found:
        print(f"{entry['group']:10} {entry['count']:5}×  {entry['cause']}")
        print(f"                   in {', '.join(sorted(entry['where']))}")
        print(f"                   {' '.join(entry['seen'].split())[:300]}")
        print(f"                   {entry['again']}; {entry.get('place')}")
    print(f"\n{'group':12}{'rounds':>8}{'runs':>8}{'causes':>8}")
    for group, (rounds, runs) in sorted(counts.items()):
        print(f"{group:12}{rounds:8}{runs:8}{len([entry for entry in found if entry['group'] == group]):8}")
    if counties:
        print("counties    " + ", ".join(f"{name} {number}" for name, number in counties.items()))
    rounds, runs = (sum(each[index] for each in counts.values()) for index in (0, 1))
    print(f"{'all':12}{rounds:8}{runs:8}{len(found):8}   in {seconds:.0f} s, binary {mark:08x}, found in {folder}")


if __name__ == "__main__":
    main()
