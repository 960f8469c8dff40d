// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/SlipValues.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace motcua {

/** How a form writes dates, marks and page feet, and how its placeholders become text. */
struct SlipWording
{
    QString moment = {}; ///< {hour} {minute} {day} {month} {year}
    QString day = {}; ///< {day} {month} {year}
    int monthsWithZero = 12; ///< months up to this one are written with two digits

    QString copy = {}; ///< {copy}
    QString replacement = {};
    QString revision = {}; ///< {revision}: of a sheet whose content takes the place of an earlier one
    QString draft = {};
    QString training = {};
    QString trainingWatermark = {};
    QString footLeft = {}; ///< {code}
    QString footRight = {}; ///< {page} {pages}
    QMap<QString, QString> reasons = {}; ///< by event: the reason of a step that was taken without one
    QString postCame = {}; ///< {number} {day} {month} {year} {sheets}: of papers that came by post
    QString postLetter = {}; ///< the same of a letter without a number
    QString postResult = {}; ///< in place of where the result is fetched: it goes back by post
    QString postSigned = {}; ///< in place of who would sign for the papers
    QString portalAwaited = {}; ///< of what a portal has not accepted yet
    QString portalNumber = {}; ///< {number}: of what it has

    /** The names that may stand between braces in a label or value, without the braces, sorted. */
    [[nodiscard]] static QStringList placeholders();

    /** The names that are lists; a block of papers numbers one of them. */
    [[nodiscard]] static QStringList lists();

    /** The names that may also stand in the columns of a table. */
    [[nodiscard]] static QStringList rowPlaceholders();

    /** The names between braces in `pattern`, in order. */
    [[nodiscard]] static QStringList placeholdersIn(const QString &pattern);

    /**
     * `pattern` with every placeholder replaced by its value, in Unicode normal form C, without control characters; `instead` stands for a
     * value that was not given.
     *
     * Values are inserted once and never read again, so a brace typed by a citizen stays a brace.
     */
    [[nodiscard]] QString filled(const QString &pattern, const SlipValues &values, const QString &instead = {}) const;

    /** The same, with the lines of the values kept apart; empty ones are left out. */
    [[nodiscard]] QStringList paragraphs(const QString &pattern, const SlipValues &values) const;

    /** The same of a row of a table: `row` is a place in SlipValues::items. */
    [[nodiscard]] QString filledRow(const QString &pattern, const SlipValues &values, qsizetype row) const;

    /** Whether `pattern` has placeholders and each of them is empty in `values`. */
    [[nodiscard]] bool isEmpty(const QString &pattern, const SlipValues &values) const;
    [[nodiscard]] bool isEmptyRow(const QString &pattern, const SlipValues &values, qsizetype row) const;

    /** The entries of the list that `pattern` names, each filled in by itself. */
    [[nodiscard]] QStringList listed(const QString &pattern, const SlipValues &values) const;

    /** "08 giờ 15 phút, ngày 23 tháng 11 năm 2026" on the wall clock of Vietnam; empty for an invalid time. */
    [[nodiscard]] QString written(const QDateTime &moment, const QString &pattern) const;

    /** Where the result is received, and in which envelope the papers came, where they came in one. */
    [[nodiscard]] QString resultPlaceOf(const SlipValues &values) const;

    /** How the dossier stands with the portal; empty where there is none, and on a form that has no words for it. */
    [[nodiscard]] QString portalOf(const SlipValues &values) const;

    /** What the sheet must say about itself besides the training band; empty on an original of the first revision. */
    [[nodiscard]] QString markOf(const SlipValues &values) const;

    /** The foot of one page. */
    [[nodiscard]] QString foot(const QString &pattern, const SlipValues &values, int page, int pages) const;
};

} // namespace motcua
