#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one system call of a run fail, at every point of the run or at some, and looks at what comes of it.

    tests/durability/fault_sweep.py RECITAL DISK_LIBRARY MEMORY_LIBRARY [--points N] [--jobs N] [CALL...]

Afterwards every book must be complete or missing, a missing one must be told with an exit code and a message, and the next
run must make the same books as one without faults.

--points: without it, every call fails with every error, and of the calls for memory 200. With it, N points of each call,
evenly spread, each with the next of the errors.
"""
import argparse
import concurrent.futures
import errno
import pathlib
import queue
import shutil
import subprocess
import sys
import tempfile

from run import Workshop

FAULTS = {
    "open": (errno.EACCES, errno.EMFILE, errno.EIO),
    "write": (errno.ENOSPC, errno.EIO, errno.EINTR, "short"),
    "pwrite": (errno.ENOSPC, errno.EINTR, "short"),
    "pwritev": (errno.ENOSPC, errno.EIO, errno.EINTR, "short"),
    "ftruncate": (errno.EIO,),
    "rename": (errno.ENOSPC, errno.EACCES),
    "renameat2": (errno.ENOSPC, errno.EINVAL),
    "mkdir": (errno.ENOSPC,),
    "unlink": (errno.EACCES,),
    "fsync": (errno.EIO, errno.EINTR),
    "fdatasync": (errno.EIO, errno.ENOSPC),
    "syncfs": (errno.EIO,),
    "close": (errno.EIO,),
    "read": (errno.EIO, errno.EINTR),
    "pread": (errno.EIO, errno.EINTR),
    "fork": (errno.EAGAIN, errno.ENOMEM),
    "socketpair": (errno.EMFILE,),
    "mmap": (errno.ENOMEM,),
    "malloc": (errno.ENOMEM,),
}
MEMORY_POINTS = 200
TEXTS = {"ada.md": "# Ada Merle\n\nAda Merle was born in Riga.\n\n## Vienna\n\nIn 1920 she went to Vienna.\n"}


def spread(calls, wanted):
    """The numbers of at most `wanted` of so many calls: of each equal part the middle."""
    if wanted >= calls:
        return list(range(1, calls + 1))
    return [1 + calls * (2 * n + 1) // (2 * wanted) for n in range(wanted)]


def points_of(call, calls, wanted):
    """Pairs of a call's number and a fault."""
    faults = FAULTS[call]
    if wanted == 0 and call not in ("malloc", "mmap"):
        return [(number, fault) for number in range(1, calls + 1) for fault in faults]
    return [(number, faults[n % len(faults)]) for n, number in enumerate(spread(calls, wanted or MEMORY_POINTS))]


def name_of(fault):
    return fault if fault == "short" else errno.errorcode[fault]


def empty_disk(workshop):
    shutil.rmtree(workshop.disk)
    workshop.disk.mkdir()


def count_calls(workshop, call):
    empty_disk(workshop)
    workshop.run(fault=(call, 0, errno.EIO))
    return workshop.calls(call)


def try_point(workshop, expected, call, number, fault):
    """What was wrong, and whether the run failed."""
    place = f"{call} {number} {name_of(fault)}"
    empty_disk(workshop)
    try:
        run = workshop.run(fault=(call, number, fault), timeout=60)
    except subprocess.TimeoutExpired:
        return [f"{place}: the run does not end"], True
    wrong = []
    books = workshop.books()
    missing = sorted(set(expected) - set(books))
    differing = [name for name, content in books.items() if content != expected.get(name)]
    if differing:
        wrong.append(f"{place}: wrong content of {differing}")
    if run.returncode < 0 or run.returncode > 128:
        wrong.append(f"{place}: exit code {run.returncode}: {run.stderr[-200:]}")
    if missing and run.returncode == 0:
        wrong.append(f"{place}: silently without {missing}")
    if run.returncode != 0 and "error" not in run.stderr:
        wrong.append(f"{place}: exit code {run.returncode} without a message")
    again = workshop.run()
    if again.returncode != 0 or workshop.books() != expected:
        wrong.append(f"{place}: the next run does not make the same books: {again.stderr[-200:]}")
    return wrong, run.returncode != 0


def sweep(workshops, calls, wanted):
    first = workshops[0].run()
    assert first.returncode == 0, first.stderr
    expected = workshops[0].books()
    counts = {call: count_calls(workshops[0], call) for call in calls}
    free = queue.SimpleQueue()
    for workshop in workshops:
        free.put(workshop)

    def attempt(point):
        workshop = free.get()
        try:
            return try_point(workshop, expected, *point)
        finally:
            free.put(workshop)

    runs, failed_runs, faults = 0, 0, 0
    with concurrent.futures.ThreadPoolExecutor(len(workshops)) as threads:
        for call in calls:
            points = [(call, number, fault) for number, fault in points_of(call, counts[call], wanted)]
            for wrong, failed in threads.map(attempt, points):
                for line in wrong:
                    print(line, flush=True)
                runs, failed_runs, faults = runs + 1, failed_runs + failed, faults + len(wrong)
            print(f"{call}: {counts[call]} calls, {len(points)} points", flush=True)
    print(f"{runs} runs with a fault, {failed_runs} of them failed and said so: {faults} faults")
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("disk_library")
    parser.add_argument("memory_library")
    parser.add_argument("calls", nargs="*", metavar="CALL")
    parser.add_argument("--points", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_intermixed_args()
    program, disk, memory = (str(pathlib.Path(path).resolve())
                             for path in (options.program, options.disk_library, options.memory_library))
    with tempfile.TemporaryDirectory() as name:
        workshops = [Workshop(program, disk, pathlib.Path(name).resolve() / str(n), memory_library=memory, texts=TEXTS,
                              formats="opus") for n in range(options.jobs)]
        for workshop in workshops:
            workshop.write_texts()
        return sweep(workshops, options.calls or list(FAULTS), options.points)


if __name__ == "__main__":
    sys.exit(main())
