// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

/** What stands on a separator sheet as a code: which paper of which procedure follows it. */
struct SeparatorCode
{
    QString procedure = {}; ///< code of the catalogue
    QString paper = {}; ///< id in the procedure's list

    /** "motcua:paper:1.001193:birth-certificate"; plain ASCII, read the same by every reader. */
    [[nodiscard]] QString text() const;
    /** Of what text() writes; without a procedure for anything else. */
    [[nodiscard]] static SeparatorCode of(const QString &text);

    [[nodiscard]] bool isValid() const { return !procedure.isEmpty() && !paper.isEmpty(); }

    friend bool operator==(const SeparatorCode &, const SeparatorCode &) = default;
};

/** What a code on a page means to a stack. */
struct StackCode
{
    enum class Kind {
        Other, ///< none of ours: the QR of somebody's card, of a bill, of a hospital
        Dossier, ///< of a slip: its dossier begins
        Separator, ///< a paper begins
        Stranger, ///< made like ours, and nobody's: what follows belongs to no dossier that is known
    };

    Kind kind = Kind::Other;
    QString text = {}; ///< as it was read; of Dossier the code
    SeparatorCode separator = {}; ///< of Separator

    friend bool operator==(const StackCode &, const StackCode &) = default;
};

/** A page of a stack, as far as sorting needs it. */
struct StackPage
{
    QList<StackCode> codes = {};
    bool isBlank = false;

    friend bool operator==(const StackPage &, const StackPage &) = default;
};

/** Pages that belong together; each is a place in the stack, from 0. */
struct StackPart
{
    QString dossier = {}; ///< code; empty: nobody's yet
    SeparatorCode separator = {}; ///< whose pages these are; not valid: no separator said
    QList<int> pages = {};

    friend bool operator==(const StackPart &, const StackPart &) = default;
};

/** A stack as its codes sort it. Every page is in exactly one of the lists. */
struct SortedStack
{
    QList<StackPart> parts = {}; ///< of dossiers, in the order in which each dossier, and within it each paper, first came
    QList<StackPart> covers = {}; ///< the slips of those dossiers: they say whose the pages are and are no papers
    QList<StackPart> unsorted = {}; ///< before any slip, behind a code that is nobody's, or with slips of two dossiers on one page
    QList<int> dropped = {}; ///< separators, and the blank backs of separators and slips
    QStringList strangers = {}; ///< codes that are nobody's, each once

    friend bool operator==(const SortedStack &, const SortedStack &) = default;
};

/**
 * Sorts a stack that was fed in one go: a page with the code of a dossier begins the pages of that dossier, a separator the pages of one of its papers.
 *
 * A dossier that comes twice is joined, and so is a paper of it. After a slip, and after a code that is nobody's, no separator holds any more. Blank pages elsewhere stay with
 * their part, where they may be the back of something.
 */
[[nodiscard]] SortedStack sortStack(const QList<StackPage> &pages);

} // namespace motcua
