-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal as it was signed. Headers hold no personal data; payloads and files are sealed before they come here, and the key is not here.
CREATE TABLE motcua.house (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    id uuid NOT NULL,
    training boolean NOT NULL,
    shared boolean NOT NULL,                -- the desks of a centre write here, each its own log; else one gateway
    epoch bigint NOT NULL DEFAULT 1,        -- counts who wrote: what an earlier one still sends is refused
    base bytea,                             -- an encrypted back-up without a journal: keys, settings, who may open it
    base_hash bytea,
    base_at timestamptz
);

CREATE TABLE motcua.origin (
    no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    origin uuid NOT NULL UNIQUE,
    public_key bytea NOT NULL,              -- Ed25519, 32 bytes
    contiguous bigint NOT NULL DEFAULT 0    -- up to here nothing is missing
);

CREATE TABLE motcua.entry (
    origin bigint NOT NULL REFERENCES motcua.origin(no),
    seq bigint NOT NULL,
    header bytea NOT NULL,
    payload bytea,                          -- AES-256-GCM over salt and payload; none: header only, or purged
    purged boolean NOT NULL DEFAULT false,  -- it was here and was erased: no copy of it comes back
    PRIMARY KEY (origin, seq)
);

CREATE TABLE motcua.head (                  -- what the owner of a log signed: the chain of hashes binds what is before it
    origin bigint NOT NULL REFERENCES motcua.origin(no),
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    signature bytea NOT NULL,
    PRIMARY KEY (origin, seq)
);

CREATE TABLE motcua.fork (                  -- what the owner of a log signed for other entries than those that are here: two machines write it
    origin uuid PRIMARY KEY,                -- the first one is kept
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    signature bytea NOT NULL
);

CREATE TABLE motcua.chunk (                 -- of files, as entries name them; they have as much as lies here without a gap
    name bytea NOT NULL,                    -- 32 bytes
    at bigint NOT NULL,                     -- of its sealed bytes
    bytes bytea NOT NULL,
    PRIMARY KEY (name, at)
);
ALTER TABLE motcua.entry ALTER COLUMN payload SET STORAGE EXTERNAL;  -- sealed bytes do not get smaller
ALTER TABLE motcua.chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Who may write says so by its rights; what they may make of a row, by these.
CREATE FUNCTION motcua.payload_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.payload IS NOT NULL AND (OLD.payload IS NOT NULL OR OLD.purged) THEN
        RAISE EXCEPTION 'a payload is added or erased, and never another' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payload_stays BEFORE UPDATE OF payload ON motcua.entry FOR EACH ROW EXECUTE FUNCTION motcua.payload_stays();

CREATE FUNCTION motcua.log_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.contiguous < OLD.contiguous
        OR (NEW.contiguous > OLD.contiguous
            AND (NOT EXISTS (SELECT 1 FROM motcua.entry WHERE origin = NEW.no AND seq = NEW.contiguous)
                OR (SELECT count(*) FROM motcua.entry WHERE origin = NEW.no AND seq > OLD.contiguous AND seq <= NEW.contiguous) <> NEW.contiguous - OLD.contiguous)) THEN
        RAISE EXCEPTION 'a log grows by what is there' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER log_grows BEFORE UPDATE OF contiguous ON motcua.origin FOR EACH ROW EXECUTE FUNCTION motcua.log_grows();
