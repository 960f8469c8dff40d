// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/VietQr.h"

#include "models/fee/EmvElement.h"

#include <QMap>

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype LongestCode = 512; // EMVCo MPM v1.1 §4
constexpr qsizetype BinDigits = 6;
constexpr qsizetype AmountDigits = 13; // EMVCo MPM, tag 54

constexpr auto Format = "00";
constexpr auto Initiation = "01";
constexpr auto Merchant = "38";
constexpr auto Currency = "53";
constexpr auto Amount = "54";
constexpr auto Country = "58";
constexpr auto Additional = "62";
constexpr auto Checksum = "63";

using Element = EmvElement;
using Fault = VietQrFault;
using Tags = QMap<QString, Element>;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

bool isPlain(QChar c)
{
    return c >= u' ' && c <= u'~';
}

Tags byTag(const QList<Element> &all)
{
    Tags tags;
    for (const Element &one : all) {
        tags.insert(one.tag, one);
    }
    return tags;
}

/** The outermost elements: 00 first, 63 last and nothing behind it. */
Result<Tags, VietQrError> outermost(const QString &text)
{
    // Elements behind the checksum are out of order; anything else behind it was never part of the code.
    qsizetype end = -1;
    for (qsizetype at = 0; at + Element::HeadLength <= text.size() && isDigits(QStringView(text).sliced(at, Element::HeadLength));) {
        const QStringView head = QStringView(text).sliced(at, Element::HeadLength);
        at += Element::HeadLength + head.sliced(2).toInt();
        if (head.first(2) == QLatin1StringView(Checksum)) {
            end = at;
            break;
        }
    }
    const Result<QList<Element>, VietQrError> all = Element::read(text, {}, 0);
    if (!all) {
        return end >= 0 && end < text.size() && all.error().offset >= end ? VietQrError{Fault::TrailingBytes, {}, end} : all.error();
    }
    const Tags tags = byTag(*all);
    for (const char *edge : {Format, Checksum}) {
        const QString tag = QLatin1StringView(edge);
        const Element &there = edge == Format ? all->constFirst() : all->constLast();
        if (!tags.contains(tag)) {
            return VietQrError{Fault::MissingTag, tag, edge == Format ? 0 : text.size()};
        }
        if (there.tag != tag) {
            return VietQrError{Fault::WrongOrder, tag, tags.value(tag).offset};
        }
    }
    return tags;
}

std::optional<VietQrError> checksumFault(const QString &text, const Element &checksum)
{
    const auto isHex = [](QChar c) { return isDigit(c) || (c >= u'A' && c <= u'F'); };
    if (checksum.value.size() != 4 || !std::all_of(checksum.value.begin(), checksum.value.end(), isHex)) {
        return VietQrError{Fault::ChecksumMalformed, checksum.tag, checksum.valueOffset()};
    }
    const QByteArray covered = text.first(checksum.valueOffset()).toLatin1();
    if (VietQr::checksum(covered) != checksum.value.toUShort(nullptr, 16)) {
        return VietQrError{Fault::ChecksumWrong, checksum.tag, checksum.valueOffset()};
    }
    return {};
}

std::optional<VietQrError> textFault(const QString &text)
{
    if (text.isEmpty()) {
        return VietQrError{};
    }
    if (text.size() > LongestCode) {
        return VietQrError{Fault::TooLong, {}, LongestCode};
    }
    const auto strange = std::find_if_not(text.begin(), text.end(), isPlain);
    if (strange != text.end()) {
        return VietQrError{Fault::NotAscii, {}, strange - text.begin()};
    }
    return {};
}

/** Takes elements out of one template, remembering the first fault. */
class Reading
{
public:
    explicit Reading(Tags tags, const QString &parent = {})
        : m_tags(std::move(tags))
        , m_parent(parent)
    {
    }

    [[nodiscard]] const std::optional<VietQrError> &fault() const { return m_fault; }

    /** The element, taken; without one MissingTag when it is `required`. */
    std::optional<Element> take(const char *tag, bool required = true)
    {
        const QString key = QLatin1StringView(tag);
        if (!m_tags.contains(key)) {
            if (required) {
                fail({Fault::MissingTag, Element::path(m_parent, key), -1});
            }
            return {};
        }
        return m_tags.take(key);
    }

    /** The element, which must satisfy `good`. */
    template <typename Good>
    QString value(const char *tag, Good good, bool required = true, Fault otherwise = Fault::ValueWrong)
    {
        const std::optional<Element> element = take(tag, required);
        if (element && !good(element->value)) {
            fail({otherwise, Element::path(m_parent, element->tag), element->valueOffset()});
        }
        return element ? element->value : QString();
    }

    QString exactly(const char *tag, const char *expected, Fault otherwise = Fault::ValueWrong)
    {
        return value(
            tag, [expected](const QString &text) { return text == QLatin1StringView(expected); }, true, otherwise);
    }

    QString atMost(const char *tag, qsizetype longest)
    {
        return value(
            tag, [longest](const QString &text) { return text.size() <= longest; }, false, Fault::ValueTooLong);
    }

    /** The elements inside the template `tag`. */
    Reading inner(const char *tag, bool required)
    {
        const std::optional<Element> element = take(tag, required);
        if (!element) {
            return Reading({});
        }
        const QString path = Element::path(m_parent, element->tag);
        const Result<QList<Element>, VietQrError> all = Element::read(element->value, path, element->valueOffset());
        if (!all) {
            fail(all.error());
            return Reading({});
        }
        return Reading(byTag(*all), path);
    }

    /** Whatever nobody took. */
    void rest(QList<VietQr::Other> &others) const
    {
        for (const Element &element : m_tags) {
            others.append({Element::path(m_parent, element.tag), element.value});
        }
    }

    void fail(const VietQrError &error)
    {
        if (!m_fault) {
            m_fault = error;
        }
    }

private:
    Tags m_tags;
    QString m_parent;
    std::optional<VietQrError> m_fault;
};

void readReceiver(Reading &top, VietQr &code)
{
    Reading merchant = top.inner(Merchant, true);
    merchant.exactly("00", "A000000727");
    Reading receiver = merchant.inner("01", true);
    const QString service = merchant.value(
        "02", [](const QString &text) { return text == QLatin1StringView("QRIBFTTA") || text == QLatin1StringView("QRIBFTTC"); });
    code.target = service.endsWith(u'C') ? VietQr::Target::Card : VietQr::Target::Account;
    code.bin = receiver.value("00", [](const QString &text) { return text.size() == BinDigits && isDigits(text); });
    const auto belongs = [&code](QChar c) {
        return isDigit(c) || (code.target == VietQr::Target::Account && ((c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z')));
    };
    if (const std::optional<Element> number = receiver.take("01")) {
        code.number = number->value;
        if (code.number.size() > VietQr::LongestNumber) {
            receiver.fail({Fault::ValueTooLong, QStringLiteral("38/01/01"), number->valueOffset()});
        } else if (!std::all_of(code.number.begin(), code.number.end(), belongs)) {
            receiver.fail({Fault::ValueWrong, QStringLiteral("38/01/01"), number->valueOffset()});
        }
    }
    receiver.rest(code.others);
    merchant.rest(code.others);
    for (const Reading *part : {&merchant, &receiver}) {
        if (part->fault()) {
            top.fail(*part->fault());
        }
    }
}

void readAmount(Reading &top, VietQr &code)
{
    const auto good = [](const QString &text) { return text.size() <= AmountDigits && isDigits(text) && text[0] != u'0'; };
    const QString amount = top.value(Amount, good, code.use == VietQr::Use::Dynamic, Fault::AmountMalformed);
    if (!amount.isEmpty()) {
        code.amount = Money{amount.toLongLong()};
    }
}

void readAdditional(Reading &top, VietQr &code)
{
    Reading additional = top.inner(Additional, false);
    code.billNumber = additional.atMost("01", VietQr::LongestText);
    code.purpose = additional.atMost("08", VietQr::LongestText);
    additional.rest(code.others);
    if (additional.fault()) {
        top.fail(*additional.fault());
    }
}

/** Puts elements together, in ascending order of their tags. */
class Writing
{
public:
    void put(const QString &path, const QString &value)
    {
        if (value.isEmpty() || m_fault) {
            return;
        }
        if (value.size() > Element::LongestValue) {
            m_fault = VietQrError{Fault::ValueTooLong, path, -1};
        } else if (!std::all_of(value.begin(), value.end(), isPlain)) {
            m_fault = VietQrError{Fault::NotAscii, path, -1};
        } else {
            m_values.insert(path, value);
        }
    }

    /** Makes the elements below `path` the value of `path`. */
    void close(const QString &path)
    {
        QString inside;
        for (auto one = m_values.lowerBound(path + u'/'); one != m_values.end() && one.key().startsWith(path + u'/');) {
            inside += Element::written(one.key().section(u'/', -1), one.value());
            one = m_values.erase(one);
        }
        put(path, inside);
    }

    [[nodiscard]] Result<QString, VietQrError> text() const
    {
        if (m_fault) {
            return *m_fault;
        }
        QString text;
        for (auto one = m_values.cbegin(); one != m_values.cend(); ++one) {
            text += Element::written(one.key().section(u'/', -1), one.value());
        }
        text += QLatin1StringView(Checksum) + QStringLiteral("04");
        return text + QString::number(VietQr::checksum(text.toLatin1()), 16).toUpper().rightJustified(4, u'0');
    }

private:
    QMap<QString, QString> m_values; ///< by path
    std::optional<VietQrError> m_fault;
};

} // namespace

Result<QString, VietQrError> VietQr::encoded() const
{
    Writing writing;
    for (const Other &other : others) {
        writing.put(other.path, other.value);
    }
    writing.put(QLatin1StringView(Format), QStringLiteral("01"));
    writing.put(QLatin1StringView(Initiation), use == Use::Static ? QStringLiteral("11") : QStringLiteral("12"));
    writing.put(QStringLiteral("38/00"), QStringLiteral("A000000727"));
    writing.put(QStringLiteral("38/01/00"), bin);
    writing.put(QStringLiteral("38/01/01"), number);
    writing.put(QStringLiteral("38/02"), target == Target::Account ? QStringLiteral("QRIBFTTA") : QStringLiteral("QRIBFTTC"));
    writing.put(QLatin1StringView(Currency), QStringLiteral("704"));
    writing.put(QLatin1StringView(Amount), amount ? QString::number(amount->dong) : QString());
    writing.put(QLatin1StringView(Country), QStringLiteral("VN"));
    writing.put(QStringLiteral("62/01"), billNumber);
    writing.put(QStringLiteral("62/08"), purpose);
    for (const char *path : {"38/01", Merchant, Additional}) {
        writing.close(QLatin1StringView(path));
    }
    Result<QString, VietQrError> text = writing.text();
    if (!text) {
        return text;
    }
    // What we print must be what a strict reader takes back: it is asked, instead of the rules standing here a second time.
    const Result<VietQr, VietQrError> back = decoded(*text);
    if (!back) {
        return VietQrError{back.error().fault, back.error().path, -1};
    }
    return *back == *this ? text : VietQrError{Fault::ValueWrong, {}, -1};
}

Result<VietQr, VietQrError> VietQr::decoded(const QString &text)
{
    if (const auto fault = textFault(text)) {
        return *fault;
    }
    const Result<Tags, VietQrError> tags = outermost(text);
    if (!tags) {
        return tags.error();
    }
    if (const auto fault = checksumFault(text, tags->value(QLatin1StringView(Checksum)))) {
        return *fault;
    }
    VietQr code;
    Reading top(*tags);
    top.take(Checksum);
    top.exactly(Format, "01");
    const QString use = top.value(
        Initiation, [](const QString &value) { return value == QLatin1StringView("11") || value == QLatin1StringView("12"); });
    code.use = use == QLatin1StringView("12") ? Use::Dynamic : Use::Static;
    readReceiver(top, code);
    top.exactly(Currency, "704", Fault::CurrencyNotDong);
    readAmount(top, code);
    top.exactly(Country, "VN");
    readAdditional(top, code);
    top.rest(code.others);
    if (top.fault()) {
        return *top.fault();
    }
    std::sort(code.others.begin(), code.others.end(), [](const Other &a, const Other &b) { return a.path < b.path; });
    return code;
}

QString VietQr::plain(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c == u'đ') {
            plain.append(u'd');
        } else if (c == u'Đ' || c == u'Ð') {
            plain.append(u'D');
        } else if (isPlain(c)) {
            plain.append(c);
        } else if (c.category() != QChar::Mark_NonSpacing && c.category() != QChar::Other_Format) {
            plain.append(u' ');
        }
    }
    return plain.simplified();
}

Result<QString, VietQrError> VietQr::purposeFor(const QString &words, const QString &dossierCode)
{
    const QString code = plain(dossierCode);
    if (code.size() > LongestText) {
        return VietQrError{Fault::ValueTooLong, QStringLiteral("62/08"), -1};
    }
    QString lead = plain(words);
    const qsizetype room = std::max<qsizetype>(LongestText - code.size() - 1, 0);
    if (lead.size() > room) {
        lead.truncate(std::max<qsizetype>(lead.lastIndexOf(u' ', room), 0));
    }
    return lead.isEmpty() ? code : lead + u' ' + code;
}

quint16 VietQr::checksum(QByteArrayView bytes)
{
    quint32 crc = 0xFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<quint32>(static_cast<quint8>(byte)) << 8;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
        }
    }
    return static_cast<quint16>(crc & 0xFFFF);
}

} // namespace motcua
