-- SPDX-License-Identifier: GPL-3.0-or-later
-- The waiting hall: tickets and shifts as the journal folds them.
CREATE TABLE p_ticket (
    no INTEGER PRIMARY KEY,                -- of its subject
    day INTEGER NOT NULL,                  -- Julian day of its issue in Vietnam
    number TEXT NOT NULL,                  -- A013
    count INTEGER NOT NULL,                -- of the day within the letter it was issued for
    letter TEXT NOT NULL,                  -- of the service group it is for now
    state INTEGER NOT NULL,                -- TicketState
    rank INTEGER NOT NULL,                 -- by which tickets are called, the lowest first: ms since 1970-01-01 UTC
    since INTEGER NOT NULL,                -- in this state since, ms since 1970-01-01 UTC
    person BLOB,                           -- who called it, serves it or put it on hold
    fold BLOB NOT NULL                     -- JSON of the folded ticket
) STRICT;
CREATE INDEX p_ticket_live ON p_ticket(day, rank) WHERE state < 6;
CREATE INDEX p_ticket_day ON p_ticket(day, number);
CREATE INDEX p_ticket_person ON p_ticket(person, state) WHERE person IS NOT NULL;

CREATE TABLE p_shift (
    no INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,                  -- Julian day it was opened on, in Vietnam
    person BLOB NOT NULL,
    desk TEXT NOT NULL,                    -- organisation code/desk number
    state INTEGER NOT NULL,                -- ShiftState
    fold BLOB NOT NULL                     -- JSON of the folded shift
) STRICT;
CREATE INDEX p_shift_day ON p_shift(day);
CREATE INDEX p_shift_open ON p_shift(person) WHERE state < 4;

-- What the desk must know of a citizen who waits, such as that they do not hear: only here, and only for the day.
CREATE TABLE l_need (
    ticket BLOB PRIMARY KEY,
    day INTEGER NOT NULL,                  -- Julian day of its issue in Vietnam
    needs TEXT NOT NULL                    -- ids of HallRules, one a line
) STRICT, WITHOUT ROWID;
