// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    QRegularExpression unit = {}; ///< anchored at both ends, ASCII only
    int maxUnitLength = 35; ///< characters
    int sequenceDigits = 4;
    QString basis = {};
    QString mark = {};

    [[nodiscard]] int maxSequence() const;
    [[nodiscard]] bool takes(const QString &unitCode) const;
    friend bool operator==(const CodeGrammar &, const CodeGrammar &) = default;
};

/**
 * A code as it is written, from what a hand or a reader gave: small letters a–z made capitals, white space and invisible characters
 * around it dropped. Inside it nothing is dropped, and digits of other scripts stay what they are: such a text is no code.
 */
[[nodiscard]] QString typedCode(const QString &text);

} // namespace motcua
