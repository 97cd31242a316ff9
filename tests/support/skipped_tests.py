#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists the tests that were skipped, and why.

    tests/support/skipped_tests.py RESULTS.xml...

RESULTS.xml are what `ctest --output-junit` writes; a file's name is that of the build. A test that ran without one of
its parts prints a line "PART: LEFT OUT: REASON", which is listed, too.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

LEFT_OUT = re.compile(r"^(.+): LEFT OUT: (.+)$", re.MULTILINE)
GTEST_SKIPPED = re.compile(r": Skipped\n(.+)")


def reason_of(output):
    """What GTEST_SKIP was given, otherwise the last line that the test printed."""
    found = GTEST_SKIPPED.search(output)
    lines = [line for line in output.splitlines() if line.strip()]
    return found[1].strip() if found else lines[-1].strip() if lines else "it does not say why"


def skipped_in(path):
    """(test or its part, reason) of one file of results."""
    for case in ElementTree.parse(path).getroot().iter("testcase"):
        output = case.findtext("system-out") or ""
        if case.find("skipped") is not None:
            yield case.get("name"), reason_of(output)
        for part, reason in LEFT_OUT.findall(output):
            yield f"{case.get('name')}, {part}", reason


def main():
    for path in map(pathlib.Path, sys.argv[1:]):
        if not path.exists():
            continue  # nothing was run
        count = 0
        for name, reason in skipped_in(path):
            print(f"Skipped ({path.stem}): {name}: {reason}")
            count += 1
        total = len(list(ElementTree.parse(path).getroot().iter("testcase")))
        print(f"{path.stem}: {total} tests, {count} skipped in whole or in part")


if __name__ == "__main__":
    main()
