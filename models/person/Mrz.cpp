// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/Mrz.h"

#include "models/base/Text.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace motcua {

namespace {

using Reason = MrzFault::Reason;

constexpr qsizetype Longest = 1'000; // UTF-16 units of a typed zone; the longest has 90 characters
constexpr int YearsAhead = 75; // an expiry farther away was meant a century before: papers that never expire name a day within it
constexpr int PersonalDigits = 12;

bool areDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool areFillers(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u'<'; });
}

bool isOfZone(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'<';
}

QStringView withoutEndFillers(QStringView text)
{
    while (text.endsWith(u'<')) {
        text.chop(1);
    }
    return text;
}

/** Without the fillers around it. */
QString inner(QStringView text)
{
    text = withoutEndFillers(text);
    while (text.startsWith(u'<')) {
        text = text.sliced(1);
    }
    return text.toString();
}

QString joined(std::initializer_list<QStringView> parts)
{
    QString all;
    for (const QStringView part : parts) {
        all.append(part);
    }
    return all;
}

/** Words as people write them: any run of fillers is one space. */
QString words(QStringView text)
{
    return text.toString().replace(u'<', u' ').simplified();
}

QStringList cleanLines(const QString &typed)
{
    QString text = text::withoutInvisible(text::plainWidth(typed));
    text.replace(u'«', QStringLiteral("<<")).replace(u'‹', u'<').replace(u'\r', u'\n').replace(QChar(QChar::LineSeparator), u'\n');
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        line.removeIf([](QChar c) { return c.isSpace(); });
        for (QChar &c : line) {
            // Not toUpper(): a long s or a dotless i would become a letter nobody typed.
            if (c >= u'a' && c <= u'z') {
                c = QChar(c.unicode() - u'a' + u'A');
            }
        }
    }
    lines.removeIf([](const QString &line) { return line.isEmpty(); });
    return lines;
}

struct Shape
{
    Mrz::Layout layout;
    qsizetype lines;
    qsizetype width;
    qsizetype names; ///< the line of names, where fillers at the end may be missing
};

constexpr Shape Shapes[] = {{Mrz::Layout::TD1, 3, 30, 2}, {Mrz::Layout::TD2, 2, 36, 0}, {Mrz::Layout::TD3, 2, 44, 0}};

/** The line in this width by fillers at its end alone; empty when that cannot be. */
QString fitted(const QString &line, qsizetype width)
{
    const QStringView bare = withoutEndFillers(line);
    return bare.size() <= width && !bare.isEmpty() ? bare.toString().leftJustified(width, u'<') : QString();
}

/** The lines of one of the three layouts, each in its width, and which it is. */
std::optional<std::pair<Shape, QStringList>> shaped(const QStringList &lines)
{
    for (const Shape &shape : Shapes) {
        if (lines.size() != shape.lines) {
            continue;
        }
        QStringList made = lines;
        made[shape.names] = fitted(lines[shape.names], shape.width);
        if (std::all_of(made.cbegin(), made.cend(), [&shape](const QString &line) { return line.size() == shape.width; })) {
            return std::pair(shape, made);
        }
    }
    // A reader may send all in one line, or break it elsewhere.
    const QString all = lines.join(QString());
    for (const Shape &shape : Shapes) {
        if (all.size() == shape.lines * shape.width) {
            QStringList made;
            for (qsizetype i = 0; i < shape.lines; ++i) {
                made.append(all.sliced(i * shape.width, shape.width));
            }
            return std::pair(shape, made);
        }
    }
    return {};
}

/** In a field of one line the lines of a zone stand behind each other. */
QString brokenAtSpaces(QString text)
{
    std::replace_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }, QChar(u'\n'));
    return text;
}

std::optional<std::pair<Shape, QStringList>> shaped(const QString &text)
{
    const auto asItStands = shaped(cleanLines(text));
    return asItStands ? asItStands : shaped(cleanLines(brokenAtSpaces(text)));
}

MrzCheck checked(QStringView covered, QChar digit, bool mayBeAbsent = false)
{
    if (digit == u'<' && mayBeAbsent && areFillers(covered)) {
        return MrzCheck::Absent;
    }
    return mrzCheckDigit(covered) == digit ? MrzCheck::Right : MrzCheck::Wrong;
}

/** Two digits of a date: 0 for fillers and for 00, which some states write instead; nothing when they are anything else. */
std::optional<int> twoDigits(QStringView text)
{
    if (areDigits(text)) {
        return text.toInt();
    }
    return areFillers(text) ? std::optional(0) : std::nullopt;
}

} // namespace

class Mrz::Reading
{
public:
    Reading(Mrz &mrz, QDate today)
        : m_mrz(mrz)
        , m_today(today)
    {
    }

    std::optional<MrzFault> read()
    {
        const QStringList &lines = m_mrz.m_lines;
        const bool td1 = m_mrz.m_layout == Layout::TD1;
        const QStringView first = lines[0];
        const QStringView second = lines[1];
        m_mrz.m_code = inner(first.first(2));
        if (!first[0].isLetter() || first[0] == u'V') {
            return MrzFault{Reason::NotIdentity, 1, 1};
        }
        m_mrz.m_issuer = inner(first.sliced(2, 3));

        if (td1) {
            readNumber(first.sliced(5, 9), first[14], first.sliced(15));
        } else {
            const bool td3 = m_mrz.m_layout == Layout::TD3;
            readNumber(second.first(9), second[9], second.sliced(28, td3 ? 14 : 7));
            if (td3) {
                check(MrzPart::OptionalData) = checked(second.sliced(28, 14), second[42], true);
            }
        }
        if (m_mrz.m_number.isEmpty()) {
            return MrzFault{Reason::NoNumber, td1 ? 1 : 2, td1 ? 6 : 1};
        }
        const qsizetype dates = td1 ? 0 : 13; // birth, its digit, sex, expiry, its digit
        m_mrz.m_birthCharacters = second.sliced(dates, 6).toString();
        m_mrz.m_expiryCharacters = second.sliced(dates + 8, 6).toString();
        if (!readBirth()) {
            return MrzFault{Reason::BadDate, 2, static_cast<int>(dates) + 1};
        }
        if (!readExpiry()) {
            return MrzFault{Reason::BadDate, 2, static_cast<int>(dates) + 9};
        }
        check(MrzPart::Birth) = checked(m_mrz.m_birthCharacters, second[dates + 6], true);
        check(MrzPart::Expiry) = checked(m_mrz.m_expiryCharacters, second[dates + 14], true);
        const QChar sex = second[dates + 7];
        m_mrz.m_sex = sex == u'M' ? std::optional(Sex::Male) : sex == u'F' ? std::optional(Sex::Female) : std::nullopt;
        m_mrz.m_nationality = inner(second.sliced(td1 ? 15 : 10, 3));
        readPersonalNumber();
        if (td1) {
            m_mrz.m_further = inner(second.sliced(18, 11));
        }
        readWhole();
        return readNames(td1 ? QStringView(lines[2]) : first.sliced(5), td1);
    }

private:
    MrzCheck &check(MrzPart part) { return m_mrz.m_checks[static_cast<int>(part)]; }

    void readNumber(QStringView field, QChar digit, QStringView optional)
    {
        // A filler in the place of the check digit: the number goes on in the optional data, its digit last (9303-5, 4.2.2, note j).
        const QStringView more = optional.first(std::max<qsizetype>(0, optional.indexOf(u'<')));
        if (digit == u'<' && !field.endsWith(u'<') && more.size() >= 2 && m_mrz.m_layout != Layout::TD3) {
            m_mrz.m_number = joined({field, more.chopped(1)});
            check(MrzPart::DocumentNumber) = checked(m_mrz.m_number, more.back());
            m_optional = optional.sliced(more.size());
        } else {
            m_mrz.m_number = withoutEndFillers(field).toString();
            check(MrzPart::DocumentNumber) = checked(field, digit);
            m_optional = optional;
        }
    }

    void readPersonalNumber()
    {
        if (m_mrz.m_issuer == u"VNM" && m_optional.size() >= PersonalDigits && areDigits(m_optional.first(PersonalDigits))
            && (m_optional.size() == PersonalDigits || m_optional[PersonalDigits] == u'<')) {
            m_mrz.m_personal = m_optional.first(PersonalDigits).toString();
            // The last character of the optional data is their check digit on cards of Vietnam, which the layout does not know.
            if (m_mrz.m_layout == Layout::TD1 && m_optional.size() == 15 && areFillers(m_optional.sliced(12, 2)) && m_optional[14] != u'<') {
                check(MrzPart::OptionalData) = checked(m_optional.first(14), m_optional[14]);
                m_optional = {};
            } else {
                m_optional = m_optional.sliced(PersonalDigits);
            }
        }
        m_mrz.m_optional = inner(m_optional);
    }

    void readWhole()
    {
        const QStringView first = m_mrz.m_lines[0];
        const QStringView second = m_mrz.m_lines[1];
        const QString covered = m_mrz.m_layout == Layout::TD1
            ? joined({first.sliced(5), second.first(7), second.sliced(8, 7), second.sliced(18, 11)})
            : joined({second.first(10), second.sliced(13, 7), second.sliced(21, second.size() - 22)});
        check(MrzPart::Whole) = checked(covered, second.back());
    }

    bool readBirth()
    {
        const QStringView text = m_mrz.m_birthCharacters;
        if (areFillers(text)) {
            return true;
        }
        const auto month = twoDigits(text.sliced(2, 2));
        const auto day = twoDigits(text.sliced(4, 2));
        if (!areDigits(text.first(2)) || !month || !day) {
            return false;
        }
        const int year = m_today.year() / 100 * 100 + text.first(2).toInt();
        for (const int candidate : {year, year - 100}) {
            const auto date = PartialDate::of(candidate, *month, *month == 0 ? 0 : *day);
            if (date && date->first() <= m_today) {
                m_mrz.m_birth = date;
                return true;
            }
        }
        return false;
    }

    bool readExpiry()
    {
        const QStringView text = m_mrz.m_expiryCharacters;
        if (areFillers(text)) {
            return true;
        }
        const auto month = twoDigits(text.sliced(2, 2));
        const auto day = twoDigits(text.sliced(4, 2));
        if (!areDigits(text.first(2)) || !month || !day) {
            return false;
        }
        int year = m_today.year() / 100 * 100 + text.first(2).toInt();
        if (year > m_today.year() + YearsAhead) {
            year -= 100;
        } else if (year <= m_today.year() + YearsAhead - 100) {
            year += 100;
        }
        const auto date = PartialDate::of(year, *month, *month == 0 ? 0 : *day);
        if (date) {
            m_mrz.m_expiry = date->last();
        }
        return date.has_value();
    }

    std::optional<MrzFault> readNames(QStringView field, bool td1)
    {
        m_mrz.m_shortened = !field.endsWith(u'<');
        while (field.startsWith(u'<')) {
            field = field.sliced(1);
        }
        const qsizetype end = field.indexOf(u"<<");
        m_mrz.m_surname = words(end < 0 ? field : field.first(end));
        m_mrz.m_given = end < 0 ? QString() : words(field.sliced(end));
        if (m_mrz.m_surname.isEmpty()) {
            return MrzFault{Reason::NoName, td1 ? 3 : 1, td1 ? 1 : 6};
        }
        return {};
    }

    Mrz &m_mrz;
    QDate m_today;
    QStringView m_optional; // what is left of the optional data
};

Result<Mrz, MrzFault> Mrz::fromText(const QString &text, QDate today)
{
    if (text.size() > Longest) {
        return MrzFault{Reason::TooLong, 0, 0};
    }
    const QStringList lines = cleanLines(text);
    if (lines.isEmpty()) {
        return MrzFault{Reason::Empty, 0, 0};
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines[i];
        const auto bad = std::find_if_not(line.cbegin(), line.cend(), isOfZone);
        if (bad != line.cend()) {
            return MrzFault{Reason::UnwantedCharacter, static_cast<int>(i) + 1, static_cast<int>(bad - line.cbegin()) + 1};
        }
    }
    const auto shape = shaped(text);
    if (!shape) {
        return MrzFault{Reason::UnknownLayout, 0, 0};
    }
    Mrz mrz;
    mrz.m_layout = shape->first.layout;
    mrz.m_lines = shape->second;
    if (const auto fault = Reading(mrz, today).read()) {
        return *fault;
    }
    return mrz;
}

bool Mrz::isMadeLikeOne(const QString &text)
{
    const auto shape = text.size() <= Longest ? shaped(text) : std::nullopt;
    return shape && shape->second.constFirst().front().isLetter() && shape->second.constFirst().front() != u'V'
        && shape->second.join(QString()).contains(QStringLiteral("<<"))
        && std::all_of(shape->second.cbegin(), shape->second.cend(), [](const QString &line) { return std::all_of(line.cbegin(), line.cend(), isOfZone); });
}

QString Mrz::name() const
{
    return m_given.isEmpty() ? m_surname : m_surname + u' ' + m_given;
}

QList<MrzPart> Mrz::wrong() const
{
    QList<MrzPart> parts;
    for (const MrzPart part : {MrzPart::DocumentNumber, MrzPart::Birth, MrzPart::Expiry, MrzPart::OptionalData, MrzPart::Whole}) {
        if (check(part) == MrzCheck::Wrong) {
            parts.append(part);
        }
    }
    return parts;
}

bool Mrz::numbersAgree() const
{
    return m_layout != Layout::TD1 || m_personal.isEmpty() || cardDocumentNumber(m_personal) == m_number;
}

MrzKey Mrz::key() const
{
    return {m_number, m_birthCharacters, m_expiryCharacters};
}

} // namespace motcua
