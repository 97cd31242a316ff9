# SPDX-License-Identifier: GPL-3.0-or-later
"""A small run of recital on the watched disk of tests/support/disk.cpp, or with the memory of tests/support/memory.cpp."""
import os
import pathlib
import shutil
import subprocess
import sys

TEXTS = {
    "ada.txt": "Ada Merle was born in Riga in 1901. She sang in the choir of the town.\n\nIn 1920 she went to Vienna.\n",
    "ben.txt": "Ben Torro was a drummer. He played every evening.\n",
    "cleo.md": "# Cleo Vane\n\nCleo Vane was a harpist.\n\n## Youth\n\nShe learned the harp at home.\n\n"
               "## Tours\n\nShe travelled to Oslo and to Turin.\n",
}
LATER = {"ben.txt": "Ben Torro was a drummer. He played every evening, and on Sundays he slept.\n"}


def is_memory(call):
    return call in ("malloc", "mmap")


class Workshop:
    """A folder with inputs, books and a cache."""

    def __init__(self, program, library, folder, memory_library=None, texts=None, formats="m4b,opus"):
        self.program, self.library, self.folder = program, library, pathlib.Path(folder)
        self.memory_library, self.texts, self.formats = memory_library, texts or TEXTS, formats
        self.disk = self.folder / "disk"  # what may be lost
        self.count = self.folder / "count"
        (self.folder / "in").mkdir(parents=True, exist_ok=True)
        self.disk.mkdir(exist_ok=True)

    def write_texts(self, later=False):
        for name, text in {**self.texts, **(LATER if later else {})}.items():
            (self.folder / "in" / name).write_text(text, encoding="utf-8")

    def run(self, watched=None, fault=None, timeout=120):
        """Renders everything. `watched`: a log of what happens on the disk; `fault`: a call, its number, its error."""
        environment = {**os.environ, "TMPDIR": str(self.folder), "RECITAL_DISK_ROOT": str(self.disk) + "/"}
        if watched or fault:
            environment["LD_PRELOAD"] = self.library
        if watched:
            environment["RECITAL_DISK_LOG"] = str(watched)
        if fault:
            environment |= self.environment_of(*fault)
        return subprocess.run(self.command(), cwd=self.folder, env=environment, capture_output=True, text=True,
                              errors="replace", timeout=timeout, check=False)

    def command(self):
        return [self.program, "render", "in", "-o", str(self.disk / "books"), "--cache", str(self.disk / "cache"),
                "--format", self.formats, "--subtitles", "vtt", "--split-chapters", "-j", "2", "-q"]

    def environment_of(self, call, number, error):
        self.count.write_bytes(bytes(8) if is_memory(call) else b"")
        if is_memory(call):
            return {"LD_PRELOAD": self.memory_library, "RECITAL_MEMORY_FAULT": f"{call}:{number}",
                    "RECITAL_MEMORY_COUNT": str(self.count)}
        return {"RECITAL_DISK_FAULT": f"{call}:{number}:{error}", "RECITAL_DISK_COUNT": str(self.count)}

    def calls(self, call):
        """How often it was made by the last run that was given a fault of it."""
        count = self.count.read_bytes()
        return int.from_bytes(count, sys.byteorder) if is_memory(call) else len(count)

    def books(self):
        return contents(self.disk / "books")

    def set_disk(self, source):
        shutil.rmtree(self.disk)
        shutil.copytree(source, self.disk, copy_function=shutil.copy2)


def contents(folder):
    """The files that a person sees, by path."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and not any(part.startswith(".recital-") for part in path.relative_to(folder).parts)}
