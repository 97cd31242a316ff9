#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the program prints in one place: src/cli/output, which checks writes and escapes what it did not write itself.

usage: output.py SRC
"""
import pathlib
import re
import sys

PLACE = "cli/output/"
# What prints, or names a stream that one could print to.
PRINTING = re.compile(r"fmt::print|std::(cout|cerr|clog|puts|putchar|printf|vprintf|perror)\b|\b(printf|puts|perror|psignal)\s*\(|"
                      r"\bfprintf\b|\bfputs\b|\bstdout\b|\bstderr\b|\bSTDOUT_FILENO\b|\bSTDERR_FILENO\b|"
                      r"\bwrite_output\b|\bwrite_message\b|/dev/(stdout|stderr|tty)\b")
# file -> what it may name, and why
EXCEPTIONS = {
    "cli/program.cpp": {"write_message"},  # in a signal handler, a text made before
    "speech/engine/engine.cpp": {"stdout"},  # the engine asks for a stream and prints nothing
    "speech/engine/muted_errors.cpp": {"stderr"},  # mutes a library
    "studio/process/system_call_filter.cpp": {"STDERR_FILENO"},  # closes it in a process of its own
    "studio/process/worker_service.cpp": {"STDOUT_FILENO", "STDERR_FILENO"},  # redirects the streams of a worker
}

source = pathlib.Path(sys.argv[1])
faults = []
unused = {(file, word) for file, words in EXCEPTIONS.items() for word in words}
for path in sorted(path for path in source.rglob("*") if path.suffix in (".h", ".cpp")):
    name = str(path.relative_to(source))
    if name.startswith(PLACE):
        continue
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        code = line.split("//")[0]
        for found in PRINTING.finditer(code):
            if found[0] in EXCEPTIONS.get(name, ()):
                unused.discard((name, found[0]))
            else:
                faults.append(f"{path}:{number}: {found[0]}: print with src/{PLACE}print.h")
faults += [f"{file} does not use {word} any more: take it off the list in {sys.argv[0]}" for file, word in sorted(unused)]
for fault in faults:
    print(fault)
sys.exit(bool(faults))
