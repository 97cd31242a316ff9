#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how long the program takes when it has little or nothing to do.

    tests/bench/start_table.py build/recital [--rounds N] [--hours H] [--rows N] [--folder DIR] BIOGRAPHY...

Every round runs each command once, one after the other, so that all of them meet the same pace of the machine: `true`
(what starting a process costs), `recital --version`, `recital script` of one line, `recital render` of one sentence
(with the cache of the round before, and with none), of the biographies and of a book of H hours (7 unless told) of which
nothing has changed, and of that book with one sentence changed. With --rows N also of a table of N rows of which nothing
has changed. Before the rounds the biographies, the book and the table are rendered with an empty cache: that is the cost
that the others are compared with. For each command the table has wall-clock, user and system time of all its processes in
milliseconds: median, and in brackets the least and the most. The last column is the CPU time (user and system) as a share of
the first render's.

Exit code 1 if a run that has nothing to do writes a byte or changes a file.
"""
import argparse
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

SECONDS_AN_HOUR = 3600
CHARACTERS_A_SECOND = 15  # of speech, about


def measure(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{command}: exit code {done.returncode}: {done.stderr[-500:]}")
    return {"wall": wall, "user": after.ru_utime - before.ru_utime, "system": after.ru_stime - before.ru_stime,
            "text": done.stdout + done.stderr}


def paragraphs_of(biographies):
    return [block.strip() for biography in biographies
            for block in biography.read_text(encoding="utf-8", errors="replace").split("\n\n") if len(block) > 200]


def long_text(biographies, hours):
    """Chapters of the biographies' paragraphs, with a number in every sentence, so that no passage is there twice."""
    paragraphs, lines, size, part = paragraphs_of(biographies), ["# Bekzat Petrenko"], 0, 0
    while size < hours * SECONDS_AN_HOUR * CHARACTERS_A_SECOND:
        part += 1
        lines.append(f"## Part {part}")
        for paragraph in paragraphs:
            lines.append(re.sub(r"(?<=[a-z])\.(?=\s|$)", f", as page {part} says.", paragraph))
            size += len(lines[-1])
    return "\n\n".join(lines) + "\n"


def snapshot(folder):
    """Everything that a write would change: names, sizes, times, numbers of files."""
    seen = {}
    for path in [folder, *folder.rglob("*")]:
        status = path.lstat()
        seen[path] = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return seen


class Bench:
    def __init__(self, recital, folder, biographies):
        self.recital, self.folder, self.biographies = recital, folder, biographies
        self.faults, self.times, self.first = [], {}, {}

    def render(self, name, *inputs):
        return [self.recital, "render", *inputs, "-o", self.folder / name / "books", "--cache", self.folder / name / "cache"]

    def render_first(self, name, *inputs):
        self.first[name] = measure(self.render(name, *inputs))
        time.sleep(2.1)  # inputs that are as young as their record are read

    def add(self, label, taken, first=None):
        self.times.setdefault(label, (first, []))[1].append(taken)

    def add_unchanged(self, label, name, *inputs):
        before = snapshot(self.folder / name)
        taken = measure(self.render(name, *inputs))
        if " unchanged in " not in taken["text"] or snapshot(self.folder / name) != before:
            self.faults.append(f"{label}: something was written: {taken['text'][-300:]}")
        self.add(label, taken, name)

    def print_table(self):
        print("| | wall ms | user ms | system ms | of first |\n|---|---|---|---|---|")
        for name, taken in self.first.items():
            print(f"| first render: {name} | {taken['wall'] * 1e3:.0f} | {taken['user'] * 1e3:.0f} | {taken['system'] * 1e3:.0f} | |")
        for label, (first, rounds) in self.times.items():
            cells = []
            for kind in ("wall", "user", "system"):
                values = sorted(taken[kind] * 1e3 for taken in rounds)
                cells.append(f"{statistics.median(values):.1f} ({values[0]:.1f} to {values[-1]:.1f})")
            share = ""
            if first:
                cpu = statistics.median(taken["user"] + taken["system"] for taken in rounds)
                share = f"{100 * cpu / (self.first[first]['user'] + self.first[first]['system']):.3f} %"
            print(f"| {label} | {' | '.join(cells)} | {share} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("recital", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--hours", type=float, default=7)
    parser.add_argument("--rows", type=int, default=0)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("biographies", nargs="+", type=pathlib.Path)
    given = parser.parse_args()
    folder = given.folder or pathlib.Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(given.recital.absolute(), folder, given.biographies)
    book, table, sentence = folder / "book.md", folder / "table.csv", folder / "sentence.txt"
    text = long_text(given.biographies, given.hours)
    book.write_text(text, encoding="utf-8")
    edited = folder / "edited.md"
    middle = text.index(". ", len(text) // 2) + 2
    table.write_text("name,text\n" + "".join(f"Ana Ruiz the {n}th,\"She was a singer. She sang {n} songs.\"\n"
                                             for n in range(given.rows)), encoding="utf-8")
    bench.render_first("biographies", *given.biographies)
    bench.render_first("book", book)
    if given.rows:
        bench.render_first("table", table, "--no-lyrics", "--cover", "none", "-q")
    shutil.copytree(folder / "book", folder / "edited")
    edited.write_text(text, encoding="utf-8")
    measure(bench.render("edited", edited))
    for number in range(given.rounds):
        bench.add("`true`", measure(["true"]))
        bench.add("`--version`", measure([bench.recital, "--version"]))
        bench.add("`script` of one line", measure([bench.recital, "script"], input="Mara Vell was a pianist.\n"))
        sentence.write_text(f"Mara Vell was a pianist for {number} years.\n", encoding="utf-8")
        bench.add("`render` of one sentence", measure(bench.render("sentence", sentence)))
        shutil.rmtree(folder / "first", ignore_errors=True)
        bench.add("the same, empty cache", measure(bench.render("first", sentence)))
        bench.add_unchanged("unchanged: biographies", "biographies", *given.biographies)
        bench.add_unchanged(f"unchanged: {given.hours:g} hours", "book", book)
        if given.rows:
            before = snapshot(folder / "table")
            bench.add(f"unchanged: {given.rows} rows", measure(bench.render("table", table, "--no-lyrics", "--cover", "none", "-q")),
                      "table")
            if snapshot(folder / "table") != before:
                bench.faults.append("rows: something was written")
        edited.write_text(text[:middle] + f"It was round {number}. " + text[middle:], encoding="utf-8")
        bench.add(f"one sentence changed: {given.hours:g} hours", measure(bench.render("edited", edited)), "book")
    bench.print_table()
    print("\n".join(bench.faults) or "Nothing was written where nothing had changed.")
    return 1 if bench.faults else 0


if __name__ == "__main__":
    sys.exit(main())
