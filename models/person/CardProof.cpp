// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/CardProof.h"

namespace motcua {

void CardProof::set(CardCheck check, CheckOutcome outcome)
{
    m_outcomes.insert(check, outcome);
}

CheckOutcome CardProof::outcome(CardCheck check) const
{
    if (check != CardCheck::Groups) {
        return m_outcomes.value(check);
    }
    CheckOutcome all = m_groups.isEmpty() ? CheckOutcome() : CheckOutcome::passed();
    for (const CheckOutcome &one : m_groups) {
        if (one.isFailed()) {
            return one;
        }
        if (!one.isPassed()) {
            all = one;
        }
    }
    return all;
}

CardVerdict CardProof::verdict() const
{
    if (hasFailed(CardCheck::Groups)) {
        return CardVerdict::Altered;
    }
    if (hasFailed(CardCheck::Signature)) {
        return CardVerdict::SignatureWrong;
    }
    if (hasFailed(CardCheck::Issuer)) {
        return CardVerdict::IssuerRefused;
    }
    if (hasFailed(CardCheck::ChipAuthentication) || hasFailed(CardCheck::ActiveAuthentication)) {
        return CardVerdict::ChipCopied;
    }
    if (!hasPassed(CardCheck::Signature) || !hasPassed(CardCheck::Groups)) {
        return CardVerdict::Unproved;
    }
    if (!hasPassed(CardCheck::Issuer)) {
        return outcome(CardCheck::Issuer).reason == CheckReason::IssuerUnknown ? CardVerdict::IssuerUnknown : CardVerdict::Unproved;
    }
    // A chip whose issuer signed a key for chip authentication shows that key: one that keeps it back may have only the other.
    const CheckReason agreement = outcome(CardCheck::ChipAuthentication).reason;
    const bool mayOnlySign = agreement == CheckReason::NotOffered || agreement == CheckReason::Unsupported;
    if (!hasPassed(CardCheck::ChipAuthentication) && !(mayOnlySign && hasPassed(CardCheck::ActiveAuthentication))) {
        const bool hasNoKey
            = agreement == CheckReason::NotOffered && outcome(CardCheck::ActiveAuthentication).reason == CheckReason::NotOffered;
        return hasNoKey ? CardVerdict::ChipUnproved : CardVerdict::Unproved;
    }
    if (hasFailed(CardCheck::Expiry)) {
        return CardVerdict::Expired;
    }
    return hasPassed(CardCheck::Expiry) ? CardVerdict::Verified : CardVerdict::Unproved;
}

QList<int> CardProof::verifiedGroups() const
{
    return isVerified() ? m_groups.keys() : QList<int>();
}

CheckOutcome CardProof::expiryOn(QDate lastDay, QDate today)
{
    if (!lastDay.isValid() || !today.isValid()) {
        return CheckOutcome::notDone(CheckReason::Malformed);
    }
    return today <= lastDay ? CheckOutcome::passed() : CheckOutcome::failed(CheckReason::Over);
}

QString verdictName(CardVerdict verdict)
{
    switch (verdict) {
    case CardVerdict::Altered: return QStringLiteral("Altered");
    case CardVerdict::SignatureWrong: return QStringLiteral("SignatureWrong");
    case CardVerdict::IssuerRefused: return QStringLiteral("IssuerRefused");
    case CardVerdict::ChipCopied: return QStringLiteral("ChipCopied");
    case CardVerdict::Unproved: return QStringLiteral("Unproved");
    case CardVerdict::IssuerUnknown: return QStringLiteral("IssuerUnknown");
    case CardVerdict::ChipUnproved: return QStringLiteral("ChipUnproved");
    case CardVerdict::Expired: return QStringLiteral("Expired");
    case CardVerdict::Verified: return QStringLiteral("Verified");
    }
    return {};
}

std::optional<CardVerdict> verdictNamed(const QString &name)
{
    for (int at = static_cast<int>(CardVerdict::Altered); at <= static_cast<int>(CardVerdict::Verified); ++at) {
        if (verdictName(static_cast<CardVerdict>(at)) == name) {
            return static_cast<CardVerdict>(at);
        }
    }
    return {};
}

QString checkName(CardCheck check)
{
    switch (check) {
    case CardCheck::Signature: return QStringLiteral("signature");
    case CardCheck::Issuer: return QStringLiteral("issuer");
    case CardCheck::Groups: return QStringLiteral("groups");
    case CardCheck::ChipAuthentication: return QStringLiteral("chipAuthentication");
    case CardCheck::ActiveAuthentication: return QStringLiteral("activeAuthentication");
    case CardCheck::Expiry: return QStringLiteral("expiry");
    }
    return {};
}

} // namespace motcua
