#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records the result of a long run in docs/proofs.md.

    tests/support/record_proof.py PART RESULT COMMIT DETAIL

Each part has one row, that of its last run, with today's date.
"""
import datetime
import pathlib
import sys

PROOFS = pathlib.Path(__file__).resolve().parents[2] / "docs" / "proofs.md"
COLUMNS = ("Part", "Result", "Date", "Commit", "Detail")
HEAD = f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}\n"


def main():
    part, result, commit, detail = (word.replace("|", "/").replace("\n", " ") for word in sys.argv[1:])
    row = f"| {part} | {result} | {datetime.date.today()} | {commit} | {detail} |\n"
    text, _, table = PROOFS.read_text(encoding="utf-8").partition(HEAD)
    rows = [line for line in table.splitlines(keepends=True) if not line.startswith(f"| {part} |")]
    PROOFS.write_text(text + HEAD + "".join(sorted([*rows, row])), encoding="utf-8")


if __name__ == "__main__":
    main()
