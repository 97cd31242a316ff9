#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures subtitles against the sound that they belong to.

    tests/bench/subtitle_table.py build/recital BIOGRAPHY...

Renders every biography as WAV with all kinds of subtitles. An onset is the first sample above -50 dBFS behind
100 ms and more that stay below; each is compared with the start of the nearest word of the JSON. The cues of the
WebVTT are measured for their length, their widest line, the number of lines and overlaps.
"""
import json
import warnings
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

import numpy
from scipy.io import wavfile

warnings.filterwarnings("ignore", category=wavfile.WavFileWarning)  # cue points
AUDIBLE = 10 ** (-50 / 20)
PAUSE_SECONDS = 0.1


def onsets(path):
    rate, samples = wavfile.read(path)
    heard = numpy.flatnonzero(numpy.abs(samples.astype(float) / 32768) > AUDIBLE)
    gaps = numpy.diff(heard)
    behind_pause = heard[1:][gaps >= PAUSE_SECONDS * rate]
    return numpy.concatenate(([heard[0]], behind_pause)) / rate


def word_errors(book):
    """(error in seconds, word) at every onset."""
    words = [word for sentence in json.loads(book.with_suffix(".json").read_text())["sentences"]
             for word in sentence["words"]]
    starts = numpy.array([word["start"] for word in words])
    found = []
    for onset in onsets(book):
        nearest = int(numpy.argmin(numpy.abs(starts - onset)))
        found.append((starts[nearest] - onset, words[nearest]))
    return found


def seconds(text):
    hours, minutes, rest = text.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def columns(line):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def cues(path):
    for block in path.read_text().split("\n\n"):
        match = re.match(r"(\S+) --> (\S+)\n(.*)", block, re.DOTALL)
        if match:
            text = match[3].strip("\n")
            for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
                text = text.replace(entity, sign)
            yield seconds(match[1]), seconds(match[2]), text.split("\n")


def main():
    recital, *biographies = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([recital, "render", *biographies, "-o", folder, "--no-cache", "-q", "--format", "wav",
                        "--subtitles", "vtt,srt,lrc,json"], check=True)
        errors, shown, overlaps = [], [], 0
        books = sorted(pathlib.Path(folder).glob("*.wav"))
        for book in books:
            errors += word_errors(book)
            free_from = 0
            for start, end, lines in cues(book.with_suffix(".vtt")):
                overlaps += start < free_from or end <= start
                free_from = end
                shown.append((end - start, max(map(columns, lines)), len(lines)))
            subprocess.run([recital, "verify", book], check=True, stdout=subprocess.DEVNULL)
    milliseconds = 1000 * numpy.abs([error for error, _ in errors])
    print(f"books                            {len(books)}")
    print(f"words behind a pause             {len(errors)}")
    print(f"error, median, ms                {numpy.median(milliseconds):.1f}")
    print(f"error, 95th percentile, ms       {numpy.percentile(milliseconds, 95):.1f}")
    print(f"error, largest, ms               {milliseconds.max():.1f}")
    print(f"cues                             {len(shown)}")
    print(f"longest cue, s                   {max(one[0] for one in shown):.2f}")
    print(f"median cue, s                    {numpy.median([one[0] for one in shown]):.2f}")
    print(f"widest line, columns             {max(one[1] for one in shown)}")
    print(f"most lines                       {max(one[2] for one in shown)}")
    print(f"overlaps                         {overlaps}")
    for error, word in sorted(errors, key=lambda one: -abs(one[0]))[:8]:
        print(f"  {1000 * error:+7.1f} ms at {word['start']:9.3f} s  {word['text']}")


if __name__ == "__main__":
    main()
