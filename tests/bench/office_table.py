#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what is read of documents of word processors with the text that LibreOffice exports of them.

    tests/bench/office_table.py RECITAL DOCUMENT... [--show]

Prints for every document how many words LibreOffice exports, how many of them are not read (lost), and how many are read
that it does not export (added), in order; at the end the rates per 1,000 words. --show prints the words. What docs/usage/inputs.md
says is not read on purpose is counted as lost, too: judge it by its words.

Needs LibreOffice (package libreoffice-writer-nogui).
"""
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def words_of(text):
    return re.findall(r"\w+", text.replace("\u00ad", "").casefold())


def exported_words(document, folder):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                    "txt:Text (encoded):UTF8", "--outdir", folder, document],
                   check=True, capture_output=True)
    return words_of((pathlib.Path(folder) / (document.stem + ".txt")).read_text(encoding="utf-8-sig"))


def read_words(recital, document):
    done = subprocess.run([recital, "script", document, "--musician", "x", "--chapters-from", "h1", "--json"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        print(f"{document.name}: {done.stderr.strip()}")
        return []
    words = []
    for chapter in json.loads(done.stdout)["chapters"]:
        for sentence in chapter["sentences"]:
            words += words_of(sentence["source"])
    return words


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--show"]
    totals = [0, 0, 0]
    print(f"{'document':40} {'words':>6} {'lost':>5} {'added':>5}")
    with tempfile.TemporaryDirectory() as folder:
        for name in arguments[1:]:
            document = pathlib.Path(name)
            expected = exported_words(document, folder)
            actual = read_words(arguments[0], document)
            lost, added = [], []
            matcher = difflib.SequenceMatcher(None, expected, actual, autojunk=False)
            for kind, a, b, c, d in matcher.get_opcodes():
                if kind != "equal":
                    lost += expected[a:b]
                    added += actual[c:d]
            print(f"{document.name:40} {len(expected):6} {len(lost):5} {len(added):5}")
            if "--show" in sys.argv:
                print("    lost: ", " ".join(lost), "\n    added:", " ".join(added))
            totals = [total + count for total, count in zip(totals, (len(expected), len(lost), len(added)))]
    rate = 1000 / max(1, totals[0])
    print(f"{'per 1,000 words':40} {totals[0]:6} {totals[1] * rate:5.1f} {totals[2] * rate:5.1f}")


main()
