#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that a program was built with what limits the use of a defect: hardening.py [--table] PROGRAM

Prints what is missing, or with --table all that was checked as rows of Markdown. Reads the program with readelf and
objdump. Exit code: 1 if something is missing.
"""

import platform
import re
import subprocess
import sys


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def checks(program):
    """Yields of each property: what it is, what shows it, and whether it was found."""
    header = output_of("readelf", "--wide", "--file-header", program)
    segments = output_of("readelf", "--wide", "--program-headers", program)
    dynamic = output_of("readelf", "--wide", "--dynamic", program)
    symbols = output_of("readelf", "--wide", "--dyn-syms", program)
    stack = re.search(r"GNU_STACK.*", segments)

    yield ("position-independent executable", "type DYN, flag PIE",
           re.search(r"Type:\s+DYN", header) and re.search(r"FLAGS_1.*\bPIE\b", dynamic))
    yield ("full RELRO", "segment GNU_RELRO, flag NOW",
           "GNU_RELRO" in segments and re.search(r"FLAGS_1.*\bNOW\b", dynamic))
    yield "stack not executable", "segment GNU_STACK without E", stack and "E" not in stack[0].split()[-2]
    yield ("no segment both writable and executable", "no LOAD segment with RWE",
           not re.search(r"LOAD .*\bRWE\b", segments))
    yield "no text relocations", "no TEXTREL", "TEXTREL" not in dynamic
    yield ("libraries only from the system's folders", "neither RPATH nor RUNPATH",
           not re.search(r"\((RPATH|RUNPATH)\)", dynamic))
    yield "stack protector", "calls __stack_chk_fail", "__stack_chk_fail" in symbols
    yield ("FORTIFY_SOURCE", "calls checked functions of the C library",
           re.search(r" __(mem|str|v?s?n?f?printf|read|pread|recv|realpath|getcwd|poll|fdelt|open)\w*_chk\b", symbols))
    if platform.machine() == "x86_64":
        main = output_of("objdump", "--disassemble=main", "--no-show-raw-insn", program)
        yield "indirect branches only to marked places (CET)", "main begins with endbr64", "endbr64" in main


def main():
    program = sys.argv[-1]
    with_table = "--table" in sys.argv[1:-1]
    missing = False
    if with_table:
        print("| Property | What shows it | |\n|---|---|---|")
    for name, evidence, found in checks(program):
        missing = missing or not found
        if with_table:
            print(f"| {name} | {evidence} | {'yes' if found else 'MISSING'} |")
        elif not found:
            print(f"{program}: {name}: not found ({evidence})")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
