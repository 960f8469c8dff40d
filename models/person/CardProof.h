// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace motcua {

/** What is checked of a chip before its data are believed (ICAO Doc 9303-11, clauses 5 and 6). */
enum class CardCheck {
    Signature, ///< EF.SOD is whole and signed by the certificate it brings along
    Issuer, ///< that certificate was given by an authority we trust, and was good when it signed
    Groups, ///< every data group that was signed was read, is that one, and is understood where it must be
    ChipAuthentication, ///< the chip has the private key of DG14
    ActiveAuthentication, ///< the chip has the private key of DG15
    Expiry, ///< the document is still good
};

/** Why a check failed or was not done. */
enum class CheckReason {
    None, ///< it passed
    NotYet, ///< nobody has tried
    NotRead, ///< the file it needs was not read, or the chip refused it
    NotOffered, ///< by what the issuer signed, this chip has no key for it
    Malformed, ///< the file cannot be understood
    Unsupported, ///< an algorithm, a curve or a size we do not take
    SignerMissing, ///< the certificate that signed is not there
    SignatureWrong,
    IssuerUnknown, ///< we have no certificate of who gave the signer's
    IssuerSignatureWrong, ///< we have it, and it did not sign the signer's
    NotASigner, ///< the certificate may not sign documents
    OutsideValidity, ///< the certificate was not good on the day of signing
    Revoked,
    StateUnknown, ///< which state's certificates belong to the document is not known
    OtherState, ///< the certificate is of another state than the document
    HashDiffers, ///< the data group is not the one that was signed
    NotListed, ///< a data group that the issuer did not sign
    Contradiction, ///< it does not go together with what stands elsewhere in the same chip
    KeyNotProved, ///< the chip answered, and wrongly: it is most likely a copy
    Over, ///< expired
};

/** What became of one check. */
struct CheckOutcome
{
    enum class State { NotDone, Passed, Failed };

    State state = State::NotDone;
    CheckReason reason = CheckReason::NotYet;

    [[nodiscard]] static CheckOutcome passed() { return {State::Passed, CheckReason::None}; }
    [[nodiscard]] static CheckOutcome failed(CheckReason reason) { return {State::Failed, reason}; }
    [[nodiscard]] static CheckOutcome notDone(CheckReason reason) { return {State::NotDone, reason}; }

    [[nodiscard]] bool isPassed() const { return state == State::Passed; }
    [[nodiscard]] bool isFailed() const { return state == State::Failed; }

    friend bool operator==(const CheckOutcome &, const CheckOutcome &) = default;
};

/** What a card is worth, in the order in which it is told: the first that holds. */
enum class CardVerdict {
    Altered, ///< a data group is not the one that was signed
    SignatureWrong, ///< EF.SOD is not what its signer signed, or cannot be understood
    IssuerRefused, ///< its signer is forged, revoked, was not good, or of another state
    ChipCopied, ///< the data are right, and the chip has not the key that belongs to them
    Unproved, ///< something that is needed was not done, or not yet
    IssuerUnknown, ///< intact, and we do not know who signed it: never "genuine"
    ChipUnproved, ///< genuine data; the chip has no key by which a copy would be known
    Expired, ///< all that follows, and the document is over
    Verified, ///< genuine data, of an issuer we trust, in the chip they were made for, and not over
};

/**
 * What was proved of a card, check by check.
 *
 * It starts with nothing done. Verified can only come out when signature, issuer, every group that was entered, a proof of the chip and the expiry have
 * passed, and nothing failed; a check nobody entered counts as not done. Active authentication proves the chip alone only where chip authentication is
 * not offered by what was signed, or not known here.
 */
class CardProof
{
public:
    /** Not for Groups, which are told one by one. */
    void set(CardCheck check, CheckOutcome outcome);
    void setGroup(int group, CheckOutcome outcome) { m_groups.insert(group, outcome); }

    /** Of Groups: failed when one failed, passed when there is one and all passed. */
    [[nodiscard]] CheckOutcome outcome(CardCheck check) const;
    /** By number, those that were read, and those that should have been. */
    [[nodiscard]] const QMap<int, CheckOutcome> &groups() const { return m_groups; }

    [[nodiscard]] CardVerdict verdict() const;
    [[nodiscard]] bool isVerified() const { return verdict() == CardVerdict::Verified; }
    /** The data groups that may be shown as verified: those that passed, of a card that is Verified; else none. */
    [[nodiscard]] QList<int> verifiedGroups() const;

    /** Whether a document is good on `today` by its last day; not done (Malformed) without one, or without today. */
    [[nodiscard]] static CheckOutcome expiryOn(QDate lastDay, QDate today);

    friend bool operator==(const CardProof &, const CardProof &) = default;

private:
    [[nodiscard]] bool hasFailed(CardCheck check) const { return outcome(check).isFailed(); }
    [[nodiscard]] bool hasPassed(CardCheck check) const { return outcome(check).isPassed(); }

    QMap<CardCheck, CheckOutcome> m_outcomes;
    QMap<int, CheckOutcome> m_groups;
};

/** The name of a verdict as written in the source, e.g. "ChipCopied": for the journal, scripts and support. */
[[nodiscard]] QString verdictName(CardVerdict verdict);

/** The verdict of that name; nothing when there is none. */
[[nodiscard]] std::optional<CardVerdict> verdictNamed(const QString &name);

/** The name of a check in small letters, e.g. "activeAuthentication": likewise. */
[[nodiscard]] QString checkName(CardCheck check);

} // namespace motcua
