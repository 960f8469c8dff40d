// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/text/Texts.h"
#include "tests/app/workflows/ScriptedScanner.h"

#include <QCryptographicHash>

namespace motcua {

/** Reads a word on each page, which is another for each, or what a test says is wrong with it. */
class ScriptedTexts final : public Texts
{
public:
    std::map<QByteArray, TextFault> faults;
    QList<QByteArray> asked;
    int mostAtOnce = 0;

    [[nodiscard]] QFuture<Read> read(const QByteArray &jpeg) override
    {
        asked.append(jpeg);
        mostAtOnce = std::max(mostAtOnce, ++m_atOnce);
        QMetaObject::invokeMethod(&m_context, [this] { --m_atOnce; }, Qt::QueuedConnection); // before the answer is given
        const auto fault = faults.find(jpeg);
        if (fault != faults.end()) {
            return saidLater<Read>(&m_context, fault->second);
        }
        PageText text;
        text.pixels = {60, 80};
        text.words = {{.text = wordOf(jpeg), .box = QRect(1, 1, 20, 10), .confidence = 90}};
        return saidLater<Read>(&m_context, text);
    }

    [[nodiscard]] static QString wordOf(const QByteArray &jpeg) { return QString::fromLatin1(QCryptographicHash::hash(jpeg, QCryptographicHash::Md5).toHex().first(8)); }

private:
    QObject m_context;
    int m_atOnce = 0;
};

} // namespace motcua
