// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Payments.h"

#include "app/net/BoundedJson.h"
#include "app/portal/Submissions.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/OfflineQueries.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace motcua::portal {

namespace {

constexpr qsizetype LongestText = 200;
constexpr qint64 MostDong = 1'000'000'000'000; // more than any fee; beyond it a double no longer counts each đồng for sure
constexpr int ReferenceLetters = 6;

/** What a transfer's text has of the right length: banks put words of their own before and behind. */
QStringList referencesIn(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text.toUpper() + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
        } else {
            if (word.size() == ReferenceLetters && !words.contains(word)) {
                words.append(word);
            }
            word.clear();
        }
    }
    return words;
}

Answer answerOf(const QList<storage::KnownPayment::Part> &parts, Money amount, bool isKnown)
{
    QJsonArray confirmed;
    qint64 rest = amount.dong;
    for (const storage::KnownPayment::Part &part : parts) {
        QJsonObject one{{QStringLiteral("amount"), part.amount.dong}};
        part.code.isEmpty() ? one.insert(QStringLiteral("number"), part.number) : one.insert(QStringLiteral("code"), part.code);
        confirmed.append(one);
        rest -= part.amount.dong;
    }
    QJsonObject answer{{QStringLiteral("confirmed"), confirmed}, {QStringLiteral("rest"), qMax<qint64>(0, rest)}};
    if (isKnown) {
        answer.insert(QStringLiteral("known"), true);
    }
    return Answer::json(answer).notStored();
}

Answer nothingOpen()
{
    return Answer::refused(404, ErrorCode::NotFound, Fault::Data, QStringLiteral("no open fee, and nothing filed under that number"));
}

} // namespace

/** What of it is for one fee, or for what was filed online. */
struct Payments::Part
{
    Id dossier = {};
    std::optional<journal::EntryKey> fee = {};
    storage::KnownPayment::Part said = {};
};

struct Payments::Told
{
    Money amount = {};
    QString reference = {};
    qint64 paidMs = 0;
    QString code = {};
    QString transfer = {};
    QString number = {};
};

Payments::Payments(const storage::Store &store, std::function<qint64()> now)
    : m_store(store)
    , m_now(std::move(now))
{
}

Answer Payments::confirm(const Question &question, const AdmittedSystem &system) const
{
    const Result<QJsonObject> said = jsonObjectIn(question.body, {MostBytes, 2}, QLatin1StringView("payment"));
    if (!said) {
        return Answer::failed(said.error());
    }
    const QDateTime paid = QDateTime::fromString(said->value(u"paidAt").toString(), Qt::ISODate);
    const double amount = said->value(u"amount").toDouble();
    const Told told{.amount = {said->value(u"amount").toInteger()},
        .reference = said->value(u"reference").toString().trimmed().normalized(QString::NormalizationForm_C), // as the journal keeps it
        .paidMs = paid.isValid() && paid.timeSpec() != Qt::LocalTime ? paid.toMSecsSinceEpoch() : 0,
        .code = said->value(u"code").toString().trimmed(),
        .transfer = said->value(u"transfer").toString(),
        .number = said->value(u"number").toString().trimmed()};
    const int named = int(!told.code.isEmpty()) + int(!told.transfer.isEmpty()) + int(!told.number.isEmpty());
    const bool fits = std::max({told.reference.size(), told.code.size(), told.transfer.size(), told.number.size()}) <= LongestText;
    if (told.amount.dong <= 0 || amount > MostDong || static_cast<double>(told.amount.dong) != amount || told.reference.isEmpty() || told.paidMs == 0
        || named != 1 || !fits) {
        return Answer::refused(422, ErrorCode::Invalid, Fault::Data,
            QStringLiteral("amount (whole đồng), reference, paidAt with its offset, and one of code, transfer, number"));
    }
    // Told again, as after an answer that was lost: it came once.
    const auto known = m_store.ask(storage::KnownPayment{told.reference, system.name}).result();
    if (!known) {
        return Answer::failed(known.error());
    }
    if (!known->isEmpty()) {
        return answerOf(*known, told.amount, true);
    }
    const Result<QList<Part>, Answer> parts = told.number.isEmpty() ? ofFees(told) : ofSubmission(told, system);
    if (!parts) {
        return parts.error();
    }
    QList<Act> acts;
    QList<storage::KnownPayment::Part> answered;
    for (const Part &part : *parts) {
        acts.append(Act{.actor = {journal::Actor::Kind::Portal, m_store.origin()},
            .subject = part.dossier,
            .what = ConfirmFee{part.fee, part.said.amount, told.reference, system.name, told.paidMs}});
        answered.append(part.said);
    }
    // All of it or none: what is told again is known by any part.
    const auto recorded = m_store.recordAll(acts).result();
    return recorded ? answerOf(answered, told.amount, false) : Answer::failed(recorded.error());
}

Result<QList<Payments::Part>, Answer> Payments::ofFees(const Told &told) const
{
    QList<storage::OpenFee> open;
    const auto look = [&](const storage::OpenFees &wanted) -> std::optional<Error> {
        const auto fees = m_store.ask(wanted).result();
        open = fees ? *fees : QList<storage::OpenFee>();
        return fees ? std::nullopt : std::optional(fees.error());
    };
    if (!told.code.isEmpty()) {
        const auto dossier = m_store.ask(storage::DossierByCode{told.code}).result();
        if (const std::optional<Error> error = !dossier ? std::optional(dossier.error()) : *dossier ? look({.dossier = (*dossier)->id}) : std::nullopt) {
            return Answer::failed(*error);
        }
    }
    const QStringList references = referencesIn(told.transfer);
    for (auto it = references.cbegin(); it != references.cend() && open.isEmpty(); ++it) {
        if (const std::optional<Error> error = look({.reference = *it})) {
            return Answer::failed(*error);
        }
    }
    std::sort(open.begin(), open.end(), [](const storage::OpenFee &a, const storage::OpenFee &b) { return a.fee < b.fee; });
    qint64 rest = told.amount.dong;
    QList<Part> parts;
    for (const storage::OpenFee &fee : std::as_const(open)) {
        const Money part{std::min(rest, fee.due.dong - fee.came.dong)};
        if (part.dong > 0) {
            parts.append({fee.dossier, fee.fee, {fee.code, {}, part}});
            rest -= part.dong;
        }
    }
    return parts.isEmpty() ? Result<QList<Part>, Answer>(nothingOpen()) : parts;
}

Result<QList<Payments::Part>, Answer> Payments::ofSubmission(const Told &told, const AdmittedSystem &system) const
{
    const Id id = Submissions::dossierOf(system.id, told.number);
    const auto dossier = m_store.ask(storage::DossierById{id}).result();
    if (!dossier) {
        return Answer::failed(dossier.error());
    }
    return *dossier ? Result<QList<Part>, Answer>(QList<Part>{{id, std::nullopt, {(*dossier)->code, told.number, told.amount}}}) : nothingOpen();
}

} // namespace motcua::portal
