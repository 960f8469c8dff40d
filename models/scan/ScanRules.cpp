// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan/ScanRules.h"

#include "models/catalogue/JsonMembers.h"
#include "models/scan/ScanWords.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace motcua {

namespace {

ScanProfile readProfile(const JsonNode &node)
{
    static const QRegularExpression idPattern(QStringLiteral("\\A[a-z][a-z0-9-]{0,39}\\z"));
    JsonMembers members(node);
    ScanProfile profile;
    profile.id = members.text(QStringLiteral("id"));
    if (!profile.id.isEmpty() && !idPattern.match(profile.id).hasMatch()) {
        members.complain(QStringLiteral("id"), QStringLiteral("an id has small letters, digits and hyphens, 40 at most"));
    }
    profile.name = members.text(QStringLiteral("name"));
    profile.device = members.textOr(QStringLiteral("device"));
    profile.source = members.word<ScanSource>(QStringLiteral("source"), std::span<const std::pair<QStringView, ScanSource>>(ScanSources));
    profile.dpi = static_cast<int>(members.integer(QStringLiteral("dpi"), ScanProfile::LeastDpi, ScanProfile::MostDpi));
    profile.colour = members.word<ScanColour>(QStringLiteral("colour"), std::span<const std::pair<QStringView, ScanColour>>(ScanColours));
    const QString page = members.text(QStringLiteral("page"));
    const std::optional<QSize> size = pageSize(page);
    profile.page = size.value_or(QSize());
    if (!page.isEmpty() && !size) {
        members.complain(QStringLiteral("page"), QStringLiteral("\"page\" is A3, A4, A5, A6, card, whole, or width and height in millimetres such as 85x54"));
    }
    profile.isLocked = members.flag(QStringLiteral("locked"));
    members.done();
    return profile;
}

} // namespace

Result<ScanRules, QList<Error>> ScanRules::read(const SourceFile &source)
{
    enum class Kind { Scan };
    JsonFile file(source);
    ScanRules rules;
    if (file.isGood()) {
        const JsonNode root(file);
        JsonMembers members(root);
        members.word<Kind>(QStringLiteral("schema"), {{u"motcua.scan/1", Kind::Scan}});
        rules.leastDpi = static_cast<int>(members.integer(QStringLiteral("leastDpi"), ScanProfile::LeastDpi, ScanProfile::MostDpi));
        rules.needsColour = members.flag(QStringLiteral("needsColour"));
        rules.mark = members.text(QStringLiteral("mark"));
        members.each(QStringLiteral("profiles"), true, [&rules](const JsonNode &node) {
            const ScanProfile profile = readProfile(node);
            if (!profile.id.isEmpty() && rules.profile(profile.id)) {
                node.complain(QStringLiteral("id"), QStringLiteral("the id \"%1\" stands here twice").arg(profile.id));
            }
            if (profile.dpi >= ScanProfile::LeastDpi && profile.dpi < rules.leastDpi) {
                node.complain(QStringLiteral("dpi"), QStringLiteral("a copy of a paper has at least %1 dpi").arg(rules.leastDpi));
            }
            if (rules.needsColour && profile.colour != ScanColour::Colour) {
                node.complain(QStringLiteral("colour"), QStringLiteral("a copy of a paper is in colour"));
            }
            rules.profiles.append(profile);
        });
        if (rules.profiles.isEmpty()) {
            root.complain(QStringLiteral("profiles"), QStringLiteral("there is no profile"));
        }
        members.done();
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return rules;
}

const ScanProfile *ScanRules::profile(const QString &id) const
{
    const auto found = std::find_if(profiles.cbegin(), profiles.cend(), [&id](const ScanProfile &one) { return one.id == id; });
    return found == profiles.cend() ? nullptr : &*found;
}

std::optional<ScanRules::Lack> ScanRules::lackOf(const ScanProfile &wanted) const
{
    const ScanProfile *const settled = profile(wanted.id);
    if (settled && settled->isLocked && wanted != *settled) {
        return Lack::Locked;
    }
    if (wanted.dpi < leastDpi || wanted.dpi > ScanProfile::MostDpi) {
        return Lack::Dpi;
    }
    if (needsColour && wanted.colour != ScanColour::Colour) {
        return Lack::Colour;
    }
    return {};
}

QByteArray toJson(const ScanProfile &profile)
{
    QJsonObject object{{QStringLiteral("id"), profile.id}, {QStringLiteral("name"), profile.name}, {QStringLiteral("source"), scanWord(profile.source)},
        {QStringLiteral("dpi"), profile.dpi}, {QStringLiteral("colour"), scanWord(profile.colour)}, {QStringLiteral("page"), pageSizeName(profile.page)}};
    if (!profile.device.isEmpty()) {
        object.insert(QStringLiteral("device"), profile.device);
    }
    if (profile.isLocked) {
        object.insert(QStringLiteral("locked"), true);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace motcua
