#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the memory that a book of 30 hours and 400 chapters takes, and whether other programs find it right.

    tests/bench/long_book.py build/recital [--folder DIR] [--format NAME]... BIOGRAPHY...

The text has 400 headed chapters of the biographies' paragraphs in changing order, so that few takes are spoken and
all others come from the store: the memory that a book takes does not depend on how different its passages are. First
all formats (M4B, WAV and FLAC unless told) are made in one run, then each in a run of its own, from the store. Of every
run the table says how much memory the process that writes took at most (VmHWM), and the largest of it and the processes
that it started. Then ffprobe must see every chapter at the report's time within 1.5 ms and the report's duration, ffmpeg
must decode the report's number of samples and, where it seeks to chapters that open with the same paragraph, the same
sound, and `recital verify` must call the book whole. Exit code 1 where something is not so, or a writer takes 64 MiB.
"""
import argparse
import array
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

CHAPTERS = 400
PARAGRAPHS_A_CHAPTER = 15
LIMIT_MIB = 64
TOLERANCE_SECONDS = 0.0015  # rounding to whole milliseconds on both sides
SPOT_SECONDS = 5            # of the first paragraph, from behind the chapter's spoken title
BEHIND_TITLE = 3
MOST_DIFFERENCE = 0.002     # of full scale, between two decodings of one take: an encoder's start, never other sound
POLL_SECONDS = 0.005


def make_text(biographies, path):
    """Returns every how many chapters the same paragraph comes first."""
    paragraphs = [block.strip() for biography in biographies
                  for block in biography.read_text(encoding="utf-8", errors="replace").split("\n\n") if len(block) > 200]
    lines = ["# Bekzat Petrenko"]
    for chapter in range(CHAPTERS):
        lines.append(f"## Part {chapter + 1}")
        lines += [paragraphs[(chapter + n) % len(paragraphs)] for n in range(PARAGRAPHS_A_CHAPTER)]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return len(paragraphs)


def high_water(pid):
    """A process's VmHWM in MiB; 0 where it has ended."""
    try:
        for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0


def measure(*command):
    """Runs a program: what it printed, its exit code, MiB of its own and of the largest process, seconds."""
    start, own = time.monotonic(), 0
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen([str(word) for word in command], stdout=printed)
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            own = max(own, high_water(process.pid))
            time.sleep(POLL_SECONDS)
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        return {"text": printed.read().decode(), "exit": process.returncode, "own": own, "largest": usage.ru_maxrss / 1024,
                "wall": time.monotonic() - start, "cpu": usage.ru_utime + usage.ru_stime}


def render(recital, folder, formats):
    words = [word for name in formats for word in ("--format", name)]
    run = measure(recital, "render", "-q", "--json", "--cache", folder / "takes", "-o", folder / "books", *words,
                  folder / "long.md")
    books = [json.loads(line)["book"] for line in run["text"].splitlines() if '"book"' in line]
    if run["exit"] != 0 or len(books) != 1:
        sys.exit(f"rendering failed: {run['text'][:500]}")
    for file in books[0]["files"]:
        print(f"| {' '.join(formats)} | {file['format']} | {len(file['chapters'])} | {file['seconds'] / 3600:.2f} "
              f"| {os.path.getsize(file['file']) / 1e6:.0f} | {run['own']:.1f} | {run['largest']:.1f} | {run['cpu']:.1f} "
              f"| {run['wall']:.1f} |", flush=True)
    return run["own"], books[0]["files"]


def probe_faults(file):
    seen = json.loads(subprocess.run(["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", file["file"]],
                                     check=True, capture_output=True, text=True).stdout)
    if [c["tags"]["title"] for c in seen["chapters"]] != [c["title"] for c in file["chapters"]]:
        yield f"ffprobe sees {len(seen['chapters'])} chapters for {len(file['chapters'])}, or other titles"
    for found, chapter in zip(seen["chapters"], file["chapters"]):
        if abs(float(found["start_time"]) - chapter["start"]) > TOLERANCE_SECONDS:
            yield f"'{chapter['title']}' at {found['start_time']} s for {chapter['start']} s"
    if abs(float(seen["format"]["duration"]) - file["seconds"]) > TOLERANCE_SECONDS:
        yield f"{seen['format']['duration']} s for {file['seconds']} s"


def decode(file, *options):
    """Yields the decoded sound, 16 bits a sample, in blocks."""
    decoder = subprocess.Popen(["ffmpeg", "-v", "error", "-nostdin", *options, "-i", file["file"], "-map", "0:a", "-f", "s16le",
                                "-"], stdout=subprocess.PIPE)
    while block := decoder.stdout.read(1 << 20):
        yield block
    if decoder.wait() != 0:
        raise RuntimeError(f"ffmpeg cannot decode {file['file']}")


def decode_faults(file, period):
    samples = sum(len(block) for block in decode(file)) // 2
    if samples != file["samples"]:
        yield f"ffmpeg decodes {samples} samples for {file['samples']}"
    spots = {}
    for number in (1, 1 + period, 1 + (CHAPTERS - 2) // period * period):
        start = file["chapters"][number]["end"] - BEHIND_TITLE - SPOT_SECONDS
        blocks = decode(file, "-ss", f"{start:.6f}", "-t", str(SPOT_SECONDS))
        spots[number] = array.array("h", b"".join(blocks))
    first = spots[1]
    for number, other in list(spots.items())[1:]:
        worst = max((abs(a - b) for a, b in zip(first, other)), default=32768) / 32768
        if max(first) < 1000 or len(other) != len(first) or worst > MOST_DIFFERENCE:
            yield f"the end of chapter {number + 1} sounds otherwise than that of chapter 2, by {worst:.4f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("recital")
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--format", action="append")
    parser.add_argument("biographies", nargs="+", type=pathlib.Path)
    given = parser.parse_args()
    folder = given.folder or pathlib.Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    period = make_text(given.biographies, folder / "long.md")
    formats = given.format or ["m4b", "wav", "flac"]
    faults = []
    print("| run | format | chapters | hours | MB | writer MiB | largest process MiB | CPU s | wall s |\n"
          "|---|---|---|---|---|---|---|---|---|")
    for wanted in [formats] + [[name] for name in formats if len(formats) > 1]:
        own, files = render(given.recital, folder, wanted)
        if own >= LIMIT_MIB:
            faults.append(f"{' '.join(wanted)}: the writer took {own:.1f} MiB")
        for file in files if wanted == formats else []:
            faults += [f"{file['file']}: {fault}" for check in (probe_faults(file), decode_faults(file, period)) for fault in check]
    for file in files_of(folder):
        run = measure(given.recital, "verify", file)
        print(f"verify {file.name}: exit code {run['exit']}, {run['own']:.1f} MiB, {run['cpu']:.1f} s of CPU")
        if run["exit"] != 0:
            faults.append(f"{file}: {run['text']}")
    print("\n".join(faults) or "All is as the reports say.")
    return 1 if faults else 0


def files_of(folder):
    return sorted((folder / "books").glob("Bekzat Petrenko.*"))


if __name__ == "__main__":
    sys.exit(main())
