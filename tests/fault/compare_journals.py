#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the journal of a desk against that of its portal, with nothing of the program that wrote them: two exports, Python, and `openssl`.

Usage: compare_journals.py DESK.mcj PORTAL.mcj [--judged FILE] [--behind N]
Both are verified first (tests/verify/verify_export.py). Then every log the desk holds must be the portal's to the last byte and of the same
length; the portal may hold logs of other desks besides. With --behind N up to N entries at the end of a log may be on one side alone, for
stores in which the export itself left a trace. With --judged (resources/portal/verdicts.json; the exports need their payloads) the
portal must have said once, and no more, what it makes of each entry of a kind named there, and the desk must have heard it.

Ends with 0 when they are alike, with 1 and a sentence for each difference when they are not."""
import json, os, sys

sys.dont_write_bytecode = True

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "verify"))
import verify_export

VERDICTS = (b"portal.accepted", b"portal.refused")
ENROLLED = b"desk.enrolled"


def compared(desk, portal, behind):
    """The differences between the logs both should hold alike, as sentences."""
    for origin in sorted(desk.keys() | portal.keys()):
        here, there = desk.get(origin, []), portal.get(origin, [])
        name = "log " + origin.hex()
        if not here:
            continue  # of another desk, and given to this one by nobody
        if abs(len(here) - len(there)) > behind:
            yield "%s: the desk has %d entries, the portal %d" % (name, len(here), len(there))
        for seq, (ours, theirs) in enumerate(zip(here, there), 1):
            if ours[0] != theirs[0]:
                yield "%s: entry %d is another one at the portal" % (name, seq)
                break
            if ours[2] is not None and theirs[2] is not None and ours[2] != theirs[2]:
                yield "%s: entry %d says something else at the portal" % (name, seq)


def portals_own(portal):
    """The log in which desks are enrolled: the portal's own."""
    own = [origin for origin, log in portal.items() if any(fields["kind"] == ENROLLED for _, fields, _ in log)]
    verify_export.need(len(own) == 1, "%d logs enrol desks, and one should be the portal's" % len(own))
    return own[0]


def judged(desk, portal, kinds):
    """What is wrong with the portal's verdicts: one that is missing, given twice, or of an entry there is not."""
    own, said = portals_own(portal), {}
    for _, fields, payload in portal[own]:
        if fields["kind"] in VERDICTS:
            verify_export.need(payload is not None, "an export without payloads tells no verdicts")
            entry = json.loads(payload)["entry"]
            said[entry] = said.get(entry, 0) + 1
    entries = {}
    for origin, log in portal.items():
        if origin != own:
            entries.update({text(fields["id"]): fields for _, fields, _ in log})
    for entry, times in sorted(said.items()):
        if entry not in entries:
            yield "a verdict of an entry that nobody has: " + entry
        if times > 1:
            yield "%d verdicts of one entry: %s" % (times, entry)
    for entry, fields in sorted(entries.items()):
        if fields["kind"] in kinds and entry not in said:
            yield "no verdict of %s, a %s" % (entry, fields["kind"].decode())
    heard = sum(fields["kind"] in VERDICTS for _, fields, _ in desk.get(own, []))
    told = sum(fields["kind"] in VERDICTS for _, fields, _ in portal[own])
    if heard != told:
        yield "the desk heard %d verdicts of %d" % (heard, told)


def text(id_bytes):
    """An id as payloads write it."""
    digits = id_bytes.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def main(arguments):
    rules, behind = None, 0
    if "--behind" in arguments:
        at = arguments.index("--behind")
        behind = int(arguments[at + 1])
        del arguments[at:at + 2]
    if "--judged" in arguments:
        at = arguments.index("--judged")
        with open(arguments[at + 1], encoding="utf-8") as file:
            rules = {rule["kind"].encode() for rule in json.load(file)["kinds"]}
        del arguments[at:at + 2]
    desk, portal = (verify_export.main(path, False) for path in arguments)
    differences = list(compared(desk, portal, behind))
    if rules is not None:
        differences += judged(desk, portal, rules)
    for difference in differences:
        print("DIFFERENT: " + difference)
    if differences:
        return 1
    print("alike: %d logs, %d entries" % (len(desk), sum(len(log) for log in desk.values())))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (IndexError, OSError, ValueError, TypeError, KeyError) as error:
        sys.exit("NOT COMPARED: %s" % error)
