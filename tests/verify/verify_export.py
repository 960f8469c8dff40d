#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies a journal export (.mcj) with nothing of the program that wrote it: Python's standard library and `openssl`.

Written from ARCHITECTURE.md, "The journal on paper". Usage: verify_export.py FILE [--signed], where every log must be signed."""
import base64, hashlib, json, os, pathlib, re, subprocess, sys, tempfile

def need(condition, sentence):
    if not condition:
        sys.exit("NOT VERIFIED: " + sentence)

class Bytes:
    def __init__(self, data):
        self.data, self.at = data, 0
    def take(self, size):
        need(self.at + size <= len(self.data), "the bytes end too early at offset %d" % len(self.data))
        self.at += size
        return self.data[self.at - size:self.at]
    def number(self, size):
        return int.from_bytes(self.take(size), "big")

LAYOUT = [("flags", 2, 2), ("origin", 16, 16), ("seq", 8, 8), ("previous", 32, 32), ("id", 16, 16), ("time", 8, 8),
          ("receipt", 8, 8), ("actor", 17, 17), ("desk", 0, 64), ("visit", 16, 16), ("subject", 16, 16), ("kind", 1, 64),
          ("version", 2, 2), ("basis", 0, 1536), ("payloadHash", 32, 32)]

def header(data, where):
    source, f = Bytes(data), {}
    need(source.take(4) == b"MCJ1", where + ": not a header")
    for name, least, most in LAYOUT:
        size = source.number(2)
        need(least <= size <= most, "%s: field %s has %d bytes" % (where, name, size))
        f[name] = source.take(size)
        if name in ("flags", "seq", "version"):
            f[name] = int.from_bytes(f[name], "big")
    need(source.at == len(data), where + ": bytes after the header")
    keys = [f["basis"][i:i + 24] for i in range(0, len(f["basis"]), 24)]
    seqs = [int.from_bytes(key[16:], "big") for key in keys]
    need(f["flags"] < 2 and 1 <= f["seq"] < 2**63 and f["version"] > 0, where + ": a number outside its range")
    need(bytes(16) not in (f["origin"], f["id"], f["subject"]), where + ": without origin, id or subject")
    need(1 <= f["actor"][0] <= 3 and re.fullmatch(rb"[A-Za-z0-9.]+", f["kind"]), where + ": an actor or kind there is not")
    need(b"\0" not in f["desk"] and f["desk"].decode("utf-8", "replace").encode() == f["desk"], where + ": a desk that is no text")
    need(len(f["basis"]) % 24 == 0 and all(a < b for a, b in zip(keys, keys[1:])), where + ": a basis that does not ascend")
    need(all(key[:16] != bytes(16) and 1 <= seq < 2**63 and (key[:16] != f["origin"] or seq < f["seq"])
             for key, seq in zip(keys, seqs)), where + ": a basis naming no entry, itself or what follows")
    return f

def signed_by(key, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ("key.der", "message", "signature")]
        for name, data in zip(names, (bytes.fromhex("302a300506032b6570032100") + key, message, signature)):
            pathlib.Path(name).write_bytes(data)
        return subprocess.run(["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", names[0],
                               "-in", names[1], "-sigfile", names[2]], capture_output=True).returncode == 0

def main(path, must_be_signed):
    source = Bytes(pathlib.Path(path).read_bytes())
    need(source.take(8) == b"MCJX0001", "this is no journal export")
    heads, keys, logs, entries, bare, unsigned = [], {}, {}, 0, 0, 0
    while (mark := source.take(1)) == b"E":
        entries, data = entries + 1, source.take(source.number(2))
        fields = header(data, "entry %d" % entries)
        origin, seq = fields["origin"], fields["seq"]
        where = "entry %d of %s" % (seq, origin.hex())
        if not heads or heads[-1][0] != origin:
            need(not heads or heads[-1][0] < origin, where + ": origins do not ascend")
            heads.append((origin, 0, bytes(32)))
        need(seq == heads[-1][1] + 1, where + ": entries are missing or repeated before it")
        need(fields["previous"] == heads[-1][2], where + ": it follows something else than what stands before it")
        heads[-1] = (origin, seq, hashlib.sha256(data).digest())
        presence, payload = source.number(1), None
        need(1 <= presence <= 4, where + ": a payload of unknown presence")
        bare += presence != 1
        if presence == 1:
            salt, payload = source.take(16), source.take(source.number(4))
            need(len(payload) <= 2**20, where + ": a payload over 1 MiB")
            need(hashlib.sha256(salt + payload).digest() == fields["payloadHash"], where + ": the payload is not the one hashed")
            if fields["kind"] == b"origin.started" and "publicKey" in (started := json.loads(payload)):
                keys[origin] = base64.b64decode(started["publicKey"])
        logs.setdefault(origin, []).append((data, fields, payload))
    need(mark == b"T", "neither an entry nor the trailer at offset %d" % (source.at - 1))
    need(source.number(2) == len(heads), "the trailer names another number of logs")
    for origin, seq, digest in heads:
        where = "log of " + origin.hex()
        need((source.take(16), source.number(8), source.take(32)) == (origin, seq, digest), where + ": it ends elsewhere")
        key, signature = source.take(source.number(1)), source.take(source.number(1))
        unsigned += not key
        if key or signature:
            need(len(key) == 32 and len(signature) == 64, where + ": key or signature of a wrong size")
            need(keys.get(origin, key) == key, where + ": signed with another key than its first entry names")
            message = b"motcua head v1\0\0" + origin + seq.to_bytes(8, "big") + digest
            need(signed_by(key, message, signature), where + ": the signature does not fit")
    need(not (must_be_signed and unsigned), "%d logs are not signed" % unsigned)
    need(source.take(32) == hashlib.sha256(source.data[:source.at - 32]).digest(), "the export's bytes were changed")
    need(source.at == len(source.data), "bytes after the end of the export")
    print("verified: %d logs, %d entries, %d without payload, %d logs unsigned" % (len(heads), entries, bare, unsigned))
    return logs

if __name__ == "__main__":
    try:
        main(sys.argv[1], "--signed" in sys.argv[2:])
    except (IndexError, OSError, ValueError, TypeError, KeyError) as error:
        sys.exit("NOT VERIFIED: %s" % error)
