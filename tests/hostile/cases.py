# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases of tests/data/hostile, whose README says what the columns mean."""
import dataclasses
import pathlib
import re
import shlex

import material
import places

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "data" / "hostile"
COLUMNS = {"name", "prepared", "file", "content", "command", "exit", "message"}
COMMANDS = {
    "RENDER": "render good -o books --cache cache --format wav --cover none -j 1",
    "VERIFY": "verify --manifest MANIFEST",
    "RETRY": "render --retry-failed MANIFEST --cache cache",
    "DRAW": "render good -o books --cache cache --format wav -j 1",
}
ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[nrt\\])")
SHORT = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}


@dataclasses.dataclass
class Case:
    kind: str
    name: str
    prepared: str  # what was done before: a scene of stage.py
    file: str  # relative to the folder of the case; empty if there is none
    content: str
    command: str
    exit: str
    message: str

    def words(self, folder):
        """The arguments of the program, which runs in the folder."""
        command = self.command
        for word, meaning in COMMANDS.items():
            command = re.sub(rf"^{word}\b", lambda _: meaning, command)
        roots = [str(path.relative_to(folder)) for path in folder.glob("books/recital-manifest/*/manifest.json")]
        lexer = shlex.shlex(command, posix=True, punctuation_chars=False)
        lexer.whitespace_split, lexer.escape, lexer.commenters = True, "", ""
        words = [unescaped(word) for word in lexer]
        return [roots[0] if word == "MANIFEST" else "--" + "x" * 100000 if word == "--LONG" else word for word in words]

    def renders_good_book(self):
        return self.command.split()[0] in ("RENDER", "DRAW")

    def make_content(self, outside):
        """Bytes, text or what places.py makes; `outside` is a folder in which nothing may be written."""
        if not self.content.startswith("="):
            return unescaped(self.content)
        names = {**vars(material), **vars(places), "outside": str(outside)}
        return eval(self.content[1:], names)  # pylint: disable=eval-used


def unescaped(text):
    """\\xHH is a byte, \\uHHHH a character; \\n, \\r, \\t and \\\\ as usual."""
    def character(match):
        code = match.group(1)
        if code in SHORT:
            return SHORT[code]
        number = int(code[1:], 16)
        return bytes((number,)).decode("latin-1" if number < 0x80 else "utf-8", "surrogateescape") if code[0] == "x" \
            else chr(number)
    return ESCAPE.sub(character, text)


def read_kind(path):
    """The cases of one file, and the sentence that says what they are."""
    defaults = {"prepared": "cached", "command": "RENDER in", "file": ""}
    columns, cases, about = None, [], ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# ") and columns is None:
            word, separator, value = line[2:].partition(": ")
            if separator and word in defaults:
                defaults[word] = value
            elif not line.startswith("# SPDX") and not about:
                about = line[2:]
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if columns is None:
                columns = cells
                assert set(columns) <= COLUMNS, f"{path}:{number}: unknown columns"
                continue
            assert len(cells) == len(columns), f"{path}:{number}: {len(cells)} cells instead of {len(columns)}"
            given = {name: cell for name, cell in zip(columns, cells) if cell}
            cases.append(Case(path.stem, **{"content": "", "message": "", **defaults, **given}))
    return cases, about


def read_cases():
    """All cases, and what each kind is."""
    cases, kinds = [], {}
    for path in sorted(FOLDER.glob("*.tsv")):
        found, kinds[path.stem] = read_kind(path)
        cases += found
    names = [(case.kind, case.name) for case in cases]
    doubles = {name for name in names if names.count(name) > 1}
    assert not doubles, f"two cases are called {sorted(doubles)}"
    return cases, kinds
