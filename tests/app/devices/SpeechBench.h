// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/speech/SpeechAnnouncer.h"
#include "tests/app/devices/AnnouncerBench.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

/** The voice over a loudspeaker, with scripts in the place of the synthesiser and the player that do as they are told and write down what they did. */
class SpeechBench final : public AnnouncerBench
{
public:
    static constexpr int Rate = 22'050;
    static constexpr qint16 Level = 8'000; ///< of each sample of the synthesiser
    struct Interval
    {
        qint64 begin = 0; ///< nanoseconds
        qint64 end = 0; ///< 0: it was ended before
    };

    SpeechBench()
    {
        QDir(m_folder.path()).mkdir(QStringLiteral("heard"));
        write(QStringLiteral("voice.wav"), motcua::Sound(Rate, QList<qint16>(Rate / 10, Level)).toWav());
        script(QStringLiteral("synthesiser"),
            "env >\"$here/environment\"; echo \"$@\" >>\"$here/arguments\"; cat >>\"$here/said\"\n"
            "case $(cat \"$here/voice\" 2>/dev/null) in\n"
            "hang) exec sleep 600;;\ncrash) kill -SEGV $$;;\nfail) cat \"$here/voice.wav\"; exit 3;;\nnonsense) echo none; exit 0;;\nflood) exec cat /dev/zero;;\n"
            "silence) head -c 44 \"$here/voice.wav\"; exit 0;;\n"
            "greedy) exec /usr/bin/python3 -c 'x = bytearray(1 << 30)';;\nesac\n"
            "cat \"$here/voice.wav\"\n");
        script(QStringLiteral("player"),
            "how=; [ ! -e \"$here/speaker\" ] || read -r how <\"$here/speaker\"\n"
            "if [ \"$how\" = hang ]; then sleep 600 & echo $! >\"$here/child\"; wait; fi\n"
            "echo begin $(date +%s%N) >>\"$here/played\"; n=$(ls \"$here/heard\" | wc -l); cp \"$1\" \"$here/heard/$(printf %03d $n).wav\"\n"
            "case $how in\ncrash) kill -SEGV $$;;\nfail) exit 1;;\nesac\n"
            "while [ -e \"$here/hold\" ]; do sleep 0.02; done\n"
            "sleep 0.03; echo end $(date +%s%N) >>\"$here/played\"\n");
    }

    [[nodiscard]] motcua::SpeechAnnouncer::Settings settings() const
    {
        motcua::SpeechAnnouncer::Settings settings;
        settings.voice.synthesiser = path(QStringLiteral("synthesiser"));
        settings.voice.words = QStringLiteral(MOTCUA_TEST_DATA "/../../resources/hall/voice.json");
        settings.player = QStringList{path(QStringLiteral("player"))};
        settings.playerPatience = std::chrono::seconds(20);
        settings.clock = [] { return QTime(9, 0); };
        return settings;
    }

    std::unique_ptr<motcua::Announcer> announcer(const Setup &setup) override
    {
        motcua::SpeechAnnouncer::Settings chosen = settings();
        chosen.limits = setup.limits;
        chosen.clock = [now = setup.now] { return now; };
        return std::make_unique<motcua::SpeechAnnouncer>(chosen);
    }
    void setHeard(bool heard) override { tell(QStringLiteral("speaker"), heard ? QByteArray() : QByteArray("fail")); }
    void hold() override { write(QStringLiteral("hold"), "1"); }
    void release() override { QFile::remove(path(QStringLiteral("hold"))); }
    QStringList said() const override { return QString::fromUtf8(read(QStringLiteral("said"))).split(u'\n', Qt::SkipEmptyParts); }

    /** How the synthesiser ("voice") or the player ("speaker") behaves from now on; empty: well. */
    void tell(const QString &whom, const QByteArray &how) { write(whom, how + '\n'); }

    [[nodiscard]] QList<Interval> intervals() const
    {
        QList<Interval> all;
        const QList<QByteArray> lines = read(QStringLiteral("played")).split('\n');
        for (const QByteArray &line : lines) {
            const qint64 time = line.mid(line.indexOf(' ') + 1).toLongLong();
            if (line.startsWith("begin")) {
                all.append({time, 0});
            } else if (line.startsWith("end") && !all.isEmpty()) {
                all.last().end = time;
            }
        }
        return all;
    }
    /** What the player was given, in order. */
    [[nodiscard]] QList<motcua::Sound> heard() const
    {
        QList<motcua::Sound> all;
        const QDir folder(path(QStringLiteral("heard")));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            const auto sound = motcua::Sound::fromWav(read(QStringLiteral("heard/") + name));
            all.append(sound ? *sound : motcua::Sound(1));
        }
        return all;
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
    }
    void script(const QString &name, const QByteArray &lines) const
    {
        write(name, "#!/bin/sh\nhere='" + QFile::encodeName(m_folder.path()) + "'\n" + lines);
        QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_folder;
};
