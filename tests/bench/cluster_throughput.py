#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the throughput of a Slurm cluster of two nodes with one core each with that of one process on two cores.

    tests/bench/cluster_throughput.py RECITAL [--rows N] [--shards N] [--folder DIR]

Makes a corpus of short biographies, plans it at once and in 16 parts, renders it by one process, and renders the plan as an
array of Slurm, on two nodes that this script starts on this machine. Prints books per hour of both, their ratio, and whether
both plans and all books have the same bytes. Run it on an idle machine; 20,000 rows need 6 GB and some 20 minutes on two cores.
"""
import argparse
import hashlib
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cluster"))
import corpus  # noqa: E402 # pylint: disable=wrong-import-position
import slurm  # noqa: E402 # pylint: disable=wrong-import-position

PARTS = 16
SCRIPT = pathlib.Path(__file__).resolve().parents[2] / "scripts" / "recital.sbatch"
SYLLABLES = ("ba", "den", "ko", "li", "mar", "no", "pel", "ra", "sen", "ti", "vo", "wil")


def write_rows(path, count):
    """Rows of as many different people."""
    surnames = ("".join(parts).title() for parts in itertools.product(SYLLABLES, repeat=4))
    people = (f"{first} {last}" for last in surnames for first in corpus.FIRST_NAMES)
    with path.open("w", encoding="utf-8") as file:
        for number, name in zip(range(count), people):
            occupation, town = corpus.OCCUPATIONS[number % len(corpus.OCCUPATIONS)], corpus.TOWNS[number % len(corpus.TOWNS)]
            text = f"{name} was a {occupation} in {town} until {1850 + number % 150}."
            file.write(json.dumps({"id": f"row-{number}", "name": name, "text": text}) + "\n")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def books_of(folder):
    """Their digests, without the folders in which they lie."""
    return {path.name: digest(path) for path in folder.rglob("*.m4b")}


class Comparison:
    def __init__(self, options, root):
        self.program, self.rows, self.shards, self.root = str(options.program.resolve()), options.rows, options.shards, root
        write_rows(root / "rows.jsonl", options.rows)

    def recital(self, *arguments):
        """Seconds that it took."""
        began = time.monotonic()
        subprocess.run([self.program, *map(str, arguments), "-q"], cwd=self.root, check=True)
        return time.monotonic() - began

    def plan(self):
        """Whether the plan in parts has the bytes of the other."""
        seconds = self.recital("plan", "rows.jsonl", "-o", "plan")
        parts = [f"part-{number}" for number in range(1, PARTS + 1)]
        for number, part in enumerate(parts, 1):
            self.recital("plan", "rows.jsonl", "-o", part, "--shard", f"{number}/{PARTS}")
        self.recital("plan", "--merge", *parts, "-o", "plan-of-parts")
        print(f"planned in {seconds:.1f} s", flush=True)
        return digest(self.root / "plan") == digest(self.root / "plan-of-parts")

    def render_by_one(self):
        seconds = self.recital("render", "rows.jsonl", "-o", "one", "--no-cache", "-j", 2)
        self.tell("one process on two cores", seconds)
        return seconds

    def render_by_nodes(self, cluster):
        began = time.monotonic()
        cluster.submit(str(SCRIPT), f"1-{self.shards}", RECITAL=self.program, PLAN=str(self.root / "plan"),
                       BOOKS=str(self.root / "nodes"), SHARDS=str(self.shards))
        cluster.wait_until_empty(24 * 3600)
        seconds = time.monotonic() - began
        self.tell("two nodes with one core each", seconds)
        return seconds

    def tell(self, name, seconds):
        print(f"{name}: {self.rows} books in {seconds:.1f} s, {self.rows * 3600 / seconds:.0f} books per hour", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=20000)
    parser.add_argument("--shards", type=int, default=64)
    parser.add_argument("--folder", default="/var/tmp")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="recital-throughput-", dir=options.folder) as name:
        root = pathlib.Path(name).resolve()
        root.chmod(0o755)  # Slurm wants its folders to be readable
        comparison = Comparison(options, root)
        same_plan = comparison.plan()
        one = comparison.render_by_one()
        cluster = slurm.Cluster(root / "slurm", processors_per_node=1)
        cluster.begin()
        try:
            nodes = comparison.render_by_nodes(cluster)
        finally:
            cluster.stop()
        expected, found = books_of(root / "one"), books_of(root / "nodes")
        print(f"throughput of the nodes: {one / nodes:.3f} of the process; plan in {PARTS} parts: "
              f"{'the same bytes' if same_plan else 'OTHER BYTES'}; {len(found)} books: "
              f"{'the same bytes' if found == expected and len(found) == options.rows else 'OTHER BYTES'}")
        return 0 if same_plan and found == expected and len(found) == options.rows else 1


if __name__ == "__main__":
    sys.exit(main())
