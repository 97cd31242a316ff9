# SPDX-License-Identifier: GPL-3.0-or-later
"""What hostile files are besides bytes: pipes, links, sockets, and damage to files that are there."""
import ctypes
import ctypes.util
import json
import os
import pathlib
import shutil
import socket
import struct

from material import to_bytes


class Thing:
    """Something that is made at a path."""

    def __init__(self, make):
        self.make = make


class Change:
    """What is done to the bytes of a file."""

    def __init__(self, change):
        self.change = change


def place(path, content):
    """Makes the content at the path, in place of what is there."""
    path = pathlib.Path(path)
    if isinstance(content, Change):
        content = content.change(path.read_bytes())
    elif path.is_symlink() or path.exists():
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Thing):
        content.make(path)
    elif isinstance(content, dict):
        path.mkdir(exist_ok=True)
        for name, part in content.items():
            place(path / name, part)
    else:
        path.write_bytes(to_bytes(content))


def folder(entries):
    return entries


def pipe():
    return Thing(lambda path: os.mkfifo(path))


def empty_folder():
    return Thing(lambda path: path.mkdir())


def link(target):
    return Thing(lambda path: path.symlink_to(target))


def sparse(size):
    def make(path):
        with path.open("wb") as file:
            file.truncate(size)
    return Thing(make)


def unix_socket():
    def make(path):
        with socket.socket(socket.AF_UNIX) as listener:
            here = os.open(path.parent, os.O_RDONLY)  # the path of a socket has at most 107 bytes
            try:
                listener.bind(f"/proc/self/fd/{here}/{path.name}")
            finally:
                os.close(here)
    return Thing(make)


def deep_folder(levels, name, content):
    """A file below so many folders, deeper than one path can name."""
    def make(path):
        path.mkdir()
        here = os.open(path, os.O_RDONLY)
        for _ in range(levels):
            os.mkdir("d" * 200, dir_fd=here)
            deeper = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = deeper
        file = os.open(name, os.O_WRONLY | os.O_CREAT, 0o600, dir_fd=here)
        os.write(file, to_bytes(content))
        os.close(file)
        os.close(here)
    return Thing(make)


def many_files(count, name, content):
    """A folder of so many files; %d in the name is the number."""
    return {name.replace("%d", str(number)): content for number in range(count)}


# Damage --------------------------------------------------------------------------------------------------------------


def cut(part):
    """Keeps that part of the bytes, from 0 to 1."""
    return Change(lambda content: content[:int(len(content) * part)])


def cut_bytes(count):
    """Takes so many bytes from the end."""
    return Change(lambda content: content[:-count])


def flipped(part):
    """Changes one byte at that part of the file."""
    def change(content):
        at = min(int(len(content) * part), len(content) - 1)
        return content[:at] + bytes((content[at] ^ 0xFF,)) + content[at + 1:]
    return Change(change)


def flipped_each(step):
    """Changes every `step`-th byte."""
    return Change(lambda content: bytes(byte ^ (0xFF if at % step == step - 1 else 0) for at, byte in enumerate(content)))


def zeroed():
    return Change(lambda content: bytes(len(content)))


def doubled():
    return Change(lambda content: content + content)


def appended(content):
    return Change(lambda before: before + to_bytes(content))


def replaced(old, new, count=-1):
    def change(content):
        assert to_bytes(old) in content, f"{old!r} is not in the file"
        return content.replace(to_bytes(old), to_bytes(new), count)
    return Change(change)


def overwritten(at, content):
    """Writes the bytes at an offset, from the end if it is negative."""
    def change(before):
        start = at if at >= 0 else len(before) + at
        return before[:start] + to_bytes(content) + before[start + len(to_bytes(content)):]
    return Change(change)


def lines(change):
    """Changes the list of lines, which are bytes without line breaks."""
    return Change(lambda content: b"\n".join(change(content.split(b"\n"))))


# Plans and manifests whose checksums are right -----------------------------------------------------------------------


def xxhash():
    return ctypes.CDLL(ctypes.util.find_library("xxhash") or "libxxhash.so.0")


def xxh3_64(content):
    function = xxhash().XXH3_64bits
    function.restype, function.argtypes = ctypes.c_uint64, (ctypes.c_char_p, ctypes.c_size_t)
    return function(content, len(content))


class Xxh128(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]


def xxh3_128(content):
    function = xxhash().XXH3_128bits
    function.restype, function.argtypes = Xxh128, (ctypes.c_char_p, ctypes.c_size_t)
    digest = function(content, len(content))
    return f"{digest.high:016x}{digest.low:016x}"


def checked_line(fields):
    """A line of JSON with its checksum, as docs/formats/plan.md describes it."""
    fields = {name: value for name, value in fields.items() if name != "checksum"}
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))[:-1].encode("utf-8", "surrogateescape")
    return body + b',"checksum":"%016x"}' % xxh3_64(body)


def forged_plan(change):
    """The plan with fields of its first record changed by the function, and all checksums and places right again."""
    def forge(content):
        lines_ = content.rstrip(b"\n").split(b"\n")
        head, end = json.loads(lines_[0]), json.loads(lines_[-1])
        records = [json.loads(line) for line in lines_[1:] if line.startswith(b'{"recital_plan":')]
        change(head, records, end)
        body, places = checked_line(head) + b"\n", []
        for record in records:
            places.append(len(body))
            body += checked_line(record) + b"\n"
        index = len(body)
        body += b'{"recital_plan_index":[' + b",".join(b"%15d" % at for at in places) + b"]}\n"
        return body + checked_line({**end, "index": index, "content": xxh3_128(body)} if "index" not in
                                   getattr(change, "kept", ()) else end) + b"\n"
    return Change(forge)


def forged_record(**fields):
    """The plan with these fields in its first record."""
    return forged_plan(lambda head, records, end: records[0].update(fields))


def forged_source(**fields):
    """The plan with these fields in the first source of its first record."""
    return forged_plan(lambda head, records, end: records[0]["sources"][0].update(fields))


def forged_arguments(*arguments):
    """The plan with these options."""
    return forged_plan(lambda head, records, end: head.update(arguments=list(arguments)))


def forged_lines(line, **fields):
    """A file of checked lines with fields of one of them changed, from 0, or from the end if negative."""
    def forge(content):
        lines_ = content.rstrip(b"\n").split(b"\n")
        lines_[line] = checked_line({**json.loads(lines_[line]), **fields})
        return b"\n".join(lines_) + b"\n"
    return Change(forge)


def forged_file(**fields):
    """A manifest with these fields in the first file of its first book."""
    def forge(content):
        lines_ = content.rstrip(b"\n").split(b"\n")
        book = json.loads(lines_[0])
        book["files"][0].update(fields)
        return b"\n".join([checked_line(book), *lines_[1:]]) + b"\n"
    return Change(forge)


def forged_index(*offsets):
    """A plan with other places in its index; the rest and the checksum of the index are as they were."""
    def change(all_lines):
        at = next(n for n, line in enumerate(all_lines) if line.startswith(b'{"recital_plan_index"'))
        count = all_lines[at].count(b",") + 1
        places = [*offsets, *[offsets[-1]] * count][:count]
        all_lines[at] = b'{"recital_plan_index":[' + b",".join(b"%15d" % place for place in places) + b"]}"
        return all_lines
    return lines(change)


# The cache, whose checksums are right --------------------------------------------------------------------------------


def forged_pack(count=None, offset=None, length=None, rotated=False):
    """A pack (docs/formats/pack.md) with another index, whose checksum is right."""
    def forge(content):
        start, entries = struct.unpack("<QQ", content[-32:-16])
        index = [list(struct.unpack("<5Q", content[start + 40 * n:start + 40 * n + 40])) for n in range(entries)]
        where = [entry[3:] for entry in index]
        for n, entry in enumerate(index):
            entry[3:] = where[(n + rotated) % entries]
            entry[3] = entry[3] if offset is None else offset
            entry[4] = entry[4] if length is None else length
        table = b"".join(struct.pack("<5Q", *entry) for entry in index)
        return content[:start] + table + struct.pack("<3Q", start, entries if count is None else count, xxh3_64(table)) + b"PACKEND1"
    return Change(forge)


def forged_run(change):
    """A record of a run (docs/formats/run-state.md) that was changed, with the right checksum."""
    def forge(content):
        body = change(content[:-32])
        return body + xxh3_128(body).encode()
    return Change(forge)
