#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure how the books of some biographies sound, with programs that know nothing of recital, and print a table.

usage: sound_table.py [--recognise SCRIPT] [--bench PROGRAM] [-v VOICE] RECITAL BIOGRAPHY...

  --recognise SCRIPT   adds the word error rate: SCRIPT is called with a folder of pairs 000.wav and 000.txt, one sentence
                       each, and prints a line with "WER x %"
  --bench PROGRAM      adds the cost of mastering: PROGRAM is build/tests/bench/bench_sound_chain
  -v VOICE             a voice other than the default one

The books are rendered as M4B, as WAV at 24 and at 44.1 kHz; ffmpeg decodes them, measures loudness and true peak and
encodes the MP3. Each row says what was measured, what it has to be, and whether it is. Exit code 1 if a row fails.

Needs ffmpeg, sox, python3, numpy and scipy (packages ffmpeg, sox, python3-numpy, python3-scipy).
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import numpy as np
from scipy.ndimage import uniform_filter1d

SILENCE = 10 ** (-50 / 20)       # what is quieter for a while is a pause
SHORTEST_PAUSE = 0.2             # seconds; the closure before a plosive is shorter
VOICES = pathlib.Path(__file__).resolve().parents[2] / "voices"
os.environ.setdefault("RECITAL_RESOURCES", str(VOICES.parent))  # the benchmark lies elsewhere than the program
rows = []


def row(number, what, target, measured, good):
    rows.append(good)
    print(f"| {number} | {what} | {target} | {measured} | {'yes' if good else '**no**'} |", flush=True)


def decibel(value):
    return 20 * np.log10(max(value, 1e-12))


def rms(signal):
    return float(np.sqrt(np.mean(np.square(signal)))) if len(signal) else 0.0


def render(recital, voice, folder, biographies, *options):
    text = subprocess.run([recital, "render", "-q", "--json", "--no-cache", "-v", voice, "-o", folder, *options, *biographies],
                          check=True, capture_output=True, text=True).stdout
    made = [line["book"] for line in map(json.loads, text.splitlines()) if "book" in line]
    made.sort(key=lambda book: biographies.index(book["sources"][0]))  # as they were given, not as they were finished
    return [book["files"][0] for book in made]


def decode(path, rate=None, *options):
    if rate is None:
        rate = int(subprocess.run(["ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries", "stream=sample_rate",
                                   "-of", "csv=p=0", path], check=True, capture_output=True, text=True).stdout.strip(",\n"))
    raw = subprocess.run(["ffmpeg", "-v", "error", "-i", path, *options, "-map", "0:a:0", "-f", "f32le", "-"], check=True,
                         capture_output=True).stdout
    return np.frombuffer(raw, "<f4").astype(np.float64), rate


def loudness(path, first=None, last=None):
    part = [] if first is None else ["-ss", str(first), "-to", str(last)]
    text = subprocess.run(["ffmpeg", "-nostats", "-hide_banner", *part, "-i", path, "-map", "0:a:0", "-af",
                           "ebur128=peak=true", "-f", "null", "-"], capture_output=True, text=True, check=True).stderr
    return tuple(float(re.findall(pattern, text)[-1]) for pattern in (r"I:\s+(-?[\d.]+) LUFS", r"Peak:\s+(-?[\d.]+) dBFS"))


def floor_of(signal, rate):
    power = uniform_filter1d(np.square(signal), int(rate / 2))
    return decibel(np.sqrt(power[rate // 4:-rate // 4].min()))


def pauses_of(signal, rate):
    """First and last sample of every stretch of silence, head and tail included."""
    heard = np.flatnonzero(np.abs(signal) > SILENCE)
    edges = np.concatenate(([-1], heard, [len(signal)]))
    gaps = np.flatnonzero(np.diff(edges) > SHORTEST_PAUSE * rate)
    return [(int(edges[g]) + 1, int(edges[g + 1])) for g in gaps]


def row_loudness(books):
    found = [loudness(b["file"]) for b in books]
    worst = max((abs(l + 19) for l, _ in found))
    parts = [loudness(b["file"], c["start"], c["end"])[0] for b in books for c in b["chapters"] if c["end"] - c["start"] > 30]
    row(1, "loudness, books; chapters over 30 s (LUFS)", "-19.0 ±0.2; ±0.5",
        f"{' '.join(f'{l:.1f}' for l, _ in found)}; {min(parts, default=-19):.1f} to {max(parts, default=-19):.1f}",
        worst <= 0.2 and all(abs(p + 19) <= 0.5 for p in parts))
    row(2, "true peak (dBTP)", "<= -3.0", " ".join(f"{p:.1f}" for _, p in found), all(p <= -3.0 for _, p in found))


def spent(path):
    text = subprocess.run(["ffprobe", "-v", "error", "-select_streams", "a:0", "-show_entries", "packet=size,duration_time", "-of",
                           "csv=p=0", path], check=True, capture_output=True, text=True).stdout
    packets = [line.strip(",").split(",") for line in text.split()]
    return sum(int(p[1]) for p in packets) * 8 / sum(float(p[0]) for p in packets)


def row_level(books, sounds):
    levels = [decibel(rms(s)) for s, _ in sounds]
    floors = [floor_of(s, r) for s, r in sounds]
    rates = [spent(b["file"]) / 1000 for b in books]
    row(3, "RMS; floor of the quietest 0.5 s (dB); bit rate (kb/s)", "-21 to -18.5; -82 to -75; 64 ±3 %",
        f"{' '.join(f'{l:.1f}' for l in levels)}; {' '.join(f'{f:.1f}' for f in floors)}; {' '.join(f'{k:.1f}' for k in rates)}",
        all(-21 <= l <= -18.5 for l in levels) and all(-82 <= f <= -75 for f in floors) and all(abs(k / 64 - 1) <= .03 for k in rates))


def row_clean(sounds):
    offset = max(abs(float(np.mean(s))) for s, _ in sounds)
    clipped = sum(int(np.sum((np.abs(s[1:]) > .9999) & (np.abs(s[:-1]) > .9999))) for s, _ in sounds)
    row(4, "DC; clipped runs", "< 1e-4; 0", f"{offset:.1e}; {clipped}", offset < 1e-4 and clipped == 0)


def row_steps(waves):
    """Silence is here below -60 dBFS for 20 ms, as before a plosive: a limit at the step's own size would count any slope."""
    steps = 0
    for signal, rate in waves:
        heard = np.flatnonzero(np.abs(signal) > 10 ** (-60 / 20))
        gaps = np.flatnonzero(np.diff(heard) > .020 * rate)
        for n in np.concatenate((heard[:1], heard[gaps] + 1, heard[gaps + 1], heard[-1:] + 1)):
            steps += 0 < n < len(signal) and abs(signal[n] - signal[n - 1]) > SILENCE
    row(5, "steps above -50 dBFS at borders of silence (WAV)", "0", steps, steps == 0)


def row_splices(books, sounds, folder):
    """The decoded book goes through one encoder; where it is pause, nothing may differ but the noise itself."""
    worst = -200.0
    for n, (signal, rate) in enumerate(sounds):
        raw = folder / "whole.f32"
        signal.astype("<f4").tofile(raw)
        whole = folder / f"whole{n}.m4a"
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-f", "f32le", "-ar", str(rate), "-ac", "1", "-i", raw, "-c:a", "aac",
                        "-aac_coder", "fast", "-b:a", "64k", whole], check=True)
        again, _ = decode(whole)
        length = min(len(signal), len(again)) // 1024 * 1024
        frames = np.abs(signal[:length]).reshape(-1, 1024).max(axis=1)
        pause = np.flatnonzero((frames[1:-1] < 1e-3) & (frames[:-2] < 1e-3) & (frames[2:] < 1e-3)) + 1
        difference = np.abs(signal[:length] - again[:length]).reshape(-1, 1024)[pause]
        worst = max(worst, decibel(np.sqrt(np.mean(np.square(difference), axis=1)).max()))
    row(6, "splices against one encoder, frames that are pause (dBFS)", "< -70", f"{worst:.1f}", worst < -70)


def sentences_of(recital, biography):
    """The sentences of a biography as they are spoken."""
    text = subprocess.run([recital, "script", "--json", biography], check=True, capture_output=True, text=True).stdout
    return [s["spoken"] for c in json.loads(text)["chapters"] for s in c["sentences"]]


def row_pauses(recital, biographies, waves, pauses):
    designed = np.array(sorted({v for k, v in pauses.items() if k not in ("head", "tail", "long_sentence_words")}))
    frame = 1024 / 24000 # pauses at the ends of takes are rounded to whole frames in M4B; WAV has frames of one sample
    errors, heads, tails, marks = [], [], [], []
    for (signal, rate), biography in zip(waves, biographies):
        found = pauses_of(signal, rate)
        heads.append(found[0][1] / rate)
        tails.append((found[-1][1] - found[-1][0]) / rate)
        inner = np.array([(last - first) / rate for first, last in found[1:-1]])
        errors.extend(np.min(np.abs(inner[:, None] - designed[None, :]), axis=1))
        spoken = sentences_of(recital, biography)
        commas = sum(len(re.findall(r"[,] ", s)) for s in spoken)
        marks.append((commas, int(np.sum(np.abs(inner - pauses["comma"]) < .03))))
    errors = np.array(errors)
    share = float(np.mean(errors <= .010))
    ends = max(max(abs(h - pauses["head"]) for h in heads), max(abs(t - pauses["tail"]) for t in tails))
    row(7, "head, tail; pauses against the designed ones (WAV); commas written and heard", "±0.05 s; 99 % within 10 ms, all within a frame",
        f"{' '.join(f'{h:.2f}' for h in heads)}, {' '.join(f'{t:.2f}' for t in tails)}; {100 * share:.1f} % of {len(errors)}, "
        f"worst {1000 * errors.max():.0f} ms; {' '.join(f'{a}/{b}' for a, b in marks)}",
        ends <= .05 and share >= .99 and errors.max() <= frame)


def row_rate(recital, biographies, books):
    found = []
    for biography, book in zip(biographies, books):
        words = sum(len(s.split()) for s in sentences_of(recital, biography))
        found.append(words / book["seconds"] * 60)
    row(8, "spoken words a minute, whole book", "150-160", " ".join(f"{f:.0f}" for f in found), all(150 <= f <= 160 for f in found))


def row_band(waves):
    worst = -200.0
    for signal, rate in waves:
        spectrum = np.fft.rfft(signal)
        above = np.fft.rfftfreq(len(signal), 1 / rate) > 11300
        worst = max(worst, decibel(np.sqrt(2 * np.sum(np.abs(spectrum[above]) ** 2)) / len(signal)))
    row(10, "energy above 11.3 kHz, WAV at 44.1 kHz (dBFS)", "<= -95", f"{worst:.1f}", worst <= -95)


def row_limiter(books):
    work = [b["limiter"] for b in books]
    row(11, "limiter: greatest reduction (dB); time over 3 dB", "<= 9; <= 1 %",
        f"{' '.join(format(w['greatest_reduction'], '.1f') for w in work)}; {' '.join(f'''{100 * w['share_over_3_db']:.2f} %''' for w in work)}",
        all(w["greatest_reduction"] <= 9 and w["share_over_3_db"] <= .01 for w in work))


def row_recognition(recital, voice, biographies, script, folder, american, limit):
    sentences = [s for b in biographies for s in sentences_of(recital, b)]
    dump, out, pairs = folder / "sentences.jsonl", folder / "sentences", folder / "pairs"
    pairs.mkdir()
    # The names have to be unlike each other, or the books would be drafts of one.
    dump.write_text("".join(json.dumps({"id": f"{n:03}", "name": f"Number {n:03}", "text": s}) + "\n" for n, s in enumerate(sentences)))
    text = subprocess.run([recital, "render", "-q", "--json", "--no-cache", "--announce", "none", "-v", voice, "--format", "wav", "-o",
                           out, dump], check=True, capture_output=True, text=True).stdout
    for line in map(json.loads, text.splitlines()):
        if "book" in line:
            number = line["book"]["id"]
            pathlib.Path(line["book"]["files"][0]["file"]).rename(pairs / f"{number}.wav")
            (pairs / f"{number}.txt").write_text(sentences[int(number)])
    found = subprocess.run([sys.executable, script, pairs], check=True, capture_output=True, text=True).stdout
    rate = float(re.search(r"WER ([\d.]+) %", found)[1])
    row(12, "recogniser's word error rate", f"<= {limit} %", f"{rate:.1f} %", rate <= limit or not american)


def fundamental(signal, rate):
    """Fundamental frequencies of voiced frames by the normalised autocorrelation (Hz)."""
    size, step = int(.04 * rate), int(.01 * rate)
    frames = np.lib.stride_tricks.sliding_window_view(signal, size)[::step]
    power = np.mean(frames ** 2, axis=1)
    frames = frames[power > np.percentile(power, 95) / 100]  # down to 20 dB below the loud ones
    frames = (frames - frames.mean(axis=1, keepdims=True)) * np.hanning(size)
    window = np.fft.irfft(np.abs(np.fft.rfft(np.hanning(size), 4 * size)) ** 2)[:size]
    lags = np.arange(int(rate / 400), int(rate / 60))
    auto = np.fft.irfft(np.abs(np.fft.rfft(frames, 4 * size)) ** 2)[:, :size]
    auto = auto / auto[:, :1] / (window / window[0])
    peaks = auto[:, lags]
    # The shortest lag that is nearly as good as the best: a longer one is a multiple of the period.
    best = peaks.max(axis=1)
    voiced = best > .5
    local = (peaks >= np.roll(peaks, 1, axis=1)) & (peaks >= np.roll(peaks, -1, axis=1)) & (peaks > .9 * best[:, None])
    local[:, 0] = local[:, -1] = False
    first = np.argmax(local, axis=1)
    return rate / lags[first[voiced & local.any(axis=1)]]


def row_pitch(waves):
    pitch = np.concatenate([fundamental(s, r) for s, r in waves])
    low, middle, high = np.percentile(pitch, (10, 50, 90))
    spread = 12 * np.log2(high / low)
    row(13, "pitch, 10th to 90th percentile (semitones; Hz)", ">= 7", f"{spread:.1f}; {low:.0f} {middle:.0f} {high:.0f}", spread >= 7)


def row_acx(books, folder):
    found, good = [], True
    for n, book in enumerate(books):
        mp3 = folder / f"{n}.mp3"
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", book["file"], "-map", "0:a:0", "-c:a", "libmp3lame", "-b:a", "192k", "-ar",
                        "44100", mp3], check=True)
        signal, rate = decode(mp3)
        level, peak, floor = decibel(rms(signal)), decibel(np.abs(signal).max()), floor_of(signal, rate)
        silent = pauses_of(signal, rate)
        head, tail = silent[0][1] / rate, (silent[-1][1] - silent[-1][0]) / rate
        good = good and -23 <= level <= -18 and peak <= -3 and floor <= -60 and .5 <= head <= 1 and 1 <= tail <= 5
        found.append(f"{level:.1f} {peak:.1f} {floor:.0f} {head:.2f} {tail:.2f}")
    row(14, "MP3 192 kb/s: RMS, peak, floor (dB), head, tail (s)", "-23..-18, -3, -60, .5-1, 1-5", "; ".join(found), good)


def row_cost(program, biographies):
    text = subprocess.run([program, *biographies], check=True, capture_output=True, text=True).stdout
    cost = json.loads(text)
    share = cost["mastering"] / cost["encoding"]
    row(15, "mastering without resampling, of the encoder's CPU", "<= 20 %", f"{100 * share:.1f} %", share <= .2)


def row_tones(bench):
    """Row 9 is the resampler alone, which its unit test drives; here the figures it prints."""
    cost = json.loads(subprocess.run([bench, "--tones"], check=True, capture_output=True, text=True).stdout)
    row(9, "resampler: level of tones 1-9.4 kHz; images (dB)", "±0.1; <= -100", f"{cost['level']:+.3f}; {cost['image']:.1f}",
        abs(cost["level"]) <= .1 and cost["image"] <= -100)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--recognise")
    parser.add_argument("--bench")
    parser.add_argument("-v", "--voice", default="narrator")
    parser.add_argument("recital")
    parser.add_argument("biography", nargs="+")
    given = parser.parse_args()
    profile = tomllib.loads((VOICES / f"{given.voice}.toml").read_text())
    pauses = {"head": .75, "comma": .30, "semicolon": .45, "dash": .38, "sentence": .65, "long_sentence": .70, "paragraph": 1.2,
              "title": 1.5, "chapter": 2.5, "tail": 3.0} | profile.get("pauses", {})
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        books = render(given.recital, given.voice, folder / "m4b", given.biography)
        plain = render(given.recital, given.voice, folder / "wav", given.biography, "--format", "wav")
        wide = render(given.recital, given.voice, folder / "44", given.biography, "--format", "wav", "--sample-rate", "44100")
        sounds = [decode(b["file"]) for b in books]
        waves = [decode(b["file"]) for b in plain]
        print("| # | What | Target | Measured | Met |\n|---|---|---|---|---|")
        row_loudness(books)
        row_level(books, sounds)
        row_clean(sounds)
        row_steps(waves)
        row_splices(books, sounds, folder)
        row_pauses(given.recital, given.biography, waves, pauses)
        row_rate(given.recital, given.biography, books)
        if given.bench:
            row_tones(given.bench)
        row_band([decode(b["file"]) for b in wide])
        if all("limiter" in b for b in books):
            row_limiter(books)
        if given.recognise:
            row_recognition(given.recital, given.voice, given.biography, given.recognise, folder,
                            profile["language"] == "en-US", 5 if given.voice == "narrator" else 7)
        row_pitch(waves)
        row_acx(wide, folder)
        if given.bench:
            row_cost(given.bench, given.biography)
    sys.exit(0 if all(rows) else 1)


if __name__ == "__main__":
    main()
