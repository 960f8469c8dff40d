// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Aftermath.h"

#include <algorithm>

namespace motcua {

namespace {

/** When the citizen was last told of it; 0: never. */
qint64 toldMs(const Dossier &dossier, TellCitizen::About about)
{
    qint64 last = 0;
    for (const DossierLine &line : dossier.told) {
        if (aboutNamed(line.what.value(u"about").toString()) == about) {
            last = std::max(last, line.time.unixMs);
        }
    }
    return last;
}

AftermathItem itemOf(AftermathItem::Kind kind, const Dossier &dossier)
{
    AftermathItem item;
    item.kind = kind;
    item.dossier = dossier.id;
    item.code = dossier.code;
    item.name = dossier.role(QStringLiteral("applicant.name")).text;
    item.phone = dossier.role(QStringLiteral("applicant.phone")).text;
    return item;
}

} // namespace

QList<AftermathItem> aftermathOf(const QList<storage::OpenFee> &fees, const QList<Dossier> &received, const StatusTable &table, qint64 dayEndsMs)
{
    QList<AftermathItem> items;
    for (const storage::OpenFee &fee : fees) {
        items.append({.kind = AftermathItem::Kind::Payment,
            .dossier = fee.dossier,
            .code = fee.code,
            .name = fee.name,
            .phone = fee.phone,
            .due = Money{fee.due.dong - fee.came.dong},
            .fee = fee.fee,
            .atMs = fee.receivedAtMs});
    }
    for (const Dossier &dossier : received) {
        if (dossier.isCancelled() || dossier.purged) {
            continue;
        }
        const QList<PortalVerdict> refusals = dossier.portal.standing();
        if (!refusals.isEmpty() && refusals.constLast().atMs > toldMs(dossier, TellCitizen::About::Refusal)) {
            AftermathItem item = itemOf(AftermathItem::Kind::Refusal, dossier);
            item.atMs = refusals.constLast().atMs;
            item.text = refusals.constLast().text;
            items.append(item);
        }
        // The last event that gave a new promise after the first one.
        const auto given = std::find_if(dossier.events.crbegin(), dossier.events.crend(), [](const DossierEvent &one) { return one.dueAtMs() > 0; });
        if (given != dossier.events.crend() && dossier.dueAtMs() != dossier.firstDueAtMs
            && given->atMs > toldMs(dossier, TellCitizen::About::NewDate)) {
            AftermathItem item = itemOf(AftermathItem::Kind::NewDate, dossier);
            item.atMs = dossier.dueAtMs();
            items.append(item);
        }
        const bool isOver = dossier.status.status && (table.isTerminal(*dossier.status.status) || *dossier.status.status == DossierStatus::Processed);
        if (!isOver && dossier.dueAtMs() > 0 && dossier.dueAtMs() <= dayEndsMs) {
            AftermathItem item = itemOf(AftermathItem::Kind::Late, dossier);
            item.atMs = dossier.dueAtMs();
            items.append(item);
        }
    }
    std::stable_sort(items.begin(), items.end(), [](const AftermathItem &a, const AftermathItem &b) { return std::tie(a.kind, a.code) < std::tie(b.kind, b.code); });
    return items;
}

} // namespace motcua
