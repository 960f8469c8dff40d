// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"

#include <QList>
#include <QString>

#include <array>

namespace motcua {

/** How a call is said in one language. */
struct CallPhrases
{
    enum class Language { Vietnamese, English };

    Language language = Language::Vietnamese;
    QString toNumber = {}; ///< to a desk with a number: a sentence with {ticket} and {desk} in it, once each
    QString toName = {}; ///< the same, to a desk that has a name
    std::array<QString, 26> letters = {}; ///< what A to Z are called
    QString voice = {}; ///< of espeak-ng
    int wordsPerMinute = 80; ///< of espeak-ng, 80 to 300

    [[nodiscard]] QString id() const; ///< "vi", "en"

    friend bool operator==(const CallPhrases &, const CallPhrases &) = default;
};

/** The words of the voice in the hall, from resources/hall/voice.json. */
struct CallWords
{
    QList<CallPhrases> languages = {}; ///< one at least once read, none twice

    /** Null where the voice does not speak it. */
    [[nodiscard]] const CallPhrases *in(const QString &languageId) const;

    /**
     * A motcua.voice/1 file, or everything wrong with it: CatalogueSyntax or CatalogueSchema with "file:line:column: what".
     *
     * Refused besides missing, empty, mistyped and unknown members: no language, one twice, a sentence that lacks {ticket} or {desk} or has one
     * twice, and a voice that is no plain name.
     */
    [[nodiscard]] static Result<CallWords, QList<Error>> read(const SourceFile &source);

    friend bool operator==(const CallWords &, const CallWords &) = default;
};

} // namespace motcua
