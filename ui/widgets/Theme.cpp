// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>
#include <array>
#include <cmath>

namespace motcua {

namespace {

constexpr int BasePixels = 14;

/** One row per token: light, dark, high contrast. */
struct Row
{
    const char *token;
    std::array<const char *, 3> colours;
};

constexpr std::array Table = {
    Row{"text", {"#1A1C1E", "#E6E8EB", "#FFFFFF"}},
    Row{"page", {"#FFFFFF", "#16191D", "#000000"}},
    Row{"surface", {"#F4F6F8", "#1E2227", "#000000"}},
    Row{"secondary", {"#5A6472", "#AEB7C2", "#FFFFFF"}},
    Row{"border", {"#8A94A3", "#6B7683", "#FFFFFF"}},
    Row{"line", {"#D5DAE1", "#343A42", "#FFFFFF"}},
    Row{"accent", {"#0B5CAD", "#8FC2FF", "#FFE14D"}},
    Row{"onAccent", {"#FFFFFF", "#0B1B2E", "#000000"}},
    Row{"accentSurface", {"#E3EEF9", "#1D3048", "#1A1A00"}},
    Row{"done", {"#1B6E3C", "#7FD99B", "#8CFFB0"}},
    Row{"warning", {"#7A4F00", "#FFD27A", "#FFD27A"}},
    Row{"warningSurface", {"#FFF4D6", "#2A2210", "#1C1400"}},
    Row{"danger", {"#B3261E", "#FFB4AB", "#FFB4AB"}},
    Row{"dangerSurface", {"#FDECEA", "#32191A", "#200000"}},
    Row{"training", {"#FFB300", "#FFB300", "#FFB300"}},
    Row{"onTraining", {"#1A1C1E", "#1A1C1E", "#000000"}},
    Row{"trainingFrame", {"#B3261E", "#FF5449", "#FF5449"}},
};

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

Theme Theme::named(Name name)
{
    Theme theme;
    theme.m_name = name;
    for (const Row &row : Table) {
        theme.m_colours.append({QString::fromLatin1(row.token), QColor(QLatin1String(row.colours.at(static_cast<std::size_t>(name))))});
    }
    return theme;
}

QColor Theme::colour(QStringView token) const
{
    const auto found = std::find_if(m_colours.begin(), m_colours.end(), [token](const ThemeColour &one) { return one.token == token; });
    return found == m_colours.end() ? QColor() : found->colour;
}

QList<ThemePair> Theme::pairs()
{
    QList<ThemePair> all;
    for (const QString &text : {u"text"_qs, u"secondary"_qs, u"accent"_qs, u"done"_qs, u"warning"_qs, u"danger"_qs}) {
        all.append({text, QStringLiteral("page")});
        all.append({text, QStringLiteral("surface")});
    }
    all.append({QStringLiteral("onAccent"), QStringLiteral("accent")});
    for (const QString &text : {u"text"_qs, u"accent"_qs, u"secondary"_qs}) {
        all.append({text, QStringLiteral("accentSurface")});
    }
    all.append({QStringLiteral("text"), QStringLiteral("warningSurface")});
    all.append({QStringLiteral("warning"), QStringLiteral("warningSurface")});
    all.append({QStringLiteral("text"), QStringLiteral("dangerSurface")});
    all.append({QStringLiteral("danger"), QStringLiteral("dangerSurface")});
    all.append({QStringLiteral("onTraining"), QStringLiteral("training")});
    return all;
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, colour(u"surface"));
    palette.setColor(QPalette::WindowText, colour(u"text"));
    palette.setColor(QPalette::Base, colour(u"page"));
    palette.setColor(QPalette::AlternateBase, colour(u"surface"));
    palette.setColor(QPalette::Text, colour(u"text"));
    palette.setColor(QPalette::PlaceholderText, colour(u"secondary"));
    palette.setColor(QPalette::Button, colour(u"surface"));
    palette.setColor(QPalette::ButtonText, colour(u"text"));
    palette.setColor(QPalette::BrightText, colour(u"danger"));
    palette.setColor(QPalette::Highlight, colour(u"accent"));
    palette.setColor(QPalette::HighlightedText, colour(u"onAccent"));
    palette.setColor(QPalette::Link, colour(u"accent"));
    palette.setColor(QPalette::ToolTipBase, colour(u"page"));
    palette.setColor(QPalette::ToolTipText, colour(u"text"));
    palette.setColor(QPalette::Mid, colour(u"border"));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, colour(u"secondary"));
    palette.setColor(QPalette::Disabled, QPalette::Text, colour(u"secondary"));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, colour(u"secondary"));
    return palette;
}

QString Theme::dressed(const QString &sheet) const
{
    QString result = sheet;
    for (const ThemeColour &one : m_colours) {
        result.replace(u'@' + one.token + u'@', one.colour.name());
    }
    const bool isLight = m_name == Name::Light;
    result.replace(QStringLiteral("@iconShade@"), isLight ? QStringLiteral("dark") : QStringLiteral("light"));
    result.replace(QStringLiteral("@onAccentShade@"), isLight ? QStringLiteral("light") : QStringLiteral("dark"));
    return result;
}

void Theme::wear(QApplication &application, int textScale) const
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(BasePixels * std::clamp(textScale, 100, 150) / 100);
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setFont(font);
    application.setPalette(palette());
    QFile sheet(QStringLiteral(":/styles/motcua.qss"));
    if (sheet.open(QIODevice::ReadOnly)) {
        application.setStyleSheet(dressed(QString::fromUtf8(sheet.readAll())));
    }
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace motcua
