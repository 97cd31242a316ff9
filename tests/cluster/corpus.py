# SPDX-License-Identifier: GPL-3.0-or-later
"""A corpus of short biographies for tests of shards."""
import json

FIRST_NAMES = ("Ada", "Ben", "Cleo", "Dora", "Emil", "Gus", "Hanna", "Ivo", "Jana", "Karl", "Lena", "Milo")
LAST_NAMES = ("Merle", "Torro", "Vane", "Lund", "Rask", "Harlan", "Brandt", "Salo", "Orrin", "Petri")
OCCUPATIONS = ("singer", "drummer", "pianist", "harpist", "cellist", "flutist", "tenor", "organist")
TOWNS = ("Riga", "Oslo", "Turin", "Vienna", "Almaty", "Lisbon", "Porto")
NAMESAKE = "John Smith"
# The engine crashes at this word if tests/support/faults.cpp is preloaded.
KILLS_WORKER = ("Otto Kern", "Otto Kern was a singer. Faultcrash was there.")
# Signs for which the engine has no sound: found when the book is made, not when it is planned.
CANNOT_BE_SPOKEN = ("Rosa Winter", "𓀀𓀁𓀂 𓀀𓀁𓀂.")
FAILING = (KILLS_WORKER, CANNOT_BE_SPOKEN)
FILES = {
    "lothar.md": "# Lothar Anders\n\nLothar Anders was a violinist.\n\n## Youth\n\nHe learned the violin at home.\n\n"
                 "## Tours\n\nHe travelled to Oslo and to Turin.\n",
    "mira.txt": "Mira Castell was born in Riga in 1901. She sang in the choir of the town.\n",
    "nils.html": "<h1>Nils Ekberg</h1><p>Nils Ekberg played the <em>oboe</em> every day.</p>",
}


def biography(name, number):
    occupation, town = OCCUPATIONS[number % len(OCCUPATIONS)], TOWNS[number % len(TOWNS)]
    sentences = [f"{name} was a {occupation}, born in {1850 + number} in {town}."]
    sentences += [f"In {1890 + number + year} {name} gave {year + 2} concerts in {TOWNS[(number + year) % len(TOWNS)]}."
                  for year in range(1 + number % 5)]
    return " ".join(sentences)


def rows(count):
    """(name, text): every tenth is called as others are, each of another occupation or year; then those that fail."""
    for number in range(count):
        name = f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]}"
        yield (name if number % 15 else NAMESAKE, number)


def write_corpus(folder, count):
    """Writes so many rows that become books, some files, and rows that fail. Returns how many books it makes."""
    folder.mkdir()
    texts = [(name, biography(name, number)) for name, number in rows(count)] + list(FAILING)
    with (folder / "rows.jsonl").open("w", encoding="utf-8") as file:
        for number, (name, text) in enumerate(texts):
            file.write(json.dumps({"id": f"row-{number}", "name": name, "text": text}, ensure_ascii=False) + "\n")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return count + len(FILES)
