-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which message about a ticket was taken on by which desk, written before it is sent: each once in the house. No telephone and no citizen stands here. No
-- reference to the ticket, for its check would lock the row, and a claim passes over what is locked.
CREATE TABLE motcua.hall_told (
    ticket uuid NOT NULL,
    message text NOT NULL,                  -- motcua::ticketMessageName
    day bigint NOT NULL DEFAULT motcua.hall_day(),
    login text NOT NULL DEFAULT session_user,
    at bigint NOT NULL DEFAULT motcua.hall_ms(),
    PRIMARY KEY (ticket, message)
);

ALTER TABLE motcua.hall_told ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_looks ON motcua.hall_told FOR SELECT USING (true);
CREATE POLICY own_messages ON motcua.hall_told FOR INSERT WITH CHECK (login = session_user);

CREATE OR REPLACE FUNCTION motcua.hall_forget() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = motcua AS $$
    UPDATE motcua.hall_ticket SET needs = NULL WHERE needs IS NOT NULL AND day < motcua.hall_day();
    DELETE FROM motcua.hall_told WHERE day < motcua.hall_day();
    DELETE FROM motcua.hall_ticket WHERE (state = 6 AND day < motcua.hall_day() - 2) OR day < motcua.hall_day() - 30;
    DELETE FROM motcua.hall_counter WHERE day < motcua.hall_day() - 30;
$$;
