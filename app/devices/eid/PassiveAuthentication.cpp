// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/PassiveAuthentication.h"

namespace motcua {

namespace {

constexpr int ChipKeyGroup = 14;
constexpr int ActiveKeyGroup = 15;
constexpr int Zone = 1;
constexpr int Face = 2;
constexpr int Fingers = 3;
constexpr int Irises = 4;

QDateTime momentOf(const Sod &sod, const PassiveFacts &facts)
{
    if (sod.signedAt.isValid()) {
        return sod.signedAt;
    }
    return facts.issued.isValid() ? QDateTime(facts.issued, QTime(12, 0), Qt::UTC) : QDateTime();
}

} // namespace

PassiveAuthentication PassiveAuthentication::of(
    const Result<Sod, CardError> &sod, const QMap<int, QByteArray> &files, const TrustStore &store, const PassiveFacts &facts)
{
    PassiveAuthentication made;
    if (!sod) {
        // What is there and is no EF.SOD was made up; what could not be read may be read later.
        const bool isNonsense = sod.error().fault == CardFault::Nonsense;
        made.proof.set(CardCheck::Signature, isNonsense ? CheckOutcome::failed(CheckReason::Malformed) : CheckOutcome::notDone(CheckReason::NotRead));
        return made;
    }
    made.proof.set(CardCheck::Signature, sod->signature);
    made.signer = sod->signer;
    if (sod->signer && !sod->signature.isFailed()) {
        const SignerJudgement judgement = store.judge(*sod->signer, momentOf(*sod, facts));
        made.authority = judgement.authority;
        CheckOutcome outcome = judgement.outcome;
        if (outcome.isPassed() && facts.states.isEmpty()) {
            outcome = CheckOutcome::notDone(CheckReason::StateUnknown);
        } else if (outcome.isPassed() && !facts.states.contains(judgement.authority->country())) {
            outcome = CheckOutcome::failed(CheckReason::OtherState);
        }
        made.proof.set(CardCheck::Issuer, outcome);
    } else {
        made.proof.set(CardCheck::Issuer, CheckOutcome::notDone(CheckReason::SignerMissing));
    }
    // What a chip keeps back may be what would betray it.
    const QList<int> wanted = sod->hashes.keys() + QList<int>{Zone, Face};
    for (const int group : wanted) {
        if (group != Fingers && group != Irises) {
            made.proof.setGroup(group, CheckOutcome::notDone(CheckReason::NotRead));
        }
    }
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        made.proof.setGroup(it.key(), sod->group(it.key(), *it));
    }
    // Only what is signed says that a chip has no key: EF.COM can be made to leave one out, so that nobody asks the copy.
    if (!sod->hashes.contains(ChipKeyGroup)) {
        made.proof.set(CardCheck::ChipAuthentication, CheckOutcome::notDone(CheckReason::NotOffered));
    }
    if (!sod->hashes.contains(ActiveKeyGroup)) {
        made.proof.set(CardCheck::ActiveAuthentication, CheckOutcome::notDone(CheckReason::NotOffered));
    }
    return made;
}

} // namespace motcua
