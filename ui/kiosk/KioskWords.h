// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket/ExpectedWait.h"
#include "ui/messages/Language.h"

#include <QString>

#include <memory>
#include <optional>

class QTranslator;

namespace motcua {

/**
 * What a kiosk says, in the language the citizen chose, whichever the program speaks: the officer's windows and the board of the hall stay as they are.
 *
 * Texts are marked with QT_TRANSLATE_NOOP("Kiosk", …). A copy is cheap.
 */
class KioskWords
{
public:
    explicit KioskWords(Language::Code language = Language::Code::Vietnamese);

    [[nodiscard]] Language::Code language() const { return m_language; }

    /** A text marked for "Kiosk", in the language. */
    [[nodiscard]] QString operator()(const char *english) const;

    /** The one of a catalogue's two labels; the Vietnamese one when there is no English. */
    [[nodiscard]] QString label(const QString &vietnamese, const QString &english) const;

    /** "20–35 min"; empty when nothing is known. */
    [[nodiscard]] QString wait(const std::optional<WaitRange> &range) const;

private:
    Language::Code m_language;
    std::shared_ptr<const QTranslator> m_texts; ///< none: English is as it is written
};

} // namespace motcua
