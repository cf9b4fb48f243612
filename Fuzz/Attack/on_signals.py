"""Signals while something is written: the old file or the new one, never a part, and nothing left beside it."""

import io
import os
import shutil
import signal
import zipfile

from records import PERIODS

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def round(case):
    pick = case.random.choice
    profile = pick(sorted(PERIODS))
    records = case.folder(case.bench.sample(profile, cadres=pick((5, 60)), seed=1), "records")
    period = PERIODS[profile]
    common = ["--profile", profile, "--records", records]
    what = pick(("assess", "snapshot", "due", "bulletin", "sample", "resume"))
    out = case.path("out")
    os.makedirs(out)
    file = os.path.join(out, "file")
    match what:
        case "assess": args = ["assess", *common, "--period", period, "--format", pick(("json", "text", "html", "csv")), "--out", file]
        case "snapshot" | "resume": args = ["assess", *common, "--period", period, "--format", "json", "--snapshot", file, "--out", file + "2"]
        case "due": args = ["due", *common, "--as-of", period + "-20", "--format", pick(("json", "text", "ics")), "--out", file]
        case "bulletin": args = ["bulletin", *common, "--period", period, "--format", pick(("md", "html", "xlsx")), "--out", out]
        case _: args = ["records", "sample", "--profile", profile, "--cadres", "60", "--from", period + "-01", "--to", period + "-28", "--out", os.path.join(out, "sample")]
    whole = case.run(args)
    if whole.code != 0:
        return
    new = tree(out)
    if what == "resume":
        args += ["--resume", file]
    for _ in range(6):
        old = restore(out, new, what)
        number = pick(SIGNALS)
        outcome = case.run(args, checked=False, interrupt=(case.random.random() * whole.seconds * 1.1, number))
        case.label = f" ({what}, {number.name})"
        # Before it has begun, a signal ends it as it ends any program.
        if outcome.code != -number:
            case.check(outcome)
        if outcome.code not in (0, 128 + number, -number):
            case.problem(f"{what} stopped by {number.name} ends otherwise", f"exit {outcome.code}", outcome)
        now = tree(out)
        for name in now.keys() | new.keys() | old.keys():
            if now.get(name) in (old.get(name), new.get(name)):
                continue
            kind = "is left" if name not in new else "is gone" if name not in now else "is neither the old nor the new"
            case.problem(f"{what} stopped by a signal: a file {kind}", f"{name} after {number.name}", outcome)
        if what == "sample" and 0 < len(now) < len(new):
            case.problem("sample stopped by a signal leaves a part of the folder", f"{len(now)} of {len(new)} files", outcome)


def tree(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                found[os.path.relpath(os.path.join(path, name), folder)] = stable(file.read())
    return found


def stable(data):
    """A workbook without the part that holds the time at which it was made."""
    if data[:2] != b"PK":
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return b"".join(book.read(name) for name in book.namelist() if not name.startswith("docProps"))
    except zipfile.BadZipFile:
        return data


def restore(folder, new, what):
    """Old files in the places of the new ones; a sample's folder must not be there."""
    shutil.rmtree(folder)
    os.makedirs(folder)
    if what == "sample":
        return {}
    old = {}
    for name, data in new.items():
        old[name] = data if what == "resume" else b"old"
        with open(os.path.join(folder, name), "wb") as file:
            file.write(old[name])
    return old
