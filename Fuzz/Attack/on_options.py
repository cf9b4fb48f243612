"""Odd words for every option of every command."""

from mutations import VALUES
from records import PERIODS, table

PERIOD = ["2023", "2023-Q3", "2023-H2", "2023-W01", "2023-W53", "2020-W53", "2023-07-H2", "2023-07..2023-08", "2023-07-01..2023-07-20", "0001", "9999", "0001-W01", "9999-W53", "9999-Q4",
          "0001-01-01..9999-12-31", "1900..2100", "2023-12-31..2023-01-01", "2023-02-29", "-2023", "", "2023-00", "2023-Q0", "2023-W00", "99999", "２０２３", "2023-7", "2023-W7"]
DAYS = ["2023-08-12", "0001-01-01", "9999-12-31", "9999-12-30", "2023-02-30", "", "tomorrow", "2023/8/12", "2023年8月12日", "1970-01-01", "0000-00-00", "-1"]
NUMBERS = ["0", "1", "2", "3", "-1", "64", "1000", "99999999", "9223372036854775807", "9223372036854775808", "1e3", "x", ""]


def round(case):
    pick, random = case.random.choice, case.random
    profile = pick(sorted(PERIODS))
    files = case.bench.sample(profile, cadres=2)
    records = case.folder(files)
    ids = [row[0] for row in table(files["cadres.csv"])[1:]] + ["T0001", "140622", "team:T0001", "village:x", ":", "cadre:", ":C000001"]
    word = lambda *good: pick(good) if random.random() < 0.6 else pick(VALUES)
    clean = lambda text: text.replace("\0", "").encode("utf-8", "replace").decode()
    options = {
        "--profile": lambda: word(profile, "china", "linfan", "jixian"), "--period": lambda: pick(PERIOD), "--as-of": lambda: pick(DAYS), "--since": lambda: pick(DAYS), "--until": lambda: pick(DAYS),
        "--jobs": lambda: pick(NUMBERS), "--format": lambda: word("text", "json", "csv", "html", "ics", "md", "xlsx"), "--language": lambda: word("zh", "en"), "--subject": lambda: word(*ids),
        "--division": lambda: word("140622", "14", "1", "140622100", "0"), "--provision": lambda: word("five-days-four-nights", "attendance/x", "/", ","), "--kind": lambda: word("cadre", "household", "x"),
        "--verdict": lambda: word("met", "breached,met", "符合", "x"), "--section": lambda: word("attendance", "scoring", "x,y"), "--for": lambda: word(*ids), "--report": lambda: word("attendance-bulletin", "x"),
        "--date": lambda: pick(DAYS), "--resume": lambda: pick(("/dev/null", records, records + "/cadres.csv", "/missing", "/dev/zero")), "--records": lambda: pick((records, "/missing", "/dev/null", "", "/", records + "/cadres.csv")),
    }
    flags = ["--keep-going", "--trace-time"]
    period = PERIODS[profile]
    commands = {
        "assess": (["--profile", profile, "--period", period, "--records", records], ["--period", "--as-of", "--jobs", "--format", "--language", "--subject", "--division", "--provision", "--kind", "--verdict", "--section", "--resume", "--records", "--profile"], flags),
        "due": (["--profile", profile, "--as-of", period + "-12", "--records", records], ["--as-of", "--since", "--until", "--for", "--division", "--provision", "--format", "--jobs", "--language", "--records", "--profile"], flags),
        "explain": (["--profile", profile, "--period", period, "--records", records, "--subject", ids[0]], ["--period", "--as-of", "--subject", "--provision", "--format", "--language", "--resume", "--profile"], flags[1:]),
        "bulletin": (["--profile", profile, "--period", period, "--records", records], ["--period", "--as-of", "--report", "--date", "--format", "--language", "--profile"], flags),
        "records sample": (["--profile", profile, "--cadres", "2", "--from", "2023-08-01", "--to", "2023-08-03", "--out", case.path("made")], ["--profile", "--language"], ["--awkward"]),
        "profile show": ([profile], ["--language"], []), "profile test": (["yingxian"], ["--language", "--format"], []), "profile check": ([profile], ["--format", "--language"], ["--discretion"]),
        "plugin show": (["attendance"], ["--format", "--language"], []), "profile coverage": ([profile], ["--format"], []), "records check": ([records], ["--format", "--profile"], []),
    }
    for _ in range(4):
        name = pick(sorted(commands))
        base, known, toggles = commands[name]
        args = [*name.split(), *base]
        for option in random.sample(known, min(len(known), pick((1, 1, 2, 3)))):
            args += [f"{option}={clean(options[option]())}"]
        if toggles and random.random() < 0.3:
            args.append(pick(toggles))
        if name == "records sample":
            args += [f"{pick(('--cadres', '--counties', '--households', '--seed', '--from', '--to', '--only'))}={pick((*NUMBERS[:5], *DAYS))}"]
        if name == "profile show" and random.random() < 0.7:
            args.append(f"--on={pick(DAYS)}")
        if name.startswith(("profile", "plugin")) and random.random() < 0.3:
            args.append(clean(pick(VALUES)).replace("-", "x"))
        case.label = f" ({' '.join(sorted(word.split('=')[0] for word in args if word.startswith('--') and '=' in word))})"
        outcome = case.run(args)
        if not known_code(outcome):
            case.problem(f"exit {outcome.code}{case.label}", outcome.err[:200].decode('utf-8', 'replace'), outcome)


def known_code(outcome):
    return outcome.hung or outcome.code in (0, 1, 2, 3, 4, 64) or outcome.code < 0
