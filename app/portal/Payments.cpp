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

bool isSaid(const Dossier &dossier, const QString &reference, const QString &source)
{
    return std::any_of(dossier.confirmations.cbegin(), dossier.confirmations.cend(), [&](const DossierLine &line) {
        return line.what.value(u"reference").toString() == reference && line.what.value(u"source").toString() == source;
    });
}

} // namespace

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
        .reference = said->value(u"reference").toString().trimmed(),
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
    return told.number.isEmpty() ? confirmed(told, system) : paidOnline(told, system);
}

Answer Payments::confirmed(const Told &told, const AdmittedSystem &system) const
{
    QList<storage::OpenFee> open;
    if (!told.code.isEmpty()) {
        const auto dossier = m_store.ask(storage::DossierByCode{told.code}).result();
        if (!dossier) {
            return Answer::failed(dossier.error());
        }
        if (!*dossier) {
            return Answer::refused(404, ErrorCode::NotFound, Fault::Data);
        }
        if (isSaid(**dossier, told.reference, system.name)) {
            return Answer::json({{QStringLiteral("confirmed"), QJsonArray()}, {QStringLiteral("rest"), 0}, {QStringLiteral("known"), true}}).notStored();
        }
        const auto fees = m_store.ask(storage::OpenFees{.dossier = (*dossier)->id}).result();
        if (!fees) {
            return Answer::failed(fees.error());
        }
        open = *fees;
    }
    const QStringList references = referencesIn(told.transfer);
    for (const QString &reference : references) {
        const auto fees = m_store.ask(storage::OpenFees{.reference = reference}).result();
        if (!fees) {
            return Answer::failed(fees.error());
        }
        if (open = *fees; !open.isEmpty()) {
            break;
        }
    }
    std::sort(open.begin(), open.end(), [](const storage::OpenFee &a, const storage::OpenFee &b) { return a.fee < b.fee; });
    qint64 rest = told.amount.dong;
    QJsonArray confirmed;
    for (const storage::OpenFee &fee : std::as_const(open)) {
        const Money part{std::min(rest, fee.due.dong - fee.came.dong)};
        if (part.dong <= 0) {
            break;
        }
        const Result<bool> kept = keep(fee.dossier, {fee.fee, part, told.reference, system.name, told.paidMs});
        if (!kept) {
            return Answer::failed(kept.error());
        }
        rest -= part.dong;
        confirmed.append(QJsonObject{{QStringLiteral("code"), fee.code}, {QStringLiteral("amount"), part.dong}});
    }
    if (confirmed.isEmpty()) {
        return Answer::refused(404, ErrorCode::NotFound, Fault::Data, QStringLiteral("no open fee"));
    }
    return Answer::json({{QStringLiteral("confirmed"), confirmed}, {QStringLiteral("rest"), rest}}).notStored();
}

Answer Payments::paidOnline(const Told &told, const AdmittedSystem &system) const
{
    const Id dossier = Submissions::dossierOf(system.id, told.number);
    const Result<bool> kept = keep(dossier, {{}, told.amount, told.reference, system.name, told.paidMs});
    if (!kept) {
        return kept.error().code == ErrorCode::NotFound ? Answer::refused(404, ErrorCode::NotFound, Fault::Data) : Answer::failed(kept.error());
    }
    QJsonObject answer{{QStringLiteral("confirmed"), QJsonArray{QJsonObject{{QStringLiteral("number"), told.number}, {QStringLiteral("amount"), told.amount.dong}}}},
        {QStringLiteral("rest"), 0}};
    if (!*kept) {
        answer = {{QStringLiteral("confirmed"), QJsonArray()}, {QStringLiteral("rest"), 0}, {QStringLiteral("known"), true}};
    }
    return Answer::json(answer).notStored();
}

/** False: it was told before. */
Result<bool> Payments::keep(const Id &dossier, const ConfirmFee &what) const
{
    const auto recorded = m_store.record(Act{.actor = {journal::Actor::Kind::Portal, m_store.origin()}, .subject = dossier, .what = what}).result();
    if (!recorded && recorded.error().code == ErrorCode::Refused) {
        return false;
    }
    return recorded ? Result<bool>(true) : Result<bool>(recorded.error());
}

} // namespace motcua::portal
