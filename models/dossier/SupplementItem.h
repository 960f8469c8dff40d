// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

namespace motcua {

/** One row of a supplement request, form 02: what is asked for, in how many copies of which kind, and why. Or one row of what came. */
struct SupplementItem
{
    QString paper = {}; ///< of the procedure's list; empty when it is not one of them
    QString name = {}; ///< as the slip writes it; for another paper, or something in the declaration, in the officer's words
    QString reason = {};
    int originals = 0; ///< bản chính
    int certified = 0; ///< bản chứng thực
    int copies = 0; ///< bản photo

    /** It says what is meant, and no count is negative. */
    [[nodiscard]] bool isMeaningful() const;

    friend bool operator==(const SupplementItem &, const SupplementItem &) = default;
};

/** [{"paper"?, "name", "reason"?, "originals"?, "certified"?, "copies"?}]; what is left out is empty or 0. */
[[nodiscard]] QJsonArray supplementToJson(const QList<SupplementItem> &items);
[[nodiscard]] QList<SupplementItem> supplementFromJson(const QJsonArray &json);

} // namespace motcua
