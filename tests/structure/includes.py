#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the folders of src against order.txt: each include goes to the same folder or to one listed before it,
no headers include each other in a circle, no folder has more than 20 units, and the folders of tests mirror those
of src.

usage: includes.py SRC
"""
import pathlib
import re
import sys

MAX_UNITS = 20  # in a folder; a unit is a .h and a .cpp of one name

source = pathlib.Path(sys.argv[1])
listed = (pathlib.Path(__file__).parent / "order.txt").read_text(encoding="utf-8").splitlines()
ORDER = [line for line in listed if line and not line.startswith("#")]

units = {}     # folder -> names of its units
includes = {}  # file without extension -> those that it includes
faults = []
paths = sorted(path for path in source.rglob("*") if path.suffix in (".h", ".cpp"))
for path in paths:
    unit = path.relative_to(source).with_suffix("")
    folder = str(unit.parent)
    units.setdefault(folder, set()).add(unit.name)
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = re.match(r'#include "([^"]+)"', line)
        if not found:
            continue
        included = pathlib.Path(found[1])
        place = f"{path}:{number}"
        if not (source / included).is_file():
            faults.append(f"{place}: src has no {included}: write the path from src")
        elif folder in ORDER and str(included.parent) in ORDER[ORDER.index(folder) + 1:]:
            faults.append(f"{place}: {folder} must not include {included.parent}, which comes later in order.txt")
        elif path.suffix == ".h" and str(included.with_suffix("")) != str(unit):
            includes.setdefault(str(unit), set()).add(str(included.with_suffix("")))


def find_circle(unit, way, done):
    """The units of a circle of headers that begins at `unit`, or nothing."""
    if unit in way:
        return way[way.index(unit):] + [unit]
    if unit in done:
        return None
    done.add(unit)
    for included in sorted(includes.get(unit, ())):
        circle = find_circle(included, way + [unit], done)
        if circle:
            return circle
    return None


done = set()
for unit in sorted(includes):
    circle = find_circle(unit, [], done)
    if circle:
        faults.append("headers include each other: " + " -> ".join(circle))
        break
for folder, names in sorted(units.items()):
    if folder not in ORDER:
        faults.append(f"{source / folder}: not listed in order.txt")
    if len(names) > MAX_UNITS:
        faults.append(f"{source / folder}: {len(names)} units, at most {MAX_UNITS} are allowed: make sub-folders")
for folder in ORDER:
    if folder not in units:
        faults.append(f"order.txt lists {folder}, which has no source files")
tests = pathlib.Path(__file__).parent.parent
folders = set(ORDER) | {folder.split("/")[0] for folder in ORDER}  # a module's own folder holds tests of all of it
for path in sorted(tests.rglob("*_test.cpp")):
    if str(path.relative_to(tests).parent) not in folders:
        faults.append(f"{path}: src has no folder of this name: tests mirror the folders of src")
print("\n".join(faults) or f"{len(paths)} files in {len(units)} folders, no backward include")
sys.exit(1 if faults or not paths else 0)
