// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/DataGroups.h"

#include "app/devices/eid/DataGroup.h"
#include "models/base/Text.h"

#include <algorithm>

namespace motcua {

namespace {

constexpr IdentitySource Source = IdentitySource::Chip;

using Presence = IdentityValue::Presence;

/** dd/MM/yyyy in ISO; as it stands when it is no such date. */
QString isoOf(const QString &shown)
{
    const auto date = PartialDate::fromShown(shown);
    return date ? date->iso() : shown;
}

QString sexOf(const QString &word)
{
    const QString key = text::folded(word);
    return key == u"nam" ? QStringLiteral("male") : key == u"nu" ? QStringLiteral("female") : word;
}

QString nationalityOf(const QString &words)
{
    return text::folded(words) == u"viet nam" ? QStringLiteral("VNM") : words;
}

/** Whether the card's words say that there is none: "Không", "Không thời hạn", "Không xác định thời hạn". */
bool saysNone(const QString &words)
{
    const QStringList key = text::foldedWords(words);
    return !key.isEmpty() && key.constFirst() == u"khong" && (key.size() == 1 || key.constLast() == u"han");
}

class Telling
{
public:
    Telling(Identity &identity, int group)
        : m_identity(identity)
        , m_group(group)
    {
    }

    void tell(IdentityPart part, const std::optional<QString> &text)
    {
        if (text) {
            m_identity.add(part, *text, Source, m_group);
        }
    }
    void tell(IdentityPart part, const std::optional<PartialDate> &date)
    {
        if (date) {
            m_identity.add(part, date->iso(), Source, m_group);
        }
    }
    void tellOrNone(IdentityPart part, const std::optional<QString> &text)
    {
        if (text && saysNone(*text)) {
            m_identity.add(part, IdentityValue{.source = Source, .presence = Presence::None, .text = *text, .group = m_group});
        } else {
            tell(part, text);
        }
    }

private:
    Identity &m_identity;
    int m_group;
};

void tell(Identity &identity, const Dg11 &group, bool isVietnamese)
{
    Telling telling(identity, 11);
    telling.tell(IdentityPart::Name, group.fullName);
    if (!group.otherNames.isEmpty()) {
        telling.tell(IdentityPart::OtherNames, group.otherNames.join(QStringLiteral("; ")));
    }
    telling.tell(isVietnamese ? IdentityPart::PersonalNumber : IdentityPart::ForeignNumber, group.personalNumber);
    telling.tell(IdentityPart::Birth, group.birth);
    telling.tell(IdentityPart::BirthPlace, group.birthPlace);
    telling.tell(IdentityPart::Residence, group.address);
    telling.tell(IdentityPart::Telephone, group.telephone);
    telling.tell(IdentityPart::Profession, group.profession);
}

void tell(Identity &identity, const Dg12 &group)
{
    Telling telling(identity, 12);
    telling.tell(IdentityPart::DocumentIssuer, group.authority);
    telling.tell(IdentityPart::Issued, group.issued);
}

void tell(Identity &identity, const Dg13 &group)
{
    Telling telling(identity, 13);
    const auto made = [&group](int number, QString (*make)(const QString &)) {
        const auto text = group.text(number);
        return text ? std::optional(make(*text)) : std::nullopt;
    };
    telling.tell(IdentityPart::PersonalNumber, group.text(Dg13::PersonalNumber));
    telling.tell(IdentityPart::Name, group.text(Dg13::Name));
    telling.tell(IdentityPart::Birth, made(Dg13::Birth, isoOf));
    telling.tell(IdentityPart::Sex, made(Dg13::Sex, sexOf));
    telling.tell(IdentityPart::Nationality, made(Dg13::Nationality, nationalityOf));
    telling.tell(IdentityPart::Ethnicity, group.text(Dg13::Ethnicity));
    telling.tellOrNone(IdentityPart::Religion, group.text(Dg13::Religion));
    telling.tell(IdentityPart::Origin, group.text(Dg13::Origin));
    telling.tell(IdentityPart::Residence, group.text(Dg13::Residence));
    telling.tellOrNone(IdentityPart::Features, group.text(Dg13::Features));
    telling.tell(IdentityPart::Issued, made(Dg13::Issued, isoOf));
    telling.tellOrNone(IdentityPart::Expiry, made(Dg13::Expiry, isoOf));
    telling.tell(IdentityPart::Father, group.text(Dg13::Parents, 0));
    telling.tell(IdentityPart::Mother, group.text(Dg13::Parents, 1));
    const Dg13::Field *spouse = group.field(Dg13::Spouse);
    telling.tell(IdentityPart::Spouse, spouse ? std::optional(spouse->texts.value(0)) : std::nullopt);
    telling.tell(IdentityPart::OldNumber, group.text(Dg13::OldNumber));
    telling.tell(IdentityPart::ChipSerial, group.text(Dg13::ChipSerial));
}

} // namespace

void DataGroups::add(int group, QByteArrayView file, QDate today)
{
    const auto keep = [this, group](auto result, auto &place) {
        faults.remove(group);
        if (result) {
            place = *std::move(result);
        } else {
            place.reset();
            faults.insert(group, result.error());
        }
    };
    switch (group) {
    case 1: keep(readDg1(file, today), mrz); break;
    case 2: keep(FaceImage::fromBytes(file), face); break;
    case 11: keep(Dg11::fromBytes(file), dg11); break;
    case 12: keep(Dg12::fromBytes(file), dg12); break;
    case 13:
        if (!mrz || isVietnamese()) {
            keep(Dg13::fromBytes(file), dg13);
        }
        break;
    default: break;
    }
}

Identity DataGroups::identity() const
{
    Identity identity;
    if (dg13 && isVietnamese()) {
        tell(identity, *dg13);
    }
    if (dg11) {
        tell(identity, *dg11, isVietnamese());
    }
    if (dg12) {
        tell(identity, *dg12);
    }
    return mrz ? identity.merged(Identity::ofMrz(*mrz, Source, 1)) : identity;
}

bool DataGroups::contradictsItself() const
{
    if (!dg13 || !isVietnamese()) {
        return false;
    }
    const Identity zone = Identity::ofMrz(*mrz, Source, 1);
    Identity national;
    tell(national, *dg13);
    for (const IdentityPart part : {IdentityPart::PersonalNumber, IdentityPart::Birth, IdentityPart::Name}) {
        const auto one = zone.best(part);
        const auto other = national.best(part);
        if (one && other && !goTogether(part, *one, *other)) {
            return true;
        }
    }
    return false;
}

QDate DataGroups::issued() const
{
    const auto day = PartialDate::fromIso(identity().text(IdentityPart::Issued));
    return day && day->precision() == PartialDate::Precision::Day ? day->first() : QDate();
}

QDate DataGroups::expiry() const
{
    const QList<IdentityValue> said = identity().all(IdentityPart::Expiry);
    for (const IdentityValue &value : said) {
        if (value.presence == Presence::None) {
            return {};
        }
        if (const auto day = PartialDate::fromIso(value.text)) {
            return day->last();
        }
    }
    return {};
}

CheckOutcome DataGroups::expiryOn(QDate today) const
{
    if (const QDate last = expiry(); last.isValid()) {
        return CardProof::expiryOn(last, today);
    }
    const QList<IdentityValue> said = identity().all(IdentityPart::Expiry);
    const auto is = [&said](Presence presence) {
        return std::any_of(said.cbegin(), said.cend(), [presence](const IdentityValue &value) { return value.presence == presence; });
    };
    // A zone that was understood and has no day holds fillers there: it says so as well.
    const bool isNever = is(Presence::None) || (mrz && mrz->expiry().isNull() && !is(Presence::Given));
    return isNever ? CheckOutcome::passed() : CheckOutcome::notDone(CheckReason::Malformed);
}

} // namespace motcua
