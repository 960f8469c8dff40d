-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the nine lists and the figures of what was finished ask for. The table is made anew by the fold, so nothing of it is carried over;
-- the state stays its last column, because what stands behind it would be read through all of it.
DROP TABLE p_dossier;
CREATE TABLE p_dossier (
    no INTEGER PRIMARY KEY,                -- of its subject
    received_at INTEGER NOT NULL,          -- ms since 1970-01-01 UTC; 0 when unknown
    due_at INTEGER NOT NULL,               -- 0 without a promise
    status INTEGER NOT NULL,               -- national number; 0 when unknown
    open INTEGER NOT NULL,                 -- 1 while something may still follow
    conflict INTEGER NOT NULL,
    channel INTEGER NOT NULL,              -- 1 direct, 2 online, 3 post; 0 when unknown
    held INTEGER NOT NULL,                 -- originals kept for comparison and not given back yet
    digitised INTEGER NOT NULL,            -- 1 when every paper that was met has its scan, or none was met
    finished_at INTEGER NOT NULL,          -- ms since 1970-01-01 UTC of the end of its time; 0 while it runs
    outcome INTEGER NOT NULL,              -- 0 none, 1 early, 2 on time, 3 late, by the legal date
    code TEXT NOT NULL,
    procedure TEXT NOT NULL,
    procedure_name TEXT NOT NULL,
    unit TEXT NOT NULL,
    competent_unit TEXT NOT NULL,          -- that decides; the same unless the dossier crossed a boundary
    desk INTEGER NOT NULL,                 -- number of the desk that received it; 0 when unknown
    name TEXT NOT NULL,                    -- as typed
    name_key TEXT NOT NULL,                -- folded names, one a line
    personal_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    state BLOB NOT NULL                    -- the folded dossier: JSON, deflated (32-bit length, zlib)
) STRICT;
CREATE INDEX p_dossier_received ON p_dossier(received_at);
CREATE INDEX p_dossier_open ON p_dossier(received_at) WHERE open = 1;
CREATE INDEX p_dossier_status ON p_dossier(status, received_at);
CREATE INDEX p_dossier_due ON p_dossier(due_at) WHERE open = 1 AND due_at > 0;
CREATE INDEX p_dossier_online ON p_dossier(received_at) WHERE open = 1 AND channel = 2 AND status = 1;
CREATE INDEX p_dossier_post ON p_dossier(received_at) WHERE open = 1 AND channel = 3 AND status IN (1, 2);
CREATE INDEX p_dossier_ready ON p_dossier(due_at) WHERE status = 9;
CREATE INDEX p_dossier_unscanned ON p_dossier(received_at) WHERE open = 1 AND digitised = 0;
CREATE INDEX p_dossier_held ON p_dossier(received_at, no, held) WHERE held > 0; -- counted without reading a row
CREATE INDEX p_dossier_conflict ON p_dossier(received_at) WHERE conflict = 1;
CREATE INDEX p_dossier_code ON p_dossier(code) WHERE code <> '';
CREATE INDEX p_dossier_personal_number ON p_dossier(personal_number) WHERE personal_number <> '';
CREATE INDEX p_dossier_phone ON p_dossier(phone) WHERE phone <> '';

CREATE TABLE p_outcome (                   -- figures by day of finishing; rows of 0 do not exist
    day INTEGER NOT NULL,                  -- Julian day of the end in Vietnam
    unit TEXT NOT NULL,
    desk INTEGER NOT NULL,
    procedure TEXT NOT NULL,
    outcome INTEGER NOT NULL,              -- 1 early, 2 on time, 3 late
    dossiers INTEGER NOT NULL,
    PRIMARY KEY (day, unit, desk, procedure, outcome)
) STRICT, WITHOUT ROWID;
