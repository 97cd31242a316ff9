# SPDX-License-Identifier: GPL-3.0-or-later
"""What hostile files are made of: the functions that expressions in tests/data/hostile may use.

Texts are `str` and are written as UTF-8, with lone surrogates as the bytes that Python's "surrogateescape" means.
"""
import base64
import io
import json
import struct
import zipfile
import zlib

MIB = 1 << 20
PROSE = "Mara Vell was a harpist. She played every day."


def to_bytes(content):
    return content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")


def repeat(text, count):
    return text * count


def nested(opening, content, closing, depth):
    return opening * depth + content + closing * depth


def zeros(count):
    return bytes(count)


def numbered(template, count):
    """The template so many times, with each %d as the number of the repetition."""
    return "".join(template.replace("%d", str(number)) for number in range(count))


def utf16(text, mark=True):
    return (b"\xff\xfe" if mark else b"") + text.encode("utf-16-le", "surrogatepass")


def utf32(text):
    return b"\xff\xfe\0\0" + text.encode("utf-32-le", "surrogatepass")


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def row(name="Mara Vell", text=PROSE, **others):
    """A line of JSON Lines. Lone surrogates stay the escapes that JSON has for them."""
    return json.dumps({"name": name, "text": text, **others}) + "\n"


def matter(lines, text=PROSE):
    """A text with front matter of those lines."""
    return f"---\n{lines}\n---\n\n{text}\n"


# Archives ------------------------------------------------------------------------------------------------------------


def archive(entries, stored=()):
    """A ZIP archive of (name, content) pairs, so that names may recur; those in `stored` are not compressed."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as file:
        for name, content in entries:
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            file.writestr(entry, to_bytes(content))
    return memory.getvalue()


def link_entry(name, target):
    """An archive with a symbolic link."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as file:
        entry = zipfile.ZipInfo(name)
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        file.writestr(entry, target)
    return memory.getvalue()


def deflated(byte_count):
    """A stream of so many zero bytes: one block again and again, as each begins without a dictionary."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = compressor.compress(bytes(MIB)) + compressor.flush(zlib.Z_FULL_FLUSH)
    return block * (byte_count // MIB) + compressor.flush()


def raw_archive(entries):
    """An archive of (name, method, bytes as stored, size when unpacked, flags), none of which need be true."""
    body, directory = b"", b""
    for name, method, stored, size, flags in entries:
        head = struct.pack("<HHHHHIIIHH", 20, flags, method, 0, 0x21, zlib.crc32(stored), len(stored), size,
                           len(name.encode()), 0)
        directory += b"PK\1\2" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name.encode()
        body += b"PK\3\4" + head + name.encode() + stored
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return body + directory + b"PK\5\6" + end


CONTAINER = ('<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
             '<rootfile full-path="%s" media-type="application/oebps-package+xml"/></rootfiles></container>')


def package(manifest, spine, metadata="<dc:title>Mara Vell</dc:title>", before=""):
    return (f'<?xml version="1.0"?>{before}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
            f"<manifest>{manifest}</manifest><spine>{spine}</spine></package>")


def xhtml(body, before=""):
    return f'{before}<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'


ITEM = '<item id="%s" href="%s" media-type="application/xhtml+xml"/>'


def epub(body=f"<p>{PROSE}</p>", opf=None, container=None, extra=(), without=()):
    """An EPUB with one page. `extra` entries come last; entries in `without` are left out."""
    entries = [("mimetype", "application/epub+zip"),
               ("META-INF/container.xml", container or CONTAINER % "p.opf"),
               ("p.opf", opf or package(ITEM % ("a", "a.xhtml"), '<itemref idref="a"/>')),
               ("a.xhtml", body if body.startswith("<?xml") or body.startswith("<!") else xhtml(body)), *extra]
    return archive([entry for entry in entries if entry[0] not in without], stored=("mimetype",))


def epub_of(href, extra=()):
    """An EPUB whose second page is at `href`."""
    return epub(opf=package(ITEM % ("a", "a.xhtml") + ITEM % ("b", href), '<itemref idref="a"/><itemref idref="b"/>'),
                extra=extra)


def epub_cover(content, href="c.png", media_type="image/png"):
    """An EPUB with that cover."""
    item = f'<item id="c" href="{href}" media-type="{media_type}" properties="cover-image"/>'
    return epub(opf=package(ITEM % ("a", "a.xhtml") + item, '<itemref idref="a"/>'),
                extra=[("c.png", content)] if content else [])


def bomb(content, bombs, claimed):
    """An archive of the content (name and text), and of entries that unpack to 1 GiB and claim another size."""
    size = 1024 * MIB
    entries = [(name, 0, to_bytes(text), len(to_bytes(text)), 0) for name, text in content.items() if name not in bombs]
    return raw_archive(entries + [(name, 8, deflated(size), size if claimed is None else claimed, 0) for name in bombs])


def epub_bomb(name, claimed=None):
    """An EPUB of which that entry is a bomb."""
    return bomb({"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER % "p.opf",
                 "p.opf": package(ITEM % ("a", "a.xhtml"), '<itemref idref="a"/>'), "a.xhtml": xhtml("")}, [name], claimed)


def docx_bomb(name, claimed=None):
    """A document of Word of which that entry is a bomb."""
    return bomb({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS % "word/document.xml",
                 "word/document.xml": f"<w:document {WORD}><w:body>{paragraph()}</w:body></w:document>"}, [name], claimed)


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
         'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
             'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="%s"/>'
             "</Relationships>")


def paragraph(text=PROSE, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body=None, before="", target="word/document.xml", extra=(), without=()):
    """A document of Word. `body` may be whole XML."""
    body = paragraph() if body is None else body
    document = body if body.startswith("<?xml") else f"{before}<w:document {WORD}><w:body>{body}</w:body></w:document>"
    entries = [("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS % target), ("word/document.xml", document), *extra]
    return archive([entry for entry in entries if entry[0] not in without])


def styles(content):
    return ("word/styles.xml", f"<w:styles {WORD}>{content}</w:styles>")


def numbering(levels, number):
    """Lists of Word: the definition of the levels of list `number`."""
    return ("word/numbering.xml", f"<w:numbering {WORD}><w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>"
            f"<w:num w:numId='{number}'><w:abstractNumId w:val='0'/></w:num></w:numbering>")


def item(level, number, text="She played."):
    """A paragraph of a list of Word."""
    return paragraph(text, f"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr></w:pPr>")


ODF = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"')


def odt(body=f"<text:p>{PROSE}</text:p>", before="", extra=()):
    """A document of LibreOffice."""
    content = (f'{before}<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body>'
               "</office:document-content>")
    return archive([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content), *extra],
                   stored=("mimetype",))


def fodt(body=f"<text:p>{PROSE}</text:p>", before=""):
    """The same as one XML file."""
    return (f'<?xml version="1.0"?>{before}<office:document {ODF} office:mimetype="application/vnd.oasis.opendocument.text">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document>")


# Entities ------------------------------------------------------------------------------------------------------------


def doctype(root, declarations):
    return f"<!DOCTYPE {root} [{declarations}]>"


def laughs(root, levels=10, each=10):
    """Entities that become `each` to the power of `levels` words: "&l9;" is the last."""
    lines = ['<!ENTITY l0 "ha ">']
    lines += [f'<!ENTITY l{n} "{f"&l{n - 1};" * each}">' for n in range(1, levels)]
    return doctype(root, "".join(lines))


# Pictures ------------------------------------------------------------------------------------------------------------


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width=16, height=16, depth=8, colour=2, rows=None, before=b"", data=None, end=True):
    """A PNG. `rows`: how many it really has; `data`: the compressed stream; `before`: chunks before it."""
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(colour, 3)
    line = b"\0" + bytes((width * channels * depth + 7) // 8) if data is None else b""
    stream = zlib.compress(line * (height if rows is None else rows)) if data is None else data
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + chunk(b"IDAT", stream) + (chunk(b"IEND", b"") if end else b""))


def zlib_zeros(byte_count):
    """The same with the head of zlib, and a wrong checksum."""
    return b"\x78\xda" + deflated(byte_count) + bytes(4)


def segment(kind, content):
    """Of a JPEG, with its length."""
    return b"\xff" + bytes((kind,)) + struct.pack(">H", len(content) + 2) + content


def jpeg(width=16, height=16, data=b"\0" * 64, components=3, end=True):
    """The head of a JPEG, followed by those bytes as its picture."""
    frame = struct.pack(">BHHB", 8, height, width, components) + b"".join(bytes((n + 1, 0x11, 0)) for n in range(components))
    scan = bytes((components,)) + b"".join(bytes((n + 1, 0)) for n in range(components)) + b"\0\x3f\0"
    return (b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + segment(0xDB, b"\0" + b"\1" * 64) +
            segment(0xC0, frame) + segment(0xDA, scan) + data + (b"\xff\xd9" if end else b""))


def base64_of(content):
    return base64.b64encode(to_bytes(content)).decode()


def gif(width, height):
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0;"


def bmp(width, height):
    return b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)


def svg(content="", size='width="16" height="16"', before=""):
    return f'<?xml version="1.0"?>{before}<svg xmlns="http://www.w3.org/2000/svg" {size}>{content}</svg>'


# Books ---------------------------------------------------------------------------------------------------------------


def wav(riff_size=None, data_size=None, data=bytes(4800), rate=24000, channels=1, bits=16, chunks=b""):
    """A WAV file whose sizes need not be true."""
    form = struct.pack("<HHIIHH", 1, channels, rate, rate * channels * bits // 8 % (1 << 32),
                       channels * bits // 8 % (1 << 16), bits)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + chunks + b"data" + struct.pack(
        "<I", len(data) if data_size is None else data_size) + data
    return b"RIFF" + struct.pack("<I", len(body) if riff_size is None else riff_size) + body


def box(kind, content=b"", size=None):
    """A box of an MP4 file, with another size than its own if given."""
    return struct.pack(">I", len(content) + 8 if size is None else size) + kind + content


# Voice profiles ------------------------------------------------------------------------------------------------------


def voice(after="", voice_name="gmw/en-US", engine="", language="en-US", before=""):
    """A profile that is complete without the hostile part."""
    return (f'{before}\ndescription = "x"\nlanguage = "{language}"\n{"" if after.startswith("[") else after}\n\n[engine]\n'
            f'voice = "{voice_name}"\n{engine}\n{after if after.startswith("[") else ""}\n')
