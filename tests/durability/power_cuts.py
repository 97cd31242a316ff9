#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the power of a disk at many points of a run, and looks at what is left.

    tests/durability/power_cuts.py RECITAL DISK_LIBRARY [--points N] [--rerun-every N]

A first run makes books. Then a text changes, and the second run is watched. For a cut after each of N of its changes of the
disk, three disks are made: one that kept only what was synced; one that kept all names, but of the contents only what was
synced (as file systems with delayed allocation do); one that kept a random part of either. On each of them, every file that
a person sees must be the one of the first run or that of the second; one that only the second run has may be missing. Every
few cuts the run is repeated on the disk, and must make the same books.
"""
import argparse
import pathlib
import random
import shutil
import sys
import tempfile

from run import Workshop, contents


class Disk:
    """What is on a disk: as the program sees it, and as it is after a power cut."""

    def __init__(self, folder):
        self.root = folder
        self.volatile, self.durable = {}, {}  # path -> File, or None for a folder
        self.by_inode = {}
        self.pending = []  # changes of names that are not synced: a list of (path, File, None or "gone")
        for path in sorted(folder.rglob("*")):
            self.volatile[str(path)] = self.durable[str(path)] = self._known(path)

    def _known(self, path):
        if path.is_dir():
            return None
        file = File(path.read_bytes())
        file.sync()
        self.by_inode[path.stat().st_ino] = file
        return file

    def apply(self, kind, inode, offset, path, other, data):
        if kind == "create":
            self.by_inode[inode] = File(b"")
            self._change([(path, self.by_inode[inode])])
        elif kind == "mkdir":
            self._change([(path, None)])
        elif kind == "write" and inode in self.by_inode:
            self.by_inode[inode].write(offset, data)
        elif kind == "truncate" and inode in self.by_inode:
            self.by_inode[inode].truncate(offset)
        elif kind == "rename":
            moved = [name for name in self.volatile if name == path or name.startswith(path + "/")]
            self._change([(name, "gone") for name in moved] +
                         [(other + name[len(path):], self.volatile[name]) for name in moved])
        elif kind == "link":
            self._change([(other, self.volatile[path])])
        elif kind == "unlink":
            self._change([(path, "gone")])
        elif kind in ("fsync", "fdatasync"):
            if inode in self.by_inode:
                self.by_inode[inode].sync()
            else:
                self._sync_folder(path)
        elif kind == "syncfs":
            for file in self.by_inode.values():
                file.sync()
            self._sync_folder(None)

    def _change(self, names):
        for path, file in names:
            if file == "gone":
                self.volatile.pop(path, None)
            else:
                self.volatile[path] = file
        self.pending.append(names)

    def _sync_folder(self, folder):
        """One folder, or all for None. A change that touches a synced folder is kept as a whole."""
        rest = []
        for names in self.pending:
            if folder is None or any(str(pathlib.Path(path).parent) == folder for path, _ in names):
                keep(self.durable, names)
            else:
                rest.append(names)
        self.pending = rest

    def write_after_cut(self, target, names_kept, content_of):
        """Makes the disk in the folder `target`: with those of the pending changes, and contents by the function."""
        left = dict(self.durable)
        for names, kept in zip(self.pending, names_kept):
            if kept:
                keep(left, names)
        target.mkdir(parents=True)
        for path, file in sorted(left.items()):
            place = target / pathlib.Path(path).relative_to(self.root)
            if not place.parent.is_dir():
                continue  # its folder is lost
            if file is None:
                place.mkdir(exist_ok=True)
            else:
                place.write_bytes(content_of(file))
        for folder in target.rglob("*"):
            if folder.is_dir():
                folder.chmod(0o700)
        return target


def keep(names, changes):
    for path, file in changes:
        if file == "gone":
            names.pop(path, None)
        else:
            names[path] = file


class File:
    def __init__(self, content):
        self.content, self.synced = bytearray(content), b""

    def write(self, offset, data):
        if len(self.content) < offset:
            self.content.extend(bytes(offset - len(self.content)))
        self.content[offset:offset + len(data)] = data

    def truncate(self, size):
        del self.content[size:]
        self.content.extend(bytes(size - len(self.content)))

    def sync(self):
        self.synced = bytes(self.content)


def read_log(path):
    log = path.read_bytes()
    at = 0
    while at < len(log):
        end = log.index(b"\n", at)
        kind, *numbers = log[at:end].decode().split(" ")
        inode, offset, path_bytes, other_bytes, data_bytes = map(int, numbers)
        at = end + 1
        name = log[at:at + path_bytes].decode(errors="surrogateescape")
        other = log[at + path_bytes:at + path_bytes + other_bytes].decode(errors="surrogateescape")
        at += path_bytes + other_bytes
        yield kind, inode, offset, name, other, log[at:at + data_bytes]
        at += data_bytes


def faults_in(found, before, after):
    for name, content in found.items():
        if content not in (before.get(name), after.get(name)):
            yield f"{name}: {len(content)} bytes that no run has written"
    for name in before:
        if name in after and name not in found:
            yield f"{name}: the earlier one is lost"


def disks_after(disk, target, chance):
    def some(file):
        return chance.choice([bytes(file.content), file.synced, bytes(len(file.content))]) \
            if file.content != file.synced else file.synced

    count = len(disk.pending)
    yield disk.write_after_cut(target / "synced", [False] * count, lambda file: file.synced)
    yield disk.write_after_cut(target / "names", [True] * count, lambda file: file.synced)
    yield disk.write_after_cut(target / "random", [chance.random() < 0.5 for _ in range(count)], some)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--rerun-every", type=int, default=10)
    options = parser.parse_args()
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        workshop = Workshop(str(pathlib.Path(options.program).resolve()), options.library, folder)
        workshop.write_texts()
        first = workshop.run()
        assert first.returncode == 0, first.stderr
        before = workshop.books()
        disk = Disk(workshop.disk)
        workshop.write_texts(later=True)
        second = workshop.run(watched=folder / "log")
        assert second.returncode == 0, second.stderr
        after = workshop.books()
        assert before != after, "the second run changes nothing"
        changes = list(read_log(folder / "log"))
        cuts = set(range(1, len(changes) + 1))
        if len(cuts) > options.points:
            cuts = set(chance.sample(sorted(cuts), options.points))
        faults, reruns = [], 0
        for number, change in enumerate(changes, 1):
            disk.apply(*change)
            if number not in cuts:
                continue
            target = folder / "after"
            for left in disks_after(disk, target, chance):
                books = contents(left / "books") if (left / "books").exists() else {}
                place = f"cut after change {number} ({change[0]}), {left.name}"
                faults += [f"{place}: {fault}" for fault in faults_in(books, before, after)]
                if chance.randrange(options.rerun_every) == 0:
                    reruns += 1
                    workshop.set_disk(left)
                    again = workshop.run()
                    if again.returncode != 0 or workshop.books() != after:
                        faults.append(f"{place}: the next run does not make the same books: {again.stderr[-300:]}")
            shutil.rmtree(target)
        print("\n".join(faults[:20]))
        print(f"{len(changes)} changes of the disk, {len(cuts)} cuts, {3 * len(cuts)} disks, {reruns} runs on them: "
              f"{len(faults)} faults")
        return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
