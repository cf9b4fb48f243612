"""Spoiled and forged snapshots: refused, or what a whole run finds, byte for byte."""

from mutations import bytes_spoiled, forged
from records import PERIODS


def round(case):
    pick = case.random.choice
    profile = pick(sorted(PERIODS))
    files = case.bench.sample(profile, cadres=pick((2, 5)), seed=case.random.randrange(3))
    records, period = case.folder(files), PERIODS[profile]
    whole = ["assess", "--profile", profile, "--period", period, "--records", records, "--format", pick(("json", "text", "csv", "html"))]
    first = case.run([*whole, "--snapshot", case.path("taken")])
    if first.code != 0:
        case.problem(f"a sample county cannot be assessed: {profile}", first.err[:300].decode("utf-8", "replace"), first)
        return
    good = open(case.path("taken"), "rb").read()
    for _ in range(6):
        is_forged = case.random.random() < 0.6
        bad = forged(case.random, good) if is_forged else bytes_spoiled(case.random, good)
        with open(case.path("bad"), "wb") as file:
            file.write(bad)
        case.label = " (forged snapshot)" if is_forged else " (spoiled snapshot)"
        if case.random.random() < 0.2:
            case.run(["explain", *whole[1:7], "--subject", "C000001", "--resume", case.path("bad")])
            continue
        outcome = case.run([*whole, "--resume", case.path("bad"), *pick(([], [], ["--snapshot", case.path("next")]))])
        # Who forges the checksum too can say what he likes of the days; who does not must be found out.
        if not is_forged and bad != good and outcome.code == 0:
            case.problem("a spoiled snapshot is gone on from", "exit 0", outcome)
