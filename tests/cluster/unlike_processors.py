#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares books that are made on processors with other instructions: unlike_processors.py PROGRAM [--emulate]

The C library is told to do without newer instructions. With --emulate the whole program runs on an emulated processor,
too, which has SSE 4.2 and no AVX: libraries that ask the processor itself are seen only so. Prints a row for each kind
of processor and format. Exit code: 1 if a book differs that docs/cluster.md promises to be equal, 77 if there is no
emulator or another architecture.
"""
import argparse
import hashlib
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

FORMATS = ("m4b", "mp3", "flac", "wav", "opus")
# libopus asks the processor which instructions it has, and rounds otherwise with AVX.
MAY_DIFFER_EMULATED = {"opus"}
TEXT = ("Mira Castell was born in Riga in 1901. She sang in the choir of the town, and played the harp.\n\n"
        "In 1923 she gave 14 concerts in Vienna; \"a voice of silver,\" wrote a newspaper.\n")
WITHOUT_NEWER = "glibc.cpu.hwcaps=" + ",".join(
    f"-{name}" for feature in ("AVX", "AVX2", "AVX512F", "FMA", "BMI2", "ERMS", "SSE4_1", "SSE4_2")
    for name in (feature, f"{feature}_Usable"))


def digests_of(command, folder, environment):
    text = folder.parent / "Mira Castell.txt"
    text.write_text(TEXT, encoding="utf-8")
    subprocess.run([*command, "render", str(text), "-o", str(folder), "--format", ",".join(FORMATS), "--no-cache",
                    "--quiet", "--timeout", "600"], check=True, env={**os.environ, **environment})
    return {name: hashlib.sha256((folder / f"Mira Castell.{name}").read_bytes()).hexdigest() for name in FORMATS}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--emulate", action="store_true")
    arguments = parser.parse_args()
    emulator = shutil.which("qemu-x86_64")
    if platform.machine() != "x86_64":
        print("skipped: only x86-64 has been looked at")
        return 77
    if arguments.emulate and not emulator:
        print("skipped: there is no qemu-x86_64: scripts/setup emulator installs it")
        return 77
    cases = [("the C library without AVX, FMA, SSE4", [arguments.program], {"GLIBC_TUNABLES": WITHOUT_NEWER}, set())]
    if arguments.emulate:
        cases.append(("an emulated Nehalem", [emulator, "-cpu", "Nehalem", arguments.program], {},
                      MAY_DIFFER_EMULATED))
    differs = False
    with tempfile.TemporaryDirectory() as scratch:
        here = digests_of([arguments.program], pathlib.Path(scratch) / "here", {})
        for number, (name, command, environment, may_differ) in enumerate(cases):
            there = digests_of(command, pathlib.Path(scratch) / f"there{number}", environment)
            for book in FORMATS:
                print(f"| {name} | {book} | {'the same bytes' if here[book] == there[book] else 'other bytes'} |")
                differs = differs or (here[book] != there[book] and book not in may_differ)
    return 1 if differs else 0


if __name__ == "__main__":
    sys.exit(main())
