#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs fuzzers that are built, and records in docs/fuzzing.md how long: see scripts/fuzz, which calls this."""
import datetime
import hashlib
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FUZZ = ROOT / "tests" / "fuzz"
BUILD = ROOT / "build-fuzz"
TABLE = ROOT / "docs" / "fuzzing.md"
COLUMNS = ("Target", "CPU minutes", "Goal", "Inputs", "Last run", "Commit", "Code")
HEAD = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n"
MAX_INPUT_BYTES = 1024  # of a file that is added to the corpus in the tree
MAX_ADDED_BYTES = 4096  # of such files, for each target


class Target:
    """A row of targets.tsv."""

    def __init__(self, row):
        self.name, self.file, self.goal, self.rounds, *dictionary = row
        self.goal = float(self.goal)
        self.dictionary = dictionary[0] if dictionary else ""

    def code(self):
        """Names the code that the target runs: a digest of all files of src that it includes, and of itself."""
        found, waiting = set(), [FUZZ / "targets" / f"{self.file}.cpp"]
        while waiting:
            path = waiting.pop()
            if path in found or not path.is_file():
                continue
            found.add(path)
            for name in re.findall(r'^#include "([^"]+)\.h"', path.read_text(encoding="utf-8"), re.MULTILINE):
                waiting += [ROOT / "src" / f"{name}.h", ROOT / "src" / f"{name}.cpp"]
        digest = hashlib.sha256()
        for path in sorted(found):
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:12]


class Ledger:
    """The table of docs/fuzzing.md."""

    def __init__(self):
        self.text, _, table = TABLE.read_text(encoding="utf-8").partition(HEAD)
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
        self.rows = {row[0]: row for row in rows if len(row) == len(COLUMNS)}

    def minutes(self, target):
        """How long the target ran with the code that it has now."""
        row = self.rows.get(target.name)
        return float(row[1]) if row and row[-1] == target.code() else 0.0

    def add(self, target, minutes, inputs):
        before = self.minutes(target)
        inputs += int(self.rows[target.name][3]) if before else 0
        self.rows[target.name] = [target.name, f"{before + minutes:.2f}", f"{target.goal:g}", str(inputs),
                                  str(datetime.date.today()), commit(), target.code()]
        lines = [f"| {' | '.join(row)} |\n" for _, row in sorted(self.rows.items())]
        TABLE.write_text(self.text + HEAD + "".join(lines), encoding="utf-8")


def commit():
    git = ["git", "-C", str(ROOT)]
    name = subprocess.check_output([*git, "rev-parse", "--short", "HEAD"], text=True).strip()
    changes = subprocess.check_output(
        [*git, "status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs/fuzzing.md", ":!docs/proofs.md"])
    return f"{name} with changes" if changes else name


def fuzz(target, *arguments, log):
    """Runs the program for the target; its exit code."""
    temporary = BUILD / "tmp"
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir()
    environment = dict(os.environ, RECITAL_FUZZ_TARGET=target.name, RECITAL_RESOURCES=str(ROOT),
                       TMPDIR=str(temporary))
    with open(log, "wb") as out:
        return subprocess.run([BUILD / "tests" / "fuzz" / "fuzz", *map(str, arguments)], env=environment,
                              stdout=out, stderr=subprocess.STDOUT, check=False).returncode


def run(target, minutes, ledger):
    """Runs the target once; false if it failed."""
    found = BUILD / "corpus" / target.name
    failures = BUILD / "failures"
    for folder in (found, failures):
        folder.mkdir(parents=True, exist_ok=True)
    arguments = [f"-max_total_time={max(1, round(minutes * 60))}", "-timeout=25", "-rss_limit_mb=4096",
                 "-print_final_stats=1", f"-artifact_prefix={failures}/{target.name}-"]
    if target.dictionary:
        arguments.append(f"-dict={FUZZ / 'dictionaries' / target.dictionary}.dict")
    log = BUILD / f"{target.name}.log"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = fuzz(target, *arguments, found, FUZZ / "corpus" / target.name, log=log)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / 60
    text = log.read_text(encoding="utf-8", errors="replace")
    inputs = re.search(r"^stat::number_of_executed_units: *(\d+)", text, re.MULTILINE)
    if code != 0 or not inputs:
        print("\n".join(text.splitlines()[-40:]))
        print(f"{target.name}: FAILED after {spent:.1f} min of CPU; the input is in {failures}")
        return False
    ledger.add(target, spent, int(inputs[1]))
    print(f"{target.name}: {spent:.1f} min of CPU, {inputs[1]} inputs; {ledger.minutes(target):.1f} of "
          f"{target.goal:g} min since its code last changed", flush=True)
    return True


def add_to_corpus(target):
    """Adds short inputs to the corpus of the tree that reach what it does not reach yet."""
    found = BUILD / "corpus" / target.name
    kept = FUZZ / "corpus" / target.name
    if not found.is_dir():
        return
    merged = BUILD / "merged"
    shutil.rmtree(merged, ignore_errors=True)
    shutil.copytree(kept, merged)
    before = {path.name for path in merged.iterdir()}
    fuzz(target, "-merge=1", f"-max_len={MAX_INPUT_BYTES}", "-timeout=25", merged, found,
         log=BUILD / f"{target.name}-merge.log")
    left = MAX_ADDED_BYTES
    for path in sorted(merged.iterdir()):  # their names are digests: any of them, of all sizes
        if path.name not in before and path.stat().st_size <= left:
            left -= path.stat().st_size
            shutil.copy(path, kept)


def main():
    rows = (FUZZ / "targets.tsv").read_text(encoding="utf-8").splitlines()
    targets = {row.split("\t")[0]: Target(row.split("\t")) for row in rows if row and not row.startswith("#")}
    mode, *names = sys.argv[1:]
    unknown = [name for name in names if name not in targets]
    if unknown or not re.fullmatch(r"corpus|\d+(\.\d+)?", mode):
        sys.exit(f"scripts/fuzz: {unknown[0] if unknown else mode} is no target and no number of minutes: "
                 "see tests/fuzz/targets.tsv")
    chosen = [targets[name] for name in names] or list(targets.values())
    if mode == "corpus":
        for target in chosen:
            add_to_corpus(target)
        return
    ledger = Ledger()
    chosen.sort(key=lambda target: ledger.minutes(target) / target.goal)
    failed = []
    for target in chosen:
        minutes = float(mode) if names else min(float(mode), target.goal - ledger.minutes(target))
        if minutes > 0 and not run(target, minutes, ledger):
            failed.append(target.name)
    reached = sum(ledger.minutes(target) >= target.goal - 0.5 for target in targets.values())
    total = sum(ledger.minutes(target) for target in targets.values())
    print(f"{len(targets)} fuzz targets, {reached} of them as long as their goal; {total:.0f} min of CPU since "
          "their code last changed" + (f"; failed: {' '.join(failed)}" if failed else ""))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
