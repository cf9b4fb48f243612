"""Spoiled profiles and policy tests under every command."""

import glob
import os
import shutil

from mutations import LineMutations
from records import DIVISIONS, PERIODS


def copied(case, source, changed):
    """The profiles with one file changed; the rest are links."""
    target = case.path("Profiles")
    for path, folders, names in os.walk(source):
        there = os.path.join(target, os.path.relpath(path, source))
        os.makedirs(there, exist_ok=True)
        for name in names:
            full = os.path.join(path, name)
            relative = os.path.relpath(full, source)
            if relative in changed:
                with open(os.path.join(there, name), "wb") as file:
                    file.write(changed[relative])
            else:
                os.symlink(full, os.path.join(there, name))
    for relative, data in changed.items():
        place = os.path.join(target, relative)
        if not os.path.lexists(place):
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "wb") as file:
                file.write(data)
    return target


def text_of(source, name):
    with open(os.path.join(source, name), encoding="utf-8") as file:
        return file.read()


def encoded(text):
    return text.encode("utf-8", "surrogateescape") if all(not "\ud800" <= letter <= "\udbff" for letter in text) else text.encode("utf-8", "replace")


def round(case):
    pick, source = case.random.choice, case.bench.machine.profiles
    names = [os.path.relpath(path, source) for path in glob.glob(source + "/**/*.yaml", recursive=True) if "/tests/" not in path]
    editions = [name for name in names if name.split("/")[0] not in ("calendars", "documents")]
    name = pick(editions if case.random.random() < 0.8 else names)
    changed = {}
    if case.random.random() < 0.06:
        changed, label = identities(case)
        name = sorted(changed)[0]
    else:
        text, steps = LineMutations(case.random).apply(text_of(source, name))
        changed, label = {name: encoded(text)}, steps[0] if len(steps) == 1 else ""
    case.label = f" (profile: {label})" if label else ""
    profiles = copied(case, source, changed)
    folder = name.split("/")[0]
    code = folder if folder in DIVISIONS or os.path.exists(f"{source}/{folder}/profile.yaml") and folder != "china" else pick(sorted(DIVISIONS))
    base = code if code in DIVISIONS else "shanxi"
    records = case.folder(case.bench.sample(base, cadres=2))
    for args in case.random.sample(commands(case, code, base, records), 2):
        outcome = case.run([*args, "--profiles", profiles])
        case.bulletins(outcome)


def commands(case, code, base, records):
    period, pick = PERIODS[base], case.random.choice
    form = lambda *names: ["--format", pick(names)]
    return [
        ["profile", "check", code, *form("text", "json")],
        ["profile", "check", "--discretion"],
        ["profile", "show", code, *form("text", "json")],
        ["profile", "show", code, "--on", pick(("2023-08-01", "1999-01-01", "2050-01-01"))],
        ["profile", "coverage", code, *form("text", "json")],
        ["profile", "list", *form("text", "json")],
        ["records", "check", records, *form("text", "json")],
        ["assess", "--records", records, "--period", pick((period, period[:4])), "--profile", code, *form("text", "json", "html", "csv")],
        ["assess", "--records", records, "--period", period, *form("text", "json", "html", "csv")],
        ["due", "--records", records, "--as-of", period + "-12", "--profile", code, *form("text", "json", "ics")],
        ["explain", "--records", records, "--period", period, "--subject", "C000001", "--profile", code, *form("text", "json")],
        ["bulletin", "--records", records, "--period", period, "--profile", code, *form("md", "html", "xlsx"), "--out", case.path("bulletins")],
    ]


def identities(case):
    """Cycles of `extends`, names twice, divisions that lie oddly."""
    pick = case.random.choice
    bad = pick(("shanxi", "xiangyuan", "linfen", "nowhere", "china", "''", "[shanxi]", "shanxi, linfen", "~"))
    profile = f"profile: {pick(('shanxi', 'linfen', 'x'))}\nname: 名\nname_en: N\ndivision: \"{pick(('140000', '14', '1410', '999999', '141000000000', 'x', ''))}\"\nextends: {bad}\n"
    if case.random.random() < 0.5:
        profile += f"aliases: {pick(('[linfen]', '[shanxi, shanxi]', '../x', '[]', '[[]]'))}\n"
    return {f"{pick(('shanxi', 'linfen', 'xiangyuan', 'x'))}/profile.yaml": profile.encode()}, "identity"


def tests(case):
    """Spoiled policy tests; a few small ones, so that a run is short."""
    pick, source = case.random.choice, case.bench.machine.profiles
    names = [os.path.relpath(path, source) for path in glob.glob(source + "/*/tests/*.yaml")]
    name = pick(names)
    text = text_of(source, name)
    if "\n  - name:" in text:
        head, *items = text.split("\n  - name:")
        items = case.random.sample(items, min(len(items), pick((1, 3, 8))))
        text = "\n  - name:".join([head, *items])
    text, steps = LineMutations(case.random).apply(text)
    case.label = f" (tests: {steps[0]})" if len(steps) == 1 else ""
    folder = name.split("/")[0]
    profiles = copied(case, source, {name: encoded(text)})
    for other in os.listdir(f"{profiles}/{folder}/tests"):
        if other != os.path.basename(name):
            os.unlink(f"{profiles}/{folder}/tests/{other}")
    for args in case.random.sample([[], ["--coverage"], ["--format", "json"], ["--coverage", "--format", "json"], ["--language", "en"]], 2):
        case.run(["profile", "test", folder, *args, "--profiles", profiles])
    if case.random.random() < 0.02:
        case.run(["profile", "test", folder, "--mutate", "--profiles", profiles], seconds=60)
    shutil.rmtree(profiles)
