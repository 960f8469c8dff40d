#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files nobody should bring: evil_files.py FOLDER

Writes some hundreds of hostile or broken files into FOLDER and prints one line of JSON for each: "name", and as "outcome" what has to become of it when it is taken in for
a paper: "kept" (byte for byte), "cleaned" (a PDF with the same pages and nothing else), the name of an ErrorCode, or "refused" where it depends on
the memory there is with which of them. "dangers" says what has to be found in it.
"""
import hashlib
import json
import os
import struct
import sys
import zlib

PAGE_TEXT = b"BT /F1 24 Tf 72 720 Td (Giay to) Tj ET"


def text(value):
    return b"(" + value.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def stream(entries, data):
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


class Pdf:
    """Objects by number. 1 is the catalogue, 2 the pages, 3 the page, 4 its contents, 5 its font."""

    def __init__(self, **more):
        self.root = more.get("root", b"")
        self.page = more.get("page", b"")
        self.trailer = more.get("trailer", b"")
        self.objects = {
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            4: stream(b"", PAGE_TEXT),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        }
        self.objects.update(more.get("objects", {}))

    def all(self):
        objects = dict(self.objects)
        objects.setdefault(1, b"<< /Type /Catalog /Pages 2 0 R %s >>" % self.root)
        objects.setdefault(
            3,
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> %s >>" % self.page)
        return objects

    def bytes(self, head=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", first=b"", tail=b"", shift=0, size=None, startxref=None):
        out = bytearray(head + first)
        places = {}
        for number, body in sorted(self.all().items()):
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        at = len(out)
        count = max(places) + 1
        out += b"xref\n0 %d\n" % count
        for number in range(count):
            if number in places:
                out += b"%010d 00000 n \n" % (places[number] + shift)
            else:
                out += b"%010d 65535 f \n" % 0
        out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size or count, self.trailer, at if startxref is None else startxref)
        return bytes(out) + tail

    def packed(self, inside, objects=None, n=None, first=None, extends=b"", data=None, filters=b"/FlateDecode", size=None):
        """With a stream of cross-references; `inside`: bodies by number that lie in one object stream, 90."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = {}
        numbers = sorted(inside)
        heads, bodies = b"", b""
        for number in numbers:
            heads += b"%d %d " % (number, len(bodies))
            bodies += inside[number] + b"\n"
        packed = zlib.compress(heads + bodies) if data is None else data
        holder = stream(b"/Type /ObjStm /N %d /First %d /Filter %s %s" % (
            len(numbers) if n is None else n, len(heads) if first is None else first, filters, extends), packed)
        every = {k: v for k, v in self.all().items() if k not in inside}
        every.update(objects or {})
        every[90] = holder
        for number, body in sorted(every.items()):
            places[number] = len(out)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        at = len(out)
        rows = b""
        for number in range(92):
            if number == 91:
                rows += struct.pack(">BIH", 1, at, 0)
            elif number in inside:
                rows += struct.pack(">BIH", 2, 90, numbers.index(number))
            elif number in places:
                rows += struct.pack(">BIH", 1, places[number], 0)
            else:
                rows += struct.pack(">BIH", 0, 0, 0)
        out += b"91 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
            stream(b"/Type /XRef /Size %d /W [1 4 2] /Root 1 0 R /Filter /FlateDecode" % (size or 92), zlib.compress(rows)), at)
        return bytes(out)


def zeros(size):
    """`size` (of whole MiB) zeros, compressed, without ever having them."""
    mib = 1 << 20
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = deflate.compress(bytes(mib)) + deflate.flush(zlib.Z_FULL_FLUSH)
    return b"\x78\xda" + block * (size // mib) + b"\x03\x00" + struct.pack(">I", (size % 65521) << 16 | 1)


class Corpus:
    def __init__(self, folder):
        self.folder = folder
        self.made = 0

    def told(self, name, outcome, dangers):
        self.made += 1
        row = {"name": name, "outcome": outcome}
        if dangers:
            row["dangers"] = dangers
        print(json.dumps(row))

    def put(self, name, data, outcome, dangers=()):
        with open(os.path.join(self.folder, name), "xb") as file:
            file.write(data)
        self.told(name, outcome, dangers)


ACTIONS = {
    # name: (action, what it is, whether it is harmless when somebody has to press it)
    "script": (b"/S /JavaScript /JS (app.alert\\(1\\))", "JavaScript", False),
    "script-stream": (b"/S /JavaScript /JS 20 0 R", "JavaScript", False),
    "launch": (b"/S /Launch /F (calc.exe)", "Launch", False),
    "launch-windows": (b"/S /Launch /Win << /F (cmd.exe) /P (/c calc) >>", "Launch", False),
    "launch-path": (b"/S /Launch /F (../../../../bin/sh)", "Launch", False),
    "submit": (b"/S /SubmitForm /F << /FS /URL /F (http://203.0.113.1/) >> /Fields []", "OtherAction", False),
    "import": (b"/S /ImportData /F (data.fdf)", "OtherAction", False),
    "reset": (b"/S /ResetForm", "OtherAction", False),
    "hide": (b"/S /Hide /T (signature)", "OtherAction", False),
    "print": (b"/S /Named /N /Print", "OtherAction", False),
    "sound": (b"/S /Sound /Sound 21 0 R", "OtherAction", False),
    "movie": (b"/S /Movie /T (film)", "OtherAction", False),
    "rendition": (b"/S /Rendition /OP 0 /JS (app.alert\\(1\\))", "JavaScript", False),
    "layers": (b"/S /SetOCGState /State [/Toggle]", "OtherAction", False),
    "thread": (b"/S /Thread /F (other.pdf) /D 0", "OtherAction", False),
    "transition": (b"/S /Trans /Trans << /S /Fly >>", "OtherAction", False),
    "view-3d": (b"/S /GoTo3DView /V /F", "OtherAction", False),
    "rich-media": (b"/S /RichMediaExecute /CMD << /C (x) >>", "OtherAction", False),
    "other-file": (b"/S /GoToR /F (//203.0.113.1/share/x.pdf) /D [0 /Fit]", "ExternalReference", False),
    "file-within": (b"/S /GoToE /T << /R /C /N (x.pdf) >> /D [0 /Fit]", "EmbeddedFile", False),
    "web": (b"/S /URI /URI (http://203.0.113.1/seen)", "ExternalReference", True),
}


def annotation(entries):
    return b"<< /Type /Annot /Rect [10 10 100 100] %s >>" % entries


def actions(corpus):
    extra = {20: stream(b"", b"app.alert(1)"), 21: stream(b"/R 8000", bytes(64)), 30: b"<< /Title (x) /Parent 31 0 R >>", 31: b"<< /First 30 0 R /Last 30 0 R /Count 1 >>"}
    for name, (entries, danger, is_pressed) in ACTIONS.items():
        action = b"<< /Type /Action %s >>" % entries
        outline = dict(extra)
        outline[30] = b"<< /Title (x) /Parent 31 0 R /A %s >>" % action
        chained = b"<< /S /GoTo /D [3 0 R /Fit] /Next [ << /S /GoTo /D [3 0 R /Fit] /Next %s >> ] >>" % action
        places = {
            "opening": (Pdf(root=b"/OpenAction %s" % action, objects=extra), False),
            "closing": (Pdf(root=b"/AA << /WC %s /WP %s >>" % (action, action), objects=extra), False),
            "page": (Pdf(page=b"/AA << /O %s >>" % action, objects=extra), False),
            "link": (Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /Link /A " + action), objects=extra), is_pressed),
            "hover": (Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /Link /AA << /E %s >>" % action), objects=extra), False),
            "outline": (Pdf(root=b"/Outlines 31 0 R", objects=outline), is_pressed),
            "chain": (Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /Link /A " + chained), objects=extra), is_pressed),
        }
        for place, (pdf, is_harmless) in places.items():
            corpus.put("action %s at %s.pdf" % (name, place), pdf.bytes(), "kept" if is_harmless else "cleaned", () if is_harmless else (danger,))
    names = b"/Names << /JavaScript << /Names [ (a) << /S /JavaScript /JS (1) >> ] >> >>"
    corpus.put("scripts by name.pdf", Pdf(root=names).bytes(), "cleaned", ("JavaScript",))
    corpus.put("scripts by an escaped name.pdf", Pdf(root=b"/Open#41ction << /S /J#61vaScript /J#53 (1) >>").bytes(), "cleaned", ("JavaScript",))
    packed = Pdf()
    corpus.put("script in an object stream.pdf", packed.packed(
        {1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction 10 0 R >>", 10: b"<< /S /JavaScript /JS (1) >>"}), "cleaned", ("JavaScript",))
    corpus.put("a page that is called as an action.pdf", Pdf(page=b"/Annots []", objects={
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /JS 5 0 R /F1 5 0 R /EF 5 0 R /AA 5 0 R >> >> >>"}).bytes(), "kept")


def files_within(corpus):
    spec = b"<< /Type /Filespec /F %s /EF << /F 20 0 R >> >>"
    for number, name in enumerate(["a.exe", "../../../../home/x/.profile", "C:\\Windows\\System32\\x.dll", "/etc/passwd", "\x00\x01\x02", "a" * 4000]):
        objects = {20: stream(b"/Type /EmbeddedFile", b"MZ" + bytes(50)), 21: spec % text(name)}
        corpus.put("file within %d.pdf" % number, Pdf(root=b"/Names << /EmbeddedFiles << /Names [ (x) 21 0 R ] >> >>", objects=objects).bytes(), "cleaned", ("EmbeddedFile",))
    objects = {20: stream(b"", b"x"), 21: spec % b"(x)", 22: stream(b"/Type /XObject /Subtype /PS", b"showpage"), 23: stream(b"/R 8000", bytes(64)),
               24: stream(b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (other.pdf) /Page 0 >>", b""),
               25: stream(b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /F (/etc/passwd)", b""),
               26: stream(b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /OPI << /2.0 << /F (x) >> >>", b"")}
    for name, danger, pdf in [
        ("attached to a note", "EmbeddedFile", Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /FileAttachment /FS 21 0 R"), objects=objects)),
        ("associated with the page", "EmbeddedFile", Pdf(page=b"/AF [ 21 0 R ]", objects=objects)),
        ("a portfolio", "EmbeddedFile", Pdf(root=b"/Collection << /View /D >>", objects=objects)),
        ("a film", "OtherAction", Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /Movie /Movie << /F (x.avi) >>"), objects=objects)),
        ("a sound", "OtherAction", Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /Sound /Sound 23 0 R"), objects=objects)),
        ("a screen", "OtherAction", Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /Screen"), objects=objects)),
        ("a space", "OtherAction", Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /3D /3DD 23 0 R"), objects=objects)),
        ("rich media", "OtherAction", Pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /RichMedia"), objects=objects)),
    ]:
        corpus.put(name + ".pdf", pdf.bytes(), "cleaned", (danger,))
    for name, number, outcome, danger in [("a page of another file", 24, "cleaned", "ExternalReference"), ("bytes of another file", 25, "FileUnsafe", "ExternalReference"),
                                          ("a picture of another server", 26, "cleaned", "ExternalReference"), ("PostScript", 22, "FileUnsafe", "OtherAction")]:
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X %d 0 R >> >> >>" % number
        corpus.put(name + ".pdf", Pdf(objects=objects | {3: page}).bytes(), outcome, (danger,))


def forms(corpus):
    look = stream(b"/Type /XObject /Subtype /Form /BBox [0 0 90 90]", b"")
    field = b"/Type /Annot /Subtype /Widget /Rect [10 10 100 100] /FT /Tx /T (name) /V (Thu) /DA (/Helv 12 Tf)"
    with_look = {20: b"<< %s /AP << /N 21 0 R >> >>" % field, 21: look}
    bare = {20: b"<< %s >>" % field}
    page = b"/Annots [ 20 0 R ]"
    for name, root, objects, outcome in [
        ("a form", b"/AcroForm << /Fields [ 20 0 R ] >>", with_look, "cleaned"),
        ("a form that shows itself", b"/AcroForm << /NeedAppearances true /Fields [ 20 0 R ] >>", with_look, "cleaned"),
        ("a form that others draw", b"/AcroForm << /NeedAppearances true /Fields [ 20 0 R ] >>", bare, "FileUnsafe"),
        ("a form of XML beside one", b"/AcroForm << /Fields [ 20 0 R ] /XFA [ (template) 22 0 R ] >>", with_look | {22: stream(b"", b"<x/>")}, "cleaned"),
        ("a form of XML alone", b"/NeedsRendering true /AcroForm << /Fields [] /XFA 22 0 R >>", {20: annotation(b"/Subtype /Link"), 22: stream(b"", b"<x/>")}, "FileUnsafe"),
        ("a form whose fields are their own children", b"/AcroForm << /Fields [ 20 0 R ] >>", {20: b"<< %s /Kids [ 20 0 R ] /Parent 20 0 R /AP << /N 21 0 R >> >>" % field, 21: look}, "cleaned"),
        ("a field that computes", b"/AcroForm << /Fields [ 20 0 R ] /CO [ 20 0 R ] >>", {20: b"<< %s /AA << /C << /S /JavaScript /JS (1) >> >> /AP << /N 21 0 R >> >>" % field, 21: look}, "cleaned"),
    ]:
        corpus.put(name + ".pdf", Pdf(root=root, page=page, objects=objects).bytes(), outcome, ("Form",))
    deep = {20 + n: b"<< /T (a) /Kids [ %d 0 R ] >>" % (21 + n) for n in range(5000)}
    deep[5020] = b"<< /T (a) /FT /Tx >>"
    corpus.put("a form five thousand fields deep.pdf", Pdf(root=b"/AcroForm << /Fields [ 20 0 R ] >>", objects=deep).bytes(), "cleaned", ("Form",))


PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def locked(corpus):
    ident = bytes(range(16))
    for name, user in [("a password", b"khoa"), ("what may be done", b"")]:
        owner = rc4(hashlib.md5((b"owner" + PADDING)[:32]).digest()[:5], (user + PADDING)[:32])
        key = hashlib.md5((user + PADDING)[:32] + owner + struct.pack("<i", -44) + ident).digest()[:5]
        encrypt = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -44 >>" % (owner.hex().encode(), rc4(key, PADDING).hex().encode())
        contents = rc4(hashlib.md5(key + struct.pack("<I", 4)[:3] + b"\0\0").digest()[:10], PAGE_TEXT)
        pdf = Pdf(trailer=b"/ID [<%s> <%s>] /Encrypt 10 0 R" % (ident.hex().encode(), ident.hex().encode()), objects={10: encrypt, 4: stream(b"", contents)})
        corpus.put("locks %s.pdf" % name, pdf.bytes(), "FileLocked")
    trailer = b"/ID [<00> <00>] /Encrypt 10 0 R"
    for name, encrypt in [
        ("in a way nobody knows", b"<< /Filter /Foreign /V 1 >>"),
        ("by certificates", b"<< /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 >>"),
        ("with bytes for a lock", b"<< /Filter /Standard /V 5 /R 6 /O (x) /U (x) /OE (x) /UE (x) /Perms (x) /P -1 >>"),
        ("in a later way", b"<< /Filter /Standard /V 6 /R 7 /O (x) /U (x) /P -1 >>"),
    ]:
        corpus.put("locks %s.pdf" % name, Pdf(trailer=trailer, objects={10: encrypt}).bytes(), "FileLocked")
    for name, encrypt in [("with half a lock", b"<< /Filter /Standard >>"), ("with a number", b"7")]:
        corpus.put("locks %s.pdf" % name, Pdf(trailer=trailer, objects={10: encrypt}).bytes(), "FileDamaged")


def pages(corpus):
    def flat(count):
        objects = {2: b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (count, b" ".join(b"%d 0 R" % (100 + n) for n in range(count)))}
        objects.update({100 + n: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>" for n in range(count)})
        return Pdf(objects=objects)

    corpus.put("2000 pages.pdf", flat(2000).bytes(), "kept")
    corpus.put("2001 pages.pdf", flat(2001).bytes(), "FileTooManyPages")
    corpus.put("10000 pages.pdf", flat(10_000).bytes(), "FileTooManyPages")
    tree = {2: b"<< /Type /Pages /Count 10000 /Kids [ %s ] >>" % b" ".join(b"%d 0 R" % (100 + n) for n in range(100))}
    for n in range(100):
        tree[100 + n] = b"<< /Type /Pages /Parent 2 0 R /Count 100 /Kids [ %s ] >>" % b" ".join(b"%d 0 R" % (1000 + 100 * n + m) for m in range(100))
        tree.update({1000 + 100 * n + m: b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>" % (100 + n) for m in range(100)})
    corpus.put("10000 pages in a tree.pdf", Pdf(objects=tree).bytes(), "FileTooManyPages")
    deep = {2: b"<< /Type /Pages /Count 1 /Kids [ 100 0 R ] >>"}
    deep.update({100 + n: b"<< /Type /Pages /Parent %d 0 R /Count 1 /Kids [ %d 0 R ] >>" % (99 + n if n else 2, 101 + n) for n in range(20_000)})
    deep[20_100] = b"<< /Type /Page /Parent 20099 0 R /MediaBox [0 0 9 9] >>"
    corpus.put("pages twenty thousand deep.pdf", Pdf(objects=deep).bytes(), "FileDamaged")
    for name, objects in [
        ("a tree that holds itself", {2: b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>"}),
        ("a tree that holds its holder", {2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>", 10: b"<< /Type /Pages /Parent 2 0 R /Kids [3 0 R 2 0 R] /Count 1 >>"}),
        ("one page twice", {2: b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>"}),
        ("no page", {2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
        ("no pages", {2: b"<< /Type /Pages /Count 3 >>"}),
        ("pages that are numbers", {2: b"<< /Type /Pages /Kids [1 2 3] /Count 3 >>"}),
        ("pages that are nothing", {2: b"<< /Type /Pages /Kids [70 0 R 71 0 R] /Count 2 >>"}),
        ("pages that are a stream", {2: stream(b"/Type /Pages /Kids [3 0 R]", b"")}),
        ("a catalogue that is a number", {1: b"17"}),
        ("a catalogue that is itself", {1: b"1 0 R"}),
        ("a catalogue without pages", {1: b"<< /Type /Catalog >>"}),
    ]:
        corpus.put(name + ".pdf", Pdf(objects=objects).bytes(), "FileDamaged")
    for count in [b"-1", b"0", b"2147483648", b"99999999999999999999", b"(many)", b"null"]:
        corpus.put("says it has %s pages.pdf" % count.decode(), Pdf(objects={2: b"<< /Type /Pages /Kids [3 0 R] /Count %s >>" % count}).bytes(), "FileDamaged" if count.startswith(b"9999") else "kept")


def damaged(corpus):
    good = Pdf().bytes()
    for part in (10, 25, 50, 75, 90):
        corpus.put("%d per cent of one.pdf" % part, good[:len(good) * part // 100], "FileTruncated")
    for part in (40, 80):
        corpus.put("%d per cent and an end.pdf" % part, good[:len(good) * part // 100] + b"\n%%EOF\n", "FileDamaged")
    number = good.replace(b"startxref\n", b"startxref\n99999999999999999999999")
    corpus.put("a table at a number nobody has.pdf", number, "FileDamaged")
    for name, pdf in [
        ("references that are shifted", Pdf().bytes(shift=7)),
        ("references far behind the end", Pdf().bytes(shift=9_000_000)),
        ("a table that is not there", Pdf().bytes(startxref=9_999_999)),
        ("a table at the front", Pdf().bytes(startxref=0)),
        ("a table before the front", Pdf().bytes(startxref=-5)),
        ("rows that are letters", good.replace(b" 00000 n", b" abcde n")),
        ("a section with too many rows", good.replace(b"xref\n0 6", b"xref\n0 2000000000")),
        ("an object without an end", good.replace(b"\nendobj\n4 0", b"\n4 0")),
        ("a stream without an end", good.replace(b"endstream", b"endst ream")),
        ("a stream longer than the file", good.replace(b"/Length %d" % len(PAGE_TEXT), b"/Length 99999")),
        ("a stream of a negative length", good.replace(b"/Length %d" % len(PAGE_TEXT), b"/Length -9")),
        ("a stream that is as long as itself", Pdf(objects={4: b"<< /Length 4 0 R >>\nstream\n%s\nendstream" % PAGE_TEXT}).bytes()),
        ("two streams that are as long as each other", Pdf(objects={4: b"<< /Length 6 0 R >>\nstream\nx\nendstream", 6: b"<< /Length 4 0 R >>\nstream\ny\nendstream"}).bytes()),
        ("a dictionary without an end", Pdf(objects={6: b"<< /A << /B [ 1 2", 5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /X 6 0 R >>"}).bytes()),
        ("a text without an end", Pdf(root=b"/X 6 0 R", objects={6: b"(" * 1000}).bytes()),
        ("a key without a value", Pdf(root=b"/X 6 0 R", objects={6: b"<< /A /B /C >>"}).bytes()),
        ("a hundred thousand brackets", Pdf(root=b"/X 6 0 R", objects={6: b"[" * 100_000 + b"]" * 100_000}).bytes()),
        ("a hundred thousand dictionaries", Pdf(root=b"/X 6 0 R", objects={6: b"<< /A " * 100_000 + b">>" * 100_000}).bytes()),
        ("no names", Pdf(root=b"/#00 /#zz /X#", objects={}).bytes()),
    ]:
        corpus.put(name + ".pdf", pdf, "cleaned")
    for name, trailer in [("itself", b"/Prev %d"), ("behind the end", b"/Prev 99999999"), ("a text", b"/Prev (x)")]:
        trailer = trailer % good.index(b"xref\n0") if b"%d" in trailer else trailer
        pdf = Pdf(trailer=trailer).bytes()
        corpus.put("a table that goes on at %s.pdf" % name, pdf, "cleaned")
    chain = {20 + n: b"<< /Next %d 0 R >>" % (21 + n) for n in range(50_000)}
    corpus.put("a chain of fifty thousand.pdf", Pdf(root=b"/X 20 0 R", objects=chain).bytes(), "kept")
    corpus.put("two hundred thousand objects.pdf", Pdf(objects={20 + n: b"1" for n in range(200_000)}).bytes(), "kept")
    corpus.put("a quarter of a million values.pdf", Pdf(root=b"/X [ %s ]" % (b"<<>> " * 250_000)).bytes(), "kept")
    corpus.put("five million values.pdf", Pdf(root=b"/X [ %s ]" % (b"[]" * 5_000_000)).bytes(), "refused")
    corpus.put("a size of four thousand million.pdf", Pdf().bytes(size=4_000_000_000), "cleaned")
    corpus.put("a size of one.pdf", Pdf().bytes(size=1), "cleaned")
    corpus.put("objects that are each other.pdf", Pdf(root=b"/X 6 0 R", objects={6: b"7 0 R", 7: b"6 0 R"}).bytes(), "cleaned")


def bombs(corpus):
    big = 1 << 30
    inside = {1: b"<< /Type /Catalog /Pages 2 0 R /X 10 0 R >>", 10: b"<< >>"}
    pdf = Pdf()
    for name, data, filters in [
        ("an object stream of 1 GiB", zeros(big), b"/FlateDecode"),
        ("an object stream of 1 GiB twice", zlib.compress(zeros(big)), b"[/FlateDecode /FlateDecode]"),
        ("an object stream of runs", zlib.compress(b"\x81\0" * 5_000_000), b"[/FlateDecode /RunLengthDecode]"),
        ("an object stream of a hundred filters", zlib.compress(b"x"), b"[" + b"/FlateDecode " * 100 + b"]"),
        ("an object stream of an unknown filter", b"x", b"/Foreign"),
        ("an object stream that is no stream", b"x", b"/FlateDecode"),
    ]:
        # The catalogue is in it: nothing is left without.
        corpus.put(name + ".pdf", pdf.packed(inside, data=data, filters=filters), "refused")
    for name, more in [("of more than it has", {"n": 2_000_000_000}), ("that begins before itself", {"first": -5}), ("that begins behind itself", {"first": 99_999_999}),
                       ("of less than nothing", {"n": -1})]:
        corpus.put("an object stream %s.pdf" % name, pdf.packed(inside, **more), "FileDamaged")
    corpus.put("an object stream that extends itself.pdf", pdf.packed(inside, extends=b"/Extends 90 0 R"), "kept")
    corpus.put("an object stream beside a size.pdf", pdf.packed(inside, size=2_000_000_000), "FileDamaged")
    xref = Pdf().bytes().split(b"xref\n0")[0]
    bomb = xref + b"91 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        stream(b"/Type /XRef /Size 92 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode", zeros(big)), len(xref))
    corpus.put("references of 1 GiB.pdf", bomb, "refused")
    for widths in (b"[1 4]", b"[0 0 0]", b"[9 9 9]", b"[-1 4 2]", b"[1 99999999 2]", b"(x)"):
        corpus.put("references of widths %s.pdf" % widths.decode(), xref + b"91 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
            stream(b"/Type /XRef /Size 92 /W %s /Root 1 0 R /Filter /FlateDecode" % widths, zlib.compress(bytes(700))), len(xref)), "FileDamaged")
    # What is on a page is not unpacked by whoever takes it in.
    corpus.put("contents of 1 GiB.pdf", Pdf(objects={4: stream(b"/Filter /FlateDecode", zeros(big))}).bytes(), "kept")
    corpus.put("contents of 1 GiB and a script.pdf", Pdf(root=b"/OpenAction << /S /JavaScript /JS (1) >>", objects={4: stream(b"/Filter /FlateDecode", zeros(big))}).bytes(),
               "cleaned", ("JavaScript",))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 20 0 R >> >> >>"
    image = b"/Type /XObject /Subtype /Image /Width 65535 /Height 65535 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
    corpus.put("a picture of 65k by 65k on a page.pdf", Pdf(objects={3: page, 20: stream(image, zeros(big))}).bytes(), "kept")


def polyglots(corpus):
    good = Pdf().bytes()
    archive = b"PK\x03\x04" + bytes(26) + b"PK\x05\x06" + bytes(18)
    for name, data, outcome, dangers in [
        ("an archive before", archive + good, "FileKindUnknown", ()),
        ("a program for Windows before", b"MZ" + bytes(62) + good, "FileKindUnknown", ()),
        ("a program for Linux before", b"\x7fELF\x02\x01\x01" + bytes(57) + good, "FileKindUnknown", ()),
        ("a script before", b"#!/bin/sh\nexit\n" + good, "FileKindUnknown", ()),
        ("a page of the web before", b"<html><script>1</script></html>\n" + good, "FileKindUnknown", ()),
        ("a picture before", b"GIF89a\x01\0\x01\0\0\0\0;" + good, "FileKindUnknown", ()),
        ("a letter before", b"From: x\r\nSubject: y\r\n\r\n" + good, "FileKindUnknown", ()),
        ("words before", b"xin chao " * 20 + good, "FileKindUnknown", ()),
        ("zeros before", bytes(100) + good, "cleaned", ("EmbeddedFile",)),
        ("an archive behind", good + archive, "cleaned", ("EmbeddedFile",)),
        ("an archive behind and an end", good + archive + b"%%EOF\n", "cleaned", ("EmbeddedFile",)),
        ("a program behind", good + b"MZ" + bytes(500), "cleaned", ("EmbeddedFile",)),
        ("a page of the web behind", good + b"<html><script>1</script></html>", "cleaned", ("EmbeddedFile",)),
        ("a page of the web in a remark", Pdf().bytes(head=b"%PDF-1.7\n%<html><script>1</script>\n"), "cleaned", ("EmbeddedFile",)),
        ("a program in a remark", Pdf().bytes(head=b"%PDF-1.7\n%" + b"A" * 4000 + b"\n"), "cleaned", ("EmbeddedFile",)),
        ("many remarks", Pdf().bytes(head=b"%PDF-1.7\n" + b"%x\n" * 50), "cleaned", ("EmbeddedFile",)),
        ("bytes before the first object", Pdf().bytes(first=b"var x = 1;\n"), "cleaned", ("EmbeddedFile",)),
        ("another PDF behind", good + Pdf(root=b"/OpenAction << /S /JavaScript /JS (1) >>").bytes(), "cleaned", ()),
        ("blanks before", b"\r\n\r\n  " + good, "cleaned", ("EmbeddedFile",)),
        ("a mark of text before", b"\xef\xbb\xbf" + good, "cleaned", ("EmbeddedFile",)),
        ("no version", good.replace(b"%PDF-1.7", b"%PDF-abc"), "FileKindUnknown", ()),
        ("only a name", b"%PDF-1.7\n%%EOF\n", "FileDamaged", ()),
        ("only zeros", b"%PDF-1.7\n" + bytes(5000) + b"%%EOF\n", "FileDamaged", ()),
        ("only noise", b"%PDF-1.7\n" + bytes((n * 7919 >> 3) % 256 for n in range(20_000)) + b"%%EOF\n", "FileDamaged", ()),
    ]:
        corpus.put(name + ".pdf", data, outcome, dangers)


def signed(corpus):
    def pdf(signature=b"/ByteRange [0 10 20 30] /Contents <30030201010000000000>", root=b"", count=1, **more):
        fields = b" ".join(b"%d 0 R" % (50 + 2 * n) for n in range(count))
        objects = more.pop("objects", {})
        for n in range(count):
            objects[50 + 2 * n] = b"<< /FT /Sig /T (s%d) /V %d 0 R >>" % (n, 51 + 2 * n)
            objects[51 + 2 * n] = b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20260101120000+07'00') %s >>" % signature
        return Pdf(root=b"/AcroForm << /SigFlags 3 /Fields [ %s ] >> %s" % (fields, root), objects=objects, **more)

    script = b"/OpenAction << /S /JavaScript /JS (1) >>"
    for name, made, outcome, dangers in [
        ("signed", pdf().bytes(), "kept", ()),
        ("signed without a signature", pdf(signature=b"").bytes(), "kept", ()),
        ("signed with a link", pdf(page=b"/Annots [ %s ]" % annotation(b"/Subtype /Link /A << /S /URI /URI (http://x/) >>")).bytes(), "kept", ()),
        ("signed with a script", pdf(root=script).bytes(), "FileUnsafe", ("JavaScript",)),
        ("signed with a program", pdf(root=b"/OpenAction << /S /Launch /F (x) >>").bytes(), "FileUnsafe", ("Launch",)),
        ("signed with a file within", pdf(root=b"/Names << /EmbeddedFiles << /Names [] >> >>").bytes(), "FileUnsafe", ("EmbeddedFile",)),
        ("signed with an archive behind", pdf().bytes(tail=b"PK\x05\x06" + bytes(18)), "FileUnsafe", ("EmbeddedFile",)),
        ("signed and shifted", pdf().bytes(shift=3), "FileDamaged", ()),
        ("signed 64 times", pdf(count=64).bytes(), "kept", ()),
        ("signed 65 times", pdf(count=65).bytes(), "FileUnsafe", ()),
        ("signed over a thousand ranges", pdf(signature=b"/ByteRange [ %s ] /Contents <3000>" % (b"1 " * 1000)).bytes(), "FileUnsafe", ()),
        ("signed over absurd ranges", pdf(signature=b"/ByteRange [ -1 9223372036854775807 (x) null ] /Contents <3000>").bytes(), "kept", ()),
        ("signed with 2 MiB", pdf(signature=b"/ByteRange [0 1 2 3] /Contents <3084001FFFF0%s>" % (b"00" * 0x200000)).bytes(), "FileUnsafe", ()),
        ("signed by a field of fields", pdf(objects={}, root=b"").bytes(), "kept", ()),
    ]:
        corpus.put(name + ".pdf", made, outcome, dangers)
    form = pdf(objects={40: b"<< /FT /Tx /T (x) /V (y) >>"})
    form.root = form.root.replace(b"/Fields [ ", b"/Fields [ 40 0 R ")
    corpus.put("signed with a form.pdf", form.bytes(), "kept", ("Form",))


def png(width, height, chunks, depth=8):
    def chunk(kind, data, length=None, check=None):
        return struct.pack(">I", len(data) if length is None else length) + kind + data + struct.pack(">I", zlib.crc32(kind + data) if check is None else check)

    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 2, 0, 0, 0))
    for one in chunks:
        out += chunk(*one)
    return out


def jpeg(width, height, more=b"", tail=b"\xff\xd9"):
    frame = struct.pack(">BHHBBBBBBBBBB", 8, height, width, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1)
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + more + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + tail


def pictures(corpus):
    """Sealed as they came: nobody decodes them to take them in."""
    end = (b"IEND", b"")
    for name, data, outcome in [
        ("65k by 65k.png", png(65_535, 65_535, [(b"IDAT", zeros(1 << 30)), end]), "kept"),
        ("2 thousand million by 1.png", png(2**31 - 1, 1, [(b"IDAT", zlib.compress(b"")), end]), "kept"),
        ("nothing by nothing.png", png(0, 0, [end]), "kept"),
        ("16 million words.png", png(1, 1, [(b"zTXt", b"x\0\0" + zeros(1 << 24)), (b"IDAT", zlib.compress(b"\0\0\0\0")), end]), "kept"),
        ("a wrong sum.png", png(1, 1, [(b"IDAT", b"xx", None, 0), end]), "kept"),
        ("a wrong length.png", png(1, 1, [(b"IDAT", b"xx", 0xFFFFFFF0), end]), "kept"),
        ("no end.png", png(1, 1, [(b"IDAT", zlib.compress(bytes(4)))]) + bytes(2000), "FileTruncated"),
        ("only a head.png", png(9, 9, []), "FileTruncated"),
        ("65k by 65k.jpg", jpeg(65_535, 65_535), "kept"),
        ("nothing by nothing.jpg", jpeg(0, 0), "kept"),
        ("no end.jpg", jpeg(100, 100, tail=b""), "kept"),
        ("a long remark.jpg", jpeg(9, 9, more=(b"\xff\xfe\xff\xff" + b"x" * 65_533) * 20), "kept"),
        ("a wrong length.jpg", jpeg(9, 9, more=b"\xff\xe1\0\0"), "kept"),
        ("only a head.jpg", b"\xff\xd8\xff", "kept"),
        ("an archive in it.jpg", jpeg(9, 9) + b"PK\x03\x04" + bytes(26), "kept"),
        ("a picture of another kind.gif", b"GIF89a\xff\xff\xff\xff\0\0\0;", "FileKindUnknown"),
        ("a picture with a script.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "FileKindUnknown"),
        ("a picture of tags.tif", b"II*\0\x08\0\0\0" + b"\xff" * 100, "FileKindUnknown"),
        ("a picture of bits.bmp", b"BM" + b"\xff" * 100, "FileKindUnknown"),
        ("a picture of an apple.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "FileKindUnknown"),
    ]:
        corpus.put(name, data, outcome)


def others(corpus):
    good = Pdf().bytes()
    for name, data, outcome in [
        ("nothing.pdf", b"", "FileTruncated"), ("a zero.pdf", b"\0", "FileKindUnknown"), ("zeros.pdf", bytes(100_000), "FileKindUnknown"),
        ("a letter.docx", b"PK\x03\x04\x14\0\0\0\0\0word/document.xml", "FileKindUnknown"),
        ("a program.pdf.exe", b"MZ" + bytes(500), "FileKindUnknown"), ("a program.pdf", b"\x7fELF\x02\x01\x01" + bytes(500), "FileKindUnknown"),
        ("a page of the web.pdf", b"<!DOCTYPE html><script>1</script>", "FileKindUnknown"), ("words.txt", b"xin chao", "FileKindUnknown"),
        ("a shortcut.lnk", b"L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F", "FileKindUnknown"), ("a start.desktop", b"[Desktop Entry]\nExec=sh\n", "FileKindUnknown"),
        ("PostScript alone.pdf", b"%!PS-Adobe-3.0\n(/etc/passwd) (r) file\n%%EOF\n", "FileKindUnknown"),
        ("one byte too many.pdf", good + b"\n" * (20 * 1024 * 1024 + 1 - len(good)), "FileTooLarge"),
        ("as many bytes as may be.pdf", good + b"\n" * (20 * 1024 * 1024 - len(good)), "FileTruncated"),
    ]:
        corpus.put(name, data, outcome)


def names(corpus):
    good = Pdf().bytes()
    for name in ["..pdf", "-rf.pdf", "--help", "~", "$(touch canary).pdf", "`touch canary`.pdf", "; touch canary;.pdf", "a\nb.pdf", "a\tb.pdf", "a\rb.pdf", "\x1b[2Jb.pdf",
                 "giay\u202efdp.exe", "\u200b\u200b.pdf", "\u2066a\u2069.pdf", "..%2f..%2f..%2fetc%2fpasswd.pdf", "..\\..\\x.pdf", "C:\\x.pdf", "CON.pdf", "a" * 251 + ".pdf",
                 "%s%n%1%2.pdf", "<b>a<img src=x>.pdf", "&amp;.pdf", "'; DROP TABLE dossier;--.pdf", "\u0301\u0301\u0301.pdf", "\U0001F4A9.pdf", " .pdf", "file:x.pdf", ":a.pdf"]:
        corpus.put(name, good, "kept")
    folder = corpus.folder
    for name, target, outcome in [("a way to a folder.pdf", ".", "NotFound"), ("a way to nowhere.pdf", "nowhere", "NotFound"), ("a way to itself.pdf", "a way to itself.pdf", "NotFound"),
                                  ("a way to the passwords.pdf", "/etc/passwd", "FileKindUnknown"), ("a way to zeros without end.pdf", "/dev/zero", "NotFound"),
                                  ("a way to oneself.pdf", "/proc/self/mem", "FileUnreadable")]:
        os.symlink(target, os.path.join(folder, name))
        corpus.told(name, outcome, ())
    os.mkfifo(os.path.join(folder, "a pipe.pdf"))
    corpus.told("a pipe.pdf", "NotFound", ())
    os.mkdir(os.path.join(folder, "a folder.pdf"))
    corpus.told("a folder.pdf", "NotFound", ())
    with open(os.path.join(folder, "a terabyte of nothing.pdf"), "wb") as file:
        file.truncate(1 << 40)
    corpus.told("a terabyte of nothing.pdf", "FileTooLarge", ())


def main():
    corpus = Corpus(sys.argv[1])
    for kind in (actions, files_within, forms, locked, pages, damaged, bombs, polyglots, signed, pictures, others, names):
        kind(corpus)
    assert corpus.made >= 200


if __name__ == "__main__":
    main()
