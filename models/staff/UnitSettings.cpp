// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/staff/UnitSettings.h"

#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QJsonArray>

#include <algorithm>

namespace motcua {

using namespace journal;

UnitSettings UnitSettings::fold(const Id &origin, const QList<Entry> &entries)
{
    const SubjectLog log(origin, entries);
    UnitSettings settings;
    settings.heads = log.order().heads();
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        if (entry.header.kind == kind::UnitAssigned) {
            if (const Reading reading = Kinds::known().read(entry); reading.state == Reading::State::Read) {
                settings.serves = lettersIn(reading.payload.value(u"serves").toArray());
            }
            continue;
        }
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
            settings.governingBody = payload.value(u"governingBody").toString();
            settings.place = payload.value(u"place").toString();
            settings.account = UnitAccount::fromJson(payload.value(u"account").toObject());
        }
    }
    return settings;
}

QStringList UnitSettings::lettersIn(const QJsonArray &array)
{
    QStringList letters;
    for (const QJsonValue &one : array) {
        if (const QString letter = one.toString(); letter.size() == 1 && letter.front() >= u'A' && letter.front() <= u'Z') {
            letters.append(letter);
        }
    }
    letters.removeDuplicates();
    letters.sort();
    return letters;
}

bool UnitSettings::isPlace(const QString &text)
{
    // The comma and the date follow by themselves; somebody who types them too would see them twice.
    return !text.isEmpty() && text.size() <= LongestPlace && text.front().isLetter()
        && std::none_of(text.cbegin(), text.cend(), [](QChar c) { return c == u',' || c == u';' || c == u'\n'; });
}

QByteArray UnitSettings::desk() const
{
    return organisationCode.toUtf8() + '/' + QByteArray::number(deskNumber);
}

} // namespace motcua
