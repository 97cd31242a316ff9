#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between rooms go one way: no file of src/<room> includes a room that stands below it.

usage: includes.py SRC
"""
import pathlib
import re
import sys

ROOMS = ["base", "document", "text", "speech", "sound", "container", "studio", "cli"]

source = pathlib.Path(sys.argv[1])
wrong = []
count = 0
for path in sorted(source.rglob("*")):
    if path.suffix not in (".h", ".cpp"):
        continue
    count += 1
    room = path.relative_to(source).parts[0]
    allowed = ROOMS[:ROOMS.index(room) + 1]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = re.match(r'#include "([a-z]+)/', line)
        if found and found[1] not in allowed:
            wrong.append(f"{path}:{number}: {room} must not include {found[1]}")
print("\n".join(wrong) or f"{count} files, no backward include")
sys.exit(1 if wrong or count == 0 else 0)
