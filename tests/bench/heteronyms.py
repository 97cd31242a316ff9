#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how often words with two pronunciations are said in the right sense, by recital and by the bare engine.

usage: heteronyms.py [--show] RECITAL [SENTENCES...]

SENTENCES are tables such as tests/data/text/heteronyms.tsv, which is the default. A word is right if the phonemes of its sentence
have the sounds of its sense (tests/data/text/heteronym_sounds.tsv) and not those of the other one. Prints for each table the
confusion table, one line a word: how many sentences of each sense are said in the first and in the second sense and otherwise;
then the share that is right. --show prints the sentences that recital gets wrong. Needs libespeak-ng.so.1.
"""
import argparse
import collections
import ctypes
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "text"
UTF8, IPA = 1, 2
ENDING = "(s|z|[ɪᵻə]z|d|[ɪᵻə]d|ɪŋ|[ɪᵻə]st|ɚ)?"
os.environ.setdefault("RECITAL_RESOURCES", str(ROOT))

engine = ctypes.CDLL("libespeak-ng.so.1")
engine.espeak_TextToPhonemes.restype = ctypes.c_char_p
engine.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
engine.espeak_Initialize(2, 0, None, 0x8000)
engine.espeak_SetVoiceByName(b"en-us")


def by_engine(text):
    rest = ctypes.c_char_p(text.encode())
    clauses = []
    while rest.value:
        clauses.append((engine.espeak_TextToPhonemes(ctypes.byref(rest), UTF8, IPA) or b"").decode())
    return " ".join(clauses)


def by_recital(recital, texts):
    """The phonemes of each text, which may be several sentences."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("\n\n".join(texts) + "\n")
        file.flush()
        command = [recital, "script", "--explain", "--lines", "--any-text", file.name]
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [""]
    source = ""
    for before, line in zip([""] + lines, lines):
        if not before and line and not line.startswith("["):
            source += line
        elif line.startswith("  phonemes"):
            found[-1] += " " + line.split(None, 1)[1]
            if "".join(source.split()) == "".join(texts[len(found) - 1].split()):
                found.append("")
                source = ""
    assert len(found) == len(texts) + 1, (len(found), len(texts))
    return found


def rows(path):
    return [line.split("\t") for line in path.read_text().splitlines() if line and not line.startswith("#")]


SOUNDS = collections.defaultdict(dict)
for word, sense, pattern in rows(DATA / "heteronym_sounds.tsv"):
    SOUNDS[word][sense] = re.compile("(" + pattern.replace("S", "[ˈˌ]") + ")" + ENDING)


def heard(word, phonemes):
    """The sense that is heard; None if it is not one of the two."""
    tokens = [token.strip("|") for token in phonemes.split()]
    senses = [s for s, pattern in SOUNDS[word].items() if any(pattern.fullmatch(token) for token in tokens)]
    return senses[0] if len(senses) == 1 else None


def print_confusion(judged):
    print(f"{'word':12} {'sense':10} {'recital':>16} {'engine':>16}")
    for word, senses in SOUNDS.items():
        for sense in senses:
            cells = []
            for reader in range(2):
                said = collections.Counter(j[2 + reader] for j in judged if j[0] == word and j[1] == sense)
                cells.append(" ".join(f"{said[other]:4}" for other in (*senses, None)))
            print(f"{word:12} {sense:10} {cells[0]:>16} {cells[1]:>16}")


def measure(recital, path, show):
    table = rows(path)
    texts = [sentence.translate(str.maketrans("", "", "{}")) for _, _, sentence in table]
    spoken = by_recital(recital, texts)
    judged = [(word, sense, heard(word, ours), heard(word, by_engine(text)))
              for (word, sense, _), text, ours in zip(table, texts, spoken)]
    print_confusion(judged)
    for (word, sense, said, _), (_, _, sentence), ours in zip(judged, table, spoken):
        if show and said != sense:
            print(f"{word} {sense} -> {said}: {sentence} [{ours.strip()}]")
    for name, reader in ("recital", 2), ("the bare engine", 3):
        right = sum(j[reader] == j[1] for j in judged)
        print(f"{path.name}: {name} says {right} of {len(judged)} right, {100 * right / len(judged):.1f} %")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    parser.add_argument("recital")
    parser.add_argument("sentences", nargs="*", type=pathlib.Path, default=[DATA / "heteronyms.tsv"])
    options = parser.parse_args()
    for path in options.sentences:
        measure(options.recital, path, options.show)


if __name__ == "__main__":
    main()
