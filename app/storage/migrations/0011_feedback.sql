-- SPDX-License-Identifier: GPL-3.0-or-later
-- What citizens say of how they were served, as the journal folds it.
CREATE TABLE p_feedback (
    no INTEGER PRIMARY KEY,                -- of its subject
    day INTEGER NOT NULL,                  -- Julian day it was given on, in Vietnam
    at INTEGER NOT NULL,                   -- ms since 1970-01-01 UTC
    score INTEGER NOT NULL,                -- 1 to 5; 0 when none was given
    open INTEGER NOT NULL,                 -- 1 while somebody has to answer it
    fold BLOB NOT NULL                     -- JSON of the folded feedback
) STRICT;
CREATE INDEX p_feedback_day ON p_feedback(day, score);
CREATE INDEX p_feedback_at ON p_feedback(at, no);
CREATE INDEX p_feedback_open ON p_feedback(at, no) WHERE open = 1;
