-- SPDX-License-Identifier: GPL-3.0-or-later
-- What came by post stays in its list until its answer has gone back. The columns of the condition stand in the index too, so that a count
-- reads nothing else.
DROP INDEX p_dossier_post;
CREATE INDEX p_dossier_post ON p_dossier(received_at, no, open, channel) WHERE open = 1 AND channel = 3;
