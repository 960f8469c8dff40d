// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierEvent.h"

#include "models/base/Text.h"
#include "models/journal/Json.h"

#include <QDateTime>

#include <algorithm>

namespace motcua {

qint64 DossierEvent::dueAtMs() const
{
    const QDateTime at = QDateTime::fromString(what.value(u"dueAt").toString(), Qt::ISODate);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

void DossierEvent::note(QStringList &awaited) const
{
    const QString body = what.value(u"body").toString();
    const auto same = [key = text::tidy(body).toCaseFolded()](const QString &other) { return text::tidy(other).toCaseFolded() == key; };
    const bool known = std::any_of(awaited.cbegin(), awaited.cend(), same);
    if (clock == ClockEffect::ExternalAsked && !known) {
        awaited.append(body);
    } else if (clock == ClockEffect::ExternalAnswered) {
        awaited.removeIf(same);
    }
}

QStringList awaitedBodies(const QList<DossierEvent> &events)
{
    QStringList awaited;
    for (const DossierEvent &event : events) {
        event.note(awaited);
    }
    return awaited;
}

DossierEvent DossierEvent::forFigures() const
{
    DossierEvent kept = *this;
    kept.what = {};
    for (const QString &key : {u"from"_qs, u"to"_qs, u"dueAt"_qs, u"body"_qs}) {
        if (what.contains(key)) {
            kept.what.insert(key, what.value(key));
        }
    }
    return kept;
}

QJsonObject DossierEvent::toJson() const
{
    // Text, as for times: a JSON number is exact only to 2^53.
    return {{u"by"_qs, journal::keyText(entry)}, {u"at"_qs, QString::number(atMs)}, {u"event"_qs, event},
        {u"clock"_qs, clockEffectName(clock)}, {u"what"_qs, what}};
}

DossierEvent DossierEvent::fromJson(const QJsonObject &json)
{
    return {journal::keyFromText(json.value(u"by").toString()), json.value(u"at").toString().toLongLong(), json.value(u"event").toString(),
        clockEffectNamed(json.value(u"clock").toString()).value_or(ClockEffect::None), json.value(u"what").toObject()};
}

QJsonArray eventsToJson(const QList<DossierEvent> &events)
{
    QJsonArray json;
    for (const DossierEvent &event : events) {
        json.append(event.toJson());
    }
    return json;
}

QList<DossierEvent> eventsFromJson(const QJsonArray &json)
{
    QList<DossierEvent> events;
    for (const QJsonValue &row : json) {
        events.append(DossierEvent::fromJson(row.toObject()));
    }
    return events;
}

} // namespace motcua
