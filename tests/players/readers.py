#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do other programs see in our books what the report says of them?

usage: readers.py RECITAL BIOGRAPHY...

Renders the biographies to M4B and asks ffprobe, mpv, mediainfo and mutagen for chapters (title and start), title,
narrator, genre and duration, and ffmpeg for the decoded number of samples. Prints a table of what each reader saw and
fails at the first difference: titles to the letter, times within 1 ms (mpv's and mutagen's are exact, mediainfo's are
rounded to 1 ms), samples exactly.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import mutagen.mp4

TOLERANCE_SECONDS = 0.001001  # rounding to whole milliseconds, and the error of a binary fraction

MPV_SCRIPT = """
mp.register_event("file-loaded", function()
    local function get(name) return mp.get_property_native(name) end
    print("REPORT " .. require("mp.utils").format_json({
        chapters = get("chapter-list"), tags = get("metadata"), seconds = get("duration")}))
    mp.command("quit")
end)
"""


ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8")  # mediainfo opens no file with an accent in its name otherwise


def output(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True, encoding="utf-8",
                          env=ENVIRONMENT).stdout


def see_ffprobe(path, _folder):
    seen = json.loads(output("ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json", path))
    tags = seen["format"]["tags"]
    return {"chapters": [(c["tags"]["title"], float(c["start_time"])) for c in seen["chapters"]],
            "title": tags["title"], "narrator": tags["composer"], "genre": tags["genre"],
            "seconds": float(seen["format"]["duration"])}


def see_mpv(path, folder):
    script = folder / "report.lua"
    script.write_text(MPV_SCRIPT, encoding="utf-8")
    text = output("mpv", "--no-config", "--ao=null", "--vo=null", f"--script={script}", path)
    line = next(line for line in text.splitlines() if "REPORT " in line)
    seen = json.loads(line.split("REPORT ", 1)[1])
    tags = {name.lower(): value for name, value in seen["tags"].items()}
    return {"chapters": [(c["title"], c["time"]) for c in seen["chapters"]],
            "title": tags["title"], "narrator": tags["composer"], "genre": tags["genre"], "seconds": seen["seconds"]}


def see_mediainfo(path, _folder):
    tracks = json.loads(output("mediainfo", "--Output=JSON", path))["media"]["track"]
    general = next(track for track in tracks if track["@type"] == "General")
    menu = next(track for track in tracks if track["@type"] == "Menu")["extra"]

    def seconds(key):
        hours, minutes, whole, thousandths = key.lstrip("_").split("_")
        return int(hours) * 3600 + int(minutes) * 60 + int(whole) + int(thousandths) / 1000

    return {"chapters": [(title, seconds(key)) for key, title in menu.items() if key.startswith("_")],
            "title": general["Title"], "narrator": general["Composer"], "genre": general["Genre"],
            "seconds": float(general["Duration"])}


def see_mutagen(path, _folder):
    seen = mutagen.mp4.MP4(path)
    return {"chapters": [(c.title, c.start) for c in seen.chapters], "title": seen["\xa9nam"][0],
            "narrator": seen["\xa9wrt"][0], "genre": seen["\xa9gen"][0], "seconds": None}


READERS = {"ffprobe": see_ffprobe, "mpv": see_mpv, "mediainfo": see_mediainfo, "mutagen": see_mutagen}


def differences(seen, book, voice):
    file = book["files"][0]
    wanted = [(c["title"], c["start"]) for c in file["chapters"]]
    if [title for title, _ in seen["chapters"]] != [title for title, _ in wanted]:
        yield f"chapters {seen['chapters']} for {wanted}"
    for (title, start), (_, expected) in zip(seen["chapters"], wanted):
        if abs(start - expected) > TOLERANCE_SECONDS:
            yield f"'{title}' at {start} s for {expected} s"
    for key, value in (("title", book["musician"]), ("narrator", f"eSpeak NG ({voice})"), ("genre", "Audiobook")):
        if seen[key] != value:
            yield f"{key} '{seen[key]}' for '{value}'"
    if seen["seconds"] is not None and abs(seen["seconds"] - file["seconds"]) > 0.03:
        yield f"{seen['seconds']} s for {file['seconds']} s"


def main():
    recital, biographies = sys.argv[1], sys.argv[2:]
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        report = output(recital, "render", "-q", "--json", "--no-cache", "-o", folder / "books", *biographies)
        books = [json.loads(line)["book"] for line in report.splitlines() if '"book"' in line]
        for book in books:
            file = book["files"][0]
            for name, see in READERS.items():
                seen = see(file["file"], folder)
                found = list(differences(seen, book, "narrator"))
                failures += [f"{name}: {book['musician']}: {difference}" for difference in found]
                print(f"{name:10} {book['musician']:24} {len(seen['chapters'])} chapters {'' if found else 'as reported'}")
            raw = subprocess.run(["ffmpeg", "-v", "error", "-i", file["file"], "-f", "s16le", "-"], capture_output=True,
                                 check=True).stdout
            print(f"{'ffmpeg':10} {book['musician']:24} {len(raw) // 2} samples")
            if len(raw) // 2 != file["samples"]:
                failures.append(f"ffmpeg: {book['musician']}: {len(raw) // 2} samples for {file['samples']}")
    print("\n".join(failures))
    return 1 if failures or not books else 0


if __name__ == "__main__":
    sys.exit(main())
