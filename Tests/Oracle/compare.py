"""Holds a zhucun program against the oracle over random counties; prints each difference with what it is about."""
import argparse
import collections
import csv
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from fractions import Fraction

import civil
import oracle
from counties import EXTRA, FEATURES, County

STRICTNESS = set()
STAGE = ("china", "calendars")


def stage_profiles(folder, later):
    """A folder of profiles: the ground and the calendars that are shipped, and the oracle's own."""
    os.makedirs(folder)
    for name in STAGE:
        shutil.copytree(os.path.join(oracle.REPOSITORY, "Profiles", name), os.path.join(folder, name))
    for name in os.listdir(os.path.join(oracle.HERE, "Profiles")):
        shutil.copytree(os.path.join(oracle.HERE, "Profiles", name), os.path.join(folder, name))
        if later:
            shutil.copytree(os.path.join(oracle.HERE, "Later", name), os.path.join(folder, name), dirs_exist_ok=True)


def run(zhucun, profiles, folder, period, as_of):
    command = [zhucun, "assess", "--profiles", profiles, "--records", folder, "--period", period, "--format", "json", "--jobs", "1"]
    if as_of:
        command += ["--as-of", civil.iso(as_of)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode not in (0, 3):
        raise RuntimeError(f"exit {done.returncode}: {done.stderr[-3000:]}")
    return json.loads(done.stdout) if done.stdout.strip() else {"counties": []}


def flatten(results):
    """{key: (outcome, county)} and {key: values over the period}."""
    outcomes, sums = {}, {}
    for county in results["counties"]:
        for s in county["subjects"]:
            for o in s["outcomes"]:
                key = (county["profile"], s["kind"], s["id"], o["provision"], o["unit"], o.get("record"))
                outcomes[key] = (o, county["county"]) if key not in outcomes else (o, "twice: " + outcomes[key][1] + " " + county["county"])
            for o in s["over_period"]:
                sums[county["profile"], s["kind"], s["id"], o["provision"]] = o["found"]
    return outcomes, sums


def same_value(expected, found):
    """An exact value must be said; a range must not be said as if it were exact."""
    if isinstance(expected, tuple) and expected[0] != expected[1]:
        if "lenient" in STRICTNESS:
            return True
        if not isinstance(found, dict):
            return found is None and "ranges" not in STRICTNESS
        low, high = found.get("at_least"), found.get("at_most")
        # What is known for certain is the same; what is possible may be said more widely, as where it lies beyond the days that were read.
        return (low is None or oracle.text(expected[0]) == str(low)) and (high is None or expected[1] is None or expected[1] <= Fraction(str(high)))
    return found is not None and oracle.text(expected) == str(found)


def values_differ(expected, found, alternatives, is_open=False):
    """[(name, expected, found, reading or None)] of values that differ."""
    out = []
    for name in sorted(set(expected) | set(found)):
        want, have = expected.get(name), found.get(name)
        if want is None:
            # Bounds of what is unknown are no exact number.
            if have is not None and not isinstance(have, dict) and name not in ("outcome", "proposed", "overdue", "asked"):
                out.append((name, "unknown", have, None))
        elif is_open and isinstance(want, tuple) and (have is None or str(have) == oracle.text(want[0])):
            continue  # how an open unit stands so far
        elif not same_value(want, have):
            reading = next((r for r, v in alternatives.get(name, []) if v is not None and same_value(v, have)), None)
            out.append((name, oracle.text(want), have, reading))
    return out


def same_verdict(expected, found):
    return expected == found or expected == "open" and found == "not_applicable"


def differences(made, mine, program):
    """Each as (what, key, expected, found, detail, readings)."""
    theirs, their_sums = flatten(program)
    out = []
    for key in sorted(set(mine.outcomes) | set(theirs), key=str):
        section = key[3].split("/")[0]
        if section not in mine.sections:
            continue
        if key not in theirs:
            if "not-begun" in mine.outcomes[key].readings:
                continue  # units to come need not be shown
            out.append((f"{key[3]}: no outcome", key, mine.outcomes[key].verdict, None, mine.outcomes[key].why, mine.outcomes[key].readings))
            continue
        have, county = theirs[key]
        if key not in mine.outcomes:
            if have["verdict"] == "not_applicable":
                continue  # it says that there is nothing to say
            # The oracle routes a leave by its first day, the program where the cadre is posted on some day of it.
            reading = {"leave-before-posting"} if section == "leave" else set()
            out.append((f"{key[3]}: not expected", key, None, have["verdict"], have["found"], reading))
            continue
        want = mine.outcomes[key]
        detail = f"{want.why} expected { {k: oracle.text(v) for k, v in want.values.items()} } found {have['found']}"
        if not same_verdict(want.verdict, have["verdict"]):
            out.append((f"{key[3]}: verdict", key, want.verdict, have["verdict"], detail, want.readings))
        if want.verdict != "not_applicable" and have["verdict"] != "not_applicable":
            for name, a, b, reading in values_differ(want.values, have["found"], want.alternatives, getattr(want, "is_open", False)):
                out.append((f"{key[3]}: {name}", key, a, b, detail, want.readings | ({reading} if reading else set())))
        if getattr(want, "county", None) not in (None, county):
            out.append((f"{key[3]}: county", key, want.county, county, detail, want.readings))
        if want.owed and have.get("owed") and (civil.iso(want.owed[0]), want.owed[1]) != (have["owed"]["due"], have["owed"]["done"]):
            out.append((f"{key[3]}: owed", key, want.owed, have["owed"], detail, want.readings))
    for key in sorted(set(mine.sums) & set(their_sums)):
        want = mine.sums[key]
        for name, a, b, reading in values_differ(want.values, their_sums[key], want.alternatives):
            out.append((f"{key[3]} over period: {name}", key, a, b, want.why, want.readings | ({reading} if reading else set())))
    return out


def compare(job):
    seed, args, profiles = job
    made = None
    folder = tempfile.mkdtemp(prefix=f"county-{seed}-")
    try:
        made = County(seed, args.without, getattr(args, "with"))
        made.write(folder)
        mine = oracle.Oracle(folder, made.period.name, made.as_of, profiles).run()
        program = run(args.zhucun, profiles, folder, made.period.name, made.as_of)
        found = differences(made, mine, program)
        return seed, made, len(mine.outcomes) + len(mine.sums), found, concerned(folder, found) if args.verbose else None
    except Exception as error:  # told with its seed, and the other seeds go on
        import traceback
        return seed, made, 0, [("error", (str(error)[:2000],), None, None, traceback.format_exc()[-1500:], set())], None
    finally:
        if not args.keep:
            shutil.rmtree(folder)


FILES = {"attendance": ("postings", "leaves", "checkins"), "scoring": ("scores", "postings"), "ranking": ("scores", "postings"),
         "grading": ("scores", "postings"), "leave": ("leaves", "postings"), "duties": ("activities", "postings"), "deadlines": ("cases",),
         "consequences": ("incidents", "postings", "attestations")}


def concerned(folder, found):
    """The rows of the records that a difference is about: {key: rows}; check-ins of its unit alone."""
    files, out = {}, {}
    for key in {d[1] for d in found if len(d[1]) > 3}:
        out[key] = []
        for kind in FILES[key[3].split("/")[0]]:
            path = os.path.join(folder, kind + ".csv")
            if kind not in files and os.path.exists(path):
                with open(path, encoding="utf-8") as file:
                    files[kind] = [row for row in csv.reader(file)][1:]
            rows = [row for row in files.get(kind, ()) if key[2] in row]
            if kind == "checkins":
                unit = civil.period(key[4]) if len(key) > 4 else None
                rows = sorted(row for row in rows if unit and unit.first <= civil.day(row[1][:10]) <= unit.last + 1)[:40]
            out[key] += [f"{kind}: {','.join(row)}" for row in sorted(rows)]
    return out


def results(jobs, workers):
    """What came of each job, in order. A pool is let run out, not stopped: whoever blocks SIGTERM (a test runner's threads) would hang it."""
    if workers == 1:
        yield from map(compare, jobs)
        return
    pool = multiprocessing.Pool(workers)
    yield from pool.imap(compare, jobs)
    pool.close()
    pool.join()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--zhucun", required=True)
    options.add_argument("--seeds", default="1..20", help="A..B")
    options.add_argument("--without", nargs="*", default=[], help="corners to leave out: " + FEATURES)
    options.add_argument("--with", nargs="*", default=[], help="corners that are only there where asked for: " + EXTRA)
    options.add_argument("--later", action="store_true", help="with the editions in Later/")
    options.add_argument("--ranges", action="store_true", help="a range must be told, not only left out")
    options.add_argument("--sections", nargs="*", help="only these")
    options.add_argument("--plain", action="store_true", help="only differences that hang on no reading")
    options.add_argument("--verdicts", action="store_true", help="no numbers: verdicts and outcomes that only one side has")
    options.add_argument("--only", help="only differences whose kind contains this")
    options.add_argument("--ignore", nargs="*", default=[], help="readings whose differences are not shown")
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--examples", type=int, default=3, help="shown of each kind of difference")
    options.add_argument("--verbose", action="store_true", help="with the rows concerned")
    options.add_argument("--keep", action="store_true", help="keep the folders of records")
    options.add_argument("--lenient", action="store_true", help="pass over numbers that should be a range")
    args = options.parse_args()
    STRICTNESS.update(name for name in ("lenient", "ranges") if getattr(args, name))
    first, _, last = args.seeds.partition("..")
    stage = tempfile.mkdtemp(prefix="oracle-")
    profiles = os.path.join(stage, "profiles")
    stage_profiles(profiles, args.later)
    began, total, kinds, seeds = time.time(), 0, collections.defaultdict(list), 0
    jobs = [(seed, args, profiles) for seed in range(int(first), int(last or first) + 1)]
    for seed, made, count, found, rows in results(jobs, args.workers):
        seeds, total = seeds + 1, total + count
        for d in found:
            section = d[0].split("/")[0]
            if (not args.sections or section in args.sections or d[0] == "error") and (not args.only or args.only in d[0]) \
                    and not d[5] & set(args.ignore) and not (args.plain and d[5]) \
                    and (not args.verdicts or d[0].split(": ")[-1] in ("verdict", "no outcome", "not expected", "error", "county")):
                kinds[d[0], d[2] if "verdict" in d[0] else "", d[3] if "verdict" in d[0] else ""].append((seed, made, d, rows))
    for kind, held in sorted(kinds.items(), key=lambda k: -len(k[1])):
        marks = collections.Counter(mark for _, _, d, _ in held for mark in d[5] or ["plain"])
        print(f"\n{len(held)} × {kind[0]} {kind[1]} → {kind[2]} [{', '.join(f'{m} {n}' for m, n in marks.most_common())}]")
        for seed, made, d, rows in sorted(held, key=lambda h: len(h[2][5]))[:args.examples]:  # the plainest first
            as_of = f" as of {civil.iso(made.as_of)}" if made and made.as_of else ""
            print(f"  seed {seed} {made and made.period}{as_of} {' '.join(str(part) for part in d[1] if part)}: "
                  f"expected {d[2]}, found {d[3]}\n    {d[4]}")
            for row in (rows or {}).get(d[1], []):
                print("      " + row)
    shutil.rmtree(stage)
    wrong = sum(len(h) for h in kinds.values())
    print(f"\n{seeds} counties, {total} outcomes, {wrong} differences of {len(kinds)} kinds, {time.time() - began:.1f} s")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
