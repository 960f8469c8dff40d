// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/speech/Sound.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

/** A voice pack of a few words for tests: the clip of each piece is a level of its own, so that what was joined can be told by its samples. */
class RecordedVoice
{
public:
    static constexpr int Rate = 16'000;
    static constexpr qsizetype Samples = 160; ///< of each clip

    RecordedVoice()
    {
        for (const char *words : {"Mời số", "A", "không", "một", "ba", "đến quầy số", "mười", "hai"}) {
            add(QStringLiteral("vi"), QString::fromUtf8(words));
        }
        write();
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] qint16 level(const QString &words) const { return m_levels.value(words); }
    [[nodiscard]] QString file(const QString &words) const { return path(QStringLiteral("c%1.wav").arg(m_levels.value(words))); }

    void add(const QString &language, const QString &words)
    {
        const auto level = static_cast<qint16>(1'000 + 100 * m_levels.size());
        m_levels.insert(words, level);
        const QString name = QStringLiteral("c%1.wav").arg(level);
        put(path(name), motcua::Sound(Rate, QList<qint16>(Samples, level)).toWav());
        QJsonObject clips = m_clips.value(language).toObject();
        clips.insert(words, name);
        m_clips.insert(language, clips);
    }
    /** Writes the list, with `more` members over its own. */
    void write(const QJsonObject &more = {})
    {
        QJsonObject list{{QStringLiteral("schema"), QStringLiteral("motcua.voice-pack/1")}, {QStringLiteral("name"), QStringLiteral("test")},
            {QStringLiteral("rate"), Rate}, {QStringLiteral("clips"), m_clips}};
        for (auto it = more.begin(); it != more.end(); ++it) {
            list.insert(it.key(), it.value());
        }
        put(path(QStringLiteral("pack.json")), QJsonDocument(list).toJson());
    }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
    }

private:
    QTemporaryDir m_folder;
    QHash<QString, qint16> m_levels;
    QJsonObject m_clips;
};
