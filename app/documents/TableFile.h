// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace motcua {

/** Rows that somebody wants to take along: text, whole numbers, doubles, QDate and QDateTime; anything else is written as its text. */
struct TableToWrite
{
    QString title = {}; ///< names the sheet; a CSV file has no place for it
    QStringList columns = {};
    QList<QList<QVariant>> rows = {};
};

/**
 * A table as a file for spreadsheets. Calls wait for the disk and belong on another thread.
 *
 * Moments are told on the wall clock of Vietnam. The file appears whole under its name or not at all; one that is there is replaced.
 * Errors: FileUnwritable, DiskFull.
 */
class TableFile
{
public:
    /**
     * RFC 4180 in UTF-8 with a byte order mark, without which Excel takes the letters for another code page. The fields are separated by
     * semicolons: where the comma is the decimal sign, as in Vietnam, spreadsheets expect them, and with commas each line would be one cell.
     *
     * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
     */
    [[nodiscard]] static Result<> writeCsv(const QString &path, const TableToWrite &table);

    /** Office Open XML. Dates are dates, and texts are typed as texts, so that none of them is ever a formula. */
    [[nodiscard]] static Result<> writeXlsx(const QString &path, const TableToWrite &table);

    /** How CSV tells one value, before it is quoted. */
    [[nodiscard]] static QString csvText(const QVariant &value);

    static constexpr qsizetype MostRows = 1'000'000; ///< a sheet has no more, its heading aside
};

} // namespace motcua
