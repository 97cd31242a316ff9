#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do other programs see in our books what the report says of them?

usage: readers.py RECITAL BIOGRAPHY...

Renders the biographies to every format and asks ffprobe, mpv, mediainfo and mutagen for chapters (title and start),
cover, title, author, narrator, genre and duration, AtomicParsley for the atoms of M4B, and ffmpeg for the decoded number
of samples. Prints a table of what each reader saw
and fails at the first difference: titles to the letter, chapters within 1.5 ms (formats and readers round to
milliseconds), durations within 30 ms, samples exactly. SHOWN says which readers know chapters in which format at all.
"""
import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import mutagen
import mutagen.flac
import mutagen.mp4

TOLERANCE_SECONDS = 0.0015  # rounding to whole milliseconds on both sides
FORMATS = ("m4b", "mp3", "opus", "flac", "wav")
# Readers that show chapters, by format.
SHOWN = {"m4b": {"ffprobe", "mpv", "mediainfo", "mutagen"},
         "mp3": {"ffprobe", "mpv", "mutagen"},
         "opus": {"ffprobe", "mpv", "mediainfo", "mutagen"},
         "flac": {"ffprobe", "mpv", "mediainfo", "mutagen"},
         "wav": {"ffprobe", "mpv"}}
AUTHOR = "Ana Müller"
# The atoms that Apple's players and Audiobookshelf look for.
ATOMS = {"©nam", "©alb", "©ART", "aART", "©wrt", "©nrt", "©gen", "©cmt", "©too", "desc", "ldes", "stik", "covr"}
# ffmpeg counts the delay of an MP3 decoder as time before the first sample, and mpv takes it off again.
MPV_MP3_DELAY_SECONDS = 529 / 24000

MPV_SCRIPT = """
mp.register_event("file-loaded", function()
    local function get(name) return mp.get_property_native(name) end
    print("REPORT " .. require("mp.utils").format_json({
        chapters = get("chapter-list"), tags = get("metadata"), seconds = get("duration"), tracks = get("track-list")}))
    mp.command("quit")
end)
"""


ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8")  # mediainfo opens no file with an accent in its name otherwise


def output(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True, encoding="utf-8",
                          env=ENVIRONMENT).stdout


def see_ffprobe(path, _folder):
    seen = json.loads(output("ffprobe", "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json", path))
    tags = {name.lower(): value for place in (seen["format"], seen["streams"][0]) for name, value in place.get("tags", {}).items()}
    return {"chapters": [(c["tags"]["title"], float(c["start_time"])) for c in seen["chapters"] if "tags" in c],
            "title": tags["title"], "author": tags["artist"], "narrator": tags.get("composer"), "genre": tags["genre"],
            "cover": any(s["disposition"]["attached_pic"] and (s["width"], s["height"]) == (1400, 1400)
                         for s in seen["streams"]),
            "seconds": float(seen["format"]["duration"])}


def see_mpv(path, folder):
    script = folder / "report.lua"
    script.write_text(MPV_SCRIPT, encoding="utf-8")
    text = output("mpv", "--no-config", "--ao=null", "--vo=null", f"--script={script}", path)
    line = next(line for line in text.splitlines() if "REPORT " in line)
    seen = json.loads(line.split("REPORT ", 1)[1])
    tags = {name.lower(): value for name, value in seen["tags"].items()}
    return {"chapters": [(c["title"], c["time"]) for c in seen["chapters"] or [] if c.get("title")],
            "title": tags["title"], "author": tags["artist"], "narrator": tags.get("composer"), "genre": tags["genre"],
            "cover": any(track.get("albumart") for track in seen["tracks"]), "seconds": seen["seconds"]}


def see_mediainfo(path, _folder):
    tracks = json.loads(output("mediainfo", "--Output=JSON", path))["media"]["track"]
    general = next(track for track in tracks if track["@type"] == "General")
    menu = next((track["extra"] for track in tracks if track["@type"] == "Menu"), {})

    def seconds(key):
        hours, minutes, whole, thousandths = key.lstrip("_").split("_")
        return int(hours) * 3600 + int(minutes) * 60 + int(whole) + int(thousandths) / 1000

    return {"chapters": [(title, seconds(key)) for key, title in menu.items() if key.startswith("_")],
            "title": general["Title"], "author": general["Performer"], "narrator": general.get("Composer"),
            "genre": general["Genre"], "cover": general.get("Cover") == "Yes",
            "seconds": float(general["Duration"])}


def chapters_of_comments(tags):
    def seconds(clock):
        hours, minutes, rest = clock.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(rest)

    numbers = sorted(key[7:] for key in tags.keys() if key.lower().startswith("chapter") and key[7:].isdigit())
    return [(tags[f"chapter{n}name"][0], seconds(tags[f"chapter{n}"][0])) for n in numbers]


def is_cover(data):
    return data[:3] == b"\xff\xd8\xff" and data[-2:] == b"\xff\xd9" and len(data) <= 300_000


def see_mutagen(path, _folder):
    seen = mutagen.File(path)
    if isinstance(seen, mutagen.mp4.MP4):
        return {"chapters": [(c.title, c.start) for c in seen.chapters], "title": seen["\xa9nam"][0],
                "author": seen["aART"][0], "cover": is_cover(seen["covr"][0]),
                "narrator": seen["\xa9wrt"][0], "genre": seen["\xa9gen"][0],
                "seconds": None}  # it counts the encoder's delay as sound
    if hasattr(seen.tags, "getall"):  # ID3
        frames = {frame.element_id: frame for frame in seen.tags.getall("CHAP")}
        tables = {frame.element_id: frame for frame in seen.tags.getall("CTOC")}
        top = next((frame for frame in tables.values() if frame.flags & mutagen.id3.CTOCFlags.TOP_LEVEL), None)

        def listed(table):
            for element in table.child_element_ids:
                yield from listed(tables[element]) if element in tables else [frames[element]]

        return {"chapters": [(str(c.sub_frames["TIT2"]), c.start_time / 1000) for c in (listed(top) if top else [])],
                "title": str(seen.tags["TIT2"]), "author": str(seen.tags["TPE2"]),
                "cover": any(is_cover(picture.data) for picture in seen.tags.getall("APIC")), "narrator": str(seen.tags["TCOM"]), "genre": str(seen.tags["TCON"]),
                "seconds": seen.info.length}
    pictures = seen.pictures if hasattr(seen, "pictures") else [
        mutagen.flac.Picture(base64.b64decode(value)) for value in seen.tags["metadata_block_picture"]]
    return {"chapters": chapters_of_comments(seen.tags), "title": seen.tags["title"][0],
            "author": seen.tags["albumartist"][0], "cover": any(is_cover(picture.data) for picture in pictures),
            "narrator": seen.tags["composer"][0], "genre": seen.tags["genre"][0], "seconds": seen.info.length}


READERS = {"ffprobe": see_ffprobe, "mpv": see_mpv, "mediainfo": see_mediainfo, "mutagen": see_mutagen}


def differences(name, seen, book, file, voice):
    wanted = [(c["title"], c["start"]) for c in file["chapters"]] if name in SHOWN[file["format"]] else []
    if [title for title, _ in seen["chapters"]] != [title for title, _ in wanted]:
        yield f"chapters {seen['chapters']} for {wanted}"
    delay = MPV_MP3_DELAY_SECONDS if (name, file["format"]) == ("mpv", "mp3") else 0
    for (title, start), (_, expected) in zip(seen["chapters"], wanted):
        start += delay
        if abs(start - expected) > TOLERANCE_SECONDS:
            yield f"'{title}' at {start} s for {expected} s"
    wanted_tags = {"title": book["musician"], "author": AUTHOR, "genre": "Audiobook",
                   "cover": True}
    if seen["narrator"] is not None or file["format"] != "wav":  # RIFF has no field for it, and not all read ID3 there
        wanted_tags["narrator"] = f"eSpeak NG ({voice})"
    if (name, file["format"]) == ("mediainfo", "wav"):
        del wanted_tags["title"], wanted_tags["author"]  # it reads RIFF's texts as Latin-1
    for key, value in wanted_tags.items():
        if seen[key] != value:
            yield f"{key} '{seen[key]}' for '{value}'"
    if seen["seconds"] is not None and abs(seen["seconds"] - file["seconds"]) > 0.03:
        yield f"{seen['seconds']} s for {file['seconds']} s"


def check_file(book, file, folder):
    """Prints a line for each reader and yields what is wrong."""
    label = f"{file['format']:5} {book['musician']:24}"
    for name, see in READERS.items():
        seen = see(file["file"], folder)
        found = list(differences(name, seen, book, file, "narrator"))
        yield from (f"{name}: {file['file']}: {difference}" for difference in found)
        print(f"{label} {name:10} {len(seen['chapters']):3} chapters {'' if found else 'as reported'}")
    if file["format"] == "m4b":
        atoms = set(re.findall(r'^Atom "(....)"', output("AtomicParsley", file["file"], "-t").lstrip("\ufeff"), re.MULTILINE))
        yield from (f"AtomicParsley: {file['file']}: no atom {atom}" for atom in sorted(ATOMS - atoms))
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", file["file"], "-map", "0:a", "-f", "s16le", "-"], capture_output=True,
                         check=True).stdout
    print(f"{label} {'ffmpeg':10} {len(raw) // 2} samples")
    if len(raw) // 2 != file["samples"]:
        yield f"ffmpeg: {file['file']}: {len(raw) // 2} samples for {file['samples']}"


def main():
    recital, biographies = sys.argv[1], sys.argv[2:]
    failures = []
    formats = [word for name in FORMATS for word in ("--format", name)]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        report = output(recital, "render", "-q", "--json", "--no-cache", "--metadata", f"author={AUTHOR}", *formats, "-o", folder / "books", *biographies)
        books = [json.loads(line)["book"] for line in report.splitlines() if '"book"' in line]
        for book in books:
            for file in book["files"]:
                failures += check_file(book, file, folder)
    print("\n".join(failures))
    return 1 if failures or not books else 0


if __name__ == "__main__":
    sys.exit(main())
