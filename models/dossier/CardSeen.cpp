// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/CardSeen.h"

#include <QStringList>

namespace motcua {

namespace {

const QString PersonKey = QStringLiteral("person");
const QString VerdictKey = QStringLiteral("verdict");
const QString PassedKey = QStringLiteral("passed");
const QString FailedKey = QStringLiteral("failed");
const QString SignerKey = QStringLiteral("signer");
const QString ReadAtKey = QStringLiteral("readAt");
const QString NotReadKey = QStringLiteral("notRead");
const QString NotReadTextKey = QStringLiteral("notReadText");
const QString InsteadKey = QStringLiteral("instead");

} // namespace

const QString CardSeen::Zone = QStringLiteral("zone");

CardSeen CardSeen::of(const QString &person, const CardProof &proof, CardVerdict verdict, const QByteArray &signer, qint64 readAtMs)
{
    QStringList passed;
    QStringList failed;
    for (const CardCheck check : {CardCheck::Signature, CardCheck::Issuer, CardCheck::Groups, CardCheck::ChipAuthentication, CardCheck::ActiveAuthentication,
             CardCheck::Expiry}) {
        const CheckOutcome outcome = proof.outcome(check);
        if (outcome.isPassed()) {
            passed.append(checkName(check));
        } else if (outcome.isFailed()) {
            failed.append(checkName(check));
        }
    }
    return {.person = person,
        .verdict = verdictName(verdict),
        .passed = passed.join(u' '),
        .failed = failed.join(u' '),
        .signer = QString::fromLatin1(signer.toHex()),
        .readAtMs = readAtMs,
        .notRead = {},
        .notReadText = {},
        .instead = {}};
}

CardSeen CardSeen::unread(const QString &person, const QString &reason, const QString &text)
{
    CardSeen seen;
    seen.person = person;
    seen.notRead = reason;
    seen.notReadText = text;
    return seen;
}

CardSeen CardSeen::ofZone(const QString &person, const QString &reason, const QString &text, bool isExpired)
{
    CardSeen seen = unread(person, reason, text);
    seen.instead = Zone;
    seen.failed = isExpired ? checkName(CardCheck::Expiry) : QString();
    return seen;
}

QJsonObject CardSeen::toJson() const
{
    QJsonObject json;
    for (const auto &[key, text] : {std::pair(PersonKey, person), {VerdictKey, verdict}, {PassedKey, passed}, {FailedKey, failed}, {SignerKey, signer}, {NotReadKey, notRead},
             {NotReadTextKey, notReadText}, {InsteadKey, instead}}) {
        if (!text.isEmpty()) {
            json.insert(key, text);
        }
    }
    if (readAtMs != 0) {
        json.insert(ReadAtKey, readAtMs);
    }
    return json;
}

std::optional<CardSeen> CardSeen::fromJson(const QJsonObject &json)
{
    CardSeen seen{.person = json.value(PersonKey).toString(),
        .verdict = json.value(VerdictKey).toString(),
        .passed = json.value(PassedKey).toString(),
        .failed = json.value(FailedKey).toString(),
        .signer = json.value(SignerKey).toString(),
        .readAtMs = json.value(ReadAtKey).toInteger(),
        .notRead = json.value(NotReadKey).toString(),
        .notReadText = json.value(NotReadTextKey).toString(),
        .instead = json.value(InsteadKey).toString()};
    return seen.verdict.isEmpty() && seen.notRead.isEmpty() ? std::nullopt : std::optional(seen);
}

} // namespace motcua
