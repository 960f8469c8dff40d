// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/dossier/Counter.h"

/** What an officer says of a step, and what a refusal or an entry tells of it. */
namespace motcua {

inline StepDossier stepBy(const QString &name, const QString &reason = Reason)
{
    return {.reason = reason, .event = name};
}

inline StepDossier handOver(const QList<Confirmation> &confirmed, const QString &overrideReason = {})
{
    return {.event = u"hand_over_result"_qs, .confirmed = confirmed, .overrideReason = overrideReason};
}

inline QString detailOf(const Result<QList<journal::EntryDraft>> &drafts)
{
    return drafts ? QString() : drafts.error().detail;
}

inline QStringList overridden(const Result<QList<journal::EntryDraft>> &drafts)
{
    QStringList names;
    const QJsonArray guards = payloadOf(drafts).value(u"softGuards").toArray();
    for (const QJsonValue &guard : guards) {
        names.append(guard.toString());
    }
    return names;
}

} // namespace motcua
