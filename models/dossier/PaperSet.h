// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/RequiredPaper.h"
#include "models/form/Validation.h"
#include "models/visit/PaperFile.h"
#include "models/visit/PaperPage.h"

#include <QDateTime>
#include <QJsonArray>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

struct Procedure;

/** Which sheet a paper is that was printed here to be signed. */
struct PrintedSheet
{
    QString mark = {}; ///< at its foot
    QDateTime printedAt = {};

    friend bool operator==(const PrintedSheet &, const PrintedSheet &) = default;
};

/** What became of one paper at the counter. */
struct Paper
{
    enum class State { NotSeen, Met, NotMet, NotApplicable, ToFollow };

    QString id = {};
    QString name = {}; ///< as the edition names it, kept so that the dossier reads without the catalogue
    State state = State::NotSeen;
    QString reason = {}; ///< for NotMet and NotApplicable; for Met out of a database: which one, and what else there is to say of it (NĐ 118/2025 Đ.4.2a)
    PaperKind kind = PaperKind::OriginalSeen; ///< for Met
    int originalsHeld = 0; ///< originals kept for comparison, to be given back with the result
    std::optional<PrintedSheet> sheet = {}; ///< of a declaration; none: it was filled in by hand
    QList<PaperFile> files = {}; ///< taken in of it so far
    QList<PaperPage> pages = {}; ///< that become a copy of it when the dossier is accepted

    friend bool operator==(const Paper &, const Paper &) = default;
};

/** The papers of a dossier while they are looked through, in the order of the procedure. */
class PaperSet
{
public:
    /** Nothing seen yet, one entry for each paper of the procedure. */
    [[nodiscard]] static PaperSet of(const Procedure &procedure);

    /** Replaces the paper with this id, or adds it at the end. */
    void set(const Paper &paper);

    /** The paper as it stands; NotSeen with this id when nobody touched it. */
    [[nodiscard]] Paper paper(const QString &id) const;
    [[nodiscard]] const QList<Paper> &papers() const { return m_papers; }
    [[nodiscard]] int originalsHeld() const;
    [[nodiscard]] int files() const; ///< of all papers

    /** What the procedure still wants, in its order; then papers it does not know. */
    [[nodiscard]] QList<Violation> violations(const Procedure &procedure, const FormDraft &draft, QDate day = {}) const;

    /** As it is filed: the procedure's papers by name and in order, what nobody needed marked not applicable. Files and copies are told by acts of their own. */
    [[nodiscard]] PaperSet settled(const Procedure &procedure, const FormDraft &draft, QDate day = {}) const;

    /** [{"id", "name", "state", "reason"?, "kind"?, "held"?, "sheet"? {"mark", "printedAt"}, "files"?, "pages"?}]; the last six left out where they say nothing. */
    [[nodiscard]] QJsonArray toJson() const;

    /** EntryMalformed when an entry is not what toJson() writes. */
    [[nodiscard]] static Result<PaperSet> fromJson(const QJsonArray &json);

    friend bool operator==(const PaperSet &, const PaperSet &) = default;

private:
    QList<Paper> m_papers;
};

} // namespace motcua
