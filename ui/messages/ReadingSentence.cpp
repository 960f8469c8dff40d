// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/ReadingSentence.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace motcua {

namespace {

QString translated(const char *english)
{
    return QCoreApplication::translate("Reading", english);
}

/** What a field of a card's code holds; of the code as a whole for 0. */
QString cardField(int field)
{
    switch (field) {
    case 0:
        return translated(QT_TRANSLATE_NOOP("Reading", "Code of the card"));
    case 1:
        return translated(QT_TRANSLATE_NOOP("Reading", "Personal number"));
    case 2:
        return translated(QT_TRANSLATE_NOOP("Reading", "Number of the old identity card"));
    case 3:
        return translated(QT_TRANSLATE_NOOP("Reading", "Name"));
    case 4:
        return translated(QT_TRANSLATE_NOOP("Reading", "Date of birth"));
    case 5:
        return translated(QT_TRANSLATE_NOOP("Reading", "Sex"));
    case 6:
        return translated(QT_TRANSLATE_NOOP("Reading", "Address"));
    case 7:
        return translated(QT_TRANSLATE_NOOP("Reading", "Date of issue"));
    default:
        return translated(QT_TRANSLATE_NOOP("Reading", "Field %1")).arg(field);
    }
}

QString cardReason(CardQrFault::Reason reason)
{
    using Reason = CardQrFault::Reason;
    switch (reason) {
    case Reason::NotACard:
        return translated(QT_TRANSLATE_NOOP("Reading", "this is not the text of a chip card."));
    case Reason::FieldCount:
        return translated(QT_TRANSLATE_NOOP("Reading", "a card has seven or eleven fields, here it is another number; scan it again."));
    case Reason::NotUtf8:
        return translated(QT_TRANSLATE_NOOP("Reading", "the reader does not hand on Vietnamese letters (UTF-8); have it set up."));
    case Reason::TooLong:
        return translated(QT_TRANSLATE_NOOP("Reading", "too long."));
    case Reason::Missing:
        return translated(QT_TRANSLATE_NOOP("Reading", "this is never empty on a card; scan it again."));
    case Reason::BadNumber:
        return translated(QT_TRANSLATE_NOOP("Reading", "these are not the digits that belong here; scan it again."));
    case Reason::BadDate:
        return translated(QT_TRANSLATE_NOOP("Reading", "the calendar has no such day; day, month and year stand there as eight digits."));
    case Reason::UnknownSex:
        return translated(QT_TRANSLATE_NOOP("Reading", "neither Nam nor Nữ stands there."));
    case Reason::Mangled:
        return translated(
            QT_TRANSLATE_NOOP("Reading", "the reader mangled the letters; have its keyboard set to Vietnamese, or type them."));
    case Reason::UnwantedCharacter:
        return translated(QT_TRANSLATE_NOOP("Reading", "an invisible or foreign character stands there."));
    case Reason::WithoutMarks:
        return translated(QT_TRANSLATE_NOOP("Reading", "the reader dropped the marks of the letters; have it set up, or type them."));
    }
    return {};
}

QString paymentFault(VietQrFault fault)
{
    switch (fault) {
    case VietQrFault::Empty:
        return translated(QT_TRANSLATE_NOOP("Reading", "The payment code is empty."));
    case VietQrFault::TooLong:
        return translated(QT_TRANSLATE_NOOP("Reading", "The payment code is longer than 512 characters."));
    case VietQrFault::NotAscii:
        return translated(QT_TRANSLATE_NOOP("Reading", "A character stands there that no payment code may have; write without marks."));
    case VietQrFault::TagMalformed:
        return translated(QT_TRANSLATE_NOOP("Reading", "A tag of two digits must stand there."));
    case VietQrFault::LengthMalformed:
        return translated(QT_TRANSLATE_NOOP("Reading", "A length of two digits, 01 or more, must stand there."));
    case VietQrFault::LengthTooLarge:
        return translated(QT_TRANSLATE_NOOP("Reading", "A length is given that is more than what follows."));
    case VietQrFault::LengthMismatch:
        return translated(QT_TRANSLATE_NOOP("Reading", "The lengths of the parts do not fit the length of the whole."));
    case VietQrFault::DuplicateTag:
        return translated(QT_TRANSLATE_NOOP("Reading", "A tag stands there twice."));
    case VietQrFault::WrongOrder:
        return translated(QT_TRANSLATE_NOOP("Reading", "Tag 00 must be the first and tag 63 the last."));
    case VietQrFault::TrailingBytes:
        return translated(QT_TRANSLATE_NOOP("Reading", "Something stands behind the checksum."));
    case VietQrFault::MissingTag:
        return translated(QT_TRANSLATE_NOOP("Reading", "Something is missing that every payment code has."));
    case VietQrFault::ChecksumMalformed:
        return translated(QT_TRANSLATE_NOOP("Reading", "The checksum is not four digits or capital letters A to F."));
    case VietQrFault::ChecksumWrong:
        return translated(QT_TRANSLATE_NOOP("Reading", "The checksum does not fit: a character was changed or is missing."));
    case VietQrFault::ValueWrong:
        return translated(QT_TRANSLATE_NOOP("Reading", "What stands there is not what the standard allows."));
    case VietQrFault::ValueTooLong:
        return translated(QT_TRANSLATE_NOOP("Reading", "What stands there is too long."));
    case VietQrFault::CurrencyNotDong:
        return translated(QT_TRANSLATE_NOOP("Reading", "The currency is not VND."));
    case VietQrFault::AmountMalformed:
        return translated(QT_TRANSLATE_NOOP("Reading", "The amount must be a whole number from 1, of at most 13 digits."));
    }
    return {};
}

/** What a tag holds, where a person at the counter has a word for it. */
QString paymentPart(const QString &path)
{
    static constexpr std::array<std::pair<const char *, const char *>, 8> Parts{{
        {"38/01/00", QT_TRANSLATE_NOOP("Reading", "number of the bank")},
        {"38/01/01", QT_TRANSLATE_NOOP("Reading", "account or card")},
        {"38/02", QT_TRANSLATE_NOOP("Reading", "way of the transfer")},
        {"53", QT_TRANSLATE_NOOP("Reading", "currency")},
        {"54", QT_TRANSLATE_NOOP("Reading", "amount")},
        {"62/01", QT_TRANSLATE_NOOP("Reading", "bill number")},
        {"62/08", QT_TRANSLATE_NOOP("Reading", "purpose")},
        {"63", QT_TRANSLATE_NOOP("Reading", "checksum")},
    }};
    for (const auto &[tag, words] : Parts) {
        if (path == QLatin1StringView(tag)) {
            return translated(words);
        }
    }
    return {};
}

QString zoneReason(MrzFault::Reason reason)
{
    using Reason = MrzFault::Reason;
    switch (reason) {
    case Reason::Empty:
        return translated(QT_TRANSLATE_NOOP("Reading", "Nothing is typed yet. Type the lines of the document, or scan them."));
    case Reason::TooLong:
        return translated(QT_TRANSLATE_NOOP("Reading", "This is longer than the lines of any document."));
    case Reason::UnknownLayout:
        return translated(QT_TRANSLATE_NOOP("Reading",
            "These are not the lines of a passport (2 lines of 44 signs), a small document (2 of 36) or a card (3 of 30). Count the arrows, and leave a space between the lines."));
    case Reason::UnwantedCharacter:
        return translated(QT_TRANSLATE_NOOP("Reading", "In these lines stand only the letters A to Z, digits and arrows (<)."));
    case Reason::NotIdentity:
        return translated(QT_TRANSLATE_NOOP("Reading", "A document of this kind does not say who somebody is."));
    case Reason::NoNumber:
        return translated(QT_TRANSLATE_NOOP("Reading", "The number of the document is missing."));
    case Reason::NoName:
        return translated(QT_TRANSLATE_NOOP("Reading", "The name is missing."));
    case Reason::BadDate:
        return translated(QT_TRANSLATE_NOOP("Reading", "There is no such date."));
    }
    return {};
}

QString zonePart(MrzPart part)
{
    switch (part) {
    case MrzPart::DocumentNumber:
        return translated(QT_TRANSLATE_NOOP("Reading", "number"));
    case MrzPart::Birth:
        return translated(QT_TRANSLATE_NOOP("Reading", "date of birth"));
    case MrzPart::Expiry:
        return translated(QT_TRANSLATE_NOOP("Reading", "last day"));
    case MrzPart::OptionalData:
        return translated(QT_TRANSLATE_NOOP("Reading", "personal number"));
    case MrzPart::Whole:
        return translated(QT_TRANSLATE_NOOP("Reading", "the lines as a whole"));
    }
    return {};
}

} // namespace

QString sentence(const OldAddress &address)
{
    switch (address.verdict()) {
    case OldAddress::Verdict::NotFound:
        return translated(QT_TRANSLATE_NOOP("Reading", "No former commune has this name."));
    case OldAddress::Verdict::One:
        return {};
    case OldAddress::Verdict::Split:
        return translated(QT_TRANSLATE_NOOP("Reading", "It was split up: ask which part is meant."));
    case OldAddress::Verdict::Ambiguous:
        return translated(QT_TRANSLATE_NOOP("Reading", "Several former communes have this name: add the district or the province."));
    case OldAddress::Verdict::Contradicted:
        return translated(QT_TRANSLATE_NOOP("Reading", "Just before 1/7/2025 no commune of this name was in \"%1\": compare the address with the paper, it may be older."))
            .arg(address.contradicted.join(QStringLiteral("\", \"")));
    }
    return {};
}

QString sentence(PersonalNumberFault fault)
{
    switch (fault) {
    case PersonalNumberFault::Empty:
        return translated(QT_TRANSLATE_NOOP("Reading", "The personal number is missing."));
    case PersonalNumberFault::NotDigits:
        return translated(QT_TRANSLATE_NOOP("Reading", "A personal number has only digits."));
    case PersonalNumberFault::WrongLength:
        return translated(
            QT_TRANSLATE_NOOP("Reading", "A personal number has twelve digits; nine are the number of an old identity card."));
    }
    return {};
}

QString sentence(Contradiction contradiction)
{
    switch (contradiction) {
    case Contradiction::SexDiffers:
        return translated(QT_TRANSLATE_NOOP("Reading", "The personal number says another sex than is stated."));
    case Contradiction::BirthYearDiffers:
        return translated(QT_TRANSLATE_NOOP("Reading", "The personal number says another year of birth than is stated."));
    case Contradiction::BornLater:
        return translated(QT_TRANSLATE_NOOP("Reading", "The personal number says a year of birth that has not come yet."));
    case Contradiction::PlaceUnknown:
        return translated(QT_TRANSLATE_NOOP(
            "Reading", "No province ever had the first three digits of this personal number; they may stand for a place abroad."));
    case Contradiction::DigitUnknown:
        return translated(QT_TRANSLATE_NOOP("Reading", "The fourth digit of this personal number has no meaning yet."));
    }
    return {};
}

QString sentence(const CardQrFault &fault)
{
    return translated(QT_TRANSLATE_NOOP("Reading", "%1: %2")).arg(cardField(fault.field), cardReason(fault.reason));
}

QString sentence(CardContradiction contradiction)
{
    switch (contradiction) {
    case CardContradiction::IssuedBeforeBirth:
        return translated(
            QT_TRANSLATE_NOOP("Reading", "The card says that it was issued before its holder was born: look at the card itself."));
    case CardContradiction::IssuedLater:
        return translated(
            QT_TRANSLATE_NOOP("Reading", "The card says that it is issued on a day that has not come yet: look at the card itself."));
    }
    return {};
}

QString sentence(const MrzFault &fault)
{
    const QString reason = zoneReason(fault.reason);
    if (fault.line == 0) {
        return reason;
    }
    const QString place = fault.column == 0 ? translated(QT_TRANSLATE_NOOP("Reading", "Place: line %1.")).arg(fault.line)
                                            : translated(QT_TRANSLATE_NOOP("Reading", "Place: line %1, sign %2.")).arg(fault.line).arg(fault.column);
    return reason + u' ' + place;
}

QString wrongCheckDigits(const QList<MrzPart> &parts)
{
    QStringList names;
    for (const MrzPart part : parts) {
        if (part != MrzPart::Whole || parts.size() == 1) { // a wrong part makes the whole wrong
            names.append(zonePart(part));
        }
    }
    return translated(QT_TRANSLATE_NOOP("Reading", "A sign is wrong here: %1. Nothing was taken. Compare it with the document and type it again."))
        .arg(names.join(QStringLiteral(", ")));
}

QString sentence(PersonNameFault fault)
{
    switch (fault) {
    case PersonNameFault::Empty:
        return translated(QT_TRANSLATE_NOOP("Reading", "The name is missing."));
    case PersonNameFault::TooLong:
        return translated(QT_TRANSLATE_NOOP("Reading", "A name has at most %1 characters.")).arg(PersonName::Longest);
    case PersonNameFault::Malformed:
        return translated(QT_TRANSLATE_NOOP("Reading", "Something stands there that no name has, for example a digit or a bracket."));
    }
    return {};
}

QString sentence(const NameSuspicion &suspicion)
{
    using Kind = NameSuspicion::Kind;
    switch (suspicion.kind) {
    case Kind::LookAlikeD:
        return translated(QT_TRANSLATE_NOOP("Reading", "Character %1 looks like Đ but is a foreign letter; type Đ."))
            .arg(suspicion.position);
    case Kind::Digit:
        return translated(QT_TRANSLATE_NOOP("Reading", "Character %1 is a digit.")).arg(suspicion.position);
    case Kind::MixedScripts:
        return translated(QT_TRANSLATE_NOOP("Reading", "Character %1 is a letter of another alphabet; type it again."))
            .arg(suspicion.position);
    case Kind::Invisible:
        return translated(QT_TRANSLATE_NOOP("Reading", "Character %1 is invisible; delete it.")).arg(suspicion.position);
    case Kind::FullWidth:
        return translated(QT_TRANSLATE_NOOP("Reading", "Character %1 is a full-width letter; type it again.")).arg(suspicion.position);
    }
    return {};
}

QString sentence(const WordsFault &fault)
{
    using Reason = WordsFault::Reason;
    switch (fault.reason) {
    case Reason::Empty:
        return translated(QT_TRANSLATE_NOOP("Reading", "No words of a number stand there."));
    case Reason::Unknown:
        return translated(QT_TRANSLATE_NOOP("Reading", "Word %1 is no word of a number.")).arg(fault.word);
    case Reason::OutOfPlace:
        return translated(QT_TRANSLATE_NOOP("Reading", "Word %1 cannot stand at this place of a number.")).arg(fault.word);
    case Reason::Unfinished:
        return translated(QT_TRANSLATE_NOOP("Reading", "The number is not finished after word %1.")).arg(fault.word);
    case Reason::TooLarge:
        return translated(QT_TRANSLATE_NOOP("Reading", "The number is too large."));
    }
    return {};
}

QString sentence(const VietQrError &error)
{
    QStringList place;
    if (!error.path.isEmpty()) {
        const QString part = paymentPart(error.path);
        place.append(translated(QT_TRANSLATE_NOOP("Reading", "tag %1")).arg(error.path)
            + (part.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(part)));
    }
    if (error.offset >= 0) {
        place.append(translated(QT_TRANSLATE_NOOP("Reading", "character %1")).arg(error.offset + 1));
    }
    const QString told = paymentFault(error.fault);
    return place.isEmpty() ? told
                           : told + u' ' + translated(QT_TRANSLATE_NOOP("Reading", "Place: %1.")).arg(place.join(QStringLiteral(", ")));
}

QString lunarSentence(QDate day, const LunarDate &date)
{
    const QString words = date.leap ? translated(QT_TRANSLATE_NOOP("Reading", "%1 is day %2 of the leap lunar month %3, %4."))
                                    : translated(QT_TRANSLATE_NOOP("Reading", "%1 is day %2 of lunar month %3, %4."));
    return words.arg(day.toString(QStringLiteral("dd/MM/yyyy"))).arg(date.day).arg(date.month).arg(date.year);
}

QString lunarRangeSentence()
{
    return translated(QT_TRANSLATE_NOOP("Reading", "The lunar calendar is known for the years from %1 to %2; give a day in them."))
        .arg(FirstLunarYear)
        .arg(LastLunarYear);
}

} // namespace motcua
