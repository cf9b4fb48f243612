"""Where it reads and writes: inputs, links, pipes, devices, full disks, few file descriptors, no thread."""

import contextlib
import os
import resource
import select
import shutil
import signal
import stat
import tempfile
import threading

from records import PERIODS, read_folder, table

PROFILE = "chongqing"


def round(case):
    name = case.random.choice(sorted(SCENES))
    records = case.folder(case.bench.sample(PROFILE, cadres=3))
    case.label = f" ({name})"
    SCENES[name](case, records)


def writing(case, records):
    """A command that writes, without its place."""
    period, pick = PERIODS[PROFILE], case.random.choice
    common = ["--profile", PROFILE, "--records", records]
    return pick((
        ["assess", *common, "--period", period, "--format", pick(("text", "json", "csv", "html")), "--out"],
        ["assess", *common, "--period", period, "--snapshot"],
        ["due", *common, "--as-of", period + "-12", "--format", pick(("text", "json", "ics")), "--out"],
        ["bulletin", *common, "--period", period, "--format", "md", "--report", "attendance-bulletin", "--out"],
    ))


def every(case, records):
    """Every command, as it writes to the standard output."""
    period = PERIODS[PROFILE]
    common = ["--profile", PROFILE, "--records", records]
    cadre = table(read_folder(records)["cadres.csv"])[1][0]
    return [
        ["assess", *common, "--period", period, "--format", case.random.choice(("text", "json", "csv", "html"))], ["due", *common, "--as-of", period + "-12", "--format", case.random.choice(("text", "json", "ics"))],
        ["explain", *common, "--period", period, "--subject", cadre, "--format", case.random.choice(("text", "json"))],
        ["bulletin", "--profile", "chongqing", "--records", case.folder(case.bench.sample("chongqing", cadres=3), "chongqing"), "--period", PERIODS["chongqing"], "--report", "attendance-bulletin"],
        ["profile", "list"], ["profile", "list", "--format", "json"], ["profile", "show", PROFILE], ["profile", "show", PROFILE, "--format", "json"], ["profile", "check", PROFILE],
        ["profile", "check", PROFILE, "--format", "json"], ["profile", "coverage", "yingxian"], ["profile", "coverage", "yingxian", "--format", "json"], ["profile", "test", "yingxian"], ["profile", "test", "yingxian", "--format", "json"],
        ["records", "check", records], ["records", "check", records, "--format", "json"], ["records", "kinds"], ["records", "kinds", "--format", "json"],
        ["records", "sample", "--profile", PROFILE, "--cadres", "2", "--from", "2023-08-01", "--to", "2023-08-02", "--out", case.path("made")],
        ["plugin", "list"], ["plugin", "list", "--format", "json"], ["plugin", "show", "attendance"], ["plugin", "show", "attendance", "--format", "json"],
    ]


def onto_input(case, records):
    before = read_folder(records)
    name = case.random.choice(sorted(before))
    path = os.path.join(records, name)
    if case.random.random() < 0.3:
        os.symlink(path, case.path("link.csv"))
        path = case.path("link.csv")
    elif case.random.random() < 0.3:
        os.link(path, case.path("hard.csv"))
        path = case.path("hard.csv")
    args = writing(case, records)
    outcome = case.run([*args, path])
    if read_folder(records) != before:
        case.problem(f"{args[-1]} replaces the records it read", name, outcome)
    elif outcome.code == 0 and path != case.path("hard.csv"):
        case.problem(f"{args[-1]} onto an input ends with 0", name, outcome)


def onto_another_output(case, records):
    args = ["assess", "--profile", PROFILE, "--records", records, "--period", PERIODS[PROFILE], "--out", case.path("same"), "--snapshot", case.path(case.random.choice(("same", "./same", "../case/same")))]
    outcome = case.run(args)
    if outcome.code == 0:
        case.problem("--out and --snapshot replace each other", "", outcome)


def through_link(case, records):
    target = case.path("target")
    with open(target, "w") as file:
        file.write("old")
    os.symlink(case.random.choice((target, "target")), case.path("link.md"))
    args = writing(case, records)
    outcome = case.run([*args, case.path("link.md")])
    if not os.path.islink(case.path("link.md")):
        case.problem(f"{args[-1]} replaces a symbolic link", "", outcome)
    elif outcome.code == 0 and open(target, "rb").read() == b"old":
        case.problem(f"{args[-1]} does not follow a symbolic link", "", outcome)


def through_pipe(case, records):
    path = case.path("pipe.md")
    os.mkfifo(path)
    args = writing(case, records)
    got = []

    def reader():
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(handle, True)
        while not done.is_set() or select.select([handle], [], [], 0)[0]:
            if select.select([handle], [], [], 0.05)[0]:
                part = os.read(handle, 1 << 16)
                if part:
                    got.append(part)
                elif done.is_set():
                    break
                else:
                    done.wait(0.01)
        os.close(handle)

    done = threading.Event()
    thread = threading.Thread(target=reader)
    thread.start()
    outcome = case.run([*args, path])
    done.set()
    thread.join()
    if not stat.S_ISFIFO(os.lstat(path).st_mode):
        case.problem(f"{args[-1]} replaces a pipe", "", outcome)
    elif outcome.code == 0 and not got:
        case.problem(f"{args[-1]} writes nothing into a pipe", "", outcome)
    os.unlink(path)


@contextlib.contextmanager
def device(minor):
    """A device of its own, never the machine's: what replaces it must do no harm. None where none can be made."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        path = os.path.join(folder, "device.md")
        try:
            os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, minor))
            os.close(os.open(path, os.O_WRONLY))
        except OSError:
            path = None
        yield path


def onto_device(case, records):
    is_full = case.random.random() < 0.5
    with device(7 if is_full else 3) as path:
        if path is None:
            return
        args = writing(case, records)
        outcome = case.run([*args, path])
        if not os.path.exists(path) or not stat.S_ISCHR(os.lstat(path).st_mode):
            case.problem(f"{args[-1]} replaces a device", "", outcome)
        elif is_full and outcome.code != 4:
            case.problem(f"{args[-1]} onto a full device ends with {outcome.code}", "", outcome)


def no_place(case, records):
    path = case.random.choice((case.path("missing/file.md"), "/proc/x.md", records + "/cadres.csv/x.md", "/", case.scratch, ""))
    args = writing(case, records)
    if args[0] == "bulletin" and path in ("/", case.scratch, ""):
        return
    outcome = case.run([*args, path])
    if outcome.code not in (4, 64):
        case.problem(f"{args[-1]} cannot be written and ends with {outcome.code}", path, outcome)


def disk_full(case, records):
    args, path = writing(case, records), case.path("file.md")
    case.run([*args, case.path("whole.md")])
    with open(case.path("whole.md"), "rb") as file:
        whole = file.read()
    with open(path, "wb") as file:
        file.write(b"old")
    outcome = case.run([*args, path], checked=False, limits=[("ignore", signal.SIGXFSZ), (resource.RLIMIT_FSIZE, case.random.choice((1, 100, 4096)))])
    outcome.out, outcome.err = b"", b"(cut off by the same limit)"
    case.check(outcome)
    with open(path, "rb") as file:
        left = file.read()
    if outcome.code not in (0, 4) or outcome.code == 0 and left != whole:
        case.problem(f"{args[-1]} with a full disk ends with {outcome.code}", "", outcome)
    if left not in (b"old", whole):
        case.problem(f"{args[-1]} with a full disk leaves a part", f"{len(left)} of {len(whole)} bytes", outcome)
    if [name for name in os.listdir(case.scratch) if ".part" in name]:
        case.problem(f"{args[-1]} with a full disk leaves an unfinished file", "", outcome)


def output_full(case, records):
    args = case.random.choice(every(case, records))
    with open("/dev/full", "wb") as full:
        outcome = case.run(args, stdout=full)
    if outcome.code != 4 and not (outcome.code == 0 and args[:2] == ["profile", "check"] and "json" not in args):
        case.problem(f"the standard output is full: ends with {outcome.code}", "", outcome)


def output_closed(case, records):
    args = case.random.choice(every(case, records))
    reader, writer = os.pipe()
    os.close(reader)
    outcome = case.run(args, stdout=writer, checked=False)
    os.close(writer)
    # To be ended by the signal is what pipes are used to.
    if outcome.code != -signal.SIGPIPE:
        case.check(outcome)
    if outcome.code not in (4, 141, -signal.SIGPIPE) and not (outcome.code == 0 and args[:2] == ["profile", "check"] and "json" not in args):
        case.problem(f"the standard output is closed: ends with {outcome.code}", "", outcome)


def odd_input(case, records):
    name = case.random.choice(sorted(os.listdir(records)))
    path = os.path.join(records, name)
    os.unlink(path)
    kind = case.random.choice(("pipe", "zero", "random", "folder", "loop", "dangling", "null", "proc", "full"))
    match kind:
        case "pipe": os.mkfifo(path)
        case "folder": os.mkdir(path)
        case "loop": os.symlink(name, path)
        case _: os.symlink({"zero": "/dev/zero", "random": "/dev/urandom", "dangling": "/missing", "null": "/dev/null", "proc": "/proc/self/mem", "full": "/dev/full"}[kind], path)
    case.label = f" (a record file is {kind})"
    args = case.random.choice(reading(records))
    outcome = case.run(args)
    if outcome.code == 0 and kind in ("pipe", "zero", "random", "folder", "loop", "proc"):
        case.problem(f"a record file that is {kind} is passed over", name, outcome)
    elif outcome.code not in (0, 4) and kind in ("pipe", "zero", "folder", "loop") and not outcome.hung and outcome.code >= 0:
        case.problem(f"a record file that is {kind} ends with {outcome.code}", f"{name}: {outcome.err[:200].decode('utf-8', 'replace')}", outcome)


def reading(records):
    period = PERIODS[PROFILE]
    common = ["--profile", PROFILE, "--records", records]
    return [["assess", *common, "--period", period], ["assess", *common, "--period", period, "--jobs", "1", "--format", "json"], ["due", *common, "--as-of", period + "-12"],
            ["explain", *common, "--period", period, "--subject", "C000001"], ["bulletin", *common, "--period", period], ["records", "check", records], ["records", "check", records, "--format", "json"]]


def few_descriptors(case, records):
    """What it finds must not depend on how many files it may open: the same, or exit 4."""
    args = case.random.choice(every(case, records) + reading(records))
    number = case.random.randrange(4, 16)
    case.label = " (few file descriptors)"
    whole = case.run(args)
    shutil.rmtree(case.path("made"), ignore_errors=True)
    outcome = case.run(args, limits=[(resource.RLIMIT_NOFILE, number)])
    if 0 <= outcome.code != 4 and (outcome.code, outcome.out) != (whole.code, whole.out):
        said = outcome.err.decode("utf-8", "replace")[:200]
        case.problem("with few file descriptors it finds something else", f"{number}: exit {whole.code} and {outcome.code}: {said}", outcome)


def no_thread(case, records):
    """A user who may start no further thread."""
    args = case.random.choice(every(case, records) + reading(records))
    case.label = " (no thread can start)"
    os.chmod(case.bench.scratch, 0o755)
    if os.geteuid() == 0:
        with contextlib.suppress(BlockingIOError):
            case.run(args, limits=[(resource.RLIMIT_NPROC, case.random.choice((1, 2))), ("user", 65534)])


SCENES = {
    "onto an input": onto_input, "onto another output": onto_another_output, "through a link": through_link, "through a pipe": through_pipe, "onto a device": onto_device,
    "no place": no_place, "disk full": disk_full, "output full": output_full, "output closed": output_closed, "odd input": odd_input, "few descriptors": few_descriptors, "no thread": no_thread,
}
