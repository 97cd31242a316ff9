#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the program prints as JSON against the schemas in docs/formats.

    tests/cli/report_schema.py RECITAL DOCS_FORMATS FAULTS

Runs every command that prints JSON in a scratch folder and validates each line. Then it checks the schemas themselves:
every property must occur in some output, so that no field is promised that does not exist, and a line in which a
field is renamed must be refused, so that a misspelt field cannot pass.

FAULTS is the library of tests/support/faults.cpp. Needs python3-jsonschema.
"""
import copy
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import wave

from jsonschema import Draft202012Validator

BIOGRAPHY = """# Mara Vell

## Childhood

Mara Vell (born Mara Ilse Vellmann; 1957 – 2001) was a pianist. She was born in Kraków, and her teacher was Krzysztof Wieniawski. She *never* stopped.

## Career

In 1980 she played for $5 million. Her friend Dvořák liked it.
"""
RECORDS = '{"name": "Ilan Roth", "text": "Ilan Roth was a composer. He wrote songs.", "id": "q1"}\n{"name": "Nobody"}\n{"name": "Nobody"}\n'
# Mastered by RMS, which the other profiles are not.
RMS_VOICE = 'description = "by RMS"\nlanguage = "en-US"\ntarget = "acx"\n[engine]\nvoice = "gmw/en-US"\n'


class Schema:
    def __init__(self, path):
        self.root = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(self.root)
        self.definitions = self.root.get("$defs", {})
        self.seen = {}  # location in the schema of each property that occurred -> (definition, instance, path there)
        self.faults = []

    def validator(self, definition):
        return Draft202012Validator(
            {"$ref": f"#/$defs/{definition}", "$defs": self.definitions} if definition else self.root)

    def check(self, instance, definition, origin):
        errors = [f"{origin}: {error.json_path}: {error.message[:300]}"
                  for error in self.validator(definition).iter_errors(instance)]
        self.faults += errors
        if not errors:
            self.walk(instance, self.definitions[definition] if definition else self.root, definition or "#",
                      (definition, instance), ())

    def walk(self, instance, schema, location, line, path):
        """Notes which properties of the schema the instance has, and where in the instance each occurs first."""
        if "$ref" in schema:
            name = schema["$ref"].removeprefix("#/$defs/")
            return self.walk(instance, self.definitions[name], name, line, path)
        for index, choice in enumerate(schema.get("oneOf", [])):
            if Draft202012Validator({**choice, "$defs": self.definitions}).is_valid(instance):
                self.walk(instance, choice, f"{location}|{index}", line, path)
        if isinstance(instance, list):
            for index, item in enumerate(instance):
                self.walk(item, schema.get("items", {}), f"{location}[]", line, path + (index,))
        if isinstance(instance, dict):
            for name, value in instance.items():
                if name in schema.get("properties", {}):
                    self.seen.setdefault(f"{location}.{name}", (line, path, name))
                    self.walk(value, schema["properties"][name], f"{location}.{name}", line, path + (name,))

    def properties(self, schema, location):
        """The locations of all properties below a part of the schema."""
        for name, part in schema.get("properties", {}).items():
            yield f"{location}.{name}"
            yield from self.properties(part, f"{location}.{name}")
        if "items" in schema:
            yield from self.properties(schema["items"], f"{location}[]")
        for index, choice in enumerate(schema.get("oneOf", [])):
            yield from self.properties(choice, f"{location}|{index}")

    def finish(self):
        promised = set(self.properties(self.root, "#"))
        for name, definition in self.definitions.items():
            promised |= set(self.properties(definition, name))
        self.faults += [f"{location} is in the schema but in no output" for location in sorted(promised - set(self.seen))]
        for location, ((definition, instance), path, name) in self.seen.items():
            misspelt = copy.deepcopy(instance)
            part = misspelt
            for step in path:
                part = part[step]
            part[name + "x"] = part.pop(name)
            if self.validator(definition).is_valid(misspelt):
                self.faults.append(f"{location}: the schema accepts a misspelt name")


class Workshop:
    """A scratch folder in which the program is run."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.environment = dict(os.environ, XDG_CACHE_HOME=str(folder / "cache"))

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    def lines(self, *arguments, text="", **environment):
        run = subprocess.run([self.program, *arguments], cwd=self.folder, env=self.environment | environment, input=text,
                             capture_output=True, text=True, encoding="utf-8", check=False)
        if not run.stdout:
            sys.exit(f"recital {' '.join(arguments)} printed nothing: {run.stderr}")
        return [json.loads(line) for line in run.stdout.splitlines()]


def write_inputs(workshop):
    workshop.write("texts/mara.md", BIOGRAPHY)
    workshop.write("texts/lexicon.tsv", "Vell\t/ˈvɛl/\n")
    workshop.write("texts/table.md", BIOGRAPHY + "\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    workshop.write("texts/letter.pdf", "%PDF-1.4\n")
    workshop.write("texts/bill.pdf", "%PDF-1.4\n")
    workshop.write("dump.jsonl", RECORDS)
    workshop.write("crash.txt", "Ilan Roth was a composer.\n\nFaultabort was his song.\n\nHe wrote more.\n")
    workshop.write("rms.toml", RMS_VOICE)
    with wave.open(str(workshop.folder / "silence.wav"), "wb") as silence:
        silence.setparams((1, 2, 24000, 0, "NONE", ""))
        silence.writeframes(bytes(2 * 24000))


def check_reports(workshop, schema, faults):
    def check(arguments, *definitions, text="", **environment):
        for line in workshop.lines(*arguments, text=text, **environment):
            fitting = [name for name in definitions if set(line) == set(schema.definitions[name]["properties"])]
            schema.check(line, (fitting or definitions)[0], "recital " + " ".join(arguments))

    render = ["render", "texts", "dump.jsonl", "absent.txt", "-o", "books", "--json", "-q", "--format", "m4b,wav"]
    written = ["--split-chapters", "--subtitles", "json,vtt"]
    said = ["failed_line", "skipped_line", "warning_line", "notice_line", "done_line"]
    check(render + ["--dry-run"] + written, "plan_line", *said)
    check(render + written, "book_line", *said)
    check(["plan", "texts", "dump.jsonl", "-o", "books.plan", "--json", "-q"], "planned_line", *said)
    check(["plan", "texts", "dump.jsonl", "-o", "part", "--shard", "1/2", "--json", "-q"], "planned_line", *said)
    workshop.lines("render", "--plan", "books.plan", "-o", "planned", "--json", "-q")
    check(["merge", "planned", "--plan", "books.plan", "--json"], "merged_line")
    check(["render", "dump.jsonl", "-o", "rms", "--json", "-q", "-v", "rms.toml"], "book_line", *said)
    shutil.copy(workshop.folder / "books/Mara Vell.m4b", workshop.folder / "cut.m4b")
    os.truncate(workshop.folder / "cut.m4b", os.path.getsize(workshop.folder / "cut.m4b") - 1000)
    check(["verify", "books/Mara Vell.m4b", "cut.m4b", "silence.wav", "absent.m4b", "--json"], "verification_line")
    chapter = min((workshop.folder / "books" / "Mara Vell").glob("*.m4b"))
    check(["inspect", "books/Mara Vell.m4b", str(chapter), "rms/Ilan Roth.m4b", "silence.wav", "absent.m4b", "--json"],
          "inspection_line")
    check(["script", "texts/mara.md", "--json"], "script_line")
    check(["script", "texts/mara.md", "--explain", "--json"], "explained_script_line")
    check(["script", "--lines", "--json"], "sentences_line", text="In 1957 he moved.\n\nHe stayed.\n")
    check(["script", "--lines", "--explain", "--json"], "explained_sentences_line", text="In 1957 he moved.\n")
    check(["voices", "--json"], "voices_line")
    check(["cache", "info", "--json"], "cache_line")
    check(["lexicon", "check", "texts", "--json"], "names_line")
    check(["lexicon", "list", "texts/lexicon.tsv", "--json"], "entries_line")
    check(["lexicon", "add", "Mara", "mah-RAH", "texts", "--json"], "added_line")
    check(["render", "crash.txt", "-o", "crash", "--on-error", "skip", "--json", "-q"], "book_line", *said,
          LD_PRELOAD=faults, ASAN_OPTIONS="verify_asan_link_order=0")
    check(["doctor", "--json"], "doctor_line", XDG_CACHE_HOME="/dev/null/cache")


def main():
    program, formats = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    faults = str(pathlib.Path(sys.argv[3]).resolve())
    reports = Schema(formats / "report.schema.json")
    subtitles = Schema(formats / "subtitles.schema.json")
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(program, pathlib.Path(folder))
        write_inputs(workshop)
        check_reports(workshop, reports, faults)
        for path in sorted(workshop.folder.rglob("books/**/*.json")):
            subtitles.check(json.loads(path.read_text(encoding="utf-8")), None, path.name)
    for schema in (reports, subtitles):
        schema.finish()
    faults = reports.faults + subtitles.faults
    print("\n".join(faults) or f"{len(reports.seen) + len(subtitles.seen)} properties, all as the schemas say")
    return 1 if faults else 0


sys.exit(main())
