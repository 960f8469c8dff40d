-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the owners of other logs signed, as it came with their entries: a stretch that is relayed is believed by it.
CREATE TABLE j_head (
    origin INTEGER NOT NULL REFERENCES j_origin(no),
    seq INTEGER NOT NULL,                  -- of the last entry the signature covers; the chain binds those before it
    hash BLOB NOT NULL,                    -- of that entry's header
    signature BLOB NOT NULL,               -- Ed25519, 64 bytes, by the key of j_origin.public_key
    PRIMARY KEY (origin, seq)
) STRICT, WITHOUT ROWID;
