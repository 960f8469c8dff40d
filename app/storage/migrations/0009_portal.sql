-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a portal asks of its store; at a desk there is nothing of it. Its desks are looked up at every question one of them asks.
CREATE INDEX j_entry_desk ON j_entry(subject, time) WHERE kind IN ('desk.invited', 'desk.enrolled', 'desk.revoked');
CREATE INDEX j_entry_accepted ON j_entry(place) WHERE kind = 'portal.accepted'; -- the last number that was given

-- How far the logs were gone through for what is to be judged. Saves looking, and decides nothing: what was judged stands in the journal.
CREATE TABLE l_judged (
    log INTEGER PRIMARY KEY,               -- of j_origin
    seq INTEGER NOT NULL                   -- up to here
) STRICT;
CREATE TABLE l_unjudged (place INTEGER PRIMARY KEY) STRICT; -- gone by, since the payload had not come
