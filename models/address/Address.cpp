// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/Address.h"

#include "models/address/AdministrativeUnits.h"

#include <algorithm>
#include <iterator>

namespace motcua {

namespace {

constexpr qsizetype LongestPlace = 32; // the decree says how long it is; this only bounds what is kept

/** A member of the JSON form and what may stand in it. */
struct Member
{
    const char *key = nullptr;
    QString Address::*text = nullptr;
    qsizetype longest = 0;
    bool digits = false;
};

constexpr Member Members[] = {
    {"detail", &Address::detail, Address::LongestDetail, false},
    {"commune", &Address::commune, 5, true},
    {"province", &Address::province, 2, true},
    {"quoted", &Address::quoted, Address::LongestQuoted, false},
    {"place", &Address::place, LongestPlace, false},
};

/** The first member that cannot be kept; null when all can. */
const Member *wrongMember(const Address &address)
{
    const auto wrong = [&address](const Member &member) {
        const QString &text = address.*member.text;
        const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
        const bool code = member.text == &Address::commune || member.text == &Address::province;
        return text.size() > member.longest || (member.digits && !std::all_of(text.begin(), text.end(), isDigit))
            || (code && !text.isEmpty() && text.size() != member.longest);
    };
    const auto found = std::find_if(std::begin(Members), std::end(Members), wrong);
    return found == std::end(Members) ? nullptr : found;
}

Error invalid(const char *member)
{
    return {ErrorCode::Invalid, QStringLiteral("address: ") + QLatin1StringView(member)};
}

} // namespace

Result<> Address::check(const AdministrativeUnits &units) const
{
    if (const Member *wrong = wrongMember(*this)) {
        return invalid(wrong->key);
    }
    if (!province.isEmpty() && !units.province(province)) {
        return invalid("province");
    }
    if (!commune.isEmpty()) {
        const Result<Commune> there = units.commune(commune);
        if (!there || there->province.code != province) {
            return invalid("commune");
        }
    }
    return place.isEmpty() || units.isPlaceIdentifier(place) ? Result<>() : invalid("place");
}

QString Address::line(const AdministrativeUnits &units) const
{
    if (!quoted.isEmpty()) {
        return quoted;
    }
    QStringList parts{detail};
    const Result<Commune> there = units.commune(commune);
    const Result<Province> above = units.province(province);
    parts.append(there ? there->fullName() : commune);
    parts.append(above ? above->fullName() : province);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QJsonObject Address::toJson() const
{
    QJsonObject json;
    for (const Member &member : Members) {
        if (!(this->*member.text).isEmpty()) {
            json.insert(QLatin1StringView(member.key), this->*member.text);
        }
    }
    return json;
}

Result<Address> Address::fromJson(const QJsonObject &json)
{
    Address address;
    const auto malformed = [](const QString &member) { return Error{ErrorCode::EntryMalformed, QStringLiteral("address: ") + member}; };
    for (auto one = json.begin(); one != json.end(); ++one) {
        const auto member = std::find_if(
            std::begin(Members), std::end(Members), [&one](const Member &known) { return one.key() == QLatin1StringView(known.key); });
        if (member == std::end(Members) || !one->isString()) {
            return malformed(member == std::end(Members) ? QStringLiteral("an unknown member") : one.key());
        }
        address.*member->text = one->toString();
    }
    if (const Member *wrong = wrongMember(address)) {
        return malformed(QLatin1StringView(wrong->key));
    }
    return address;
}

} // namespace motcua
