#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares numbers in languages without a folder with what the engine alone says.

usage: und_fragments.py RECITAL [-v]

Each fragment of tests/data/text/und_fragments.tsv is read by recital and by eSpeak NG alone. If the phonemes are the same, recital
is not worse. If they differ, both are compared with the phonemes of the fragment in words, which the table gives: recital is worse
if its distance (edits, in phonemes) is the larger one, or if there are no words to compare with. Needs libespeak-ng.so.1.
"""
import collections
import ctypes
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
UTF8, IPA = 1, 2

engine = ctypes.CDLL("libespeak-ng.so.1")
engine.espeak_TextToPhonemes.restype = ctypes.c_char_p
engine.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
engine.espeak_Initialize(2, 0, None, 0x8000)


def phonemes(language, text):
    """What the engine's voice for the language says, without stress, pauses and borders of words."""
    engine.espeak_SetVoiceByName(language.encode())
    rest = ctypes.c_char_p(text.encode())
    clauses = []
    while rest.value:
        clauses.append((engine.espeak_TextToPhonemes(ctypes.byref(rest), UTF8, IPA) or b"").decode())
    return re.sub(r"[\s\u02c8\u02cc|_:-]", "", "".join(clauses))


def distance(first, second):
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(second, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


def spoken(recital, language, fragments):
    """The spoken form of each fragment, which is a paragraph of a page that declares its language."""
    body = "".join(f"<p>{html.escape(fragment)}</p>" for fragment in fragments)
    with tempfile.NamedTemporaryFile("w", suffix=".html", delete=False) as page:
        page.write(f'<html lang="{language}"><body><h1>Mara Bell</h1>{body}</body></html>')
    run = subprocess.run([recital, "script", "--json", page.name], capture_output=True, text=True, check=True)
    sentences = [s for chapter in json.loads(run.stdout)["chapters"] for s in chapter["sentences"]]
    found = []
    at = 0
    for fragment in fragments:
        words, source = "", ""
        while at < len(sentences) and len(source.replace(" ", "")) < len(fragment.replace(" ", "")):
            source += sentences[at]["source"]
            words += (" " if words else "") + sentences[at]["spoken"]
            at += 1
        found.append(words)
    return found


def main():
    recital, verbose = sys.argv[1], "-v" in sys.argv
    rows = collections.defaultdict(list)
    for line in (ROOT / "tests/data/text/und_fragments.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, fragment, *words = line.split("\t")
            rows[language].append((fragment, words[0] if words else ""))
    print("language  fragments  as the engine  better  worse")
    total_worse = 0
    for language, fragments in rows.items():
        counts = collections.Counter()
        for (fragment, words), said in zip(fragments, spoken(recital, language, [f for f, _ in fragments])):
            own, bare = phonemes(language, said), phonemes(language, fragment)
            verdict = "same"
            if own != bare:
                wanted = phonemes(language, words) if words else bare
                own_error, bare_error = distance(own, wanted), distance(bare, wanted)
                verdict = "better" if own_error < bare_error else ("same" if own_error == bare_error else "worse")
            counts[verdict] += 1
            if verbose and verdict != "same":
                print(f"  {verdict}: {language} {fragment!r} is said as {said!r}\n     {own}\n     {bare} (engine alone)")
        total_worse += counts["worse"]
        print(f"{language:8}  {len(fragments):9}  {counts['same']:13}  {counts['better']:6}  {counts['worse']:5}")
    sys.exit(total_worse > 0)


if __name__ == "__main__":
    main()
