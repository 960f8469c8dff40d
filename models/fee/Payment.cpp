// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/Payment.h"

#include "models/base/Id.h"
#include "models/fee/VietQr.h"

#include <array>
#include <utility>

namespace motcua {

namespace {

constexpr double LargestExact = 9'007'199'254'740'992.0; // 2^53: beyond it a number of JSON is not whole any more

const std::array<std::pair<Payment::When, QString>, 3> &whenWords()
{
    static const std::array<std::pair<Payment::When, QString>, 3> words{{{Payment::When::AtAcceptance, QStringLiteral("acceptance")},
        {Payment::When::WithResult, QStringLiteral("result")}, {Payment::When::AtCashDesk, QStringLiteral("cashDesk")}}};
    return words;
}

Error malformed(const char *what)
{
    return {ErrorCode::EntryMalformed, QStringLiteral("payment: ") + QString::fromLatin1(what)};
}

} // namespace

Payment::State Payment::state(Money due) const
{
    if (due <= Money{0}) {
        return State::NothingDue;
    }
    if (when != When::AtAcceptance) {
        return State::Later;
    }
    if (means != PaymentMeans::Cash) {
        return State::Enough;
    }
    if (!given) {
        return State::Unsaid;
    }
    return *given < due ? State::Short : State::Enough;
}

Money Payment::shortBy(Money due) const
{
    return state(due) == State::Short ? Money{due.dong - given->dong} : Money{};
}

Money Payment::change(Money due) const
{
    return state(due) == State::Enough && means == PaymentMeans::Cash ? Money{given->dong - due.dong} : Money{};
}

QJsonObject Payment::toJson() const
{
    QJsonObject json{{QStringLiteral("means"), meansName(means)}};
    for (const auto &[known, word] : whenWords()) {
        if (known == when) {
            json.insert(QStringLiteral("when"), word);
        }
    }
    if (given) {
        json.insert(QStringLiteral("given"), given->dong);
    }
    return json;
}

Result<Payment> Payment::fromJson(const QJsonObject &json)
{
    Payment payment;
    bool isKnown = false;
    for (const auto &[known, word] : whenWords()) {
        if (json.value(QStringLiteral("when")).toString() == word) {
            payment.when = known;
            isKnown = true;
        }
    }
    if (!isKnown) {
        return malformed("no time of payment");
    }
    const std::optional<PaymentMeans> named = meansNamed(json.value(QStringLiteral("means")).toString());
    if (!named || *named == PaymentMeans::Portal) {
        return malformed("no means of payment");
    }
    payment.means = *named;
    if (const QJsonValue amount = json.value(QStringLiteral("given")); !amount.isUndefined()) {
        if (!amount.isDouble() || amount.toInteger(-1) < 0 || amount.toDouble() > LargestExact) {
            return malformed("no amount");
        }
        payment.given = Money{amount.toInteger()};
    }
    return payment;
}

QString Payment::reference(const Id &visit)
{
    // Base 32 after Crockford: 0 and O, 1 and I and L are told apart by nobody who reads them from a statement.
    constexpr auto Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    constexpr int Letters = 6;
    constexpr int BitsEach = 5;
    quint64 end = 0;
    const QByteArray bytes = visit.bytes();
    for (const char byte : bytes.last(sizeof end)) {
        end = (end << 8) | static_cast<unsigned char>(byte);
    }
    QString text;
    for (int at = Letters - 1; at >= 0; --at) {
        text += QLatin1Char(Alphabet[(end >> (at * BitsEach)) & 31U]);
    }
    return text;
}

QString Payment::purpose(const QString &ticket, const Id &visit)
{
    const QString own = reference(visit);
    const QString words = QStringLiteral("Phi le phi"); // plain letters: what payer and accountant read on the statement
    const Result<QString, VietQrError> both = VietQr::purposeFor(words, QString(ticket + u' ' + own).trimmed());
    return both ? *both : own;
}

} // namespace motcua
