# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs see in a book: a function for each, which returns the same for all.

Each is given a file and returns {"chapters": [(title, start in seconds)], "title",
"author", "narrator", "genre", "cover": whether it sees the picture, "seconds"}. What a reader has no word for is None.
"""
import base64
import json
import os
import re
import subprocess
import time

import mutagen
import mutagen.flac
import mutagen.mp4

ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8")  # mediainfo opens no file with an accent in its name otherwise
COVER_SIDES = (1400, 1400)  # pixels
MOST_COVER_BYTES = 300_000
PARSE_SECONDS = 20  # that libVLC may take
MPV_SCRIPT = """
mp.register_event("file-loaded", function()
    local function get(name) return mp.get_property_native(name) end
    print("REPORT " .. require("mp.utils").format_json({
        chapters = get("chapter-list"), tags = get("metadata"), seconds = get("duration"), tracks = get("track-list")}))
    mp.command("quit")
end)
"""


def output(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True, encoding="utf-8",
                          env=ENVIRONMENT).stdout


def is_cover(data):
    return data[:3] == b"\xff\xd8\xff" and data[-2:] == b"\xff\xd9" and len(data) <= MOST_COVER_BYTES


def clock_seconds(clock):
    """Of "00:01:02.345"."""
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def chapters_of_comments(tags):
    """Of CHAPTER001 and CHAPTER001NAME, by names in upper case."""
    numbers = sorted(key[7:] for key in tags if key.startswith("CHAPTER") and key[7:].isdigit())
    return [(tags[f"CHAPTER{n}NAME"], clock_seconds(tags[f"CHAPTER{n}"])) for n in numbers]


def see_ffprobe(path):
    seen = json.loads(output("ffprobe", "-v", "error", "-show_chapters", "-show_format", "-show_streams", "-of", "json", path))
    tags = {name.lower(): value for place in (seen["format"], seen["streams"][0]) for name, value in place.get("tags", {}).items()}
    return {"chapters": [(c["tags"]["title"], float(c["start_time"])) for c in seen["chapters"] if "tags" in c],
            "title": tags["title"], "author": tags["artist"], "narrator": tags.get("composer"), "genre": tags["genre"],
            "cover": any(s["disposition"]["attached_pic"] and (s["width"], s["height"]) == COVER_SIDES
                         for s in seen["streams"]),
            "seconds": float(seen["format"]["duration"])}


class Mpv:
    """mpv, which a script of ours in `folder` makes tell what it would show."""

    def __init__(self, folder):
        self.script = folder / "report.lua"
        self.script.write_text(MPV_SCRIPT, encoding="utf-8")

    def see(self, path):
        text = output("mpv", "--no-config", "--ao=null", "--vo=null", f"--script={self.script}", path)
        line = next(line for line in text.splitlines() if "REPORT " in line)
        seen = json.loads(line.split("REPORT ", 1)[1])
        tags = {name.lower(): value for name, value in seen["tags"].items()}
        return {"chapters": [(c["title"], c["time"]) for c in seen["chapters"] or [] if c.get("title")],
                "title": tags["title"], "author": tags["artist"], "narrator": tags.get("composer"), "genre": tags["genre"],
                "cover": any(track.get("albumart") for track in seen["tracks"]), "seconds": seen["seconds"]}


class LibVlc:
    """VLC's library, without a display or a sound card; `folder` is where it keeps covers."""

    def __init__(self, folder):
        os.environ["XDG_CACHE_HOME"] = str(folder)
        import vlc  # reads the environment when its library is loaded
        self.vlc = vlc
        self.instance = vlc.Instance("--intf=dummy", "--no-video", "--aout=dummy", "--quiet")

    def wait(self, done):
        end = time.monotonic() + PARSE_SECONDS
        while not done() and time.monotonic() < end:
            time.sleep(0.002)

    def chapters(self, media):
        player = self.instance.media_player_new()
        player.set_media(media)
        player.play()
        ended = (self.vlc.State.Playing, self.vlc.State.Ended, self.vlc.State.Error)
        self.wait(lambda: player.get_state() in ended)
        found = player.get_full_chapter_descriptions(-1) if player.get_chapter_count() > 0 else []
        chapters = [(c.name.decode(), c.time_offset / 1000) for c in found]
        player.stop()
        player.release()
        return chapters

    def see(self, path):
        media = self.instance.media_new_path(str(path))
        media.parse_with_options(self.vlc.MediaParseFlag.fetch_local.value, PARSE_SECONDS * 1000)
        self.wait(media.get_parsed_status)
        chapters = self.chapters(media)
        meta = self.vlc.Meta
        artwork = media.get_meta(meta.ArtworkURL) or ""
        return {"chapters": chapters, "title": media.get_meta(meta.Title), "author": media.get_meta(meta.Artist),
                "narrator": None, "genre": media.get_meta(meta.Genre), "cover": artwork.startswith(("file:", "attachment:")),
                "seconds": media.get_duration() / 1000}


def see_mediainfo(path):
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


def see_mutagen(path):
    seen = mutagen.File(path)
    if isinstance(seen, mutagen.mp4.MP4):
        return {"chapters": [(c.title, c.start) for c in seen.chapters or []], "title": seen["\xa9nam"][0],
                "author": seen["aART"][0], "cover": is_cover(seen["covr"][0]),
                "narrator": seen["\xa9wrt"][0], "genre": seen["\xa9gen"][0], "seconds": seen.info.length}
    if hasattr(seen.tags, "getall"):
        return see_mutagen_id3(seen)
    pictures = seen.pictures if hasattr(seen, "pictures") else [
        mutagen.flac.Picture(base64.b64decode(value)) for value in seen.tags["metadata_block_picture"]]
    tags = {name.upper(): values[0] for name, values in seen.tags.as_dict().items()}
    return {"chapters": chapters_of_comments(tags), "title": tags["TITLE"], "author": tags["ALBUMARTIST"],
            "cover": any(is_cover(picture.data) for picture in pictures), "narrator": tags["COMPOSER"],
            "genre": tags["GENRE"], "seconds": seen.info.length}


def see_mutagen_id3(seen):
    frames = {frame.element_id: frame for frame in seen.tags.getall("CHAP")}
    tables = {frame.element_id: frame for frame in seen.tags.getall("CTOC")}
    top = next((frame for frame in tables.values() if frame.flags & mutagen.id3.CTOCFlags.TOP_LEVEL), None)

    def listed(table):
        for element in table.child_element_ids:
            yield from listed(tables[element]) if element in tables else [frames[element]]

    return {"chapters": [(str(c.sub_frames["TIT2"]), c.start_time / 1000) for c in (listed(top) if top else [])],
            "title": str(seen.tags["TIT2"]), "author": str(seen.tags["TPE2"]),
            "cover": any(is_cover(picture.data) for picture in seen.tags.getall("APIC")),
            "narrator": str(seen.tags["TCOM"]), "genre": str(seen.tags["TCON"]), "seconds": seen.info.length}


class TagLib:
    """TagLib's own interface, through `program`, see taglib_reader.cpp."""

    def __init__(self, program):
        self.program = program

    def see(self, path):
        seen = json.loads(output(self.program, path))
        tags = seen["properties"]
        chapters = [(c["title"], c["milliseconds"] / 1000) for c in seen["chapters"]] or chapters_of_comments(tags)
        return {"chapters": chapters, "title": tags["TITLE"], "author": tags["ALBUMARTIST"], "cover": seen["cover"],
                "narrator": tags["COMPOSER"], "genre": tags["GENRE"], "seconds": seen["milliseconds"] / 1000}


class MusicMetadata:
    """The npm package, as `install` put it into `folder`."""

    def __init__(self, folder):
        self.script = folder / "music_metadata.mjs"

    def see(self, path):
        seen = json.loads(output("node", self.script, path))
        return {"chapters": [(c["title"], c["start"]) for c in seen["chapters"]], "title": seen["title"],
                "author": seen["albumArtist"], "narrator": seen["composer"][0], "genre": seen["genre"][0],
                "cover": any(c["first"] == [0xFF, 0xD8, 0xFF] and c["bytes"] <= MOST_COVER_BYTES for c in seen["covers"]),
                "seconds": seen["seconds"]}


def see_atomicparsley(path):
    """AtomicParsley knows M4B alone, and of it the tags."""
    text = output("AtomicParsley", path, "-t").lstrip("\ufeff")
    atoms = dict(re.findall(r'^Atom "(....)" contains: (.*)$', text, re.MULTILINE))
    return {"chapters": [], "title": atoms.get("©nam"), "author": atoms.get("aART"), "narrator": atoms.get("©wrt"),
            "genre": atoms.get("©gen"), "cover": atoms.get("covr", "").startswith("1 piece"), "seconds": None,
            "atoms": set(atoms)}
