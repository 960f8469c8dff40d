// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/Language.h"
#include "ui/widgets/Theme.h"

#include <QString>

namespace motcua {

/** How the windows of this machine look and speak, and what they show: chosen once, the same at the next start, and before anybody signs in. */
struct Appearance
{
    Language::Code language = Language::Code::Vietnamese;
    Theme::Name theme = Theme::Name::Light;
    int textScale = 100; ///< percent: 100, 125 or 150
    bool guide = true; ///< pages show what they guide by, until somebody has read it and closes it

    /** What `file` says; whatever it does not say, or says wrongly, is as shipped. */
    [[nodiscard]] static Appearance load(const QString &file);

    /** A file that cannot be written costs only the choice at the next start, so nobody is told. */
    void save(const QString &file) const;

    /** "light", "dark" or "contrast"; any other name gives light. */
    [[nodiscard]] static Theme::Name themeNamed(QStringView name);

    /** "vi" or "en"; any other code gives Vietnamese. */
    [[nodiscard]] static Language::Code languageOf(QStringView code);

    [[nodiscard]] static bool isTextScale(int percent);

    friend bool operator==(const Appearance &, const Appearance &) = default;
};

} // namespace motcua
