// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Appearance.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace motcua {

namespace {

const QString LanguageKey = QStringLiteral("language");
const QString ThemeKey = QStringLiteral("theme");
const QString TextKey = QStringLiteral("text");
const QString GuideKey = QStringLiteral("guide");

constexpr std::array ThemeNames = {u"light", u"dark", u"contrast"};
constexpr std::array TextScales = {100, 125, 150};

} // namespace

Theme::Name Appearance::themeNamed(QStringView name)
{
    for (std::size_t i = 0; i < ThemeNames.size(); ++i) {
        if (name == QStringView(ThemeNames.at(i))) {
            return static_cast<Theme::Name>(i);
        }
    }
    return Theme::Name::Light;
}

Language::Code Appearance::languageOf(QStringView code)
{
    return code == u"en" ? Language::Code::English : Language::Code::Vietnamese;
}

bool Appearance::isTextScale(int percent)
{
    return std::find(TextScales.begin(), TextScales.end(), percent) != TextScales.end();
}

Appearance Appearance::load(const QString &file)
{
    Appearance made;
    if (file.isEmpty()) {
        return made;
    }
    const QSettings settings(file, QSettings::IniFormat);
    made.language = languageOf(settings.value(LanguageKey).toString());
    made.theme = themeNamed(settings.value(ThemeKey).toString());
    if (const int scale = settings.value(TextKey).toInt(); isTextScale(scale)) {
        made.textScale = scale;
    }
    made.guide = settings.value(GuideKey).toString() != u"off";
    return made;
}

void Appearance::save(const QString &file) const
{
    if (file.isEmpty()) {
        return;
    }
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue(LanguageKey, language == Language::Code::English ? QStringLiteral("en") : QStringLiteral("vi"));
    settings.setValue(ThemeKey, QStringView(ThemeNames.at(static_cast<std::size_t>(theme))).toString());
    settings.setValue(TextKey, textScale);
    settings.setValue(GuideKey, guide ? QStringLiteral("on") : QStringLiteral("off"));
}

} // namespace motcua
