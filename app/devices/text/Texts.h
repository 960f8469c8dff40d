// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/scan/PageText.h"

#include <QByteArray>
#include <QFuture>

namespace motcua {

/** Why nothing could be read on a page. */
enum class TextFault {
    CannotDecode,
    NoLanguage, ///< the data of Vietnamese are not installed
    TooLarge,
    TimedOut,
    Crashed,
    NotInstalled,
    Cancelled,
};

/** Reads the text of pages, without anybody waiting: TextReader, and what stands for it in tests. */
class Texts
{
public:
    using Read = Result<PageText, TextFault>;

    virtual ~Texts() = default;

    /** `jpeg` as PageReader gives it; never answered inside this call. */
    [[nodiscard]] virtual QFuture<Read> read(const QByteArray &jpeg) = 0;
};

} // namespace motcua
