"""The same records written otherwise: the results must be the same, byte for byte."""

import datetime
import re

from records import PERIODS, table, written

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def round(case):
    pick = case.random.choice
    profile, period, files = case.bench.county(case.random)
    plain = case.folder(files)
    form = pick(sorted(FORMS))
    changed = FORMS[form](case, files)
    command = pick(("assess", "assess", "due", "explain", "bulletin"))
    match command:
        case "assess": args = ["assess", "--period", period, "--format", pick(("text", "json", "csv", "html")), *pick(([], ["--as-of", period + "-15"]))]
        case "due": args = ["due", "--as-of", period + "-15", "--format", pick(("text", "json", "ics"))]
        case "explain": args = ["explain", "--period", period, "--subject", table(files["cadres.csv"])[1][0], "--format", pick(("text", "json"))]
        case _: args = ["bulletin", "--period", period, "--format", pick(("md", "html")), "--report", "attendance-bulletin"]
    args += ["--profile", profile]
    before = case.run([*args, "--records", plain])
    after = case.run([*args, "--records", case.folder(changed, "otherwise")])
    if before.hung or after.hung:
        return
    if (before.code, before.out) != (after.code, after.out):
        case.problem(f"{form}: it finds something else", difference(before, after), after)


def difference(before, after):
    if before.code != after.code:
        return f"exit {before.code} and {after.code}: {after.err[:300].decode('utf-8', 'replace')}"
    for old, new in zip(before.out.splitlines(), after.out.splitlines()):
        if old != new:
            at = next((index for index, (a, b) in enumerate(zip(old, new)) if a != b), 0)
            return f"{old[max(0, at - 60):at + 120].decode('utf-8', 'replace')}  |  {new[max(0, at - 60):at + 120].decode('utf-8', 'replace')}"
    return "one is longer"


def each(change):
    return lambda case, files: {name: change(case, name, data) for name, data in files.items()}


def shuffled(case, name, data):
    head, *rows = table(data)
    case.random.shuffle(rows)
    return written([head, *rows])


def columns(case, name, data):
    rows = table(data)
    order = list(range(len(rows[0])))
    case.random.shuffle(order)
    return written([[row[index] for index in order] for row in rows])


def chinese(case, name, data):
    kind = case.bench.kinds.named(name)
    rows = table(data)
    rows[0] = [kind.column(field)["zh"] if kind.column(field) else field for field in rows[0]]
    return written(rows)


def days(write):
    def change(case, name, data):
        kind, rows = case.bench.kinds.named(name), table(data)
        places = [index for index, field in enumerate(rows[0]) if kind.column(field) and kind.column(field)["type"].startswith("a date")]
        for row in rows[1:]:
            for index in places:
                row[index] = DAY.sub(lambda found: write(*found.groups()), row[index])
        return written(rows)
    return change


def times(case, name, data):
    """The same moments with another offset."""
    if name != "checkins.csv":
        return data
    rows = table(data)
    at = rows[0].index("time")
    for row in rows[1:]:
        moment = datetime.datetime.fromisoformat(row[at])
        if moment.tzinfo:
            zone = datetime.timezone(datetime.timedelta(hours=case.random.choice((0, 8, 9, -5))))
            row[at] = moment.astimezone(zone).isoformat().replace("+00:00", case.random.choice(("Z", "+00:00")))
    return written(rows)


FORMS = {
    "rows shuffled": each(shuffled), "columns shuffled": each(columns), "Chinese headers": each(chinese), "CRLF": each(lambda case, name, data: data.replace(b"\n", b"\r\n")),
    "byte order mark": each(lambda case, name, data: b"\xef\xbb\xbf" + data), "GB18030": each(lambda case, name, data: data.decode().encode("gb18030")),
    "everything quoted": each(lambda case, name, data: written(table(data), True)), "no last line end": each(lambda case, name, data: data.rstrip(b"\n")),
    "2023/7/1": each(days(lambda y, m, d: f"{y}/{int(m)}/{int(d)}")), "2023年7月1日": each(days(lambda y, m, d: f"{y}年{int(m)}月{int(d)}日")),
    "other offsets": each(times), "CRLF, quoted, shuffled": each(lambda case, name, data: written(table(shuffled(case, name, data)), True, "\r\n")),
}
