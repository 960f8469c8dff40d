// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/ClockEffect.h"
#include "models/dossier/DossierStatus.h"
#include "models/journal/EntryKey.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace motcua {

/** Something that led a dossier to where it is, or moved its time: a step that stands, or a question to another body. */
struct DossierEvent
{
    journal::EntryKey entry = {};
    qint64 atMs = 0; ///< when it counts in law, milliseconds since 1970-01-01 UTC
    QString event = {}; ///< of the transitions table, or "external_asked" and "external_answered"; empty when its author named none
    ClockEffect clock = ClockEffect::None; ///< as the table in force when it was folded says
    QJsonObject what = {}; ///< the payload of its entry; of a purged dossier only from, to, dueAt and body

    [[nodiscard]] QString reason() const { return what.value(u"reason").toString(); }
    /** The promise given with it, milliseconds since 1970-01-01 UTC; 0 when there was none. */
    [[nodiscard]] qint64 dueAtMs() const;

    /** Of a question to another body or its answer: adds the body to those that have not answered, or takes it away. */
    void note(QStringList &awaited) const;

    /** The same without what is personal, as a purge keeps it for the figures. */
    [[nodiscard]] DossierEvent forFigures() const;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static DossierEvent fromJson(const QJsonObject &json);

    friend bool operator==(const DossierEvent &, const DossierEvent &) = default;
};

[[nodiscard]] QJsonArray eventsToJson(const QList<DossierEvent> &events);
[[nodiscard]] QList<DossierEvent> eventsFromJson(const QJsonArray &json);

/** The bodies that were asked and have not answered, as they were first written. */
[[nodiscard]] QStringList awaitedBodies(const QList<DossierEvent> &events);

/** Events the program itself must name: the first two stand in no table, the others in transitions.json. */
namespace event {
inline const QString ExternalAsked = QStringLiteral("external_asked");
inline const QString ExternalAnswered = QStringLiteral("external_answered");
inline const QString CancelAcceptance = QStringLiteral("cancel_acceptance");
inline const QString Submit = QStringLiteral("submit_online_or_draft");
inline const QString ReturnIncomplete = QStringLiteral("return_incomplete");
inline const QString Refuse = QStringLiteral("refuse");
inline const QString HandOverResult = QStringLiteral("hand_over_result");
} // namespace event

} // namespace motcua
