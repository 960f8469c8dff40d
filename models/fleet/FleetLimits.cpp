// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fleet/FleetLimits.h"

#include "models/catalogue/JsonMembers.h"

namespace motcua {

Result<FleetLimits, QList<Error>> FleetLimits::read(const SourceFile &source)
{
    enum class Kind { Fleet };
    JsonFile file(source);
    FleetLimits limits;
    if (file.isGood()) {
        const JsonNode root(file);
        JsonMembers members(root);
        members.word<Kind>(QStringLiteral("schema"), {{u"motcua.fleet/1", Kind::Fleet}});
        const auto count = [&members](const QString &key, qint64 least, qint64 most) { return static_cast<int>(members.integer(key, least, most)); };
        // What has to be seen to is worse than what should be looked at: the bounds of the second follow from the first.
        limits.freeActMegabytes = count(QStringLiteral("freeActMegabytes"), 1, 1'000'000);
        limits.freeLookMegabytes = count(QStringLiteral("freeLookMegabytes"), limits.freeActMegabytes, 1'000'000);
        limits.clockLookSeconds = count(QStringLiteral("clockLookSeconds"), 1, 86'400);
        limits.clockActSeconds = count(QStringLiteral("clockActSeconds"), limits.clockLookSeconds, 86'400);
        limits.silentMinutes = count(QStringLiteral("silentMinutes"), 3, 1'440); // a desk speaks once a minute
        limits.awayDays = count(QStringLiteral("awayDays"), 1, 365);
        limits.catalogueDays = count(QStringLiteral("catalogueDays"), 1, 365);
        limits.unsentLookHours = count(QStringLiteral("unsentLookHours"), 1, 8'760);
        limits.unsentActHours = count(QStringLiteral("unsentActHours"), limits.unsentLookHours, 8'760);
        limits.backupLookDays = count(QStringLiteral("backupLookDays"), 1, 3'650);
        limits.backupActDays = count(QStringLiteral("backupActDays"), limits.backupLookDays, 3'650);
        limits.mark = members.text(QStringLiteral("mark"));
        members.done();
    }
    if (!file.isGood()) {
        return file.errors();
    }
    return limits;
}

} // namespace motcua
