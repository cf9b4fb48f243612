"""Hostile texts in every text column of every kind, into every output."""

import os

from outputs import MARK
from records import DIVISIONS, PERIODS, County, table, written

PAYLOADS = {
    "markup": f"<script>{MARK}</script>", "attribute": f"\" onmouseover=\"{MARK}", "formula": f"=cmd|'/c {MARK}'!A0", "plus": f"+{MARK}", "minus": f"-{MARK}", "at": f"@{MARK}",
    "tab": f"\t={MARK}", "escape": f"\x1b[2J\x1b]0;{MARK}\x07", "newline": f"x\n{MARK}", "return": f"x\r{MARK}", "crlf": f"x\r\n{MARK}:x", "bidi": f"\u202e{MARK}\u2066", "nul": f"x\0{MARK}",
    "c1": f"\u009b2J{MARK}", "separator": f"x\u2028{MARK}", "next line": f"x\u0085{MARK}", "path": f"../../{MARK}", "slash": f"/tmp/{MARK}", "markdown": f"[{MARK}](javascript:alert)",
    "pipe": f"a|{MARK}|b", "quote": f"a\"{MARK}", "ics": f"x\r\nEND:VEVENT\r\nX-{MARK}:", "entity": f"&lt;script&gt;{MARK}", "backslash": f"\\n{MARK}\\", "wide": "字" * 21, "long": "x" * 5000,
    "combining": "e" + "\u0301" * 300, "comment": f"--><script>{MARK}</script><!--", "semicolon": f"a;{MARK}",
}


def round(case):
    bench, pick = case.bench, case.random.choice
    profile = pick(sorted(DIVISIONS))
    county = County(bench.kinds, case.random, DIVISIONS[profile], PERIODS[profile])
    files = county.files
    targets = [(kind, column) for kind in bench.kinds.all for column in kind.columns
               if any(column["type"].startswith(each) for each in ("an identifier", "the identifier", "text")) or column["type"].endswith("or another")]
    kind, column = pick(targets)
    name, payload = pick(sorted(PAYLOADS.items()))
    rows = table(files[kind.file])
    if len(rows) < 2:
        return
    at = rows[0].index(column["name"])
    old = rows[1][at]
    ids = ["cadre-0001"]
    if column["type"].startswith(("an identifier", "the identifier")) and old:
        # Wherever the old one stands, so that it stays the identifier of something.
        for file in files:
            files[file] = written([[payload if field == old else field for field in row] for row in table(files[file])])
        ids = [payload, "cadre-0001"]
    else:
        for row in rows[1:] if case.random.random() < 0.5 else rows[1:2]:
            row[at] = payload
        files[kind.file] = written(rows)
    records = case.folder(files)
    case.label = ""
    for args in case.random.sample(commands(case, profile, records, ids), 4):
        outcome = case.run(args)
        case.bulletins(outcome)
        if outcome.command == "bulletin" and stray(case):
            case.problem("bulletin writes outside its folder", f"{kind.name}.{column['name']}: {stray(case)}", outcome)


def stray(case):
    return [name for name in os.listdir(case.scratch) if name not in ("records", "bulletins")]


def commands(case, profile, records, ids):
    period, pick = PERIODS[profile], case.random.choice
    common = ["--records", records, "--profile", profile]
    keep = ["--keep-going"] if case.random.random() < 0.8 else []
    subject = pick(ids)
    subject = ["--subject=" + subject.replace("\0", "")]
    every = []
    for form in ("text", "json", "csv", "html"):
        every.append(["assess", *common, "--period", pick((period, period[:4])), "--format", form, *keep])
        every.append(["assess", *common, "--period", period, "--format", form, *keep, *pick((["--verdict", "breached"], ["--kind", pick(("cadre", "team", "village", "household"))], subject))])
    for form in ("text", "json", "ics"):
        every.append(["due", *common, "--as-of", period + "-20", "--format", form, *keep])
    for form in ("text", "json"):
        every.append(["explain", *common, "--period", period, *subject, "--format", form])
        every.append(["records", "check", records, "--profile", profile, "--format", form])
    for form in ("md", "html", "xlsx"):
        every.append(["bulletin", *common, "--period", pick((period, period[:4])), "--format", form, "--out", case.path("bulletins"), *keep])
    return every
