// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/CardQr.h"

#include "models/base/Text.h"
#include "models/person/PersonName.h"

#include <QStringDecoder>

#include <algorithm>

namespace motcua {

namespace {

using Reason = CardQrFault::Reason;

constexpr qsizetype Longest = 2'000; // UTF-16 units; cards seen have less than 250
constexpr qsizetype Fields2021 = 7;
constexpr qsizetype Fields2024 = 11;

bool isDigits(QStringView text, qsizetype count)
{
    return text.size() == count && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/**
 * Whether a scanner that types leaves this character of a text it does not understand: the second to fourth bytes of UTF-8 letters are
 * signs or rare letters in the tables 1252, 1258 and Latin-1, the first ones Ä, Å and Æ; what a table has not becomes a question mark.
 */
bool isLeftByMangling(QChar c)
{
    if (c == u'?' || c == QChar::ReplacementCharacter || (c.unicode() >= 0x80 && c.unicode() <= 0x9F)) {
        return true;
    }
    if (c.unicode() >= 0xA0 && c.unicode() <= 0xBF) {
        return true;
    }
    return QStringView(u"ÄÅÆƒŠšŒœŽžŸ€‚„…†‡ˆ‰‹›•˜™¿÷×").contains(c);
}

/** The signs of table 1252 that also belong to texts, behind the letter that the first byte of Ó or Ò becomes in it or in 1258. */
bool isPairLeftByMangling(QStringView text)
{
    return text.size() > 1 && (text[0] == u'Ã' || text[0] == u'Ă') && QStringView(u"‘’“”–—").contains(text[1]);
}

/** A letter of a Vietnamese keyboard or a mark on it; full-width letters lie elsewhere. */
bool isLatinLetter(QChar c)
{
    const bool mark = c.category() == QChar::Mark_NonSpacing && c.script() == QChar::Script_Inherited;
    return mark || (c.isLetter() && c.script() == QChar::Script_Latin && c.unicode() < 0x2000);
}

/** Letters, spaces, and what stands inside names. */
bool isOfName(QChar c)
{
    return isLatinLetter(c) || QStringView(u" '’ʼ-.").contains(c);
}

bool isOfAddress(QChar c)
{
    return isOfName(c) || (c >= u'0' && c <= u'9') || QStringView(u",/()\":;&+#*_@%!–—“”‘").contains(c);
}

QDate dateOf(QStringView text)
{
    if (!isDigits(text, 8)) {
        return {};
    }
    const QDate date(text.sliced(4).toInt(), text.sliced(2, 2).toInt(), text.first(2).toInt());
    return date.year() >= 1000 ? date : QDate();
}

QString dateText(QDate date)
{
    return date.toString(QStringLiteral("ddMMyyyy"));
}

/** The reason the characters of a field, which may stand in an address or only in a name, are not all good; nothing when they are. */
std::optional<Reason> characterFault(QStringView field, bool name)
{
    for (qsizetype i = 0; i < field.size(); ++i) {
        const QChar c = field[i];
        if (isLeftByMangling(c) || isPairLeftByMangling(field.sliced(i))) {
            return Reason::Mangled;
        }
        if (!(name ? isOfName(c) : isOfAddress(c))) {
            return Reason::UnwantedCharacter;
        }
    }
    return {};
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

Result<CardQr, CardQrFault> CardQr::fromText(const QString &scanned)
{
    if (scanned.size() > Longest) {
        return CardQrFault{Reason::TooLong, 0};
    }
    const QStringList fields = scanned.normalized(QString::NormalizationForm_C).split(u'|');
    if (fields.size() == 1) {
        return CardQrFault{Reason::NotACard, 0};
    }
    if (fields.size() != Fields2021 && fields.size() != Fields2024) {
        return CardQrFault{Reason::FieldCount, 0};
    }
    // Mangled letters explain whatever else is wrong with a field, so they are looked for first.
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (const auto reason = characterFault(fields[i], i == 2)) {
            return CardQrFault{*reason, static_cast<int>(i) + 1};
        }
        if (i < Fields2021 && i != 1 && fields[i].trimmed().isEmpty()) {
            return CardQrFault{Reason::Missing, static_cast<int>(i) + 1};
        }
    }
    CardQr card;
    card.format = fields.size() == Fields2021 ? Format::Card2021 : Format::Card2024;
    card.number = fields[0];
    if (!isDigits(card.number, 12)) {
        return CardQrFault{Reason::BadNumber, 1};
    }
    card.oldNumber = fields[1];
    if (!card.oldNumber.isEmpty() && !isDigits(card.oldNumber, 9) && !isDigits(card.oldNumber, 12)) {
        return CardQrFault{Reason::BadNumber, 2};
    }
    card.name = fields[2];
    if (text::characters(card.name) > PersonName::Longest) {
        return CardQrFault{Reason::TooLong, 3};
    }
    card.birth = dateOf(fields[3]);
    if (card.birth.isNull()) {
        return CardQrFault{Reason::BadDate, 4};
    }
    if (fields[4] != u"Nam" && fields[4] != u"Nữ") {
        return CardQrFault{Reason::UnknownSex, 5};
    }
    card.sex = fields[4] == u"Nam" ? Sex::Male : Sex::Female;
    card.address = fields[5];
    card.issued = dateOf(fields[6]);
    if (card.issued.isNull()) {
        return CardQrFault{Reason::BadDate, 7};
    }
    card.further = fields.mid(Fields2021);
    // A Vietnamese name may be without marks, hardly ever together with the names of commune and province.
    if (isAscii(card.name) && isAscii(card.address)) {
        return CardQrFault{Reason::WithoutMarks, 3};
    }
    return card;
}

Result<CardQr, CardQrFault> CardQr::fromBytes(const QByteArray &utf8)
{
    if (utf8.size() > 3 * Longest) {
        return CardQrFault{Reason::TooLong, 0};
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(utf8);
    if (decoder.hasError()) {
        return CardQrFault{Reason::NotUtf8, 0};
    }
    return fromText(text);
}

QString CardQr::text() const
{
    const QStringList fields{number, oldNumber, name, dateText(birth), sex == Sex::Male ? QStringLiteral("Nam") : QStringLiteral("Nữ"),
        address, dateText(issued)};
    return (fields + further).join(u'|');
}

QList<CardContradiction> CardQr::contradictions(QDate day) const
{
    QList<CardContradiction> all;
    if (issued < birth) {
        all.append(CardContradiction::IssuedBeforeBirth);
    }
    if (!day.isNull() && issued > day.addDays(1)) {
        all.append(CardContradiction::IssuedLater);
    }
    return all;
}

std::optional<QString> CardQr::cancelledNumber() const
{
    QStringList numbers = further;
    numbers.removeIf([](const QString &field) { return !isDigits(field, 12); });
    return numbers.size() == 1 ? std::optional(numbers[0]) : std::nullopt;
}

QStringList CardQr::parentNames() const
{
    QStringList names = further;
    names.removeIf([](const QString &field) { return field.isEmpty() || !std::all_of(field.cbegin(), field.cend(), isOfName); });
    return names;
}

} // namespace motcua
