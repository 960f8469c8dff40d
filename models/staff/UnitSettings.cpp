// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/UnitSettings.h"

#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

namespace motcua {

using namespace journal;

UnitSettings UnitSettings::fold(const Id &origin, const QList<Entry> &entries)
{
    const SubjectLog log(origin, entries);
    UnitSettings settings;
    settings.heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        // Only an origin speaks for its own desk, so its entries follow one another and the last one counts.
        if (entry.header.kind != kind::UnitConfigured || entry.header.key.origin != origin) {
            continue;
        }
        const Reading reading = Kinds::known().read(entry);
        if (reading.state == Reading::State::Read) {
            const QJsonObject &payload = reading.payload;
            settings.unitName = payload.value(u"unitName").toString();
            settings.organisationCode = payload.value(u"organisationCode").toString();
            settings.deskNumber = payload.value(u"deskNumber").toInt();
            settings.rangeFirst = payload.value(u"rangeFirst").toInt();
            settings.rangeLast = payload.value(u"rangeLast").toInt();
        }
    }
    return settings;
}

QByteArray UnitSettings::desk() const
{
    return organisationCode.toUtf8() + '/' + QByteArray::number(deskNumber);
}

} // namespace motcua
