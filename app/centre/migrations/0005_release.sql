-- SPDX-License-Identifier: GPL-3.0-or-later
-- Releases of the program for the desks of this centre, signed by the house; only the owner of the database writes here, desks read. What is written here makes no
-- machine run anything that the house did not sign.
CREATE TABLE motcua.release (
    version text PRIMARY KEY CHECK (version ~ '^[0-9]+([.][0-9]+){1,3}$'),
    head bytea NOT NULL CHECK (octet_length(head) <= 16512), -- motcua::sync::SignedRelease::begin()
    bytes bigint NOT NULL CHECK (bytes > 0),                 -- of the package
    ring smallint CHECK (ring BETWEEN 0 AND 2),              -- up to which it may go: pilot, first, all; NULL: nobody gets it yet
    halted boolean NOT NULL DEFAULT false,
    at bigint NOT NULL DEFAULT motcua.hall_ms()              -- of this server, ms since 1970-01-01 UTC
);

CREATE TABLE motcua.release_chunk (
    version text NOT NULL REFERENCES motcua.release(version) ON DELETE CASCADE,
    at bigint NOT NULL CHECK (at >= 0),
    bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 262144),
    PRIMARY KEY (version, at)
);
ALTER TABLE motcua.release_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL; -- a package does not become smaller

-- The ring of a desk; who is in none is in the last.
CREATE TABLE motcua.release_ring (
    login text PRIMARY KEY,
    ring smallint NOT NULL CHECK (ring BETWEEN 0 AND 2)
);

-- What a person said of a release, and why: never changed.
CREATE TABLE motcua.release_word (
    no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version text NOT NULL,
    word text NOT NULL CHECK (word IN ('publish', 'pilot', 'first', 'all', 'halt', 'forget')),
    person text NOT NULL CHECK (octet_length(person) <= 64), -- id of the person in the journal
    reason text NOT NULL CHECK (octet_length(reason) <= 2000),
    login text NOT NULL DEFAULT session_user,
    at bigint NOT NULL DEFAULT motcua.hall_ms()
);
