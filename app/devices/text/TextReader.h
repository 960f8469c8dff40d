// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/apart/WorkerQuestion.h"
#include "app/devices/text/Texts.h"

#include <QFuture>
#include <QPromise>

#include <chrono>
#include <deque>

namespace motcua {

/**
 * Reads Vietnamese text on pages by Tesseract, in a process of its own for each page (`motcua-worker-text`), locked in like the decoder. Works in the background:
 * nobody waits for it, and without it a copy has no text layer and is whole all the same.
 */
class TextReader final : public QObject, public Texts
{
    Q_OBJECT

public:
    using Read = Result<PageText, TextFault>;

    /** For a page: long, since it gives way to everything else on the machine. What takes too much processor time the system ends by itself after a minute of that. */
    static constexpr std::chrono::minutes Patience{4};

    explicit TextReader(QString worker = WorkerQuestion::besideThisProgram(QStringLiteral("text")), QObject *parent = nullptr);
    ~TextReader() override;

    /** How long an answer may take from now on, instead of Patience. */
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /** `jpeg` as PageReader gives it. One page after the other, each at the lowest priority of the system. Never answered inside this call; what is not answered when this goes is Cancelled. */
    [[nodiscard]] QFuture<Read> read(const QByteArray &jpeg) override;

private:
    struct Waiting
    {
        QByteArray jpeg = {};
        QPromise<Read> promise = {};
    };

    void askNext();
    void settle(const Read &read);

    QString m_worker;
    std::chrono::milliseconds m_patience = Patience;
    std::deque<Waiting> m_waiting; ///< the first one is asked about while isAsking
    bool m_isAsking = false;
};

} // namespace motcua
