// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan/ScanProfile.h"

#include "models/scan/ScanWords.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua {

namespace {

struct NamedSize
{
    QStringView name;
    QSize millimetres;
};

/** ISO 216, and the card of ISO/IEC 7810 ID-1 (85.60 × 53.98 mm) with a little around it, for nobody lays it down to the millimetre. */
constexpr NamedSize Sizes[] = {{u"A3", {297, 420}}, {u"A4", {210, 297}}, {u"A5", {148, 210}}, {u"A6", {105, 148}}, {u"card", {90, 58}}, {u"whole", {0, 0}}};

template <typename T, std::size_t Count>
QString wordOf(const std::pair<QStringView, T> (&words)[Count], T meant)
{
    const auto found = std::find_if(std::begin(words), std::end(words), [meant](const auto &word) { return word.second == meant; });
    return found == std::end(words) ? QString() : found->first.toString();
}

} // namespace

std::optional<QSize> pageSize(const QString &name)
{
    for (const NamedSize &size : Sizes) {
        if (name == size.name) {
            return size.millimetres;
        }
    }
    static const QRegularExpression sides(QStringLiteral("\\A([1-9][0-9]{1,3})x([1-9][0-9]{1,3})\\z"));
    const QRegularExpressionMatch match = sides.match(name);
    const QSize found(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || found.width() > ScanProfile::MostMillimetres || found.height() > ScanProfile::MostMillimetres) {
        return {};
    }
    return found;
}

QString pageSizeName(QSize page)
{
    for (const NamedSize &size : Sizes) {
        if (size.millimetres == page || (page.isEmpty() && size.millimetres.isEmpty())) {
            return size.name.toString();
        }
    }
    return QStringLiteral("%1x%2").arg(page.width()).arg(page.height());
}

QString scanWord(ScanSource source)
{
    return wordOf(ScanSources, source);
}

QString scanWord(ScanColour colour)
{
    return wordOf(ScanColours, colour);
}

} // namespace motcua
