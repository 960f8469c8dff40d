// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/speech/CallVoice.h"

#include "app/devices/speech/CallWordsFile.h"
#include "app/devices/speech/Chime.h"
#include "app/devices/speech/ChildProgram.h"

#include <QStandardPaths>

#include <algorithm>

namespace motcua {

namespace {

constexpr quint64 MostMemory = quint64{512} * 1024 * 1024; // bytes of address space; espeak-ng 1.51 takes 20 MiB
constexpr std::chrono::milliseconds BetweenLanguages{400};
constexpr std::chrono::seconds LongestSentence{30};

} // namespace

CallVoice::CallVoice(Settings settings)
    : m_settings(std::move(settings))
{
}

std::optional<VoiceFault> CallVoice::look()
{
    m_words = {};
    m_pack.reset();
    m_packFault.reset();
    if (!m_settings.pack.isEmpty()) {
        if (Result<VoicePack> pack = VoicePack::open(m_settings.pack)) {
            m_pack = *std::move(pack);
        } else {
            m_packFault = pack.error();
        }
    }
    const Result<CallWords> words = callWordsIn(m_settings.words);
    if (!words) {
        return VoiceFault::NoWords;
    }
    m_words = *words;
    return m_pack || !QStandardPaths::findExecutable(m_settings.synthesiser).isEmpty() ? std::nullopt : std::optional(VoiceFault::NoSynthesiser);
}

Result<CallVoice::Said, VoiceFault> CallVoice::say(const TicketCall &call, const std::atomic<bool> &stopped)
{
    if (m_words.languages.isEmpty()) {
        if (const auto fault = look(); fault == VoiceFault::NoWords) {
            return *fault;
        }
    }
    QList<Sound> sounds;
    QList<Sentence> sentences;
    std::optional<VoiceFault> missing;
    const QStringList languages = call.languages.isEmpty() ? m_settings.languages : call.languages;
    for (const QString &language : languages) {
        const CallPhrases *const phrases = m_words.in(language);
        const std::optional<SpokenCall> spoken = phrases ? SpokenCall::of(call, *phrases) : std::nullopt;
        if (!spoken) {
            missing = missing.value_or(VoiceFault::Unspeakable);
            continue;
        }
        if (const std::optional<Sound> recorded = m_pack ? m_pack->said(*spoken) : std::nullopt) {
            sounds.append(*recorded);
            sentences.append({language, spoken->text(), Source::Pack});
        } else if (const Spoken made = synthesised(*spoken, *phrases, stopped)) {
            sounds.append(*made);
            sentences.append({language, spoken->text(), Source::Synthesiser});
        } else if (made.error() == VoiceFault::Stopped) {
            return VoiceFault::Stopped;
        } else {
            missing = missing.value_or(made.error());
        }
    }
    if (sounds.isEmpty()) {
        return missing.value_or(VoiceFault::Unspeakable);
    }
    return Said{joined(sounds), sentences, missing};
}

CallVoice::Spoken CallVoice::synthesised(const SpokenCall &call, const CallPhrases &phrases, const std::atomic<bool> &stopped) const
{
    const ChildProgram program{.program = m_settings.synthesiser,
        .arguments = {QStringLiteral("-v"), phrases.voice, QStringLiteral("-s"), QString::number(phrases.wordsPerMinute), QStringLiteral("-b"),
            QStringLiteral("1"), QStringLiteral("--stdin"), QStringLiteral("--stdout")},
        .input = call.text().toUtf8() + '\n',
        .patience = m_settings.patience,
        .mostOutput = Sound::LargestFile,
        .mostMemory = MostMemory};
    const ChildProgram::Outcome outcome = program.run(stopped);
    switch (outcome.end) {
    case ChildProgram::End::Missing:
        return VoiceFault::NoSynthesiser;
    case ChildProgram::End::Stopped:
        return VoiceFault::Stopped;
    case ChildProgram::End::Broken:
    case ChildProgram::End::TimedOut:
    case ChildProgram::End::TooMuch:
        return VoiceFault::Failed;
    case ChildProgram::End::Done:
        break;
    }
    const Result<Sound> sound = Sound::fromWav(outcome.output, Sound::Length::Streamed);
    // A voice that is not installed gives a file without a sound in it.
    if (!sound || sound->length() > LongestSentence || sound->peak() == 0) {
        return VoiceFault::Failed;
    }
    return *sound;
}

Sound CallVoice::joined(const QList<Sound> &sentences) const
{
    const auto rate = std::max_element(sentences.cbegin(), sentences.cend(), [](const Sound &one, const Sound &other) { return one.rate() < other.rate(); })->rate();
    const std::optional<Sound> own = m_pack ? m_pack->ownChime() : std::nullopt;
    Sound whole = own ? own->atRate(rate) : chime(rate);
    for (const Sound &sentence : sentences) {
        if (&sentence != &sentences.constFirst()) {
            whole.appendSilence(BetweenLanguages);
        }
        whole.append(sentence);
    }
    return whole;
}

} // namespace motcua
