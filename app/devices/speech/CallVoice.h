// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/speech/Sound.h"
#include "app/devices/speech/VoicePack.h"
#include "models/ticket/SpokenCall.h"

#include <atomic>
#include <optional>

namespace motcua {

/** Why a call could not be made into sound. */
enum class VoiceFault {
    NoWords, ///< the file of sentences cannot be read
    Unspeakable, ///< it names no ticket or no desk, or none of its languages is spoken here
    NoSynthesiser, ///< a sentence needs one, and there is none
    Failed, ///< it broke, took too long, or what it gave is no sound
    Stopped,
};

/**
 * Makes the sound of a call: a chime, then each language, as a voice pack has it or as espeak-ng says it.
 *
 * A sentence is of one voice: where the pack lacks a piece, espeak-ng says the whole of it. espeak-ng is a process for each sentence, with limits of time,
 * memory and output, so that what breaks or hangs there costs that sentence. It is started as it is and not in `motcua-worker`: it reads its voices from
 * files, which that one gives up; and what it is given are our own words and the digits of a number, not something that may be made to break it.
 *
 * For one thread that may wait.
 */
class CallVoice
{
public:
    struct Settings
    {
        QString pack = {}; ///< folder of a voice pack; empty: none
        QString synthesiser = QStringLiteral("espeak-ng"); ///< takes its arguments, text on standard input and gives WAV on standard output
        QString words = {}; ///< file of the sentences: resources/hall/voice.json
        QStringList languages = {QStringLiteral("vi")}; ///< of calls that name none
        std::chrono::milliseconds patience{8'000}; ///< with the synthesiser, for a sentence
    };
    enum class Source { Pack, Synthesiser };
    struct Sentence
    {
        QString language = {};
        QString text = {};
        Source source = Source::Synthesiser;
    };
    struct Said
    {
        Sound sound;
        QList<Sentence> sentences = {};
        std::optional<VoiceFault> missing = {}; ///< why one of the languages is not among them
    };

    explicit CallVoice(Settings settings);

    /** Reads sentences and pack anew, and looks for the synthesiser: why nothing could be said. */
    [[nodiscard]] std::optional<VoiceFault> look();
    /** Why the pack is not used, of the last look. */
    [[nodiscard]] const std::optional<Error> &packFault() const { return m_packFault; }

    /** The whole announcement; languages that cannot be spoken are left out as long as there is one that can. */
    [[nodiscard]] Result<Said, VoiceFault> say(const TicketCall &call, const std::atomic<bool> &stopped);

private:
    using Spoken = Result<Sound, VoiceFault>;

    [[nodiscard]] Spoken synthesised(const SpokenCall &call, const CallPhrases &phrases, const std::atomic<bool> &stopped) const;
    [[nodiscard]] Sound joined(const QList<Sound> &sentences) const;

    Settings m_settings;
    CallWords m_words; ///< no language: not read
    std::optional<VoicePack> m_pack;
    std::optional<Error> m_packFault;
};

} // namespace motcua
