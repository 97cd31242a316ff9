#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills runs, lets runs work at once on one cache and one folder, and takes their cache away.

    tests/durability/kills.py RECITAL [--kills N] [--rounds N] [--seed N]

After a kill at a random moment every book must be complete or missing, no process of the run may go on, and the next run
must make the same books as one that nothing disturbed. Eight runs at once must all succeed and leave these books. A cache
that is removed or damaged while a run uses it costs no book.
"""
import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from run import Workshop

RUNS_AT_ONCE = 8


class Disturbance:
    """Runs in one folder, and what was wrong with them."""

    def __init__(self, program, folder, seed):
        self.workshop = Workshop(program, None, folder, formats="m4b,opus")
        self.workshop.write_texts()
        self.random = random.Random(seed)
        self.wrong = []
        start = time.monotonic()
        first = self.workshop.run()
        assert first.returncode == 0, first.stderr
        self.seconds = time.monotonic() - start
        self.expected = self.workshop.books()

    def empty_disk(self):
        shutil.rmtree(self.workshop.disk)
        self.workshop.disk.mkdir()

    def start(self):
        return subprocess.Popen(self.workshop.command(), cwd=self.workshop.folder, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True, errors="replace", start_new_session=True,
                                env={**os.environ, "TMPDIR": str(self.workshop.folder)})

    def note(self, what, detail=""):
        self.wrong.append(what)
        print(f"{what} {detail}".strip(), flush=True)

    def check_books(self, what):
        books = self.workshop.books()
        differing = [name for name, content in books.items() if content != self.expected.get(name)]
        if differing:
            self.note(what, f"wrong content of {differing}")

    def check_next_run(self, what):
        again = self.workshop.run()
        if again.returncode != 0 or self.workshop.books() != self.expected:
            self.note(what, f"the next run does not make the same books: {again.stderr[-200:]}")

    def kill(self, number):
        if self.random.random() < 0.3:
            self.empty_disk()
        moment = self.random.uniform(0, 1.1 * self.seconds)
        what = f"kill {number} after {moment:.2f} s:"
        run = self.start()
        time.sleep(moment)
        run.kill()
        run.communicate()
        self.check_books(what)
        if processes := processes_of_group(run.pid):
            self.note(what, f"goes on in processes {processes}")
            os.killpg(run.pid, signal.SIGKILL)
        self.check_next_run(what)
        if self.random.random() < 0.5:
            shutil.rmtree(self.workshop.disk / "books")

    def run_at_once(self, number):
        self.empty_disk()
        runs = [self.start() for _ in range(RUNS_AT_ONCE)]
        for run in runs:
            _, messages = run.communicate()
            if run.returncode != 0:
                self.note(f"runs at once, round {number}:", f"exit code {run.returncode}: {messages[-300:]}")
        if self.workshop.books() != self.expected:
            self.note(f"runs at once, round {number}:", f"leave {sorted(self.workshop.books())}")

    def disturb_cache(self, number, name, disturb):
        self.empty_disk()
        run = self.start()
        time.sleep(self.random.uniform(0.2, 0.9) * self.seconds)
        disturb(self.workshop.disk / "cache")
        _, messages = run.communicate()
        what = f"cache {name}, round {number}:"
        if run.returncode != 0 and "error" not in messages:
            self.note(what, f"exit code {run.returncode} without a message")
        self.check_books(what)
        if run.returncode == 0 and self.workshop.books() != self.expected:
            self.note(what, f"silently without {sorted(set(self.expected) - set(self.workshop.books()))}")
        self.check_next_run(what)

    def damage(self, cache):
        for pack in sorted(cache.rglob("*")):
            if pack.is_file() and pack.stat().st_size > 0:
                content = bytearray(pack.read_bytes())
                for _ in range(20):
                    content[self.random.randrange(len(content))] ^= 0xFF
                with pack.open("r+b") as file:  # in place: the run has it open
                    file.write(content)


def processes_of_group(group):
    """Those that still run a moment later: workers end when their parent does."""
    for _ in range(50):
        found = [int(entry.name) for entry in pathlib.Path("/proc").iterdir()
                 if entry.name.isdigit() and group_of(entry) == group]
        if not found:
            return []
        time.sleep(0.1)
    return found


def group_of(process):
    try:
        state, _, group = (process / "stat").read_text().rsplit(")", 1)[1].split()[:3]
    except (OSError, ValueError):
        return None
    return None if state == "Z" else int(group)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        disturbance = Disturbance(str(pathlib.Path(options.program).resolve()), pathlib.Path(name).resolve(), options.seed)
        for number in range(options.kills):
            disturbance.kill(number + 1)
        for number in range(options.rounds):
            disturbance.run_at_once(number + 1)
            disturbance.disturb_cache(number + 1, "removed", lambda cache: shutil.rmtree(cache, ignore_errors=True))
            disturbance.disturb_cache(number + 1, "damaged", disturbance.damage)
    print(f"{options.kills} kills, {options.rounds} rounds of {RUNS_AT_ONCE} runs at once, of a cache removed and damaged: "
          f"{len(disturbance.wrong)} faults")
    return 1 if disturbance.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
