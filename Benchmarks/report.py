"""The table of a run: what was measured, how it compares, whether a target is met; as Markdown and as JSON."""

import json
import os
import platform
from dataclasses import asdict, dataclass


@dataclass
class Line:
    work: str
    result: str
    target: str = ""
    passed: bool = None  # None: nothing to pass

    @property
    def mark(self):
        return {None: "", True: "pass", False: "MISSED"}[self.passed]


class Report:
    def __init__(self, title, judges):
        self.title = title
        self.judges = judges  # whether the targets are meant for this size
        self.lines = []
        self.measured = []

    def add(self, *results):
        self.measured += results

    def line(self, work, result):
        self.lines.append(Line(work, result))

    def at_least(self, work, ratio, target, unit=" times", always=False):
        self._judge(work, f"{ratio:.2f}{unit}", f"at least {target}{unit}", ratio >= target, always)

    def at_most(self, work, value, target, unit=" times", digits=2, always=False):
        self._judge(work, f"{value:.{digits}f}{unit}", f"at most {target}{unit}", value <= target, always)

    def same(self, work, what):
        """An answer that was compared; one that differs has ended the run."""
        self.lines.append(Line(work, what, "the same", True))

    def _judge(self, work, result, target, passed, always):
        self.lines.append(Line(work, result, target, passed if self.judges or always else None))

    @property
    def missed(self):
        return [line for line in self.lines if line.passed is False]

    def markdown(self):
        rows = ["| work | result | target | |", "| --- | --- | --- | --- |"]
        rows += [f"| {line.work} | {line.result} | {line.target} | {line.mark} |" for line in self.lines]
        runs = ["| run | median s | from – to | processor s | peak MB |", "| --- | --- | --- | --- | --- |"]
        for m in self.measured:
            runs.append(f"| {m.name} | {m.median:.3f} | {min(m.seconds):.3f} – {max(m.seconds):.3f} | {m.processor_median:.3f} | {m.peak / 1e6:.0f} |")
        return "\n".join([f"{self.title}; {machine()}.", "", *rows, "", *runs, ""])

    def write(self, folder, name):
        os.makedirs(folder, exist_ok=True)
        with open(f"{folder}/{name}.md", "w") as file:
            file.write(self.markdown())
        with open(f"{folder}/{name}.json", "w") as file:
            found = {"title": self.title, "machine": machine(), "lines": [asdict(line) for line in self.lines], "runs": [m.as_json() for m in self.measured]}
            json.dump(found, file, indent=1)
            file.write("\n")


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{model}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GB, Linux {platform.release()}"
