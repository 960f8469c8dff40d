// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/IdentityWords.h"

#include "models/person/PartialDate.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString translated(const char *english)
{
    return QCoreApplication::translate("Identity", english);
}

} // namespace

QString words(IdentityPart part)
{
    switch (part) {
    case IdentityPart::Name: return translated(QT_TRANSLATE_NOOP("Identity", "Name"));
    case IdentityPart::OtherNames: return translated(QT_TRANSLATE_NOOP("Identity", "Other names"));
    case IdentityPart::PersonalNumber: return translated(QT_TRANSLATE_NOOP("Identity", "Personal number"));
    case IdentityPart::OldNumber: return translated(QT_TRANSLATE_NOOP("Identity", "Number of the card before"));
    case IdentityPart::ForeignNumber: return translated(QT_TRANSLATE_NOOP("Identity", "Number in another state"));
    case IdentityPart::Birth: return translated(QT_TRANSLATE_NOOP("Identity", "Date of birth"));
    case IdentityPart::Sex: return translated(QT_TRANSLATE_NOOP("Identity", "Sex"));
    case IdentityPart::Nationality: return translated(QT_TRANSLATE_NOOP("Identity", "Nationality"));
    case IdentityPart::Ethnicity: return translated(QT_TRANSLATE_NOOP("Identity", "Ethnicity"));
    case IdentityPart::Religion: return translated(QT_TRANSLATE_NOOP("Identity", "Religion"));
    case IdentityPart::BirthPlace: return translated(QT_TRANSLATE_NOOP("Identity", "Place of birth"));
    case IdentityPart::Origin: return translated(QT_TRANSLATE_NOOP("Identity", "Place of origin"));
    case IdentityPart::Residence: return translated(QT_TRANSLATE_NOOP("Identity", "Residence"));
    case IdentityPart::Features: return translated(QT_TRANSLATE_NOOP("Identity", "Features"));
    case IdentityPart::Father: return translated(QT_TRANSLATE_NOOP("Identity", "Father"));
    case IdentityPart::Mother: return translated(QT_TRANSLATE_NOOP("Identity", "Mother"));
    case IdentityPart::Spouse: return translated(QT_TRANSLATE_NOOP("Identity", "Spouse"));
    case IdentityPart::Telephone: return translated(QT_TRANSLATE_NOOP("Identity", "Telephone"));
    case IdentityPart::Profession: return translated(QT_TRANSLATE_NOOP("Identity", "Profession"));
    case IdentityPart::DocumentNumber: return translated(QT_TRANSLATE_NOOP("Identity", "Number of the document"));
    case IdentityPart::DocumentIssuer: return translated(QT_TRANSLATE_NOOP("Identity", "Issued by"));
    case IdentityPart::Issued: return translated(QT_TRANSLATE_NOOP("Identity", "Date of issue"));
    case IdentityPart::Expiry: return translated(QT_TRANSLATE_NOOP("Identity", "Valid until"));
    case IdentityPart::ChipSerial: return translated(QT_TRANSLATE_NOOP("Identity", "Number of the chip"));
    }
    return {};
}

SourceMark mark(IdentitySource source)
{
    switch (source) {
    case IdentitySource::Typed: return {QStringLiteral("⌨"), translated(QT_TRANSLATE_NOOP("Identity", "typed"))};
    case IdentitySource::QrOnPhone: return {QStringLiteral("☏"), translated(QT_TRANSLATE_NOOP("Identity", "QR code on a telephone"))};
    case IdentitySource::Qr: return {QStringLiteral("▤"), translated(QT_TRANSLATE_NOOP("Identity", "QR code of the card"))};
    case IdentitySource::Mrz: return {QStringLiteral("«"), translated(QT_TRANSLATE_NOOP("Identity", "machine-readable zone"))};
    case IdentitySource::Chip: return {QStringLiteral("◇"), translated(QT_TRANSLATE_NOOP("Identity", "chip, read"))};
    case IdentitySource::ChipVerified: return {QStringLiteral("◆"), translated(QT_TRANSLATE_NOOP("Identity", "chip, verified"))};
    }
    return {};
}

QString shown(IdentityPart part, const IdentityValue &value)
{
    if (value.text.isEmpty()) {
        return QStringLiteral("—");
    }
    if (value.presence != IdentityValue::Presence::Given) {
        return value.text;
    }
    if (part == IdentityPart::Birth || part == IdentityPart::Issued || part == IdentityPart::Expiry) {
        const auto date = PartialDate::fromIso(value.text);
        return date ? date->shown() : value.text;
    }
    if (part == IdentityPart::Sex) {
        return value.text == u"male" ? translated(QT_TRANSLATE_NOOP("Identity", "male"))
            : value.text == u"female" ? translated(QT_TRANSLATE_NOOP("Identity", "female"))
                                      : value.text;
    }
    return value.isShortened ? value.text + QStringLiteral(" …") : value.text;
}

} // namespace motcua
