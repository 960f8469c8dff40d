// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace motcua::portal {

/**
 * How the portal writes its own numbers of dossiers: text with {yy}, {yyyy}, {MM}, {dd} and once {n:digits}, what is counted on that day.
 *
 * Above the digits it goes on with one more: a number is never given twice.
 */
class NumberPattern
{
public:
    /** Errors: CatalogueSchema (no {n:1…9}, several, no day in it, another word in braces, no brace at its end). */
    [[nodiscard]] static Result<NumberPattern> fromText(const QString &text);

    [[nodiscard]] QString number(QDate day, int count) const;
    /** What a number of that day counts; none of another day, or written in another way. */
    [[nodiscard]] std::optional<int> countIn(const QString &number, QDate day) const;

private:
    QString m_before; ///< of the count
    QString m_after;
    int m_digits = 0;
};

} // namespace motcua::portal
