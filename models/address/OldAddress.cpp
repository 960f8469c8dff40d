// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/OldAddress.h"

#include "models/address/AdministrativeUnits.h"
#include "models/address/OldAddressSearch.h"

#include <algorithm>

namespace motcua {

OldAddress::Verdict OldAddress::verdict() const
{
    if (candidates.isEmpty()) {
        return Verdict::NotFound;
    }
    if (!contradicted.isEmpty()) {
        return Verdict::Contradicted;
    }
    // Two former communes of one name that went into the same one leave nothing to ask.
    const QList<Commune> &now = candidates.constFirst().unit.now;
    const auto alike = [&now](const Candidate &candidate) { return candidate.unit.now == now; };
    if (!std::all_of(candidates.cbegin(), candidates.cend(), alike)) {
        return Verdict::Ambiguous;
    }
    return now.size() == 1 ? Verdict::One : Verdict::Split;
}

QList<Commune> OldAddress::communes() const
{
    QList<Commune> all;
    for (const Candidate &candidate : candidates) {
        for (const Commune &commune : candidate.unit.now) {
            if (!all.contains(commune)) {
                all.append(commune);
            }
        }
    }
    return all;
}

Result<OldAddress> OldAddress::read(const AdministrativeUnits &units, const QString &text)
{
    const QString legible = address::legible(text);
    if (text.size() > LongestText || legible.trimmed().isEmpty()) {
        return Error{ErrorCode::Invalid, QStringLiteral("an address has 1 to %1 characters").arg(LongestText)};
    }
    const OldAddressSearch search(units.image(), legible);
    OldAddress address;
    const QList<OldAddressSearch::Found> best = search.best();
    for (const OldAddressSearch::Found &found : best) {
        address.candidates.append({units.formerUnitAt(found.unit.unit), found.district.has_value(), found.province.has_value()});
    }
    std::sort(address.candidates.begin(), address.candidates.end(), [](const Candidate &a, const Candidate &b) {
        return std::tie(a.unit.province, a.unit.district, a.unit.name) < std::tie(b.unit.province, b.unit.district, b.unit.name);
    });
    address.candidates.resize(std::min(address.candidates.size(), MostCandidates));
    if (!best.isEmpty()) {
        const OldAddressSearch::Rest rest = search.rest(best.constFirst());
        address.detail = rest.detail;
        address.unread = rest.unread;
        address.contradicted = rest.against;
    }
    for (qsizetype i = 1; i < best.size() && !address.contradicted.isEmpty(); ++i) {
        const QStringList against = search.rest(best[i]).against;
        address.contradicted.removeIf([&against](const QString &part) { return !against.contains(part); });
    }
    return address;
}

} // namespace motcua
