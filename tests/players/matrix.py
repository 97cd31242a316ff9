#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do other programs see in our books what the report says of them?

    tests/players/matrix.py RECITAL TAGLIB_READER FOLDER BIOGRAPHY...

Renders the biographies and a book of titles that are hard to keep to every format, and one of 300 chapters to the
formats that count chapters in one byte somewhere, asks every reader of readers.py and compares with the report: how many chapters, titles to the letter, starts within 1.5 ms (formats
and readers round to milliseconds; the tolerance asked for is 10), title, author, narrator, genre, cover, duration within
30 ms; and whether ffmpeg decodes the exact number of samples. What a reader is known not to see stands in
expectations.tsv with the reason. Prints the matrix and fails where a cell is other than expected, better ones included.

music-metadata is installed from npm into FOLDER, once, at the versions of package-lock.json; where node or npm are
missing or the registry cannot be reached, its column is left out and the output says so.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import readers

HERE = pathlib.Path(__file__).resolve().parent
FORMATS = ("m4b", "mp3", "opus", "flac", "wav")
AUTHOR = "Ana Müller"
NARRATOR = "eSpeak NG (narrator)"
START_TOLERANCE = 0.0015  # seconds
DURATION_TOLERANCE = 0.030
SHIFT_TOLERANCE = 2        # milliseconds, of a shift that is known
MANY_CHAPTERS = 300
ONE_BYTE = 255  # what Nero's chapter list of M4B holds, in chapters and in bytes of a title
FORMATS_OF_MANY = ("m4b", "mp3")
INSTALL_SECONDS = 120
# The atoms that Apple's players and Audiobookshelf look for.
ATOMS = {"©nam", "©alb", "©ART", "aART", "©wrt", "©nrt", "©gen", "©cmt", "©too", "desc", "ldes", "stik", "covr"}
HARD_TITLES = ("Étude à Été, São João & Łódź", "Народная артистка «Востока»", "東京の夜 — 音楽会", "Encore 🎹🎻 again",
               ("Кү" * 12 + " ") * 6, "A; b=c / d", "100 % = 1", "Finale")
# Long enough to be a chapter of its own.
PARAGRAPH = ("Bekzat Petrenko played the piano in the morning, Valentin Baktybekova sang in the afternoon, and in the evening "
             "Bekzat Sánchez Pérez put down on paper what both had found, so that no day passed without music in the house.")


def write_texts(folder):
    hard = ["# Bekzat Petrenko"]
    for title in HARD_TITLES:
        hard += [f"## {title}", PARAGRAPH]
    many = ["# Valentin Baktybekova"]
    for number in range(1, MANY_CHAPTERS + 1):
        many += [f"## Évening {number}", PARAGRAPH]
    for name, lines in (("hard", hard), ("many", many)):
        (folder / name).mkdir()
        (folder / name / f"{name}.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def render(recital, folder, name, formats, *inputs):
    words = [word for one in formats for word in ("--format", one)]
    report = readers.output(recital, "render", "-q", "--json", "--no-cache", "--metadata", f"author={AUTHOR}", *words,
                            *([] if name == "samples" else ["--announce", "none"]), "-o", folder / "books" / name, *inputs)
    return [json.loads(line)["book"] for line in report.splitlines() if '"book"' in line]


def install_music_metadata(folder):
    """None where it is there, else why it is not."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node or npm is not installed"
    names = ("package.json", "package-lock.json", "music_metadata.mjs")
    is_there = (folder / "node_modules" / "music-metadata").is_dir() and all(
        (folder / name).is_file() and (folder / name).read_bytes() == (HERE / name).read_bytes() for name in names)
    if is_there:
        return None
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in names:
        shutil.copy(HERE / name, folder)
    try:
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True,
                       capture_output=True, timeout=INSTALL_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        shutil.rmtree(folder / "node_modules", ignore_errors=True)
        return f"npm could not install it: {str(error)}"
    return None


def read_expectations():
    """(format, reader, what) -> what is expected instead of what the report says."""
    expected = {}
    for line in (HERE / "expectations.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            formats, names, what, value, _reason = line.split("\t")
            for one in FORMATS if formats == "*" else formats.split(","):
                expected.update({(one, name, what): value for name in names.split(",")})
    return expected


def compare(seen, book, file):
    """What is seen, by what: "as reported", or what it is instead."""
    wanted = [(c["title"], c["start"]) for c in file["chapters"]]
    count = f"chapters above {ONE_BYTE}" if len(wanted) > ONE_BYTE else "chapters"
    cells = {}
    if seen["chapters"]:
        is_long = any(len(title.encode()) > ONE_BYTE for title, _ in wanted)
        titles = [(found, expected) for (found, _), (expected, _) in zip(seen["chapters"], wanted)]
        shifts = [start - expected for (_, start), (_, expected) in zip(seen["chapters"], wanted)]
        cells[f"titles above {ONE_BYTE} bytes" if is_long else "titles"] = (
            "as reported" if all(found == expected for found, expected in titles) else
            "cut" if all(found == cut(expected) for found, expected in titles) else "others")
        cells["times"] = shift_of(shifts, START_TOLERANCE)
    is_whole = len(seen["chapters"]) == len(wanted)
    cells[count] = "as reported" if is_whole else str(len(seen["chapters"])) if seen["chapters"] else "none"
    tags = {"title": book["musician"], "author": AUTHOR, "narrator": NARRATOR, "genre": "Audiobook", "cover": True}
    for name, value in tags.items():
        what = name if str(value).isascii() else f"{name} beyond ASCII"
        cells[what] = "as reported" if seen[name] == value else "other" if seen[name] else "none"
    if seen["seconds"] is None:
        cells["duration"] = "none"
    else:
        cells["duration"] = shift_of([seen["seconds"] - file["seconds"]], DURATION_TOLERANCE)
    return cells


def cut(title):
    """As much of it as fits, in whole characters."""
    return title.encode()[:ONE_BYTE].decode(errors="ignore")


def shift_of(differences, tolerance):
    if all(abs(difference) <= tolerance for difference in differences):
        return "as reported"
    middle = (min(differences) + max(differences)) / 2
    is_one = max(differences) - min(differences) <= 2 * tolerance
    return f"{middle * 1000:+.0f} ms" if is_one else "others"


def is_as(found, expected):
    if found.endswith(" ms") and expected.endswith(" ms"):
        return abs(int(found[:-3]) - int(expected[:-3])) <= SHIFT_TOLERANCE
    return found == expected


class Matrix:
    """Asks the readers and collects what differs."""

    def __init__(self, asked):
        self.asked = asked
        self.expected = read_expectations()
        self.cells, self.failures, self.files = {}, [], 0

    def check(self, book, file):
        self.files += 1
        for name, see in self.asked.items():
            if name == "AtomicParsley" and file["format"] != "m4b":
                continue
            try:
                seen = see(pathlib.Path(file["file"]))
            except Exception as error:  # whatever a reader stumbles over is a finding of this file
                self.failures.append(f"{name}: {file['file']}: {error!r}")
                continue
            for what, found in compare(seen, book, file).items():
                self.cells.setdefault((file["format"], name), {}).setdefault(what, set()).add(found)
                expected = self.expected.get((file["format"], name, what), "as reported")
                if not any(is_as(found, one) for one in expected.split(" or ")):  # versions of readers differ
                    self.failures.append(f"{name}: {file['file']}: {what}: {found}")
            if "atoms" in seen and not ATOMS <= seen["atoms"]:
                self.failures.append(f"{name}: {file['file']}: no atoms {sorted(ATOMS - seen['atoms'])}")

    def print(self):
        print(f"| | {' | '.join(FORMATS)} |\n|{'---|' * (len(FORMATS) + 1)}")
        for name in self.asked:
            print(f"| {name} | {' | '.join(self.cell(one, name) for one in FORMATS)} |")

    def cell(self, one, name):
        cells = self.cells.get((one, name))
        if cells is None:
            return ""
        odd = [f"{what}: {' or '.join(sorted(found))}" for what, found in cells.items() if found != {"as reported"}]
        return "; ".join(odd) or "yes"


def check_samples(file):
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", file["file"], "-map", "0:a", "-f", "s16le", "-"],
                         capture_output=True, check=True).stdout
    if len(raw) // 2 != file["samples"]:
        yield f"ffmpeg: {file['file']}: {len(raw) // 2} samples for {file['samples']}"


def check_titles(books):
    """The report itself against what was written."""
    titles = {book["musician"]: [c["title"] for c in book["files"][0]["chapters"]] for book in books}
    if titles.get("Bekzat Petrenko") != [title.strip() for title in HARD_TITLES]:
        yield f"the report has the titles {titles.get('Bekzat Petrenko')}"
    if len(titles.get("Valentin Baktybekova", [])) != MANY_CHAPTERS:
        yield f"the report has {len(titles.get('Valentin Baktybekova', []))} chapters for {MANY_CHAPTERS}"


def main():
    recital, taglib_reader, folder, *biographies = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        asked = {"ffprobe": readers.see_ffprobe, "mpv": readers.Mpv(scratch).see, "libVLC": readers.LibVlc(scratch).see,
                 "mediainfo": readers.see_mediainfo, "mutagen": readers.see_mutagen,
                 "TagLib": readers.TagLib(taglib_reader).see}
        missing = install_music_metadata(pathlib.Path(folder))
        if missing:
            print(f"music-metadata: LEFT OUT: {missing}")
        else:
            asked["music-metadata"] = readers.MusicMetadata(pathlib.Path(folder)).see
        asked["AtomicParsley"] = readers.see_atomicparsley
        write_texts(scratch)
        books = render(recital, scratch, "samples", FORMATS, *biographies)
        made = (render(recital, scratch, "hard", FORMATS, scratch / "hard") +
                render(recital, scratch, "many", FORMATS_OF_MANY, scratch / "many"))
        matrix = Matrix(asked)
        failures = list(check_titles(made))
        files = [(book, file) for book in books + made for file in book["files"]]
        with ThreadPoolExecutor(2) as pool:  # the readers are processes of their own
            list(pool.map(lambda pair: matrix.check(*pair), files))
            failures += [failure for found in pool.map(lambda pair: list(check_samples(pair[1])), files) for failure in found]
        failures += matrix.failures
        matrix.print()
        print(f"\n{matrix.files} files of {len(books) + len(made)} books, {len(asked)} readers; "
              "ffmpeg decoded each to the reported number of samples")
    print("\n".join(failures))
    return 1 if failures or not books else 0


if __name__ == "__main__":
    sys.exit(main())
