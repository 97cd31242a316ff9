# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder in which a case runs beside a good book, and what is looked at afterwards."""
import dataclasses
import os
import pathlib
import shutil
import subprocess
import time

from places import place

GOOD = {"good/petrenko.txt": "Bekzat Petrenko was born in Moscow. He played the piano every day.\n"}
OTHER = {"other/mara-vell.txt": "Mara Vell was a harpist. She played every day.\n"}
GOOD_BOOK = "books/Bekzat Petrenko.wav"
MAKE_GOOD = "render good -o books --cache cache --format wav --cover none -j 1 -q".split()
MAKE_GOOD_WITHOUT_CACHE = "render good -o books --no-cache --format wav --cover none -j 1 -q".split()
DRAW_GOOD = "render good -o books --cache cache --format wav -j 1 -q".split()
PLAN = "plan good other -o plans/plan --format wav --cover none -q".split()
SHARD = "render --plan plans/plan -o books --cache cache -j 1 -q --shard".split()
# Before a case; each scene is made once and copied.
SCENES = {
    "cached": [DRAW_GOOD, MAKE_GOOD, "render other -o books --cache cache --format wav --cover none -j 1 -q".split()],
    "made": [MAKE_GOOD],
    "spoken": [[*MAKE_GOOD, "--keep-speech"]],
    "planned": [MAKE_GOOD, PLAN],
    "parts": [MAKE_GOOD, [*PLAN[:3], "-o", "plans/1", *PLAN[5:], "--shard", "1/2"],
              [*PLAN[:3], "-o", "plans/2", *PLAN[5:], "--shard", "2/2"]],
    "half": [MAKE_GOOD, PLAN, [*SHARD, "1/2"]],
    "sharded": [MAKE_GOOD, PLAN, [*SHARD, "1/2"], [*SHARD, "2/2"]],
    "merged": [MAKE_GOOD, PLAN, [*SHARD, "1/2"], [*SHARD, "2/2"], "merge books --plan plans/plan".split()],
}
SCENES_WITHOUT_BOOKS = ("cached", "spoken", "planned", "parts")
MAX_CPU_SECONDS = 10
MAX_SECONDS = 120  # then a run is ended, and counts as one that does not end

BIDI = {0x061C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


@dataclasses.dataclass
class Outcome:
    exit_code: int
    printed: bytes
    seconds: float
    cpu_seconds: float
    has_ended: bool = True


def controls_in(printed):
    """What a terminal would obey, or bytes that are not UTF-8."""
    try:
        text = printed.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"byte {printed[error.start]:02X} that is not UTF-8"]
    codes = {ord(character) for character in text}
    return [f"U+{code:04X}" for code in sorted(codes)
            if (code < 0x20 and code != 0x0A) or 0x7F <= code < 0xA0 or code in BIDI]


class Stage:
    """One folder with one case after the other."""

    def __init__(self, program, folder):
        self.program, self.folder = str(program), pathlib.Path(folder)
        self.case = self.folder / "case"
        self.templates = self.folder / "templates"
        self.templates.mkdir(parents=True)
        self.good_books = {}

    def run(self, words, environment=None):
        """Runs the program in the folder of the case. Its output is limited by nothing but the case."""
        start = time.monotonic()
        variables = {**os.environ, "TMPDIR": str(self.case / "tmp"), "HOME": str(self.case / "home"), **(environment or {})}
        variables.pop("XDG_CACHE_HOME", None)
        with (self.folder / "printed").open("w+b") as printed:
            with subprocess.Popen([self.program, *words], cwd=self.case, env=variables, stdin=subprocess.DEVNULL,
                                  stdout=printed, stderr=subprocess.STDOUT, start_new_session=True) as process:
                status, usage, has_ended = self._wait(process, start)
            printed.seek(0)
            return Outcome(status, printed.read(), time.monotonic() - start, usage.ru_utime + usage.ru_stime, has_ended)

    @staticmethod
    def _wait(process, start):
        """(exit code, usage of CPU time with that of its children, whether it ended by itself)."""
        has_ended = True
        while True:
            found, status, usage = os.wait4(process.pid, os.WNOHANG)
            if found != 0:
                process.returncode = os.waitstatus_to_exitcode(status)
                return process.returncode, usage, has_ended
            if has_ended and time.monotonic() - start > MAX_SECONDS:
                has_ended = False
                process.kill()
            time.sleep(0.005)

    def prepare(self, scene):
        """Makes the folder of the next case."""
        self.clear()
        template = self.templates / scene
        if not template.exists():
            self._make_scene(scene)
            shutil.copytree(self.case, template, symlinks=True)
        else:
            shutil.copytree(template, self.case, symlinks=True)

    def _make_scene(self, scene):
        for name in ("books", "cache", "tmp", "home", "in", "outside", "plans"):
            (self.case / name).mkdir(parents=True)
        (self.case / "cache").chmod(0o700)
        for name, content in {**GOOD, **OTHER, "outside/secret.txt": "Ida Secret was a spy. She hid it.\n"}.items():
            place(self.case / name, content)
        for words in SCENES[scene]:
            made = self.run(words)
            assert made.exit_code == 0, f"{words}: {made.printed.decode()}"
            if words in (MAKE_GOOD, DRAW_GOOD):
                self.good_books[tuple(words)] = (self.case / GOOD_BOOK).read_bytes()
            if scene in SCENES_WITHOUT_BOOKS or words is DRAW_GOOD:
                shutil.rmtree(self.case / "books")
                (self.case / "books").mkdir()

    def clear(self):
        subprocess.run(["rm", "-rf", str(self.case)], check=True)

    def listing(self):
        """All that is in the folder outside of what a run may write, with sizes and times."""
        command = ["find", ".", "(", "-path", "./books", "-o", "-path", "./cache", ")", "-prune", "-o",
                   "-printf", "%p %y %s %T@ %l\\0"]
        found = subprocess.run(command, cwd=self.case, capture_output=True, check=False).stdout
        beside = sorted(path.name for path in self.folder.iterdir())
        return {*found.split(b"\0"), *(name.encode() for name in beside)}

    def good_book_faults(self, must_be_equal, drawn):
        """What is wrong with the good book."""
        if must_be_equal:  # under its name, or under another one if that is taken
            wanted = self.good_books[tuple(DRAW_GOOD if drawn else MAKE_GOOD)]
            found = self.case.glob("books/**/*.wav")
            is_made = any(book.is_file() and book.read_bytes() == wanted for book in found)
            return [] if is_made else ["the good book is not made, or is another one"]
        found = sorted(self.case.glob("**/*Bekzat Petrenko*"))
        book = next((path for path in found if path.suffix in (".wav", ".m4b", ".mp3")), None)
        if book is None:
            return ["the good book is not made"]
        checked = self.run(["verify", str(book.relative_to(self.case))])
        return [] if checked.exit_code == 0 else [f"the good book is damaged: {checked.printed.decode(errors='replace')}"]
