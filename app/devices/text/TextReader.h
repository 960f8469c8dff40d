// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/apart/WorkerQuestion.h"
#include "models/scan/PageText.h"

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

/**
 * Reads Vietnamese text on pages by Tesseract, in a process of its own for each page (`motcua-worker-text`), locked in like the decoder. Works in the background:
 * nobody waits for it, and without it a copy has no text layer and is whole all the same.
 */
class TextReader final : public QObject
{
    Q_OBJECT

public:
    using Read = Result<PageText, TextFault>;

    explicit TextReader(QString worker = WorkerQuestion::besideThisProgram(QStringLiteral("text")), QObject *parent = nullptr);

    /** `jpeg` as PageReader gives it. One page after the other, each at the lowest priority of the system. Never answered inside this call. */
    [[nodiscard]] QFuture<Read> read(const QByteArray &jpeg);
};

} // namespace motcua
