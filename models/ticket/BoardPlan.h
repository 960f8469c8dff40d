// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QDate>
#include <QList>
#include <QStringList>

namespace motcua {

/** What the centre tells everybody who waits, in both languages. */
struct BoardNotice
{
    QString text = {}; ///< Vietnamese
    QString textEn = {};
    QDate from = {}; ///< the first day on which it is shown; null: from always
    QDate until = {}; ///< the last one; null: until it is taken out

    [[nodiscard]] bool isShownOn(QDate day) const { return (!from.isValid() || from <= day) && (!until.isValid() || day <= until); }

    friend bool operator==(const BoardNotice &, const BoardNotice &) = default;
};

/** How the board of a hall is laid out and what it tells besides numbers, from a motcua.board/1 file. */
struct BoardPlan
{
    static constexpr int MostColumns = 6;

    struct Reading; ///< what can be used of a file

    int columns = 3; ///< 1 to MostColumns; no more are drawn than there are groups
    QStringList groups = {}; ///< letters of HallRules::groups that this board shows; none: all
    int lastTicketMinutes = 0; ///< 0 to 240: so long before closing the last ticket is drawn; 0: nothing is told of it
    QList<BoardNotice> notices = {};
    QString page = {}; ///< folder into which the public page is written, an absolute path; empty: none is

    /** What is told on `day`, in the order of the file. */
    [[nodiscard]] QList<BoardNotice> noticesOn(QDate day) const;

    /**
     * A motcua.board/1 file, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what".
     *
     * Refused besides missing, empty, mistyped and unknown members: a letter that is not one of A to Z or stands twice, a notice that ends
     * before it begins, a folder that is no absolute path, and numbers outside of the ranges above.
     */
    [[nodiscard]] static Result<BoardPlan, QList<Error>> read(const SourceFile &source);

    /** As much of a file as is right, and the rest of `otherwise`: a notice or a letter with a mistake is left out, and told. */
    [[nodiscard]] static Reading readWhatIsRight(const SourceFile &source, const BoardPlan &otherwise);

    friend bool operator==(const BoardPlan &, const BoardPlan &) = default;
};

struct BoardPlan::Reading
{
    BoardPlan plan = {};
    QList<Error> faults = {}; ///< as BoardPlan::read() tells them, of everything that was left out
};

} // namespace motcua
