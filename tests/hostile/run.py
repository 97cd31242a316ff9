#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives the program hostile input beside a good book: the cases of tests/data/hostile.

    tests/hostile/run.py RECITAL [--only REGEX] [--every N] [--jobs N] [--table] [--outcomes]

Each case must end with the exit code and the message that its row has. No process may crash or use more than 10 s of CPU
time, nothing may be written outside of the folder of the books and the cache, nothing may be printed that a terminal obeys,
and the good book must be made. --only: the cases whose "kind: name" matches. --every: each Nth case of a kind, the first
included. --table prints the result as the table of
docs/reliability.md, --outcomes what the program said in each case.
"""
import argparse
import collections
import concurrent.futures
import itertools
import pathlib
import queue
import re
import sys
import tempfile

import cases
import stage
from places import place

CRASH = re.compile(r"crashed \(signal|a defect of this program")
NO_BOOK_BESIDE = ("2", "3")  # exit codes after which the good book is made by the next run


def message_faults(case, printed):
    """The parts of a message are separated by " ... " and come in this order."""
    at = 0
    for part in case.message.split(" ... ") if case.message else []:
        found = printed.find(part, at)
        if found < 0:
            return [f"says nothing of {part!r}: {shortened(printed)}"]
        at = found + len(part)
    return []


def shortened(printed):
    lines = [line for line in printed.split("\n") if line]
    wanted = [line for line in lines if "error:" in line or "warning:" in line] or lines
    return " / ".join(line[:400] for line in wanted[:3])


def faults_of(case, outcome, printed):
    """What is wrong with a run, without a look at the files."""
    faults = message_faults(case, printed)
    if str(outcome.exit_code) != case.exit:
        faults.append(f"exit code {outcome.exit_code} instead of {case.exit}: {shortened(printed)}")
    if outcome.exit_code < 0 or outcome.exit_code > 130 or CRASH.search(printed):
        faults.append(f"crash: {shortened(printed)}")
    if not outcome.has_ended:
        faults.append("does not end")
    elif outcome.cpu_seconds > stage.MAX_CPU_SECONDS:
        faults.append(f"takes {outcome.cpu_seconds:.1f} s of CPU time")
    if controls := stage.controls_in(outcome.printed):
        faults.append(f"prints {', '.join(controls)}")
    return faults


def check_good_book(case, outcome, place_):
    """The good book must be there, if need be by the next run."""
    is_beside = case.renders_good_book() and case.exit not in NO_BOOK_BESIDE
    if not is_beside:
        cannot_cache = case.kind == "cache" and case.exit == "3"
        after = place_.run(stage.MAKE_GOOD_WITHOUT_CACHE if cannot_cache else
                           [*stage.MAKE_GOOD, *(["--overwrite"] if case.kind == "books" else [])])
        if after.exit_code != 0:
            return [f"the next run fails: {after.printed.decode(errors='replace')[:300]}"]
    has_options = re.sub(r"^(RENDER|DRAW)( in\S*)*", "", case.command).strip() != "" and is_beside
    return place_.good_book_faults(not has_options, is_beside and case.command.startswith("DRAW"))


def run_case(case, place_):
    """(the outcome, what is wrong)."""
    place_.prepare(case.prepared)
    content = case.make_content(place_.case / "outside")
    for path in paths_of(case, place_.case):
        place(path, content)
    before = place_.listing()
    outcome = place_.run(case.words(place_.case))
    printed = outcome.printed.decode("utf-8", "replace").replace(str(place_.case), "CASE")
    faults = faults_of(case, outcome, printed)
    allowed = (b"./plans",) if case.command.startswith("plan") else ()
    changed = [entry for entry in place_.listing() ^ before if not entry.startswith(allowed or (b"\xff",))]
    if changed:
        faults.append(f"changes files elsewhere: {sorted(changed)[:3]}")
    faults += check_good_book(case, outcome, place_)
    return outcome, printed, faults


def paths_of(case, folder):
    """The files that the case makes or damages. A name with a star means all files there."""
    name = cases.unescaped(case.file)
    if not name:
        return []
    if "*" not in name:
        return [folder / name]
    found = sorted(path for path in folder.glob(name) if path.is_file())
    assert found, f"{case.kind}: {case.name}: no file matches {name}"
    return found


class Result:
    """Of the cases of one kind."""

    def __init__(self):
        self.count, self.failed, self.slowest, self.slowest_name = 0, 0, 0.0, ""
        self.crashes = self.slow = self.elsewhere = self.controls = self.without_good = 0

    def add(self, case, outcome, faults):
        self.count += 1
        self.failed += bool(faults)
        text = "\n".join(faults)
        self.crashes += "crash: " in text
        self.slow += "of CPU time" in text or "does not end" in text
        self.elsewhere += "changes files elsewhere" in text
        self.controls += "prints U+" in text or "prints byte" in text
        self.without_good += "good book" in text or "next run fails" in text
        if outcome.seconds > self.slowest:
            self.slowest, self.slowest_name = outcome.seconds, case.name


def run_all(chosen, program, folder, jobs, report):
    """Runs the cases, several at once, and reports them in their order."""
    free = queue.SimpleQueue()
    for number in range(jobs):
        free.put(stage.Stage(program, folder / str(number)))

    def attempt(case):
        place_ = free.get()
        try:
            return run_case(case, place_)
        except Exception as error:  # pylint: disable=broad-except # of the case itself: it is named
            return stage.Outcome(0, b"", 0, 0), "", [f"cannot be tried: {type(error).__name__}: {error}"]
        finally:
            free.put(place_)

    with concurrent.futures.ThreadPoolExecutor(jobs) as threads:
        for case, (outcome, printed, faults) in zip(chosen, threads.map(attempt, chosen)):
            report(case, outcome, printed, faults)


def print_table(results, kinds):
    print("| Kind | Cases | Slowest | Crashes | Over 10 s | Files elsewhere | Control characters | Good book missing | Failures |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    rows = [(f"{kind}: {kinds[kind]}", result) for kind, result in results.items()]
    total = Result()
    for _, result in rows:
        for name in ("count", "failed", "crashes", "slow", "elsewhere", "controls", "without_good"):
            setattr(total, name, getattr(total, name) + getattr(result, name))
        total.slowest = max(total.slowest, result.slowest)
    for name, row in [*rows, ("**all**", total)]:
        print(f"| {name} | {row.count} | {row.slowest:.1f} s | {row.crashes} | {row.slow} | {row.elsewhere} | {row.controls} | "
              f"{row.without_good} | {row.failed} |")


def print_summary(results):
    print(f"{'kind':<16}{'cases':>6}{'failures':>10}  slowest")
    for kind, result in results.items():
        print(f"{kind:<16}{result.count:>6}{result.failed:>10}  {result.slowest:.1f} s ({result.slowest_name})")
    print(f"{'all':<16}{sum(r.count for r in results.values()):>6}{sum(r.failed for r in results.values()):>10}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--only", default="", metavar="REGEX")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--outcomes", action="store_true")
    options = parser.parse_args()
    all_cases, kinds = cases.read_cases()
    numbers = collections.defaultdict(itertools.count)
    chosen = [case for case in all_cases
              if next(numbers[case.kind]) % options.every == 0 and re.search(options.only, f"{case.kind}: {case.name}")]
    results = collections.defaultdict(Result)

    def report(case, outcome, printed, faults):
        results[case.kind].add(case, outcome, faults)
        for fault in faults:
            print(f"{case.kind}: {case.name}: {fault}", flush=True)
        if options.outcomes:
            print(f"== {case.kind}: {case.name} [{case.exit}] -> {outcome.exit_code}, {outcome.seconds:.1f} s\n"
                  f"{printed[:1200]}", flush=True)

    with tempfile.TemporaryDirectory(prefix="recital-hostile-") as folder:
        run_all(chosen, pathlib.Path(options.program).resolve(), pathlib.Path(folder).resolve(), options.jobs, report)
    print_table(results, kinds) if options.table else print_summary(results)
    return 1 if not chosen or any(result.failed for result in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
