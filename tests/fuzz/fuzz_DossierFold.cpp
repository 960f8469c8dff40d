// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/DossierFold.h"
#include "tests/models/journal/Author.h"

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace motcua;

/** Payloads of other programs are folded or set aside, and a folded dossier survives being kept. The first byte chooses the kind. */
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static constexpr std::array kinds = {"dossier.accepted", "dossier.corrected", "dossier.stepped", "dossier.noted", "slip.issued",
        "paper.added", "fee.taken", "payload.purged", "attachment.missing", "dossier.resolved", "dossier.turnedAway", "dossier.cancelled",
        "dossier.external", "dossier.unheardOf"};
    if (size < 1 || size > static_cast<std::size_t>(journal::Entry::MaxPayload)) {
        return 0;
    }
    const QByteArray payload(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    journal::Author author('o');
    const Id subject = journal::testId('d');
    QList<journal::Entry> entries{author.write(subject, "dossier.accepted", {})};
    entries.append(author.writeBytes(subject, kinds.at(data[0] % kinds.size()), payload, {entries.constFirst().header.key}));
    const Dossier dossier = DossierFold::fold(subject, entries, {});
    if (Dossier::fromJson(dossier.toJson()).toJson() != dossier.toJson()) {
        std::abort();
    }
    return 0;
}
