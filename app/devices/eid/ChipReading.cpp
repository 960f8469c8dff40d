// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/ChipReading.h"

#include "app/devices/eid/ChipAuthentication.h"
#include "app/devices/eid/ChipFiles.h"
#include "app/devices/eid/ChipOpening.h"
#include "app/devices/eid/Com.h"
#include "app/devices/eid/PassiveAuthentication.h"
#include "app/devices/eid/SecureMessaging.h"
#include "app/devices/eid/SecurityInfos.h"

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int Zone = 1;
constexpr int Photo = 2;
constexpr int PersonalDetails = 11;
constexpr int DocumentDetails = 12;
constexpr int NationalDetails = 13; // of the Vietnamese card
constexpr int ChipKeys = 14;
constexpr int SigningKey = 15;
constexpr int FirstPicture = 5; // a portrait and a signature shown on paper, and what only machines look at
constexpr int LastPicture = 10;
constexpr int LastGroup = 16;
constexpr qsizetype ShortAnswer = 256; // bytes

/**
 * Whether what opened a chip, which nobody signed, offers the very ways of PACE that the issuer signed (ICAO Doc 9303-11 clause 4.2). There may be
 * cards whose issuer signed none although they open by PACE (what DG14 of the Vietnamese one holds beside its key is not published): nothing is compared then.
 */
bool offersSamePace(const QByteArray &access, const SecurityInfos &signedInfos)
{
    const SecurityInfos said = SecurityInfos::ofCardAccess(access).value_or(SecurityInfos());
    return signedInfos.pace.isEmpty()
        || (std::is_permutation(said.pace.begin(), said.pace.end(), signedInfos.pace.begin(), signedInfos.pace.end())
            && std::is_permutation(said.paceParameters.begin(), said.paceParameters.end(), signedInfos.paceParameters.begin(), signedInfos.paceParameters.end()));
}

} // namespace

ChipReading::ChipReading(ReadingTerms terms, Progress progress, Changed changed)
    : m_terms(std::move(terms))
    , m_progress(std::move(progress))
    , m_changed(std::move(changed))
{
}

ChipReading::~ChipReading() = default;

CardRecord ChipReading::read(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral)
{
    m_card = {};
    m_groups = {};
    m_sod = {};
    m_offered = {};
    m_asked = {};
    m_signing = {};
    const auto whole = [&]() -> Step {
        if (Step broken = open(channel, key, ephemeral)) {
            return broken;
        }
        if (Step broken = readData()) {
            return broken;
        }
        tell();
        if (Step broken = readProofs()) {
            return broken;
        }
        if (Step broken = proveChip(channel, key, ephemeral)) {
            // The keys of a copy do not fit: the session is over, and what is left is read in a new one.
            if (m_card.proof.outcome(CardCheck::ChipAuthentication).isFailed()) {
                tell();
                broken = open(channel, key, ephemeral);
            }
            if (broken) {
                return broken;
            }
        }
        tell();
        if (Step broken = readPhoto()) {
            return broken;
        }
        return m_signing ? proveAtTheEnd(ephemeral) : Step();
    };
    m_card.broken = whole();
    m_card.isDone = !m_card.broken;
    m_files.reset();
    m_session.reset();
    tell();
    return m_card;
}

ChipReading::Step ChipReading::open(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral)
{
    tell(ReadingStage::Opening);
    m_files.reset();
    m_session.reset();
    auto opened = openChip(channel, key, ephemeral);
    if (!opened) {
        return opened.error();
    }
    m_card.protocol = opened->protocol == OpenedChip::Protocol::Pace ? CardRecord::Protocol::Pace : CardRecord::Protocol::Bac;
    m_access = opened->cardAccess;
    m_session = std::move(opened->channel);
    m_files = std::make_unique<ChipFiles>(*m_session, opened->habits);
    return {};
}

ChipReading::Step ChipReading::readData()
{
    tell(ReadingStage::Data);
    const auto com = m_files->read(ChipFile::com());
    if (!com && !isAboutThisFile(com.error())) {
        return com.error();
    }
    if (com) {
        m_card.com = *com;
        if (const auto said = EfCom::fromBytes(*com)) {
            m_offered = said->groups;
        }
    }
    for (const int group : {Zone, NationalDetails, PersonalDetails, DocumentDetails}) {
        if (Step broken = take(group, ReadingStage::Data)) {
            return broken;
        }
    }
    return {};
}

ChipReading::Step ChipReading::readProofs()
{
    tell(ReadingStage::Proofs);
    const auto file = m_files->read(ChipFile::sod());
    if (!file && !isAboutThisFile(file.error())) {
        return file.error();
    }
    if (!file) {
        m_card.proof.set(CardCheck::Signature, CheckOutcome::notDone(CheckReason::NotRead));
        return {};
    }
    m_card.sod = *file;
    const auto sod = Sod::fromBytes(*file);
    if (sod) {
        m_sod = *sod;
    }
    for (const int group : {ChipKeys, SigningKey}) {
        if (Step broken = take(group, ReadingStage::Proofs)) {
            return broken;
        }
    }
    if (Step broken = takeSigned(PersonalDetails, LastGroup, ReadingStage::Proofs)) {
        return broken;
    }
    PassiveFacts facts{.issued = m_card.issued};
    if (m_groups.mrz) {
        facts.states = m_terms.countries.value(m_groups.mrz->issuer());
    }
    const auto passive = PassiveAuthentication::of(sod, m_card.files, m_terms.trust, facts);
    m_card.proof = passive.proof;
    m_card.signer = passive.signer;
    m_card.authority = passive.authority;
    if (m_sod) {
        for (const int group : m_card.files.keys()) {
            judge(group);
        }
    }
    m_card.proof.set(CardCheck::Expiry, m_groups.expiryOn(m_terms.today));
    return {};
}

ChipReading::Step ChipReading::proveChip(CardChannel &channel, const CardKey &key, Ephemeral &ephemeral)
{
    const auto signedBy = [this](int group) { return m_sod && m_card.proof.groups().value(group).isPassed(); };
    std::optional<SecurityInfos> infos;
    if (const auto file = m_card.files.constFind(ChipKeys); file != m_card.files.cend()) {
        infos = SecurityInfos::ofDataGroup14(*file);
    }
    const bool isSigned = infos && signedBy(ChipKeys);
    if (isSigned && !offersSamePace(m_access, *infos)) {
        m_card.proof.setGroup(ChipKeys, CheckOutcome::notDone(CheckReason::Contradiction));
    }
    if (isSigned && infos->chipAuthenticationKeys.isEmpty()) {
        m_card.proof.set(CardCheck::ChipAuthentication, CheckOutcome::notDone(CheckReason::NotOffered));
    } else if (isSigned) {
        if (Step broken = proveByAgreeing(channel, key, *infos, ephemeral)) {
            return broken;
        }
        if (m_card.proof.outcome(CardCheck::ChipAuthentication).isPassed()) {
            return {};
        }
    }
    if (const auto file = m_card.files.constFind(SigningKey); file != m_card.files.cend() && signedBy(SigningKey)) {
        m_signing = ActiveAuthenticationKey::of(*file, infos ? &*infos : nullptr);
        if (!m_signing) {
            m_card.proof.set(CardCheck::ActiveAuthentication, CheckOutcome::notDone(CheckReason::Unsupported));
        } else if (m_session->extendedLength() == true || m_signing->signatureSize() <= m_session->room(ShortAnswer)) {
            return proveBySigning(ephemeral);
        } // else last of all: a chip may answer too long a signature with words that end the session
    }
    return {};
}

ChipReading::Step ChipReading::proveByAgreeing(CardChannel &channel, const CardKey &key, const SecurityInfos &infos, Ephemeral &ephemeral)
{
    const auto tellOf = [this](const CheckOutcome &outcome) { m_card.proof.set(CardCheck::ChipAuthentication, outcome); };
    for (bool isAgain = false;; isAgain = true) {
        const auto agreed = authenticateChip(*m_session, infos, ephemeral);
        if (!agreed) {
            const CardError &error = agreed.error();
            if (m_session->isOver() || (error.fault != CardFault::Protocol && error.fault != CardFault::NotSupported)) {
                return error;
            }
            tellOf(CheckOutcome::notDone(error.fault == CardFault::NotSupported ? CheckReason::Unsupported : CheckReason::NotRead));
            return {};
        }
        // Any answer under the new keys is the proof; this file is short, and the photograph need not wait for a proof or bring one.
        const auto answer = m_files->read(ChipFile::com());
        if (m_session->isProven()) {
            tellOf(CheckOutcome::passed());
            return answer || isAboutThisFile(answer.error()) ? Step() : Step(answer.error());
        }
        if (!m_session->isRefuted()) {
            return answer.error(); // of the reader, its driver or whoever lifts the card: the chip has said nothing
        }
        if (isAgain) {
            tellOf(CheckOutcome::failed(CheckReason::KeyNotProved));
            return answer.error();
        }
        // A citizen is called a copyist only by a chip that fails twice: what the air spoils looks the same.
        if (Step broken = open(channel, key, ephemeral)) {
            return broken;
        }
    }
}

ChipReading::Step ChipReading::proveBySigning(Ephemeral &ephemeral)
{
    const ActiveAuthenticationKey key = *std::exchange(m_signing, std::nullopt);
    const auto answer = signsActively(*m_session, key, ephemeral);
    if (!answer) {
        if (m_session->isOver() || answer.error().fault != CardFault::Protocol) {
            return answer.error();
        }
        m_card.proof.set(CardCheck::ActiveAuthentication, CheckOutcome::notDone(CheckReason::NotRead));
        return {};
    }
    m_card.proof.set(CardCheck::ActiveAuthentication, *answer ? CheckOutcome::passed() : CheckOutcome::failed(CheckReason::KeyNotProved));
    return {};
}

// All else is there. That its signature does not fit a short answer, a chip can only say without protection: it proves nothing and breaks nothing.
ChipReading::Step ChipReading::proveAtTheEnd(Ephemeral &ephemeral)
{
    const Step broken = proveBySigning(ephemeral);
    if (!broken || !broken->isUnprotected) {
        return broken;
    }
    m_card.proof.set(CardCheck::ActiveAuthentication, CheckOutcome::notDone(CheckReason::NotRead));
    return {};
}

ChipReading::Step ChipReading::readPhoto()
{
    if (Step broken = take(Photo, ReadingStage::Photo)) {
        return broken;
    }
    if (Step broken = takeSigned(FirstPicture, LastPicture, ReadingStage::Photo)) {
        return broken;
    }
    if (m_sod) {
        for (const int group : m_card.files.keys()) {
            if (group >= Photo && group <= LastPicture) {
                judge(group);
            }
        }
    }
    return {};
}

ChipReading::Step ChipReading::takeSigned(int first, int last, ReadingStage stage)
{
    const QList<int> listed = m_sod ? m_sod->hashes.keys() : QList<int>();
    for (const int group : listed) {
        if (group >= first && group <= last && !m_asked.contains(group)) {
            if (Step broken = take(group, stage)) {
                return broken;
            }
        }
    }
    return {};
}

void ChipReading::judge(int group)
{
    CheckOutcome outcome = m_sod->group(group, m_card.files.value(group));
    // Whose data they are, and whose face: what of that is not understood is not verified by being the bytes that were signed.
    const bool mustBeUnderstood = group == Zone || group == Photo || group == NationalDetails;
    if (outcome.isPassed() && mustBeUnderstood && m_groups.faults.contains(group)) {
        outcome = CheckOutcome::notDone(CheckReason::Malformed);
    }
    if (outcome.isPassed() && group == NationalDetails && m_groups.contradictsItself()) {
        outcome = CheckOutcome::notDone(CheckReason::Contradiction);
    }
    m_card.proof.setGroup(group, outcome);
}

ChipReading::Step ChipReading::take(int group, ReadingStage stage)
{
    if (!has(group)) {
        return {};
    }
    m_asked.append(group);
    const auto file = m_files->read(ChipFile::dataGroup(group), [&](qsizetype done, qsizetype total) {
        if (m_progress) {
            m_progress({stage, done, total});
        }
    });
    if (!file) {
        return isAboutThisFile(file.error()) ? Step() : Step(file.error());
    }
    m_card.files.insert(group, *file);
    m_groups.add(group, *file, m_terms.today);
    m_card.faults = m_groups.faults;
    m_card.issued = m_groups.issued();
    m_card.expiry = m_groups.expiry();
    m_card.face = m_groups.face;
    return {};
}

bool ChipReading::isAboutThisFile(const CardError &error) const
{
    return !m_session->isOver() && (ChipFiles::isMissing(error) || ChipFiles::isForbidden(error));
}

// EF.COM is not signed: what a copy leaves out of it, so that nobody asks for it, is asked for all the same when the issuer signed it.
bool ChipReading::has(int group) const
{
    return m_offered.contains(group) || group == Zone || group == Photo || (m_sod && m_sod->hashes.contains(group)) || (m_offered.isEmpty() && group != PersonalDetails && group != DocumentDetails);
}

void ChipReading::tell()
{
    // Nothing is called verified before the photograph is there: a card of somebody else, pulled away in time, would hide its face.
    QList<int> verified = m_card.isDone ? m_card.proof.verifiedGroups() : QList<int>();
    if (!m_card.signer || m_card.signer->country() != u"VN") {
        verified.removeAll(NationalDetails); // what Vietnam says of somebody, Vietnam signs
    }
    m_card.identity = m_groups.identity().withVerified(verified);
    if (m_changed) {
        m_changed(m_card);
    }
}

void ChipReading::tell(ReadingStage stage) const
{
    if (m_progress) {
        m_progress({stage, 0, 0});
    }
}

} // namespace motcua
