#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes one system call of a run fail, at every point of the run or at some, and looks at what comes of it.

    tests/durability/fault_sweep.py RECITAL DISK_LIBRARY [--points N] [CALL...]

Afterwards every book must be complete or missing, a missing one must be told with an exit code and a message, and the next
run must make the same books as one without faults. --points: at most N points of each call, evenly spread; 0 for all.
"""
import argparse
import errno
import pathlib
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
}


def points_of(calls, wanted):
    if wanted == 0 or calls <= wanted:
        return range(1, calls + 1)
    return sorted({1 + round(n * (calls - 1) / (wanted - 1)) for n in range(wanted)}) if wanted > 1 else [calls]


def name_of(fault):
    return fault if fault == "short" else errno.errorcode[fault]


class Sweep:
    def __init__(self, workshop):
        self.workshop = workshop
        workshop.write_texts()
        first = workshop.run()
        assert first.returncode == 0, first.stderr
        self.expected = workshop.books()
        self.runs, self.failed_runs, self.faults = 0, 0, []

    def found(self, fault):
        self.faults.append(fault)
        print(fault, flush=True)

    def empty_disk(self):
        shutil.rmtree(self.workshop.disk)
        self.workshop.disk.mkdir()

    def calls(self, call):
        self.empty_disk()
        self.workshop.run(fault=f"{call}:0:{errno.EIO}")
        count = self.workshop.folder / "count"
        return count.stat().st_size if count.exists() else 0

    def try_point(self, call, number, fault):
        place = f"{call} {number} {name_of(fault)}"
        self.empty_disk()
        self.runs += 1
        try:
            run = self.workshop.run(fault=f"{call}:{number}:{fault}", timeout=60)
        except subprocess.TimeoutExpired:
            self.found(f"{place}: the run does not end")
            return
        books = self.workshop.books()
        missing = sorted(set(self.expected) - set(books))
        wrong = [name for name, content in books.items() if content != self.expected.get(name)]
        self.failed_runs += run.returncode != 0
        if wrong:
            self.found(f"{place}: wrong content of {wrong}")
        if run.returncode < 0 or run.returncode > 128:
            self.found(f"{place}: exit code {run.returncode}: {run.stderr[-200:]}")
        if missing and run.returncode == 0:
            self.found(f"{place}: silently without {missing}")
        if run.returncode != 0 and "error" not in run.stderr:
            self.found(f"{place}: exit code {run.returncode} without a message")
        again = self.workshop.run()
        if again.returncode != 0 or self.workshop.books() != self.expected:
            self.found(f"{place}: the next run does not make the same books: {again.stderr[-200:]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("calls", nargs="*", metavar="CALL")
    parser.add_argument("--points", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        workshop = Workshop(str(pathlib.Path(options.program).resolve()), options.library, pathlib.Path(name).resolve())
        sweep = Sweep(workshop)
        for call in options.calls or FAULTS:
            count = sweep.calls(call)
            for fault in FAULTS[call]:
                for number in points_of(count, options.points):
                    sweep.try_point(call, number, fault)
            print(f"{call}: {count} calls", flush=True)
    print(f"{sweep.runs} runs with a fault, {sweep.failed_runs} of them failed and said so: {len(sweep.faults)} faults")
    return 1 if sweep.faults else 0


if __name__ == "__main__":
    sys.exit(main())
