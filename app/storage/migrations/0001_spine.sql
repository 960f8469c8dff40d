-- SPDX-License-Identifier: GPL-3.0-or-later
-- j_ the journal: never changed, never deleted, but for the payloads that are purged.
CREATE TABLE j_origin (
    no INTEGER PRIMARY KEY,
    origin BLOB NOT NULL UNIQUE,
    own INTEGER NOT NULL DEFAULT 0,        -- 1 for the log this store writes
    forked INTEGER NOT NULL DEFAULT 0,     -- 1 once two entries claimed one place: a cloned disk
    public_key BLOB,                       -- Ed25519, 32 bytes, when known
    contiguous INTEGER NOT NULL DEFAULT 0, -- nothing is missing up to here
    head INTEGER NOT NULL DEFAULT 0,       -- the highest place held
    head_hash BLOB,                        -- of the entry at head
    clock INTEGER NOT NULL DEFAULT 0       -- own log only: the latest hybrid time seen in any entry
) STRICT;

CREATE TABLE j_subject (
    no INTEGER PRIMARY KEY,
    subject BLOB NOT NULL UNIQUE,
    type INTEGER NOT NULL DEFAULT 0        -- 0 not known yet, 1 dossier, 2 person, 3 origin
) STRICT;

-- place = origin number * 2^40 + seq: one B-tree holds each log in order, without a second index.
CREATE TABLE j_entry (
    place INTEGER PRIMARY KEY,
    subject INTEGER NOT NULL REFERENCES j_subject(no),
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    time INTEGER NOT NULL,                 -- hybrid time, packed
    header BLOB NOT NULL,
    salt BLOB,
    payload BLOB
) STRICT;
CREATE UNIQUE INDEX j_entry_id ON j_entry(id);
CREATE INDEX j_entry_subject ON j_entry(subject);

-- p_ what the journal folds to: may be thrown away and made anew at any time.
CREATE TABLE p_dossier (
    no INTEGER PRIMARY KEY,                -- of its subject
    received_at INTEGER NOT NULL,          -- ms since 1970-01-01 UTC; 0 when unknown
    due_at INTEGER NOT NULL,               -- 0 without a promise
    status INTEGER NOT NULL,               -- national number; 0 when unknown
    open INTEGER NOT NULL,                 -- 1 while something may still follow
    conflict INTEGER NOT NULL,
    code TEXT NOT NULL,
    procedure TEXT NOT NULL,
    procedure_name TEXT NOT NULL,
    unit TEXT NOT NULL,
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
CREATE INDEX p_dossier_conflict ON p_dossier(received_at) WHERE conflict = 1;
CREATE INDEX p_dossier_code ON p_dossier(code) WHERE code <> '';
CREATE INDEX p_dossier_personal_number ON p_dossier(personal_number) WHERE personal_number <> '';
CREATE INDEX p_dossier_phone ON p_dossier(phone) WHERE phone <> '';

CREATE VIRTUAL TABLE p_name USING fts5(
    pairs, content='', contentless_delete=1, detail=none,
    prefix='1 2 3 4 5 6 7 8 9 10 11', tokenize="ascii tokenchars '_'");

CREATE TABLE p_staff (
    no INTEGER PRIMARY KEY,
    state BLOB NOT NULL,                   -- JSON of the folded person
    heads BLOB NOT NULL                    -- keys of 24 bytes, ascending
) STRICT;

CREATE TABLE p_origin (
    no INTEGER PRIMARY KEY,
    settings BLOB NOT NULL,                -- JSON of the unit's settings
    heads BLOB NOT NULL
) STRICT;

CREATE TABLE p_number (                    -- which numbers of a day are taken, and by which dossier
    unit TEXT NOT NULL,
    day INTEGER NOT NULL,                  -- Julian day of the receipt in Vietnam
    number INTEGER NOT NULL,
    dossier INTEGER NOT NULL,
    PRIMARY KEY (unit, day, number, dossier)
) STRICT, WITHOUT ROWID;

CREATE TABLE p_day (                       -- figures by day of receipt; rows of 0 do not exist
    day INTEGER NOT NULL,
    unit TEXT NOT NULL,
    desk INTEGER NOT NULL,
    procedure TEXT NOT NULL,
    status INTEGER NOT NULL,
    dossiers INTEGER NOT NULL,
    PRIMARY KEY (day, unit, desk, procedure, status)
) STRICT, WITHOUT ROWID;

CREATE TABLE p_total (                     -- the same over all days, for the counts beside the lists
    status INTEGER NOT NULL,
    open INTEGER NOT NULL,
    dossiers INTEGER NOT NULL,
    PRIMARY KEY (status, open)
) STRICT, WITHOUT ROWID;

CREATE TABLE p_attachment (
    name BLOB NOT NULL,
    dossier INTEGER NOT NULL,
    PRIMARY KEY (name, dossier)
) STRICT, WITHOUT ROWID;

-- l_ this machine's own working state: never shipped, never rebuilt.
CREATE TABLE l_setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE l_draft (
    id BLOB PRIMARY KEY,
    person BLOB NOT NULL,
    visit BLOB NOT NULL,
    procedure TEXT NOT NULL,
    edition TEXT NOT NULL,
    form BLOB NOT NULL,
    updated INTEGER NOT NULL               -- ms since 1970-01-01 UTC
) STRICT, WITHOUT ROWID;

CREATE TABLE l_open (part TEXT PRIMARY KEY, state BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE l_origin_key (origin BLOB PRIMARY KEY, seed BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE l_number_floor (
    unit TEXT NOT NULL,
    day INTEGER NOT NULL,
    number INTEGER NOT NULL,               -- up to here the numbers of the day count as taken
    PRIMARY KEY (unit, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE l_peer_vector (peer TEXT PRIMARY KEY, vector BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE l_transfer (
    peer TEXT NOT NULL,
    name TEXT NOT NULL,                    -- of the attachment or batch under way
    state BLOB NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (peer, name)
) STRICT, WITHOUT ROWID;
