"""Brings the results of zhucun into the form of baselines/QUERY.md. usage: answers.py RESULTS.csv FOLDER"""

import csv
import os
import subprocess
import sys


def reshape(results, folder):
    weeks, months, teams = [open(f"{folder}/{name}.unsorted", "w") for name in ("weeks", "months", "teams")]
    with open(results, encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        column = {name: index for index, name in enumerate(next(rows))}
        subject, provision, unit, verdict = (column[name] for name in ("subject", "provision", "unit", "verdict"))
        days, nights, countable = (column[name] for name in ("days_on_post", "nights", "countable_days"))
        county, rank, ranked, band = (column[name] for name in ("county", "rank", "ranked", "band"))
        for row in rows:
            if row[provision] == "attendance/week":
                weeks.write(f"{row[subject]},{row[unit]},{row[days]},{row[nights]}\n")
            elif row[provision] == "attendance/month":
                months.write(f"{row[subject]},{row[unit]},{row[days]},{row[countable]},{int(row[verdict] == 'met')}\n")
            elif row[verdict] != "undetermined":
                teams.write(f"{row[county]},{row[subject]},{row[rank]},{row[ranked]},{row[band]}\n")
    finish(weeks, "cadre,week,days,nights", [])
    finish(months, "cadre,month,days,posted,ok", [])
    finish(teams, "county,team,rank,ranked,band", ["-t", ",", "-k1,1", "-k3,3n", "-k2,2"])


def finish(file, header, order):
    """Sorts outside of this process: a country has seven million rows."""
    file.close()
    with open(file.name.replace(".unsorted", ".csv"), "w") as out:
        out.write(header + "\n")
        out.flush()
        subprocess.run(["sort", *order, file.name], stdout=out, env={"LC_ALL": "C", "PATH": os.environ["PATH"]}, check=True)
    os.remove(file.name)


if __name__ == "__main__":
    reshape(*sys.argv[1:])
