-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ways to what the dashboard counts and lists; its figures by day stand in p_day and p_outcome. The columns of the condition stand in
-- the index too, so that a count reads nothing else.
CREATE INDEX p_dossier_in_hand ON p_dossier(due_at, competent_unit, received_at, open, finished_at)
    WHERE open = 1 AND finished_at = 0 AND received_at > 0;
CREATE INDEX p_dossier_finished ON p_dossier(outcome, finished_at) WHERE outcome > 0;
