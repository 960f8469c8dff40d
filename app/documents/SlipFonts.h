// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QFont>

namespace motcua {

/** The faces a slip is set in; they exist only where the fonts that carry all Vietnamese letters are installed. */
class SlipFonts
{
public:
    /** Faces for a text of `points` on a device of `dotsPerInch`; RenderFailed names the family that is missing. */
    [[nodiscard]] static Result<SlipFonts> installed(double points, int dotsPerInch);

    [[nodiscard]] QFont regular(double scale = 1) const { return face(m_serif, scale, false, false); }
    [[nodiscard]] QFont bold(double scale = 1) const { return face(m_serif, scale, true, false); }
    [[nodiscard]] QFont italic(double scale = 1) const { return face(m_serif, scale, false, true); }
    /** For boxes, crossed and not: a face that comes with the others. */
    [[nodiscard]] QFont symbols(double scale = 1) const { return face(QStringLiteral("Noto Sans Symbols2"), scale, false, false); }
    [[nodiscard]] QFont boldItalic(double scale = 1) const { return face(m_serif, scale, true, true); }
    /** Without serifs, which a coarse printer loses. */
    [[nodiscard]] QFont plain(double scale = 1) const { return face(m_sans, scale, false, false); }
    [[nodiscard]] QFont plainBold(double scale = 1) const { return face(m_sans, scale, true, false); }
    [[nodiscard]] QFont foot() const { return face(m_sans, 0.75, false, false); }
    [[nodiscard]] QFont band() const { return face(m_sans, 1.15, true, false); }

private:
    SlipFonts() = default;
    [[nodiscard]] QFont face(const QString &family, double scale, bool bold, bool italic) const;

    QString m_serif;
    QString m_sans;
    double m_pixels = 0;
};

} // namespace motcua
