-- SPDX-License-Identifier: GPL-3.0-or-later
-- The waiting hall of a centre: who has which number, decided here and nowhere else. What was said of a ticket is sealed; numbers, desks and officers are
-- not, and nothing here tells of a citizen. Days are Julian day numbers of Vietnam, moments ms since 1970-01-01 UTC by this server's clock.
CREATE FUNCTION motcua.hall_ms() RETURNS bigint LANGUAGE sql VOLATILE AS $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;
CREATE FUNCTION motcua.hall_day() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT floor((extract(epoch FROM now()) + 25200) / 86400)::bigint + 2440588 $$;

CREATE TABLE motcua.hall_counter (
    day bigint NOT NULL,
    letter text NOT NULL,
    last bigint NOT NULL,
    PRIMARY KEY (day, letter)
);

CREATE TABLE motcua.hall_ticket (           -- as its last step left it, so that a claim is one statement
    id uuid PRIMARY KEY,
    day bigint NOT NULL,
    number text NOT NULL,
    state smallint NOT NULL,                -- motcua::TicketState
    version bigint NOT NULL,                -- counts its steps; the issue is the first
    person uuid,                            -- who called or serves them
    needs bytea,                            -- sealed, and gone with the day
    UNIQUE (day, number)
);
CREATE INDEX hall_ticket_live ON motcua.hall_ticket(day) WHERE state < 6;
CREATE UNIQUE INDEX hall_in_hand ON motcua.hall_ticket(person, day) WHERE state IN (2, 3);  -- an officer has one citizen at a time

CREATE TABLE motcua.hall_step (             -- everything that happened, as the desk writes it into its journal
    request uuid PRIMARY KEY,               -- the id of that entry: asked for twice, it happens once
    ticket uuid NOT NULL REFERENCES motcua.hall_ticket(id) ON DELETE CASCADE,
    version bigint NOT NULL,
    day bigint NOT NULL,                    -- of the ticket
    issue boolean NOT NULL,
    origin uuid NOT NULL,                   -- the log of the desk
    login text NOT NULL DEFAULT session_user,
    person uuid NOT NULL,
    device boolean NOT NULL,                -- that is no person
    desk text NOT NULL,
    at bigint NOT NULL,
    body bytea NOT NULL,                    -- sealed
    tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
    UNIQUE (ticket, version)
);
CREATE INDEX hall_step_tx ON motcua.hall_step(day, tx);
CREATE INDEX hall_step_origin ON motcua.hall_step(origin, day);

CREATE TABLE motcua.hall_desk (             -- what each desk is doing, as it says itself
    login text PRIMARY KEY DEFAULT session_user,
    desk text NOT NULL,
    serves text NOT NULL,                   -- letters of groups; empty: all
    person uuid NOT NULL,
    state smallint NOT NULL,                -- motcua::ShiftState
    since bigint NOT NULL,
    until bigint NOT NULL,                  -- of a break; 0: not said
    at bigint NOT NULL
);

ALTER TABLE motcua.hall_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_looks ON motcua.hall_step FOR SELECT USING (true);
CREATE POLICY own_steps ON motcua.hall_step FOR INSERT WITH CHECK (login = session_user);
ALTER TABLE motcua.hall_desk ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_looks ON motcua.hall_desk FOR SELECT USING (true);
CREATE POLICY own_desk ON motcua.hall_desk FOR INSERT WITH CHECK (login = session_user);
CREATE POLICY own_desk_again ON motcua.hall_desk FOR UPDATE USING (login = session_user) WITH CHECK (login = session_user);

CREATE FUNCTION motcua.hall_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version < OLD.version OR (NEW.version = OLD.version AND (NEW.state <> OLD.state OR NEW.person IS DISTINCT FROM OLD.person)) THEN
        RAISE EXCEPTION 'a ticket goes on, and never back' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER hall_goes_on BEFORE UPDATE OF version, state, person ON motcua.hall_ticket FOR EACH ROW EXECUTE FUNCTION motcua.hall_goes_on();

-- What citizens told of themselves goes with the day; what is over goes after two, when every desk has it in its journal, and whatever is left after thirty.
CREATE FUNCTION motcua.hall_forget() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = motcua AS $$
    UPDATE motcua.hall_ticket SET needs = NULL WHERE needs IS NOT NULL AND day < motcua.hall_day();
    DELETE FROM motcua.hall_ticket WHERE (state = 6 AND day < motcua.hall_day() - 2) OR day < motcua.hall_day() - 30;
    DELETE FROM motcua.hall_counter WHERE day < motcua.hall_day() - 30;
$$;
