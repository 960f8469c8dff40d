// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/SoundPlayer.h"

#include "app/devices/speech/ChildProgram.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace motcua {

namespace {

constexpr std::chrono::seconds LongestTurnOfOthers{60};
constexpr int LookMs = 20;

/** In memory, and this user's alone, where the system gives such a folder. */
QString folder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
}

} // namespace

SoundPlayer::SoundPlayer(QStringList command, std::chrono::milliseconds patience)
    : m_command(std::move(command))
    , m_patience(patience)
{
}

QStringList SoundPlayer::command() const
{
    if (!m_command.isEmpty()) {
        return m_command;
    }
    const QList<QStringList> known{{QStringLiteral("pw-play")}, {QStringLiteral("paplay")}, {QStringLiteral("aplay"), QStringLiteral("-q")}};
    for (const QStringList &one : known) {
        if (!QStandardPaths::findExecutable(one.constFirst()).isEmpty()) {
            return one;
        }
    }
    return {};
}

bool SoundPlayer::isThere() const
{
    const QStringList words = command();
    return !words.isEmpty() && !QStandardPaths::findExecutable(words.constFirst()).isEmpty();
}

SoundPlayer::End SoundPlayer::play(const Sound &sound, const std::atomic<bool> &stopped) const
{
    QStringList words = command();
    if (words.isEmpty()) {
        return End::NoPlayer;
    }
    QLockFile turn(folder() + QStringLiteral("/motcua-announcer.lock"));
    turn.setStaleLockTime(0); // it counts for as long as its program lives, however long that speaks
    const QDeadlineTimer others(LongestTurnOfOthers);
    // Where the lock cannot be written, as in a folder of everybody's, there is nobody of ours to wait for.
    while (!turn.tryLock(LookMs) && turn.error() == QLockFile::LockFailedError) {
        if (stopped || others.hasExpired()) {
            return stopped ? End::Stopped : End::Failed;
        }
    }
    QTemporaryFile file(folder() + QStringLiteral("/motcua-call-XXXXXX.wav"));
    const QByteArray wav = sound.toWav();
    if (!file.open() || file.write(wav) != wav.size() || !file.flush()) {
        return End::Failed;
    }
    ChildProgram player;
    player.program = words.takeFirst();
    player.arguments = words << file.fileName();
    player.patience = sound.length() + m_patience;
    switch (player.run(stopped).end) {
    case ChildProgram::End::Done:
        return End::Played;
    case ChildProgram::End::Missing:
        return End::NoPlayer;
    case ChildProgram::End::Stopped:
        return End::Stopped;
    case ChildProgram::End::Broken:
    case ChildProgram::End::TimedOut:
    case ChildProgram::End::TooMuch:
        break;
    }
    return End::Failed;
}

} // namespace motcua
