// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/DataGroups.h"

#include "app/devices/eid/DataGroup.h"
#include "models/base/Text.h"

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

void tell(Identity &identity, const Dg11 &group)
{
    Telling telling(identity, 11);
    telling.tell(IdentityPart::Name, group.fullName);
    if (!group.otherNames.isEmpty()) {
        telling.tell(IdentityPart::OtherNames, group.otherNames.join(QStringLiteral("; ")));
    }
    telling.tell(IdentityPart::PersonalNumber, group.personalNumber);
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
    case 13: keep(Dg13::fromBytes(file), dg13); break;
    default: break;
    }
}

Identity DataGroups::identity() const
{
    Identity identity;
    if (dg13) {
        tell(identity, *dg13);
    }
    if (dg11) {
        tell(identity, *dg11);
    }
    if (dg12) {
        tell(identity, *dg12);
    }
    return mrz ? identity.merged(Identity::ofMrz(*mrz, Source, 1)) : identity;
}

QDate DataGroups::issued() const
{
    const auto day = PartialDate::fromIso(identity().text(IdentityPart::Issued));
    return day && day->precision() == PartialDate::Precision::Day ? day->first() : QDate();
}

QDate DataGroups::expiry() const
{
    const auto day = PartialDate::fromIso(identity().text(IdentityPart::Expiry));
    return day ? day->last() : QDate();
}

} // namespace motcua
