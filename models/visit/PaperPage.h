// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSize>
#include <QString>

namespace motcua {

/** One page that was scanned or brought for a paper, before its copy is made: its picture lies sealed beside the store. */
struct PaperPage
{
    QString attachment = {}; ///< of the JPEG
    QString thumbnail = {}; ///< attachment of a small PNG; empty: the page could not be decoded, and is kept as it came
    QString digest = {}; ///< SHA-256 of the JPEG, 64 hex digits
    QSize pixels = {};
    int dpi = 0; ///< 0: not known
    bool isColour = false;
    bool isBlank = false; ///< seemed so, or the officer dropped it: it stays out of the copy until it is restored
    QString source = {}; ///< "scan" or "file"

    /** For the draft; fromJson(toJson()) is equal. EntryMalformed when it is not what toJson() writes. */
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<PaperPage> fromJson(const QJsonObject &json);

    friend bool operator==(const PaperPage &, const PaperPage &) = default;
};

[[nodiscard]] QJsonArray toJson(const QList<PaperPage> &pages);
/** EntryMalformed when one of them is. */
[[nodiscard]] Result<QList<PaperPage>> paperPages(const QJsonArray &json);

} // namespace motcua
