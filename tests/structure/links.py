#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the documents refer to: links, files, scripts, commands, options and tests exist.

    tests/structure/links.py ROOT [RECITAL]

In every Markdown file of the project:

* a relative link leads to a file, and its #fragment to a heading of that file;
* a path in code (`src/text/`, `voices/languages.tsv`, `scripts/setup`) exists; wildcards must match something;
* `scripts/NAME ARGUMENT` is an argument that the script's own text names;
* `recital COMMAND --option` and a lone `--option` are in the program's --help (only if RECITAL is given);
* `Suite.Name` of a test exists below tests/.
"""
import functools
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1]).resolve()
PROGRAM = sys.argv[2] if len(sys.argv) > 2 else None
TOP_FOLDERS = ("data", "docs", "scripts", "src", "tests", "voices")
COMMANDS = ("render", "plan", "merge", "script", "say", "preview", "lexicon check", "lexicon add", "lexicon list",
            "lexicon export", "voices", "inspect", "verify", "cache info", "cache prune",
            "cache clear", "cache path", "doctor", "help")
# What documents name that is made by a build or belongs to other programs.
FOREIGN_OPTIONS = {"--build", "--preset", "--target", "--test-dir", "--verbose", "--gtest_filter", "--sub-file",
                   "--array", "--time", "--mem", "--constraint", "--sshlogin", "--retries"}

faults = []


def documents():
    for path in sorted(ROOT.rglob("*.md")):
        parts = path.relative_to(ROOT).parts
        if not parts[0].startswith(("build", ".")) and "node_modules" not in parts and parts[:2] != ("tests", "data"):
            yield path
    yield from sorted((ROOT / "tests" / "data").rglob("README.md"))


def slug(heading):
    """The fragment that GitHub and its kin give a heading."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")


def fragments(path):
    prose = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    return {slug(heading) for heading in re.findall(r"^#+ (.*)$", prose, flags=re.M)}


def exists(pattern, folder):
    """Whether a path of the project, from the root or from the document's folder, leads to something."""
    names = [pattern]
    if match := re.search(r"\{([^}]*)\}", pattern):  # {a,b}
        names = [pattern.replace(match[0], part) for part in match[1].split(",")]
    return all(any(next(base.glob(name.rstrip("/")), None) for base in (ROOT, folder)) for name in names)


def check_links(path, text):
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, fragment = target.partition("#")
        goal = (path.parent / name).resolve() if name else path
        if not goal.exists():
            yield f"the link {target} leads nowhere"
        elif fragment and fragment not in fragments(goal):
            yield f"the link {target}: {goal.name} has no such heading"


def code_spans(text):
    """Inline code and the lines of indented and fenced code, without their prompt."""
    fenced = re.findall(r"^```.*?\n(.*?)^```", text, flags=re.M | re.S)
    rest = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    yield from re.findall(r"`([^`\n]+)`", rest)
    for line in re.findall(r"^    (.*)$", rest, flags=re.M) + [line for block in fenced for line in block.splitlines()]:
        yield line.removeprefix("$ ")


def check_paths(path, code):
    for word in re.findall(r"[^\s'\"|;(),]+", code):
        word = re.sub(r":\d+$", "", word.rstrip(".:"))
        if re.search(r"[<>$]|\.\.\.", word) or re.search(r"[A-Z]{3,}", re.sub("README|LICENSE|CONTRIBUTING|CHANGELOG", "", word)):
            continue  # a placeholder
        if "/" not in word:
            if re.fullmatch(r"\w+\.(h|cpp|py)", word) and not any(word in names for names in source_names()):
                yield f"there is no file {word}"
        elif word.split("/")[0] in TOP_FOLDERS and not exists(word, path.parent):
            yield f"{word} does not exist"


@functools.cache
def source_names():
    return [{path.name for path in (ROOT / folder).rglob("*.*")} for folder in ("src", "tests", "scripts")]


def check_scripts(code):
    match = re.match(r"(?:\./)?scripts/([a-z-]+)(?: ([a-z-]+))?$", code.strip())
    if not match or not (ROOT / "scripts" / match[1]).exists() or not match[2] or match[1] == "recital":
        return
    script = (ROOT / "scripts" / match[1]).read_text(encoding="utf-8", errors="replace")
    if not re.search(rf"\b{re.escape(match[2])}\b", script):
        yield f"scripts/{match[1]} has no part '{match[2]}'"


def help_texts():
    def ask(*words):
        return subprocess.run([PROGRAM, *words, "--help"], capture_output=True, text=True, check=True).stdout
    return {command: ask(*command.split()) for command in COMMANDS} if PROGRAM else {}


@functools.cache
def script_texts():
    """What the project's own scripts say of their options."""
    scripts = [*(ROOT / "scripts").iterdir(), *(ROOT / "tests").rglob("*.py")]
    return "\n--version --help\n" + "\n".join(path.read_text(encoding="utf-8") for path in scripts if path.is_file())


def check_options(code, helps):
    if not helps:
        return
    match = re.match(r"(?:scripts/)?recital (lexicon check|cache [a-z]+|[a-z]+)\b", code)
    if match and match[1] not in helps and match[1] not in ("lexicon", "cache"):
        yield f"recital has no command '{match[1]}'"
    known = helps[match[1]] if match and match[1] in helps else "\n".join(helps.values()) + script_texts()
    if match or code.startswith("--"):
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", code):
            if option not in FOREIGN_OPTIONS and not re.search(re.escape(option) + r"(?![\w-])", known):
                yield f"{option} is no option{' of recital ' + match[1] if match else ''}"


def test_names():
    names = set()
    for path in (ROOT / "tests").rglob("*"):
        if path.suffix == ".cpp":
            text = path.read_text(encoding="utf-8")
            names |= {f"{suite}.{name}" for suite, name in re.findall(r"\bTEST(?:_[FP])?\((\w+),\s*(\w+)\)", text)}
        elif path.name == "CMakeLists.txt":
            names |= set(re.findall(r"add_test\(NAME ([\w.]+)", path.read_text(encoding="utf-8")))
    return names


def check_tests(code, names, suites):
    for suite, name in re.findall(r"(?<![\w/])([A-Z]\w+)\.([A-Z]\w+)\b", code):
        if suite in suites and f"{suite}.{name}" not in names:
            yield f"there is no test {suite}.{name}"


def main():
    helps = help_texts()
    names = test_names()
    suites = {name.split(".")[0] for name in names}
    count = 0
    for path in documents():
        count += 1
        text = path.read_text(encoding="utf-8")
        found = list(check_links(path, text))
        for code in code_spans(text):
            found += [*check_paths(path, code), *check_scripts(code), *check_options(code, helps),
                      *check_tests(code, names, suites)]
        faults.extend(f"{path.relative_to(ROOT)}: {fault}" for fault in dict.fromkeys(found))
    print("\n".join(faults) or f"{count} documents, every reference leads somewhere")
    return 1 if faults or count == 0 else 0


sys.exit(main())
