// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/speech/Sound.h"
#include "models/ticket/SpokenCall.h"

#include <QHash>
#include <QString>

#include <optional>

namespace motcua {

/**
 * A voice that somebody recorded: a folder with `pack.json` (motcua.voice-pack/1), which says for each language in which file the words of a piece are
 * (SpokenPiece), and the files, WAV as Sound takes it and all at one rate. Nothing in the folder is trusted.
 */
class VoicePack
{
public:
    static constexpr qsizetype LargestList = 256 * 1024; ///< bytes of pack.json
    static constexpr qsizetype LargestClip = 1024 * 1024; ///< bytes of a file: ten seconds at the highest rate
    static constexpr qsizetype MostClips = 1'000;
    static constexpr std::chrono::seconds LongestClip{10};

    /**
     * Reads the list alone. Errors: FileUnreadable, FileTooLarge, CatalogueSyntax, CatalogueSchema (the first mistake, as file:line:column: what).
     *
     * Refused besides missing, empty, mistyped and unknown members: no clip or too many, and a file that is not a plain name ending in .wav in this folder.
     */
    [[nodiscard]] static Result<VoicePack> open(const QString &folder);

    [[nodiscard]] int rate() const { return m_rate; }
    /** The whole sentence; none when the pack lacks a piece of it, or the file of a piece cannot be used. */
    [[nodiscard]] std::optional<Sound> said(const SpokenCall &call) const;
    /** The pack's own, in the place of ours; none when it has none that can be used. */
    [[nodiscard]] std::optional<Sound> ownChime() const;

private:
    using Clips = QHash<QString, QString>; ///< file names by words

    VoicePack() = default;
    [[nodiscard]] std::optional<Sound> clip(const QString &name) const;

    QString m_folder;
    int m_rate = Sound::LowestRate;
    QString m_chime;
    QHash<QString, Clips> m_clips; ///< by language
};

} // namespace motcua
