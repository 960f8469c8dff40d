// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Tlv.h"

#include <QByteArray>
#include <QDate>
#include <QFile>
#include <QMap>
#include <QString>
#include <QStringList>

namespace motcua::test {

/** The day on which the tests read the invented cards. */
inline QDate today()
{
    return {2026, 11, 28};
}

inline QStringList cards()
{
    return {QStringLiteral("bp512-ec"), QStringLiteral("p256-rsa2048"), QStringLiteral("pss-rsa1024"), QStringLiteral("pkcs1-none")};
}

/** A file of an invented card; empty when it has none. */
inline QByteArray cardFile(const QString &card, const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/eid/%1/%2").arg(card, name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray sodOf(const QString &card)
{
    return cardFile(card, QStringLiteral("ef_011D.bin"));
}

/** The files of the data groups of a card, by number. */
inline QMap<int, QByteArray> groupsOf(const QString &card)
{
    QMap<int, QByteArray> files;
    for (int group = 1; group <= 16; ++group) {
        const QString number = QString::number(group, 16).toUpper().rightJustified(2, QLatin1Char('0'));
        const QByteArray bytes = cardFile(card, QStringLiteral("ef_01%1.bin").arg(number));
        if (!bytes.isEmpty()) {
            files.insert(group, bytes);
        }
    }
    return files;
}

/** Whether `parse` says something of every beginning of `bytes` and of `bytes` with each one changed, and never crashes: what it says is not asked. */
template <typename Parse>
bool survives(const QByteArray &bytes, Parse parse)
{
    for (qsizetype i = 0; i <= bytes.size(); ++i) {
        parse(bytes.first(i));
    }
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        for (const int bit : {0x01, 0x80, 0xFF}) {
            QByteArray changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ bit);
            parse(changed);
        }
    }
    return true;
}

} // namespace motcua::test
