-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the portal said of what was written here, beside the dossiers: most rows of those lists are never asked for it.
CREATE TABLE p_verdict (
    no INTEGER NOT NULL,                   -- of the subject
    entry BLOB NOT NULL,                   -- id of the entry judged
    place INTEGER NOT NULL,                -- where that entry stands in j_entry; 0 while it is not here
    state INTEGER NOT NULL,                -- 1 accepted, 2 refused, 3 refused and put right since
    at INTEGER NOT NULL,                   -- when the portal judged, ms since 1970-01-01 UTC
    number TEXT NOT NULL,                  -- the portal's own number of the dossier, given with this answer; or empty
    code TEXT NOT NULL,                    -- of a refusal, such as missingField
    fault TEXT NOT NULL,                   -- network, portal, data, desk; or empty
    fields TEXT NOT NULL,                  -- JSON list of texts
    text TEXT NOT NULL,
    PRIMARY KEY (no, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX p_verdict_refused ON p_verdict(place) WHERE state = 2; -- what stands of it, counted and paged without reading a row

CREATE TABLE p_portal (
    no INTEGER PRIMARY KEY,                -- of the dossier; no row before a portal has it
    number TEXT NOT NULL,                  -- the portal's own number, in capitals as it is searched; empty when it gave none
    accepted_at INTEGER NOT NULL           -- since when it has the dossier, ms since 1970-01-01 UTC; 0 while it has not
) STRICT;
CREATE INDEX p_portal_number ON p_portal(number) WHERE number <> '';
