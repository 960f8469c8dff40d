// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/devices/speech/SoundPlayer.h"
#include "app/devices/speech/SpeechAnnouncer.h"
#include "app/workflows/Lawbook.h"

#include <QJsonArray>
#include <QSaveFile>
#include <QStandardPaths>

namespace motcua::ctl {

namespace {

/** As this machine is set up to speak, or with --voice; of a machine that is not, espeak-ng in Vietnamese. */
SpeechAnnouncer::Settings settingsOf(const Context &context)
{
    const QString resources = context.options().value(QStringLiteral("resources"));
    const QString words = (resources.isEmpty() ? Lawbook::folder() : resources) + QStringLiteral("/hall/voice.json");
    const QString desk = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/motcua/desk.ini");
    SpeechAnnouncer::Settings settings = SpeechAnnouncer::configured(desk, words).value_or(SpeechAnnouncer::Settings());
    settings.voice.words = words;
    if (const QString voice = context.options().value(QStringLiteral("voice")); !voice.isEmpty()) {
        settings.voice.pack = voice == settings.voice.synthesiser ? QString() : voice;
    }
    return settings;
}

/** A desk by its number, or by the name of one that has none. */
TicketCall callOf(const QStringList &words)
{
    bool isNumber = false;
    const int desk = words.at(1).toInt(&isNumber);
    return {words.constFirst().toUpper(), isNumber ? desk : 0, isNumber ? QString() : words.at(1), words.mid(2)};
}

int tellFault(Context &context, VoiceFault fault, const SpeechAnnouncer::Settings &settings)
{
    switch (fault) {
    case VoiceFault::NoWords:
        return context.terminal().fail({ErrorCode::FileUnreadable, settings.voice.words});
    case VoiceFault::Unspeakable:
        return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("a ticket such as A013, a desk from 1 to %1 or its name, and vi or en").arg(SpokenCall::LargestDesk)});
    case VoiceFault::NoSynthesiser:
        return context.terminal().fail({ErrorCode::NotFound, settings.voice.synthesiser}, QStringLiteral("There is no espeak-ng on this machine, and no voice pack with all words of this call. Install the package espeak-ng."));
    case VoiceFault::Failed:
    case VoiceFault::Stopped:
        break;
    }
    return context.terminal().fail({ErrorCode::Internal, settings.voice.synthesiser}, QStringLiteral("espeak-ng gave no sound: it broke, took too long, or lacks the voice. Nothing was said."));
}

int tellPlayed(Context &context, SoundPlayer::End end)
{
    switch (end) {
    case SoundPlayer::End::Played:
        return Done;
    case SoundPlayer::End::NoPlayer:
        return context.terminal().fail({ErrorCode::NotFound, QStringLiteral("player")}, QStringLiteral("There is no program here that plays sound: pw-play, paplay or aplay, or the one that desk.ini names. Nothing was heard."));
    case SoundPlayer::End::Failed:
    case SoundPlayer::End::Stopped:
        break;
    }
    return context.terminal().fail({ErrorCode::Internal, QStringLiteral("player")}, QStringLiteral("The player broke or hung, as it does without a sound device. Nothing was heard, or not all of it."));
}

int say(Context &context)
{
    if (context.words().size() < 2) {
        context.terminal().explain(QStringLiteral("motcua-ctl hall say NUMBER DESK [vi|en …] [--into FILE.wav] [--voice FOLDER|espeak-ng]"));
        return Usage;
    }
    const std::atomic<bool> never = false;
    const SpeechAnnouncer::Settings settings = settingsOf(context);
    CallVoice voice(settings.voice);
    if (const auto fault = voice.look(); fault == VoiceFault::NoWords) {
        return tellFault(context, *fault, settings);
    }
    if (voice.packFault()) {
        context.terminal().explain(QStringLiteral("The voice pack cannot be used, so espeak-ng speaks: ") + voice.packFault()->detail);
    }
    const Result<CallVoice::Said, VoiceFault> said = voice.say(callOf(context.words()), never);
    if (!said) {
        return tellFault(context, said.error(), settings);
    }
    const Sound sound = said->sound.scaled(settings.limits.volume);
    const QString into = context.options().value(QStringLiteral("into"));
    if (into.isEmpty()) {
        if (const int code = tellPlayed(context, SoundPlayer(settings.player).play(sound, never)); code != Done) {
            return code;
        }
    } else {
        QSaveFile file(into);
        const QByteArray wav = sound.toWav();
        if (!file.open(QIODevice::WriteOnly) || file.write(wav) != wav.size() || !file.commit()) {
            return context.terminal().fail({ErrorCode::FileUnwritable, into});
        }
    }
    QJsonArray sentences;
    for (const CallVoice::Sentence &one : said->sentences) {
        const QString source = one.source == CallVoice::Source::Pack ? QStringLiteral("voice-pack") : QStringLiteral("espeak-ng");
        context.terminal().say(QStringLiteral("%1  (%2)").arg(one.text, source));
        sentences.append(QJsonObject{{QStringLiteral("language"), one.language}, {QStringLiteral("text"), one.text}, {QStringLiteral("source"), source}});
    }
    if (said->missing) {
        context.terminal().explain(QStringLiteral("Not every language could be spoken."));
    }
    context.terminal().answer({{QStringLiteral("sentences"), sentences}, {QStringLiteral("into"), into}, {QStringLiteral("rate"), sound.rate()},
        {QStringLiteral("milliseconds"), static_cast<qint64>(sound.length().count())}, {QStringLiteral("volume"), settings.limits.volume}});
    return said->missing ? Failed : Done;
}

} // namespace

QList<Command> voiceCommands()
{
    return {{QStringLiteral("hall say"), QStringLiteral("NUMBER DESK [vi|en …] [--into FILE.wav] [--voice FOLDER|espeak-ng]"),
        QStringLiteral("what the voice of the hall says of a call: heard here, or as a sound file"), say}};
}

} // namespace motcua::ctl
