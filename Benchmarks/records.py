"""The folders of records that are measured, made by the product itself and kept in the scratch folder."""

import os
import shutil
import subprocess

from runs import Command, Failed, run

FIRST, LAST = "2023-10-01", "2023-12-31"
PERIOD = "2023-Q4"
DAYS = 92
KINDS = ["checkins", "leaves", "scores", "incidents", "annual_grades", "polls"]
BYTES_OF_CADRE = 15_000
WHO_IS_WHERE = ["units", "villages", "teams", "cadres", "postings"]


class Records:
    def __init__(self, program, scratch):
        self.program = program
        self.scratch = scratch
        os.makedirs(f"{scratch}/records", exist_ok=True)

    def quarter(self, cadres, counties, awkward=False):
        """A quarter of many counties: what attendance, scoring, ranking and consequences need."""
        name = f"{cadres}-{counties}" + ("-awkward" if awkward else "")
        return self._sample(name, cadres, ["--counties", str(counties), "--only", *KINDS] + (["--awkward"] if awkward else []))

    def county(self):
        """One county of 300 cadres with every kind of record."""
        return self._sample("county", 300, [])

    def _sample(self, name, cadres, options):
        folder = f"{self.scratch}/records/{name}"
        if not os.path.isdir(folder):
            needed = cadres * BYTES_OF_CADRE
            if shutil.disk_usage(self.scratch).free < needed * 1.2:
                raise Failed(f"{needed / 1e9:.0f} GB are needed in {self.scratch}: make room, or set SCRATCH")
            print(f"making {folder} …", flush=True)
            command = [self.program, "records", "sample", "--profile", "shanxi", "--cadres", str(cadres), "--from", FIRST, "--to", LAST,
                       "--seed", "7", *options, "--out", folder]
            run(Command("sample", command), self.scratch)
        return folder

    def presence_only(self, folder):
        """The same cadres and check-ins, nothing else, and all days kept: what the baselines look at."""
        out = f"{self.scratch}/records/presence"
        shutil.rmtree(out, ignore_errors=True)
        os.makedirs(out)
        for kind in WHO_IS_WHERE + ["checkins"]:
            os.symlink(f"{os.path.abspath(folder)}/{kind}.csv", f"{out}/{kind}.csv")
        with open(f"{out}/coverage.csv", "w") as file:
            file.write("kind,division,from,to\ncheckin,14,2023-09-01,2024-01-31\n")
        return out


class DayAfterDay:
    """A quarter of which the last day's check-ins come later."""

    def __init__(self, folder, scratch):
        self.folder = f"{scratch}/records/day-after-day"
        self._kept = f"{scratch}/records/day-after-day.parts"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.rmtree(self._kept, ignore_errors=True)
        os.makedirs(self.folder)
        os.makedirs(self._kept)
        for entry in os.scandir(folder):
            if entry.name != "checkins.csv":
                os.symlink(os.path.abspath(entry.path), f"{self.folder}/{entry.name}")
        self._grep(["-v"], f"{folder}/checkins.csv", f"{self.folder}/checkins.csv")
        self._grep([], f"{folder}/checkins.csv", f"{self._kept}/last.csv")

    def _grep(self, options, source, target):
        with open(target, "wb") as out:
            subprocess.run(["grep", *options, f",{LAST}[ T]", source], stdout=out, env={"LC_ALL": "C", "PATH": os.environ["PATH"]}, check=True)

    def append_last_day(self):
        """How many rows came."""
        with open(f"{self._kept}/last.csv", "rb") as rows, open(f"{self.folder}/checkins.csv", "ab") as file:
            shutil.copyfileobj(rows, file, 1 << 20)
        with open(f"{self._kept}/last.csv", "rb") as rows:
            return sum(1 for _ in rows)

    def remove(self):
        shutil.rmtree(self.folder)
        shutil.rmtree(self._kept)
