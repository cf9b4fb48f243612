"""Runs programs and measures them: wall clock, processor time, peak resident memory."""

import os
import statistics
import sys
import time
from dataclasses import dataclass, field


class Failed(Exception):
    """A run that ended badly, or an answer that differs."""


@dataclass
class Command:
    name: str
    argv: list
    until: bytes = None  # timed until this is on the standard output, not until the end
    environment: dict = field(default_factory=dict)


@dataclass
class Measured:
    name: str
    seconds: list = field(default_factory=list)
    processor: list = field(default_factory=list)
    peak: int = 0  # bytes

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def processor_median(self):
        return statistics.median(self.processor)

    def as_json(self):
        return {"name": self.name, "seconds": self.seconds, "processor": self.processor, "peak_bytes": self.peak}


def run(command, scratch):
    """One run: seconds, seconds of processor, bytes at most resident.

    The process is spawned, and this program is kept small: a child's peak begins with the size of who spawned it.
    """
    out, errors = f"{scratch}/stdout", f"{scratch}/stderr"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 2, errors, flags, 0o644)]
    reader = writer = None
    if command.until:
        reader, writer = os.pipe()
        actions.append((os.POSIX_SPAWN_DUP2, writer, 1))
    else:
        actions.append((os.POSIX_SPAWN_OPEN, 1, out, flags, 0o644))
    start = time.perf_counter()
    child = os.posix_spawnp(command.argv[0], command.argv, {**os.environ, **command.environment}, file_actions=actions)
    seconds = None
    if reader is not None:
        os.close(writer)
        text = b""
        while got := os.read(reader, 1 << 16):
            text += got
            if seconds is None and command.until in text:
                seconds = time.perf_counter() - start
        os.close(reader)
    _, status, usage = os.wait4(child, 0)
    if seconds is None:
        seconds = time.perf_counter() - start
    if status != 0:
        with open(errors, errors="replace") as file:
            text = file.read()
        raise Failed(f"{' '.join(command.argv)}\nended with {os.waitstatus_to_exitcode(status)}\n{text[:3000]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def interleaved(commands, rounds, scratch):
    """All commands in turn, round after round, so that a busy moment hits them alike; the first round is not counted."""
    results = {command.name: Measured(command.name) for command in commands}
    for turn in range(rounds + 1):
        for command in commands:
            say(f"\r{'warming up' if turn == 0 else f'round {turn} of {rounds}'}: {command.name:50}")
            seconds, processor, peak = run(command, scratch)
            if turn == 0:
                continue
            result = results[command.name]
            result.seconds.append(seconds)
            result.processor.append(processor)
            result.peak = max(result.peak, peak)
    say(f"\r{'':70}\r")
    return results


def say(text):
    if sys.stderr.isatty():
        sys.stderr.write(text)
        sys.stderr.flush()


def warm(folder):
    """Reads a folder's files, so that they are in the page cache."""
    buffer = bytearray(1 << 20)
    for entry in os.scandir(folder):
        if entry.is_file():
            with open(entry.path, "rb", buffering=0) as file:
                while file.readinto(buffer):
                    pass
