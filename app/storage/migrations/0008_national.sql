-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the gateway of a province told the national system; empty at a desk. What is left to be told follows from it and the dossiers.
CREATE TABLE l_national (
    no INTEGER PRIMARY KEY,                -- of the dossier's subject
    state INTEGER NOT NULL,                -- 0 nothing is left to tell, 1 something may be, 2 set aside until something new is written
    version INTEGER NOT NULL,              -- counts what was written about the dossier since
    due_at INTEGER NOT NULL,               -- not before, ms since 1970-01-01 UTC
    tries INTEGER NOT NULL,                -- in a row that came to nothing
    doubt BLOB NOT NULL,                   -- what was sent and not heard of yet: empty, nothing; 32 bytes, that record; else the key of that step
    unsure INTEGER NOT NULL,               -- 1: more of it may have been told than is written here, by a store before this one
    record BLOB NOT NULL,                  -- SHA-256 of the record as last told; empty before the first
    code TEXT NOT NULL,                    -- of set aside: why, such as missingField or a national code
    fields TEXT NOT NULL,                  -- likewise, JSON list of national names
    text TEXT NOT NULL                     -- likewise, in the words of the national system
) STRICT;
CREATE INDEX l_national_due ON l_national(due_at, no) WHERE state = 1;
CREATE INDEX l_national_aside ON l_national(no) WHERE state = 2;

CREATE TABLE l_national_step (             -- the steps that were told
    no INTEGER NOT NULL,                   -- of the dossier's subject
    entry BLOB NOT NULL,                   -- key of the entry of the step: origin 16, seq 8
    at INTEGER NOT NULL,                   -- when, ms since 1970-01-01 UTC
    PRIMARY KEY (no, entry)
) STRICT, WITHOUT ROWID;
