-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register of certifications, as the journal folds it.
CREATE TABLE p_certification (
    no INTEGER PRIMARY KEY,                -- of its subject
    year INTEGER NOT NULL,
    month INTEGER NOT NULL,                -- 1 to 12, in Vietnam
    unit TEXT NOT NULL,                    -- organisation code
    kind TEXT NOT NULL,                    -- which register
    series TEXT NOT NULL,                  -- books of one desk
    number INTEGER NOT NULL,
    origin BLOB NOT NULL,                  -- of the log it was entered in
    dossier BLOB NOT NULL,                 -- its id
    paper_key TEXT NOT NULL,               -- name of the paper, folded
    copies INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    fee INTEGER NOT NULL,                  -- đồng
    void INTEGER NOT NULL,                 -- 1: does not hold
    fold BLOB NOT NULL                     -- JSON of the folded certification
) STRICT;
CREATE INDEX p_certification_number ON p_certification(unit, kind, year, series, number, origin);
CREATE INDEX p_certification_list ON p_certification(year, kind, unit, series, number);
CREATE INDEX p_certification_search ON p_certification(year, number);
CREATE INDEX p_certification_paper ON p_certification(year, paper_key, number);
CREATE INDEX p_certification_dossier ON p_certification(dossier);
CREATE INDEX p_certification_month ON p_certification(year, month, kind, void, copies, pages, fee);
