-- SPDX-License-Identifier: GPL-3.0-or-later
-- Papers that were filed before and may be used again: found by whose they are, the newest first, without a look at the dossiers that hold none; and which
-- dossiers use one again. Lists and counts read these columns in the indexes alone.
ALTER TABLE p_dossier ADD COLUMN held_papers INTEGER NOT NULL DEFAULT 0; -- papers of it with a file that may be used again
ALTER TABLE p_dossier ADD COLUMN reuses INTEGER NOT NULL DEFAULT 0; -- 1 once a paper of it was filed before
CREATE INDEX p_dossier_held_papers ON p_dossier(personal_number, received_at, no) WHERE held_papers > 0 AND personal_number <> '';
CREATE INDEX p_dossier_reuses ON p_dossier(received_at, reuses) WHERE reuses = 1;
