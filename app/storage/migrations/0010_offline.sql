-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work without the portal: money that was to come by transfer and of which nobody has heard, and when the portal could not be reached.
ALTER TABLE p_dossier ADD COLUMN unconfirmed INTEGER NOT NULL DEFAULT 0; -- 1 while such a fee waits
CREATE INDEX p_dossier_unconfirmed ON p_dossier(received_at) WHERE unconfirmed = 1;
CREATE TABLE p_payment (                   -- what is said to have come, by whom: one that is told again is known
    reference TEXT NOT NULL,
    source TEXT NOT NULL,
    dossier INTEGER NOT NULL,
    amount INTEGER NOT NULL,               -- đồng, of all its fees
    PRIMARY KEY (reference, source, dossier)
) STRICT, WITHOUT ROWID;
CREATE INDEX j_entry_offline ON j_entry(place) WHERE kind = 'offline.decided'; -- the last one
CREATE INDEX j_entry_system ON j_entry(place) WHERE kind IN ('system.admitted', 'system.removed'); -- who may bring in what

-- This machine's own: who was served meanwhile is told of the journal, not of this.
CREATE TABLE l_outage (
    began_at INTEGER PRIMARY KEY,          -- ms since 1970-01-01 UTC
    ended_at INTEGER NOT NULL,             -- 0 while it lasts
    seen_at INTEGER NOT NULL               -- when somebody went through what it left behind; 0 before
) STRICT;
