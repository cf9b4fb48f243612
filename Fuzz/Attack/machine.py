"""Runs the program as a black box, and says what no run may ever do."""

import os
import resource
import select
import signal
import subprocess
import tempfile
import time

DOCUMENTED = {0, 1, 2, 3, 4, 64, 129, 130, 143}
TRAPS = {signal.SIGILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGTRAP, signal.SIGSYS}
# Beyond this a run cannot take the machine with it; what is forbidden lies far below.
ADDRESSES = 12 << 30


class Outcome:
    """How a run ended."""

    def __init__(self, args, code, out, err, seconds, cpu, megabytes, hung):
        self.args, self.code, self.out, self.err = args, code, out, err
        self.seconds, self.cpu, self.megabytes, self.hung = seconds, cpu, megabytes, hung

    @property
    def command(self):
        words = [word for word in self.args[:2] if not word.startswith("-")]
        return " ".join(words if words[:1] and words[0] in ("profile", "records", "plugin") else words[:1])

    def option(self, name, default=None):
        joined = next((word.split("=", 1)[1] for word in self.args if word.startswith(name + "=")), default)
        return self.args[self.args.index(name) + 1] if name in self.args[:-1] else joined

    @property
    def form(self):
        return self.option("--format", "md" if self.command == "bulletin" else "text")


class Machine:
    def __init__(self, binary, profiles, seconds=5.0, megabytes=500):
        self.binary, self.profiles, self.seconds, self.megabytes = os.path.abspath(binary), os.path.abspath(profiles), seconds, megabytes
        self.runs = 0
        self.environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": "/nonexistent"}
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))

    def arguments(self, args):
        """With the profiles, unless they are given or the command has none."""
        return list(args) if "--profiles" in args or args[:1] == ["--help"] else [*args, "--profiles", self.profiles]

    def start(self, args, stdin=None, stdout=None, stderr=None, limits=None, cwd=None):
        self.runs += 1

        def prepare():
            for which, value in limits:
                if which == "ignore":
                    signal.signal(value, signal.SIG_IGN)
                elif which == "user":
                    os.setgroups([]), os.setgid(value), os.setuid(value)
                else:
                    resource.setrlimit(which, (value, value))

        return subprocess.Popen(
            [self.binary, *args], stdin=stdin or subprocess.DEVNULL, stdout=stdout, stderr=stderr, env=self.environment, cwd=cwd,
            preexec_fn=prepare if limits else None, start_new_session=True)

    def run(self, args, seconds=None, interrupt=None, stdout=None, stdin=None, limits=None, cwd=None):
        """One run. `interrupt`: (after so many seconds, which signal)."""
        args = self.arguments(args)
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            forget_peak()
            began = time.monotonic()
            process = self.start(args, stdin, stdout or out, err, limits, cwd)
            handle = os.pidfd_open(process.pid)
            try:
                if interrupt and not select.select([handle], [], [], interrupt[0])[0]:
                    os.kill(process.pid, interrupt[1])
                hung = not self.ends(handle, process.pid, began, seconds or self.seconds)
                if hung:
                    os.kill(process.pid, signal.SIGKILL)
                _, status, usage = os.wait4(process.pid, 0)
            finally:
                os.close(handle)
            process.returncode = os.waitstatus_to_exitcode(status)
            passed = time.monotonic() - began
            out.seek(0), err.seek(0)
            return Outcome(args, process.returncode, out.read(), err.read(), passed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, hung)

    @staticmethod
    def ends(handle, process, began, limit):
        """False when it hangs: it has worked as long as it may, or it waits. Where others keep the machine busy it gets more time."""
        idle = 0
        while not select.select([handle], [], [], max(0.25, limit - (time.monotonic() - began)))[0]:
            passed, worked = time.monotonic() - began, work(process)
            idle = 0 if wants_to_work(process) else idle + 1
            if worked >= limit or worked < passed / 20 and idle > 3 or passed > 60 * limit:
                return False
        return True


def forget_peak():
    """Until a child begins the program it counts as its own the most memory that this process ever had."""
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")


def work(process):
    """Seconds that a process has worked."""
    with open(f"/proc/{process}/stat", "rb") as file:
        fields = file.read().rsplit(b")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wants_to_work(process):
    """Whether any thread of a process is running, waits for a processor or for a disk."""
    try:
        for thread in os.listdir(f"/proc/{process}/task"):
            with open(f"/proc/{process}/task/{thread}/stat", "rb") as file:
                if file.read().rsplit(b")", 1)[1].split()[0] in (b"R", b"D"):
                    return True
    except FileNotFoundError:
        return True  # it ends just now
    return False


def problems(outcome, megabytes):
    """What no run may do, as (cause, what was seen)."""
    name = outcome.command or "(no command)"
    if outcome.hung:
        yield "hang", f"not ended after {outcome.seconds:.1f} s ({outcome.cpu:.1f} s of work)"
    elif outcome.code < 0 and -outcome.code in TRAPS or b"Fatal error" in outcome.err:
        said = next((line for line in outcome.err.decode("utf-8", "replace").splitlines() if "atal error" in line), "")
        yield f"trap: {name} {signal.Signals(-outcome.code).name if outcome.code < 0 else outcome.code}", said
    elif outcome.code < 0:
        yield "killed", signal.Signals(-outcome.code).name
    elif outcome.code not in DOCUMENTED:
        yield f"exit code {outcome.code} is not documented", outcome.err[:200].decode("utf-8", "replace")
    if outcome.megabytes > megabytes:
        yield "memory", f"{outcome.megabytes:.0f} MB"
    if not outcome.hung and outcome.code not in (0, 129, 130, 143) and outcome.code > 0 and not outcome.err and not outcome.out:
        yield f"ends with {outcome.code} and says nothing", ""
