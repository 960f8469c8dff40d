// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/OfflineRules.h"

#include "models/catalogue/JsonMembers.h"

namespace motcua {

Result<OfflineRules, QList<Error>> OfflineRules::read(const SourceFile &source)
{
    enum class Kind { Offline };
    JsonFile file(source);
    OfflineRules rules;
    if (file.isGood()) {
        const JsonNode root(file);
        JsonMembers members(root);
        members.word<Kind>(QStringLiteral("schema"), {{u"motcua.offline/1", Kind::Offline}});
        const auto count = [&members](const QString &key, qint64 most) { return static_cast<int>(members.integer(key, 1, most)); };
        rules.unsent = count(QStringLiteral("unsent"), 1'000'000);
        rules.days = count(QStringLiteral("days"), 365);
        rules.catalogueDays = count(QStringLiteral("catalogueDays"), 3'650);
        rules.numbersLeft = count(QStringLiteral("numbersLeft"), 9'999);
        rules.nearDays = count(QStringLiteral("nearDays"), 365);
        rules.extendDays = count(QStringLiteral("extendDays"), 365);
        rules.outageMinutes = count(QStringLiteral("outageMinutes"), 7 * 24 * 60);
        rules.mark = members.text(QStringLiteral("mark"));
        members.done();
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return rules;
}

} // namespace motcua
