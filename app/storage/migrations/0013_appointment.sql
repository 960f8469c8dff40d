-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is to come at which time, as the journal folds it.
CREATE TABLE p_appointment (
    no INTEGER PRIMARY KEY,                -- of its subject
    at INTEGER NOT NULL,                   -- when they are to come, ms since 1970-01-01 UTC
    code TEXT NOT NULL,                    -- six digits
    letter TEXT NOT NULL,                  -- of the service group
    state INTEGER NOT NULL,                -- motcua::AppointmentState
    ticket BLOB,                           -- its id, once they came
    origin BLOB NOT NULL,                  -- of the log it was booked in
    fold BLOB NOT NULL                     -- JSON of the folded appointment
) STRICT;
CREATE INDEX p_appointment_at ON p_appointment(at, no);
CREATE INDEX p_appointment_code ON p_appointment(code, at);
