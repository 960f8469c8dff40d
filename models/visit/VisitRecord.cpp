// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/VisitRecord.h"

#include "models/journal/Kind.h"
#include "models/journal/SubjectLog.h"

#include <QDateTime>

namespace motcua {

using namespace journal;

namespace {

const QString Closing = QStringLiteral("closing");

} // namespace

std::optional<Visit::Outcome> VisitRecord::outcome() const
{
    return outcomeNamed(closing.value[u"outcome"].toString());
}

int VisitRecord::filed() const
{
    return closing.value[u"filed"].toInt();
}

qint64 VisitRecord::endedAtMs() const
{
    const QDateTime at = QDateTime::fromString(closing.value[u"endedAt"].toString(), Qt::ISODate);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

QJsonObject VisitRecord::forFigures() const
{
    QJsonObject kept;
    for (const QString &key : {u"startedAt"_qs, u"endedAt"_qs, u"outcome"_qs, u"filed"_qs, u"handedOver"_qs, u"turnedAway"_qs}) {
        if (const QJsonValue value = closing.value[key]; !value.isUndefined()) {
            kept.insert(key, value);
        }
    }
    return kept;
}

VisitRecord VisitRecord::fold(const Id &visit, const QList<Entry> &entries)
{
    const SubjectLog log(visit, entries);
    VisitRecord record;
    record.id = visit;
    record.heads = log.order().heads();
    // What a purge had seen counts as gone even where its bytes still lie around, so every holder shows the same.
    EntrySet gone(log.size());
    for (qsizetype place = 0; place < log.size(); ++place) {
        if (log.at(place).header.kind == kind::PayloadPurged) {
            gone.unite(log.order().ancestors(place));
            record.purged = true;
        }
    }
    Registers closings(log.order(), log.headers());
    for (qsizetype place = 0; place < log.size(); ++place) {
        const Entry &entry = log.at(place);
        Reading reading = Kinds::known().read(entry);
        if (reading.state == Reading::State::FromNewerProgram) {
            record.fromNewerProgram = true;
            continue;
        }
        const bool erased = gone.contains(place) && Kinds::known().find(entry.header.kind)->purgeable;
        if (erased || reading.state != Reading::State::Read) {
            ++record.withoutPayload;
            continue;
        }
        if (entry.header.kind == kind::VisitOpened && !record.opened) {
            record.opened = true;
            record.ticket = reading.payload.value(u"ticket").toString();
            record.startedAtMs = entry.header.receiptMs;
        } else if (entry.header.kind == kind::VisitClosed) {
            closings.write(Closing, place, reading.payload);
        } else if (entry.header.kind == kind::PayloadPurged) {
            closings.write(Closing, place, reading.payload.value(u"kept").toObject());
        }
    }
    record.closing = closings.folded().value(Closing);
    return record;
}

} // namespace motcua
