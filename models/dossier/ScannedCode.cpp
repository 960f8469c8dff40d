// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/ScannedCode.h"

#include "models/catalogue/CodeGrammar.h"
#include "models/person/Mrz.h"
#include "models/ticket/Appointment.h"

#include <QStringDecoder>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype CardSeparators = 6;
constexpr qsizetype CardNumberDigits = 12;
constexpr qsizetype OldNumberDigits = 9;
constexpr qsizetype FewestTicketDigits = 3; // Ticket::numberOf()
constexpr qsizetype MostTicketDigits = 5;
constexpr qsizetype EciLength = 7; // ISO/IEC 15424: a backslash and six digits

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

bool isPlainLetter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

bool isControl(QChar c)
{
    return c < u' ' || c == QChar(0x7F);
}

bool isAround(QChar c)
{
    return isControl(c) || c.isSpace() || c == QChar::ByteOrderMark;
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isAround(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isAround(text.back())) {
        text.chop(1);
    }
    return text;
}

/** Without what ISO/IEC 15424 lets a reader put before the text: "]Q1", or "]Q2\000026" where it tells the character table too. */
QStringView withoutIdentifier(QStringView text)
{
    if (text.size() < 3 || text[0] != u']' || !isPlainLetter(text[1]) || !(isDigit(text[2]) || isPlainLetter(text[2]))) {
        return text;
    }
    text = text.sliced(3);
    if (text.size() >= EciLength && text[0] == u'\\' && isDigits(text.sliced(1, EciLength - 1))) {
        text = text.sliced(EciLength);
    }
    return text;
}

bool isTicket(QStringView code)
{
    if (code.isEmpty() || code[0] < u'A' || code[0] > u'Z') {
        return false;
    }
    QStringView digits = code.sliced(1);
    if (const qsizetype dash = digits.indexOf(u'-'); dash >= 0) { // of a desk that gave it out alone: A03-01
        const QStringView mark = digits.first(dash);
        digits = digits.sliced(dash + 1);
        return (mark.size() == 2 || mark.size() == 3) && isDigits(mark) && digits.size() >= 2 && digits.size() <= MostTicketDigits && isDigits(digits);
    }
    return digits.size() >= FewestTicketDigits && digits.size() <= MostTicketDigits && isDigits(digits);
}

bool isMadeLikeACard(QStringView text)
{
    return text.count(u'|') >= CardSeparators && text.size() > CardNumberDigits && isDigits(text.first(CardNumberDigits));
}

ScannedCode unreadable(ScannedCode::Way way, ScannedCode::Fault fault)
{
    return {.kind = ScannedCode::Kind::Unreadable, .way = way, .fault = fault};
}

ScannedCode meaning(const QString &text, ScannedCode::Way way, const Catalogue &catalogue)
{
    using Kind = ScannedCode::Kind;
    if (way == ScannedCode::Way::Device) {
        if (const auto card = CardQr::fromText(text)) {
            return {.kind = Kind::Card, .way = way, .digits = CardDigits::of(*card), .card = *card};
        }
    }
    if (const auto digits = CardDigits::fromText(text)) {
        return {.kind = Kind::Card, .way = way, .digits = *digits};
    }
    if (isMadeLikeACard(text)) {
        return unreadable(way, ScannedCode::Fault::DamagedCard);
    }
    const QString code = typedCode(text);
    if (isTicket(code)) {
        return {.kind = Kind::Ticket, .way = way, .text = code};
    }
    if (const QString digits = Appointment::codeIn(code); !digits.isEmpty() && code == Appointment::textOf(digits)) {
        return {.kind = Kind::Appointment, .way = way, .text = digits};
    }
    if (code.size() == OldNumberDigits && isDigits(code)) {
        return {.kind = Kind::OldNumber, .way = way, .text = code};
    }
    const auto known = RecognisedCode::of(catalogue, text);
    const bool isDossier = known && known->kind == RecognisedCode::Kind::Dossier;
    return {.kind = isDossier ? Kind::Dossier : Kind::Other, .way = way, .text = known ? known->code : text, .code = known};
}

} // namespace

ScannedCode ScannedCode::of(const QByteArray &bytes, Way way, const Catalogue &catalogue)
{
    if (bytes.size() > LongestBytes) {
        return unreadable(way, Fault::TooLong);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString decoded = decoder(bytes);
    if (decoder.hasError()) {
        return unreadable(way, Fault::NotUtf8);
    }
    const QString text = trimmed(withoutIdentifier(trimmed(decoded))).toString();
    if (text.isEmpty()) {
        return unreadable(way, Fault::Empty);
    }
    // Between the lines of a zone stand line ends; an input method that made other letters of it leaves no zone.
    if (Mrz::isMadeLikeOne(text)) {
        return {.kind = Kind::Card, .way = way, .text = text, .isZone = true};
    }
    if (std::any_of(text.cbegin(), text.cend(), isControl)) {
        return unreadable(way, Fault::ControlCharacter);
    }
    return meaning(text, way, catalogue);
}

} // namespace motcua
