// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QPalette>
#include <QString>

class QApplication;

namespace motcua {

/** One colour by the name the style sheet calls it. */
struct ThemeColour
{
    QString token = {};
    QColor colour = {};
};

/** A foreground that is drawn on a background somewhere in the windows. */
struct ThemePair
{
    QString text = {};
    QString ground = {};
};

/** The colours of the windows as one table of values; everything that is painted takes them from here. */
class Theme
{
public:
    enum class Name { Light, Dark, HighContrast };

    [[nodiscard]] static Theme named(Name name);

    [[nodiscard]] Name name() const { return m_name; }
    [[nodiscard]] const QList<ThemeColour> &colours() const { return m_colours; }

    /** The colour called `token`; invalid when there is none. */
    [[nodiscard]] QColor colour(QStringView token) const;

    /** Every combination that carries words. */
    [[nodiscard]] static QList<ThemePair> pairs();

    [[nodiscard]] QPalette palette() const;

    /** `sheet` with each @token@ replaced by its colour, and @iconShade@, @onAccentShade@ by the shade of icons seen on it. */
    [[nodiscard]] QString dressed(const QString &sheet) const;

    /** Palette, style sheet and Noto Sans at 14 px × `textScale` / 100 for the whole program; `textScale` is kept within 100 … 150. */
    void wear(QApplication &application, int textScale = 100) const;

private:
    Name m_name = Name::Light;
    QList<ThemeColour> m_colours;
};

/** The contrast ratio of two opaque colours, 1 … 21 (WCAG 2.1, 1.4.3). */
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

} // namespace motcua
