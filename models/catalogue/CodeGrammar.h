// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QRegularExpression>
#include <QString>

namespace motcua {

/**
 * How dossier codes of one kind of unit are written: unit "-" YYMMDD "-" sequence of the day.
 *
 * Data, because NĐ 309/2026 announces a new uniform rule for dossier codes.
 */
struct CodeGrammar
{
    QString id = {};
    QRegularExpression unit = {}; ///< anchored at both ends
    int maxUnitLength = 35; ///< characters
    int sequenceDigits = 4;
    QString basis = {};
    QString mark = {};

    [[nodiscard]] int maxSequence() const;
    [[nodiscard]] bool takes(const QString &unitCode) const;
    friend bool operator==(const CodeGrammar &, const CodeGrammar &) = default;
};

} // namespace motcua
