// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipFonts.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <cmath>

namespace motcua {

Result<SlipFonts> SlipFonts::installed(double points, int dotsPerInch)
{
    if (QGuiApplication::platformName().isEmpty()) {
        return Error{ErrorCode::RenderFailed, u"fonts: the program was started without a graphics platform"_qs};
    }
    SlipFonts fonts;
    fonts.m_serif = u"Noto Serif"_qs;
    fonts.m_sans = u"Noto Sans"_qs;
    fonts.m_pixels = points / 72 * dotsPerInch;
    for (const QString &family : {fonts.m_serif, fonts.m_sans}) {
        if (!QFontDatabase::hasFamily(family)) {
            return Error{ErrorCode::RenderFailed, QStringLiteral("fonts: %1 is not installed").arg(family)};
        }
    }
    return fonts;
}

QFont SlipFonts::face(const QString &family, double scale, bool bold, bool italic) const
{
    QFont font(family);
    font.setPixelSize(static_cast<int>(std::lround(m_pixels * scale)));
    font.setBold(bold);
    font.setItalic(italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any spacing switches ligatures off: "ffi" as one glyph would be one character to whoever extracts or searches the text.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.1);
    return font;
}

} // namespace motcua
