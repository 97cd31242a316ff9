#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compare encoder settings on a finished master: speed, size, and distance from the uncompressed sound.

usage: codec_table.py [--only aac|mp3|opus|flac] RECITAL BIOGRAPHY...

Renders the biographies to WAV at each sample rate, encodes them with each setting by ffmpeg (the same libavcodec that
recital uses; FLAC is ffmpeg's own here and libFLAC there), decodes them again and prints a Markdown table:

  x real time   seconds of sound for a second of CPU time, encoding alone
  kb/s          what the encoder really spent
  LSD           log-spectral distance in dB between master and decoded sound, 100 Hz to 10 kHz, in frames that are
                above -60 dBFS: lower is closer
  loudness      of the decoded sound against the master's, LU
  peak          the decoded sound's true peak against the master's, dB

Needs ffmpeg, python3 and numpy (packages ffmpeg, python3-numpy).
"""
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import wave

import numpy as np

AAC = [("aac " + coder, rate, "m4a", kilobits, ["-c:a", "aac", "-aac_coder", coder])
       for rate in (22050, 24000, 44100)
       for coder in ("fast", "twoloop")
       for kilobits in (32, 48, 64, 96)]
MP3 = [("mp3" + ("" if reservoir else ", no reservoir"), rate, "mp3", kilobits,
        ["-c:a", "libmp3lame", "-reservoir", str(reservoir)])
       for rate in (24000, 44100)
       for reservoir in (1, 0)
       for kilobits in (48, 64, 80, 96, 128)]
OPUS = [(f"opus {application} {complexity}{', constrained' if vbr == 'constrained' else ''}", 48000, "opus", kilobits,
         ["-c:a", "libopus", "-application", application, "-compression_level", str(complexity), "-vbr", vbr])
        for application, complexity, vbr in (("audio", 5, "constrained"), ("audio", 10, "constrained"), ("voip", 10, "on"),
                                             ("audio", 5, "on"), ("audio", 10, "on"))
        for kilobits in (24, 32, 40, 48, 64)]
FLAC = [(f"flac {level}", 24000, "flac", 0, ["-c:a", "flac", "-compression_level", str(level)]) for level in (0, 5, 8)]
SETTINGS = {"aac": AAC, "mp3": MP3, "opus": OPUS, "flac": FLAC}


def read_wav(path):
    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float64) / 32768, file.getframerate()


def spectra(signal, rate):
    size = 1024
    frames = np.lib.stride_tricks.sliding_window_view(signal, size)[::size // 2] * np.hanning(size)
    power = np.abs(np.fft.rfft(frames)) ** 2
    band = slice(int(100 * size / rate), int(10000 * size / rate))
    return power[:, band], np.sqrt(np.mean(frames ** 2, axis=1))


def log_spectral_distance(master, decoded, rate):
    length = min(len(master), len(decoded))
    first, level = spectra(master[:length], rate)
    second, _ = spectra(decoded[:length], rate)
    heard = level > 10 ** (-60 / 20)
    difference = 10 * np.log10((first[heard] + 1e-9) / (second[heard] + 1e-9))
    return np.mean(np.sqrt(np.mean(difference ** 2, axis=1)))


def loudness_and_peak(path):
    text = subprocess.run(["ffmpeg", "-nostats", "-hide_banner", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"],
                          capture_output=True, text=True, check=True).stderr
    return tuple(float(re.findall(pattern, text)[-1]) for pattern in (r"I:\s+(-?[\d.]+) LUFS", r"Peak:\s+(-?[\d.]+) dBFS"))


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(masters, rate, extension, arguments, folder):
    """One row of the table: what was spent, how fast, and how the decoded sound differs."""
    cpu = seconds = size = 0
    rows = []
    for master in masters:
        encoded, decoded = folder / f"encoded.{extension}", folder / "decoded.wav"
        before = cpu_seconds()
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", master, *arguments, encoded], check=True)
        cpu += cpu_seconds() - before
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", encoded, decoded], check=True)
        original, _ = read_wav(master)
        result, _ = read_wav(decoded)
        seconds += len(original) / rate
        size += encoded.stat().st_size
        was, now = loudness_and_peak(master), loudness_and_peak(decoded)
        rows.append((log_spectral_distance(original, result, rate), now[0] - was[0], now[1] - was[1]))
    distance, loudness, _ = np.mean(rows, axis=0)
    return (f"{size * 8 / seconds / 1000:.1f} | {seconds / cpu:.0f} | {distance:.2f} | {loudness:+.2f} | "
            f"{max(row[2] for row in rows):+.1f}")


def main():
    arguments = sys.argv[1:]
    only = SETTINGS
    if arguments[0] == "--only":
        only, arguments = {arguments[1]: SETTINGS[arguments[1]]}, arguments[2:]
    recital, biographies = arguments[0], arguments[1:]
    settings = [setting for group in only.values() for setting in group]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        print("| Hz | coder | kb/s asked | kb/s | x real time | LSD dB | loudness LU | peak dB |\n|" + "---|" * 8)
        masters = {}
        for rate in sorted({setting[1] for setting in settings}):
            out = folder / str(rate)
            subprocess.run([recital, "render", "-q", "--no-cache", "--format", "wav", "--sample-rate", str(rate),
                            "-o", out, *biographies], check=True, stderr=subprocess.DEVNULL)
            masters[rate] = sorted(out.glob("*.wav"))
        for coder, rate, extension, kilobits, options in settings:
            bitrate = ["-b:a", f"{kilobits}k"] if kilobits else []
            print(f"| {rate} | {coder} | {kilobits or ''} | "
                  f"{measure(masters[rate], rate, extension, [*options, *bitrate], folder)} |", flush=True)


if __name__ == "__main__":
    main()
