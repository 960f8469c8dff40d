-- SPDX-License-Identifier: GPL-3.0-or-later
-- What desks ask of whoever leads the hall, and what they tell everybody in it, as the journal folds it.
CREATE TABLE p_help (
    no INTEGER PRIMARY KEY,                -- of its subject
    at INTEGER NOT NULL,                   -- ms since 1970-01-01 UTC
    open INTEGER NOT NULL,                 -- 1 while nobody has ended it
    fold BLOB NOT NULL                     -- JSON of the folded call
) STRICT;
CREATE INDEX p_help_open ON p_help(at, no) WHERE open = 1;
CREATE TABLE p_notice (
    no INTEGER PRIMARY KEY,                -- of its subject
    at INTEGER NOT NULL,                   -- ms since 1970-01-01 UTC
    until INTEGER NOT NULL,                -- the first ms at which it is told no more
    fold BLOB NOT NULL                     -- JSON of the folded notice
) STRICT;
CREATE INDEX p_notice_until ON p_notice(until, no);
