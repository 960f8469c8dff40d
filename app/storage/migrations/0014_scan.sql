-- SPDX-License-Identifier: GPL-3.0-or-later
-- Papers that are scanned later: by when, and whether a dossier counts as digitised. Lists and counts read these columns in the indexes alone, for in
-- the table they stand behind the state.
ALTER TABLE p_dossier ADD COLUMN scan_due INTEGER NOT NULL DEFAULT 0; -- ms since 1970-01-01 UTC; 0 when nothing waits, or nothing says by when
ALTER TABLE p_dossier ADD COLUMN digital INTEGER NOT NULL DEFAULT 0; -- 1 once a paper has a file, and the result where there is one
DROP INDEX p_dossier_unscanned;
CREATE INDEX p_dossier_unscanned ON p_dossier(scan_due, no, open, digitised) WHERE open = 1 AND digitised = 0;
CREATE INDEX p_dossier_digital ON p_dossier(received_at, digital) WHERE digital = 1;
