#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renders a plan as an array of Slurm on two nodes of this machine, and disturbs it.

    tests/cluster/on_slurm.py RECITAL FAULTS SCRIPT [--rows N] [--shards N]

FAULTS is the library of tests/support/faults.cpp, SCRIPT is scripts/recital.sbatch. One task is told to stop, one runs
beside a second attempt at its shard, a node is lost with all that runs on it but for one task, which goes on beside the
copy that is queued again. Then a book is removed and some tasks, and at last all, are submitted again. Every book must be
there once, with the bytes of a run on one machine, and the books that cannot be made must be named.

Ends with 77 if Slurm is not installed or cannot run here.
"""
import argparse
import hashlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import corpus
import slurm

CANNOT_RUN = 77
STOPPED = "T"


class Scenario:
    def __init__(self, options, root):
        self.program, self.faults, self.script = (
            str(pathlib.Path(path).resolve()) for path in (options.program, options.faults, options.script))
        self.root, self.shards = root, options.shards
        self.books, self.single, self.plan = root / "books", root / "single", root / "plan"
        (root / "temporary").mkdir()
        self.environment = {**os.environ, "LD_PRELOAD": self.faults, "TMPDIR": str(root / "temporary"),
                            "XDG_CACHE_HOME": str(root / "cache")}
        self.began = time.monotonic()
        self.expected = corpus.write_corpus(root / "corpus", options.rows)

    def say(self, what):
        print(f"{time.monotonic() - self.began:6.1f} s  {what}", flush=True)

    def recital(self, *arguments, expected=(0,)):
        result = subprocess.run([self.program, *map(str, arguments)], cwd=self.root, env=self.environment, text=True,
                                capture_output=True, errors="replace", timeout=150, check=False)
        assert result.returncode in expected, f"{arguments}: {result.returncode}\n{result.stderr}"
        return result

    def prepare(self):
        self.recital("plan", "corpus", "-o", self.plan, "-q")
        self.recital("render", "corpus", "-o", self.single, "--no-cache", "-q", expected=(1,))
        names = len(list(self.single.glob("*.m4b")))
        assert names == self.expected, f"{names} books of {self.expected} on one machine"
        self.say(f"{names} books are made by one run")

    def submit(self, cluster, array):
        return cluster.submit(self.script, array, RECITAL=self.program, PLAN=str(self.plan), BOOKS=str(self.books),
                              SHARDS=str(self.shards), LD_PRELOAD="",
                              SBATCH_EXPORT=f"ALL,LD_PRELOAD={self.faults},TMPDIR={self.root / 'temporary'}")

    def manifests(self):
        return self.books / "recital-manifest"

    def has_begun_books(self, shard):
        """Whether an attempt at it has finished a book, and not yet all."""
        name = f"shard-{shard:0{len(str(self.shards))}}-of-{self.shards}"
        journals = list(self.manifests().glob(f"*/{name}.attempt-*.journal"))
        return any(journal.stat().st_size > 0 for journal in journals) and not self.is_finished(name)

    def is_finished(self, name):
        return any(self.manifests().glob(f"*/{name}.attempt-*.jsonl"))

    def hold(self, cluster, node, but=()):
        """A task on that node that is stopped in the middle of its work."""
        for task in cluster.tasks():
            if task.node != node or task.process in but or not self.has_begun_books(task.shard):
                continue
            task.send(signal.SIGSTOP)
            time.sleep(0.02)
            if task.state() == STOPPED and self.has_begun_books(task.shard):
                return task
            task.send(signal.SIGCONT)
        return None

    def wait_to_hold(self, cluster, node, but=()):
        return slurm.wait_until(lambda: self.hold(cluster, node, but), 60, f"no task on {node} could be held")

    def disturb(self, cluster):
        job = self.submit(cluster, f"1-{self.shards}")
        orphan = self.wait_to_hold(cluster, "n1")
        told = self.wait_to_hold(cluster, "n2")
        self.say(f"shard {orphan.shard} is held on n1, shard {told.shard} on n2")
        told.send(signal.SIGTERM)
        told.send(signal.SIGCONT)
        self.say(f"shard {told.shard} is told to stop")
        double = self.wait_to_hold(cluster, "n2", but=(told.process,))
        self.render_shard(double.shard)
        double.send(signal.SIGCONT)
        self.say(f"shard {double.shard} was made by a second attempt while the first was held")
        lost = self.wait_to_hold(cluster, "n1", but=(orphan.process,))
        cluster.lose_node("n1", spared=(orphan.process,))
        self.say(f"n1 is lost, with shard {lost.shard} and others; shard {orphan.shard} is an orphan")
        slurm.wait_until(lambda: any(task.shard == orphan.shard and task.node == "n2" for task in cluster.tasks()), 60,
                         f"shard {orphan.shard} is not queued again")
        orphan.send(signal.SIGCONT)
        self.say(f"shard {orphan.shard} runs twice: the orphan, and the copy on n2")
        cluster.wait_until_empty(90)
        slurm.wait_until(lambda: orphan.state() == "", 30, "the orphan does not end")
        # Slurm 24 does not count a task that asked for it by its exit code.
        self.check_states(cluster, job, {lost.shard, orphan.shard})

    def render_shard(self, shard):
        self.recital("render", "--plan", self.plan, "--shard", f"{shard}/{self.shards}", "-o", self.books, "--no-cache",
                     "-q", expected=(0, 1))

    def check_states(self, cluster, job, requeued):
        jobs = cluster.jobs(job)
        assert len(jobs) == self.shards, f"{len(jobs)} tasks"
        restarted = {shard for shard, fields in jobs.items() if fields["Restarts"] != "0"}
        assert requeued <= restarted, f"queued again are {restarted}, not {requeued}"
        codes = sorted(fields["ExitCode"] for fields in jobs.values())
        failed = [code for code in codes if code != "0:0"]
        assert failed == ["1:0"] * len(corpus.FAILING), f"exit codes {codes}"
        self.say(f"all tasks have ended; {len(restarted)} were queued again")

    def check_books(self):
        expected, found = digests(self.single), digests(self.books)
        assert found == expected, (f"missing {sorted(set(expected) - set(found))}, surplus "
                                   f"{sorted(set(found) - set(expected))}, others differ")
        hidden = [path for path in self.books.rglob("*") if path.name.startswith(".")]
        assert not hidden, f"temporary files are left: {hidden}"

    def check_merge(self):
        merged = self.recital("merge", self.books, "--plan", self.plan, "--json", expected=(1,))
        report = json.loads(merged.stdout.splitlines()[-1])["merged"]
        counts = {name: report[name] for name in ("planned", "made", "failed", "missing", "doubled")}
        assert counts == {"planned": self.expected + len(corpus.FAILING), "made": self.expected,
                          "failed": len(corpus.FAILING), "missing": 0, "doubled": 0}, counts
        named = [json.loads(line)["failed"]["line"] for line in merged.stdout.splitlines()[:-1]]
        assert len(named) == len(corpus.FAILING), f"named are lines {named}"
        self.say(f"merged: {counts}")

    def submit_again(self, cluster):
        cluster.start_node("n1")
        slurm.wait_until(lambda: cluster.idle_nodes() == len(slurm.NODES), 30, "n1 does not come back")
        made = times(self.books)
        removed = sorted(made)[self.expected // 2]
        (self.books / removed).unlink()
        shard = self.shard_of(removed)
        self.submit(cluster, ",".join(str(number) for number in sorted({1, 2, shard})))
        cluster.wait_until_empty(60)
        after = times(self.books)
        assert after.keys() == made.keys(), "the book that was removed is not made again"
        changed = [name for name in made if after[name] != made[name]]
        assert changed == [removed], f"made again are {changed}"
        self.say(f"submitted again in part: only {removed} was made again")
        job = self.submit(cluster, f"1-{self.shards}")
        cluster.wait_until_empty(90)
        assert times(self.books) == after, "a second submission has made books again"
        assert len(cluster.jobs(job)) == self.shards
        self.say("submitted again in full: nothing was made again")

    def shard_of(self, file):
        for manifest in self.manifests().glob("*/*.jsonl"):
            for line in manifest.read_text(encoding="utf-8").splitlines():
                if any(made["path"] == file for made in json.loads(line).get("files", [])):
                    return int(manifest.name.split("-")[1])
        raise AssertionError(f"no manifest has {file}")

    def run(self, cluster):
        self.disturb(cluster)
        self.check_books()
        self.check_merge()
        self.submit_again(cluster)
        self.check_books()
        self.check_merge()


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def times(folder):
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if path.is_file()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("faults")
    parser.add_argument("script")
    parser.add_argument("--rows", type=int, default=118)
    parser.add_argument("--shards", type=int, default=32)
    options = parser.parse_args()
    if missing := slurm.missing_programs():
        print(f"Slurm is not installed: {', '.join(missing)} missing; see scripts/setup test")
        return CANNOT_RUN
    with tempfile.TemporaryDirectory(prefix="recital-slurm-") as name:
        root = pathlib.Path(name).resolve()
        root.chmod(0o755)  # Slurm wants its folders to be readable
        scenario = Scenario(options, root)
        cluster = slurm.Cluster(root / "slurm")
        try:
            cluster.begin()
        except (RuntimeError, TimeoutError, OSError, subprocess.SubprocessError) as error:
            print(f"{error}\nSlurm cannot run on this machine")
            return CANNOT_RUN
        try:
            scenario.prepare()
            scenario.run(cluster)
        except BaseException:
            print(cluster.logs())
            raise
        finally:
            cluster.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
