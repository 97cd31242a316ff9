#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what is said for hard sentences: by recital, by the bare engine, and by the normalisers of Festival and Flite.

    tests/bench/reading_score.py RECITAL [--show SYSTEM]

tests/data/text/hard_sentences.tsv has sentences with numbers, dates, abbreviations and signs, and the readings that are
accepted: {a|b|} is one of several wordings, of which one may be empty. All readings become phonemes by the same voice
(espeak-ng, American English), without stress and without borders of words, so that only what is said counts. Names are not
judged: recital's text is taken without its pronunciations.

Prints, for each system, the sentences that are read as accepted, and the words of accepted readings, per 1,000, at which
something else is said. --show prints the sentences that a system reads otherwise.

Needs espeak-ng, festival and flite.
"""
import argparse
import concurrent.futures
import itertools
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SENTENCES = ROOT / "tests" / "data" / "text" / "hard_sentences.tsv"
MAX_READINGS = 512  # of one sentence that are looked at
FESTIVAL = """(voice_kal_diphone)
(define (words_of text)
  (let ((utterance (eval (list 'Utterance 'Text text))))
    (Initialize utterance) (Text utterance) (Token_POS utterance) (Token utterance)
    (mapcar (lambda (word) (format t "%s " (item.name word))) (utt.relation.items utterance 'Word))
    (format t "\\n")))
"""
# Sounds that differ by the words around them, not by what is read.
ALIKE = [("r-", ""), ("aIa#m", "aI am"), ("a#", "eI"), ("D@2", "D@"), ("DI2", "D@"), ("DI", "D@"), ("I2", "I"), ("t@5", "t@"), ("t@", "tu:"), ("tU", "tu:"),
         ("@5", "@"), ("o@r", "o@"), ("@2", "@"), ("0#", "0"), ("aa", "a"), ("@L", "@l")]


def output_of(command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, errors="replace",
                          check=True).stdout


def phonemes(text):
    """The phonemes of each word, without stress."""
    found = output_of(["espeak-ng", "-q", "-x", "-v", "en-us", "--", text])
    for written, alike in ALIKE:
        found = found.replace(written, alike)
    return [word for word in (re.sub(r"[^A-Za-z@0-9]", "", part) for part in found.split()) if word]


def readings(accepted):
    """The wordings of an accepted reading, as lists of words."""
    parts = [part.split("|") for part in re.split(r"[{}]", accepted)]
    for words in itertools.islice(itertools.product(*parts), MAX_READINGS):
        yield " ".join(words).split()


def wrong_words(words, said):
    """At how many of the words (phonemes of each) something else is said."""
    expected = "".join(words)
    owner = [number for number, word in enumerate(words) for _ in word]
    # Edit distance with the steps that lead to it.
    rows = [list(range(len(said) + 1))]
    for row, sound in enumerate(expected, 1):
        last, this = rows[-1], [row]
        for column, other in enumerate(said, 1):
            this.append(min(last[column] + 1, this[-1] + 1, last[column - 1] + (sound != other)))
        rows.append(this)
    wrong, row, column = set(), len(expected), len(said)
    while row or column:
        if row and column and rows[row][column] == rows[row - 1][column - 1] + (expected[row - 1] != said[column - 1]):
            if expected[row - 1] != said[column - 1]:
                wrong.add(owner[row - 1])
            row, column = row - 1, column - 1
        elif row and rows[row][column] == rows[row - 1][column] + 1:
            wrong.add(owner[row - 1])
            row -= 1
        else:
            wrong.add(owner[max(0, row - 1)])
            column -= 1
    return len(wrong)


def score(accepted, spoken):
    """(words wrong, words) of the accepted reading that is nearest to what was spoken."""
    said = "".join(phonemes(spoken))
    best = None
    for words in readings(accepted):
        sounds = phonemes(" ".join(words))
        found = (wrong_words(sounds, said), len(sounds))
        if best is None or found < best:
            best = found
        if best[0] == 0:
            break
    return best


def by_recital(program, sentences):
    lines = output_of([program, "script", "--lines", "--json", "-"], "\n".join(sentences) + "\n").splitlines()
    return [" ".join(sentence["spoken"] for sentence in json.loads(line)["sentences"]) for line in lines]


def by_festival(sentences):
    with tempfile.NamedTemporaryFile("w", suffix=".scm") as script:
        script.write(FESTIVAL)
        for sentence in sentences:
            quoted = sentence.replace("\\", "\\\\").replace('"', '\\"')
            script.write(f'(words_of "{quoted}")\n')
        script.flush()
        lines = output_of(["festival", "-b", script.name]).splitlines()
    return [re.sub(r"[^\w' ]", " ", line) for line in lines]


def by_flite(sentences):
    return [output_of(["flite", "-t", sentence, "-pw", "-o", "none"]).replace("_", "").replace("\n", " ")
            for sentence in sentences]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--show", default="", metavar="SYSTEM")
    options = parser.parse_args()
    rows = [line.split("\t") for line in SENTENCES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    sentences = [row[1] for row in rows]
    systems = {"recital": by_recital(options.program, sentences), "espeak-ng": sentences}
    if shutil.which("festival"):
        systems["festival"] = by_festival(sentences)
    if shutil.which("flite"):
        systems["flite"] = by_flite(sentences)
    print("| System | Sentences read as accepted | Errors per 1,000 words |\n|---|---:|---:|")
    for name, spoken in systems.items():
        assert len(spoken) == len(rows), f"{name} has read {len(spoken)} of {len(rows)} sentences"
        with concurrent.futures.ThreadPoolExecutor() as threads:
            scores = list(threads.map(score, (row[2] for row in rows), spoken))
        right, words = sum(wrong == 0 for wrong, _ in scores), sum(count for _, count in scores)
        print(f"| {name} | {right} of {len(rows)} | {sum(wrong for wrong, _ in scores) * 1000 / words:.1f} |", flush=True)
        if name == options.show:
            for row, reading, (wrong, _) in zip(rows, spoken, scores):
                if wrong:
                    print(f"  {row[0]}: {row[1]}\n    accepted: {row[2]}\n    spoken:   {reading}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
