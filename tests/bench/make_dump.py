#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes JSON Lines of invented biographies, for measuring dumps: every row is about another person.

    tests/bench/make_dump.py ROWS [--no-ids] [--shared N] >DUMP.jsonl

  --no-ids     rows without an id
  --shared N   N rows have the same name, and different ids
"""
import argparse
import json
import random

GIVEN = ("Mara", "Ilan", "Tove", "Bekzat", "Ludmila", "Kenji", "Ana", "Piotr", "Selin", "Noor")
PLACES = ("Almaty", "Kassel", "Jena", "Porto", "Lviv", "Nara", "Turku", "Split", "Adana", "Fes")
WORKS = ("a sonata", "two quartets", "a set of songs", "an opera", "film music", "a mass", "dances", "a concerto")
BYTES = 1100  # of a row, roughly


def biography(name, chance):
    text = f"{name} was a musician from {chance.choice(PLACES)}, born in {chance.randrange(1850, 2000)}."
    while len(text) < BYTES - 100:
        text += (f" In {chance.randrange(1900, 2020)} {name.split()[0]} wrote {chance.choice(WORKS)} for "
                 f"{chance.choice(PLACES)}, where {chance.randrange(10, 900)} people heard it {chance.randrange(2, 40)} times.")
    return text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=int)
    parser.add_argument("--no-ids", action="store_true")
    parser.add_argument("--shared", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(1)
    for row in range(arguments.rows):
        person = row // arguments.shared
        name = f"{GIVEN[person % len(GIVEN)]} {''.join(chr(97 + int(digit)) for digit in str(person)).capitalize()}ov"
        record = {"name": name, "text": biography(name, chance)}
        if not arguments.no_ids:
            record["id"] = f"person-{row}"
        print(json.dumps(record))


main()
