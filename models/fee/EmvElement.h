// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/fee/VietQrError.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace motcua {

/** One element of an EMVCo code: two digits of tag, two of length, the value; and where in the whole text it stands. */
struct EmvElement
{
    static constexpr qsizetype HeadLength = 4; ///< tag and length
    static constexpr qsizetype LongestValue = 99; ///< two digits of length

    QString tag = {};
    QString value = {};
    qsizetype offset = 0;

    [[nodiscard]] qsizetype valueOffset() const { return offset + HeadLength; }

    /** The elements that fill `text` exactly, none of them twice; `parent` is the path around them, `base` where `text` stands in the whole. */
    [[nodiscard]] static Result<QList<EmvElement>, VietQrError> read(QStringView text, const QString &parent, qsizetype base);

    /** The element as it is written; the value must not be longer than LongestValue. */
    [[nodiscard]] static QString written(const QString &tag, const QString &value);

    /** "38/01" for 01 in 38. */
    [[nodiscard]] static QString path(const QString &parent, const QString &tag);
};

} // namespace motcua
