-- SPDX-License-Identifier: GPL-3.0-or-later
-- How the machine of each desk is, as it says itself: nothing of a person, and open, so that whoever watches the server may read it. One row for each desk.
CREATE TABLE motcua.desk_health (
    login text PRIMARY KEY DEFAULT session_user,
    desk text NOT NULL CHECK (octet_length(desk) <= 64),
    told text NOT NULL CHECK (octet_length(told) <= 8192), -- motcua::DeskHealth as JSON
    clock bigint NOT NULL,                  -- of that desk, ms since 1970-01-01 UTC, when it spoke
    at bigint NOT NULL DEFAULT 0            -- of this server, likewise
);

ALTER TABLE motcua.desk_health ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_looks ON motcua.desk_health FOR SELECT USING (true);
CREATE POLICY own_health ON motcua.desk_health FOR INSERT WITH CHECK (login = session_user);
CREATE POLICY own_health_again ON motcua.desk_health FOR UPDATE USING (login = session_user) WITH CHECK (login = session_user);

-- When it spoke is the server's word, whatever the desk says of it; and no number of one desk is too large to be subtracted for all.
CREATE FUNCTION motcua.health_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.at := motcua.hall_ms();
    NEW.clock := least(greatest(NEW.clock, 0), 253402300799999);
    RETURN NEW;
END $$;
CREATE TRIGGER health_told BEFORE INSERT OR UPDATE ON motcua.desk_health FOR EACH ROW EXECUTE FUNCTION motcua.health_told();
