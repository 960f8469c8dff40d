// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/scan/StackSort.h"
#include "models/visit/PaperPage.h"

#include <QList>
#include <QStringList>

namespace motcua {

/** A paper of a dossier, as pages can be given to it. */
struct StackPaper
{
    QString id = {};
    QString name = {};
    bool isWanted = false; ///< it lay here or was asked for, and has no file

    friend bool operator==(const StackPaper &, const StackPaper &) = default;
};

/** A dossier that pages of a stack belong to. */
struct StackCase
{
    Dossier dossier = {};
    QList<StackPaper> papers = {}; ///< of its acceptance, then those it was asked for beside them, then its result

    [[nodiscard]] static StackCase of(const Dossier &dossier);
    [[nodiscard]] const StackPaper *paper(const QString &id) const; ///< null when it has none of this id
    /** The one paper that is wanted, where it is the only one; its result is not among them. */
    [[nodiscard]] QString onlyWanted() const;
};

/** Pages that go one way. */
struct StackLine
{
    enum class Way {
        Paper, ///< to `paper` of `dossier`
        Open, ///< nobody has said to which paper yet, or not even to which dossier
        LeftOut, ///< nowhere: somebody left them out, and may take them up again
        Sheet, ///< slips, separators and their backs, which are no papers
    };

    Way way = Way::Open;
    Id dossier = {}; ///< null: not known
    QString paper = {}; ///< of Paper; of Open what a separator said, which the dossier does not have or which came before any slip
    QList<int> pages = {}; ///< places in StackProposal::pages(), ascending

    friend bool operator==(const StackLine &, const StackLine &) = default;
};

/** What is to become of the pages of one or several stacks, while somebody looks it through. Every page is in exactly one line, or was taken out as recorded. */
class StackProposal
{
public:
    /** Adds a stack as its codes sorted it, behind what is there. `cases`: the dossiers of those codes. */
    void add(const QList<PaperPage> &pages, const SortedStack &sorted, const QList<StackCase> &cases);

    /** A dossier that no slip named; one that is there stays as it is. */
    void add(const StackCase &known);

    /** The pages go to a paper of a dossier that is here. Pages and papers that are not here change nothing. */
    void give(const QList<int> &pages, const Id &dossier, const QString &paper);
    void leaveOut(const QList<int> &pages);
    /** What was left out is gone from here. */
    void throwAway();
    /** They are on record, and gone from here. */
    void takeOut(const QList<int> &pages) { take(pages); }

    [[nodiscard]] const QList<PaperPage> &pages() const { return m_pages; }
    [[nodiscard]] const QList<StackCase> &cases() const { return m_cases; }
    [[nodiscard]] const StackCase *caseOf(const Id &dossier) const; ///< null when it is not here
    /** Of each dossier its papers, what is open of it, and its slips; then what is nobody's, and what was left out. */
    [[nodiscard]] QList<StackLine> lines() const;
    [[nodiscard]] const QStringList &strangers() const { return m_strangers; }

    [[nodiscard]] QList<StackLine> ready() const; ///< to be recorded
    [[nodiscard]] int count(StackLine::Way way) const; ///< of pages
    /** Only sheets that are no papers are left, if anything: nothing would be lost. */
    [[nodiscard]] bool isSettled() const;

private:
    void put(const StackLine &line);
    void take(const QList<int> &pages);

    QList<PaperPage> m_pages;
    QList<StackCase> m_cases;
    QList<StackLine> m_lines;
    QStringList m_strangers;
};

} // namespace motcua
