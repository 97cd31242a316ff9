#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a browser plays a book in every format with its WebVTT beside it.

    tests/players/browser.py build/recital

Renders a short biography, serves the books with a page that plays them all, lets headless Chromium open it, and
compares what the page tells with the report: the duration within 30 ms, all cues shown in their order, none early, and
each of them shown where a listener who goes to its start stops. How late a cue is shown depends on how busy the machine
is, and is only printed. Exit code 77 where Chromium is not installed.
"""
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

TEXT = """Bekzat Petrenko was born in Moscow in 1957. He played the piano every day, and for $5 an hour he taught it, too.

Despite his success, Bekzat Petrenko stayed a quiet man.
"""
TYPES = {"m4b": "audio/mp4", "mp3": "audio/mpeg", "opus": "audio/ogg", "flac": "audio/flac", "wav": "audio/wav",
         "vtt": "text/vtt", "html": "text/html"}
FORMATS = ["m4b", "mp3", "opus", "flac", "wav"]
DURATION_TOLERANCE = 0.030  # seconds
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>books</title><script>
const told = {};
const formats = %s;
let open = formats.length;
function done(format, media) {
    told[format].duration = media.duration;
    if (--open === 0) fetch("/told", {method: "POST", body: JSON.stringify(told)});
}
const moment = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
async function seekCues(format, media, track) {
    for (const cue of track.cues) {
        const sought = new Promise(resolve => media.addEventListener("seeked", resolve, {once: true}));
        media.currentTime = cue.startTime + 0.05;
        await sought;
        for (let tries = 0; tries < 200 && track.activeCues[0] !== cue; ++tries) await moment(20);
        told[format].sought += track.activeCues[0] === cue;
    }
}
for (const format of formats) {
    const media = document.createElement("video");
    const track = document.createElement("track");
    told[format] = {shown: [], cues: 0, sought: 0};
    media.addEventListener("error", () => { told[format].error = media.error.message; done(format, media); });
    media.addEventListener("ended", async () => {
        await seekCues(format, media, track.track);
        done(format, media);
    }, {once: true});
    track.addEventListener("load", () => { told[format].cues = track.track.cues.length; media.play(); });
    track.addEventListener("error", () => { told[format].error = "no track"; done(format, media); });
    track.addEventListener("cuechange", () => {
        for (const cue of track.track.activeCues)
            told[format].shown.push({now: media.currentTime, start: cue.startTime, end: cue.endTime, text: cue.text});
    });
    track.kind = "subtitles"; track.default = true; track.src = "/book." + format + ".vtt";
    media.muted = true; media.defaultPlaybackRate = 2; media.playbackRate = 2; media.src = "/book." + format;
    media.append(track);
    addEventListener("load", () => document.body.append(media));
}
</script><body></body>"""


class Handler(http.server.BaseHTTPRequestHandler):
    files, told, is_told = {}, {}, threading.Event()
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        content = self.files.get(self.path)
        if content is None:
            self.send_error(404)
            return
        wanted = re.match(r"bytes=(\d+)-(\d*)$", self.headers.get("Range", ""))
        first = int(wanted[1]) if wanted else 0
        last = min(int(wanted[2]) if wanted and wanted[2] else len(content) - 1, len(content) - 1)
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Type", TYPES[self.path.rsplit(".", 1)[-1]])
        self.send_header("Accept-Ranges", "bytes")
        if wanted:
            self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last + 1 - first))
        self.end_headers()
        try:
            self.wfile.write(content[first:last + 1])
        except ConnectionError:
            pass  # a browser may have heard enough

    def do_POST(self):
        Handler.told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()
        Handler.is_told.set()

    def log_message(self, *_):
        pass


def render(recital, folder):
    (folder / "text.txt").write_text(TEXT)
    command = [recital, "render", folder / "text.txt", "-o", folder, "--no-cache", "--json", "--subtitles", "vtt"]
    for name in FORMATS:
        command += ["--format", name]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {file["format"]: file for file in json.loads(lines[0])["book"]["files"]}


def play(chromium, folder, files):
    for name, file in files.items():
        Handler.files[f"/book.{name}"] = pathlib.Path(file["file"]).read_bytes()
        Handler.files[f"/book.{name}.vtt"] = pathlib.Path(file["subtitles"][0]).read_bytes()
    Handler.files["/page.html"] = (PAGE % json.dumps(FORMATS)).encode()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = subprocess.Popen(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--autoplay-policy=no-user-gesture-required", f"--user-data-dir={folder / 'profile'}",
         f"http://127.0.0.1:{server.server_port}/page.html"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    Handler.is_told.wait(120)
    browser.terminate()
    browser.wait()
    server.shutdown()
    return Handler.told


def faults(name, file, told):
    if told is None:
        return ["the page did not tell of it"]
    if told.get("error"):
        return [f"was not played: {told['error']}"]
    found = []
    vtt = pathlib.Path(file["subtitles"][0]).read_text()
    if abs(told["duration"] - file["seconds"]) > DURATION_TOLERANCE:
        found.append(f"lasts {told['duration']:.3f} s instead of {file['seconds']:.3f} s")
    shown = list(dict.fromkeys((cue["start"], cue["text"]) for cue in told["shown"]))
    if told["cues"] != vtt.count("-->") or len(shown) != told["cues"] or shown != sorted(shown):
        found.append(f"{vtt.count('-->')} cues written, {told['cues']} read, shown: {shown}")
    delays = {cue["start"]: cue["now"] - cue["start"] for cue in reversed(told["shown"])}.values()
    late, early = max(delays, default=0), min(delays, default=0)
    if early < 0:
        found.append(f"a cue appears {-early:.3f} s before its start")
    if told["sought"] != told["cues"]:
        found.append(f"only {told['sought']} of {told['cues']} cues are shown where they start")
    print(f"{name}: {told['duration']:.3f} s of {file['seconds']:.3f} s, {len(shown)} cues, shown {early:.3f} to "
          f"{late:.3f} s behind their starts")
    return found


def main():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("Chromium is not installed")
        return 77
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as path:
        folder = pathlib.Path(path)
        files = render(sys.argv[1], folder)
        told = play(chromium, folder, files)
        found = [f"{name}: {fault}" for name, file in files.items() for fault in faults(name, file, told.get(name))]
    print("\n".join(found) or "A browser plays every format with its subtitles.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
