// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendar/WorkingCalendar.h"
#include "models/dossier/DossierClock.h"
#include "models/dossier/DossierFold.h"
#include "tests/models/journal/Author.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** Payloads of other programs are folded or set aside, and a folded dossier survives being kept; its dates are counted or refused. The first byte chooses the kind. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::array kinds = {"dossier.accepted", "dossier.corrected", "dossier.stepped", "dossier.noted", "slip.issued",
        "paper.added", "fee.taken", "payload.purged", "attachment.missing", "dossier.resolved", "dossier.turnedAway", "dossier.cancelled",
        "dossier.external", "portal.accepted", "portal.refused", "dossier.unheardOf"};
    if (size < 1 || size > static_cast<std::size_t>(journal::Entry::MaxPayload)) {
        return 0;
    }
    const QByteArray payload(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    const bool isAnswer = QByteArrayView(kinds.at(data[0] % kinds.size())).startsWith("portal.");
    journal::Author author('o', isAnswer ? journal::Actor::Kind::Portal : journal::Actor::Kind::Person);
    const Id subject = journal::testId('d');
    const char *kind = kinds.at(data[0] % kinds.size());
    QList<journal::Entry> entries;
    if (kind != kinds.front()) {
        entries.append(author.write(subject, kinds.front(), {}));
    }
    entries.append(author.writeBytes(subject, kind, payload, entries.isEmpty() ? QList<journal::EntryKey>() : QList{entries.constFirst().header.key}));
    const Dossier dossier = DossierFold::fold(subject, entries, {});
    if (Dossier::fromJson(dossier.toJson()).toJson() != dossier.toJson()) {
        std::abort();
    }
    static const WorkingCalendar calendar({{.year = 2026}}, {1, 2, 3, 4, 5}, {{QTime(7, 30), QTime(17, 0)}});
    const Result<DueDates> dates = dueDates(dossier, calendar);
    if (dates && !dates->original.isValid()) {
        std::abort();
    }
    return 0;
}
