// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/CardSentence.h"

#include "ui/messages/IdentityWords.h"

#include <QCoreApplication>

namespace motcua {

namespace {

/** The three parts in English. lupdate finds them by the QT_TRANSLATE_NOOP around each. */
struct Source
{
    const char *happened = nullptr;
    const char *kept = nullptr;
    const char *next = nullptr;
};

constexpr const char *FormStands = QT_TRANSLATE_NOOP("Card", "What was typed is still there.");
constexpr const char *ReadStands = QT_TRANSLATE_NOOP("Card", "What was read before stays in the form, marked as not verified.");
constexpr const char *ByHand
    = QT_TRANSLATE_NOOP("Card", "Read the QR code of the card instead, or type what stands on it, and have the IT person look at the reader.");
constexpr const char *LayAgain = QT_TRANSLATE_NOOP("Card", "Lay the card on the reader again; nothing has to be typed twice.");

Source source(CardFault fault)
{
    switch (fault) {
    case CardFault::ServiceNotRunning:
        return {QT_TRANSLATE_NOOP("Card", "The smart card service of this computer does not answer."), FormStands, ByHand};
    case CardFault::NoReader:
        return {QT_TRANSLATE_NOOP("Card", "There is no card reader."), FormStands,
            QT_TRANSLATE_NOOP("Card", "Plug the reader in; until then read the QR code of the card or type what stands on it.")};
    case CardFault::ReaderBusy:
        return {QT_TRANSLATE_NOOP("Card", "Another program holds the card reader."), FormStands,
            QT_TRANSLATE_NOOP("Card", "Close the other program that reads cards, then read the card again.")};
    case CardFault::NoCard:
        return {QT_TRANSLATE_NOOP("Card", "There is no card on the reader."), FormStands,
            QT_TRANSLATE_NOOP("Card", "Lay the card on the reader and leave it there.")};
    case CardFault::NotSupported:
        return {QT_TRANSLATE_NOOP("Card", "This is no identity card or passport with a chip that can be read here."), FormStands,
            QT_TRANSLATE_NOOP("Card", "Look whether it is another card; else read its QR code or type what stands on it.")};
    case CardFault::WrongKey:
        return {QT_TRANSLATE_NOOP("Card", "The chip does not open with this number."), FormStands,
            QT_TRANSLATE_NOOP("Card", "Compare the number with the card and type it again, or scan the QR code of the same card.")};
    case CardFault::Blocked:
        return {QT_TRANSLATE_NOOP("Card", "The chip takes no more tries."), FormStands,
            QT_TRANSLATE_NOOP("Card", "Take the card off and lay it on again; if it stays so, read its QR code or type what stands on it.")};
    case CardFault::Removed:
        return {QT_TRANSLATE_NOOP("Card", "The card was taken away before it was read to the end."), ReadStands, LayAgain};
    case CardFault::Protocol:
        return {QT_TRANSLATE_NOOP("Card", "The chip refused what a card of its kind has to do."), ReadStands,
            QT_TRANSLATE_NOOP("Card", "Lay the card on the reader once more; if it stays so, read its QR code or type what stands on it.")};
    case CardFault::Nonsense:
        return {QT_TRANSLATE_NOOP("Card", "The answers of the chip cannot be understood: it is damaged, or no genuine card."), ReadStands,
            QT_TRANSLATE_NOOP("Card", "Lay the card on the reader once more; if it stays so, compare the card with care and type what stands on it.")};
    case CardFault::TimedOut:
        return {QT_TRANSLATE_NOOP("Card", "The card did not answer in time."), ReadStands, LayAgain};
    case CardFault::Cancelled:
        return {QT_TRANSLATE_NOOP("Card", "The reading of the card was stopped."), ReadStands,
            QT_TRANSLATE_NOOP("Card", "Read it again when you like.")};
    case CardFault::DriverFailed:
        return {QT_TRANSLATE_NOOP("Card", "The driver of the card reader failed."), ReadStands, ByHand};
    }
    return {};
}

Source source(CardVerdict verdict)
{
    constexpr const char *NotTaken = QT_TRANSLATE_NOOP("Card", "Nothing of it is marked as verified.");
    constexpr const char *CompareAndAsk
        = QT_TRANSLATE_NOOP("Card", "Compare the card and the person with care, do not hand anything over on it, and ask a supervisor.");
    switch (verdict) {
    case CardVerdict::Altered:
        return {QT_TRANSLATE_NOOP("Card", "The data in the chip are not those that were signed: they were changed."), NotTaken, CompareAndAsk};
    case CardVerdict::SignatureWrong:
        return {QT_TRANSLATE_NOOP("Card", "The signature in the chip is wrong."), NotTaken, CompareAndAsk};
    case CardVerdict::IssuerRefused:
        return {QT_TRANSLATE_NOOP("Card", "Whoever signed the chip was not allowed to."), NotTaken, CompareAndAsk};
    case CardVerdict::ChipCopied:
        return {QT_TRANSLATE_NOOP("Card", "The chip is a copy: it does not have the key of the card it says it is."), NotTaken, CompareAndAsk};
    case CardVerdict::Unproved:
        return {QT_TRANSLATE_NOOP("Card", "The chip was read, but not everything about it was proved."), NotTaken,
            QT_TRANSLATE_NOOP("Card", "Lay the card on the reader again, or compare the data with the card.")};
    case CardVerdict::IssuerUnknown:
        return {QT_TRANSLATE_NOOP("Card", "The data in the chip are intact, but this centre does not know who signed them."), NotTaken,
            QT_TRANSLATE_NOOP("Card", "Compare the data with the card; the administrator can add the issuer's certificate.")};
    case CardVerdict::ChipUnproved:
        return {QT_TRANSLATE_NOOP("Card", "The data in the chip are genuine; whether the chip is a copy cannot be told."), NotTaken,
            QT_TRANSLATE_NOOP("Card", "Compare the photograph with the person.")};
    case CardVerdict::Expired:
        return {QT_TRANSLATE_NOOP("Card", "The card is genuine and has expired."), NotTaken,
            QT_TRANSLATE_NOOP("Card", "Tell the citizen to have it renewed; whether it still serves here is for the procedure to say.")};
    case CardVerdict::Verified:
        return {QT_TRANSLATE_NOOP("Card", "The card is genuine."), QT_TRANSLATE_NOOP("Card", "What came from it is marked as verified."),
            QT_TRANSLATE_NOOP("Card", "Compare the photograph with the person.")};
    }
    return {};
}

QString translated(const char *english)
{
    return english ? QCoreApplication::translate("Card", english) : QString();
}

Sentence told(const Source &source, const QString &code)
{
    return {translated(source.happened), translated(source.kept), translated(source.next), code};
}

} // namespace

Sentence sentence(const CardError &error, Reader reader)
{
    const Source parts = source(error.fault);
    Sentence told{translated(parts.happened), translated(parts.kept), translated(parts.next), faultName(error.fault)};
    if (error.fault == CardFault::WrongKey && error.triesLeft >= 0) {
        told.happened += u' ' + QCoreApplication::translate("Card", "%n try(tries) left.", nullptr, error.triesLeft);
    }
    if (error.status != 0) {
        told.code += QStringLiteral(" %1").arg(error.status, 4, 16, QLatin1Char('0')).toUpper();
    }
    if (reader == Reader::Terminal) {
        told.kept.clear(); // a terminal has no form
    }
    return told;
}

Sentence sentence(CardVerdict verdict)
{
    return told(source(verdict), verdictName(verdict));
}

CardMark mark(CardVerdict verdict)
{
    const QString read = QStringLiteral("◇");
    const QString wrong = QStringLiteral("✖");
    const QString warning = QStringLiteral("warning");
    const QString danger = QStringLiteral("danger");
    switch (verdict) {
    case CardVerdict::Verified:
        return {QStringLiteral("◆"), translated(QT_TRANSLATE_NOOP("Card", "chip, verified")), QStringLiteral("done")};
    case CardVerdict::Expired:
        return {QStringLiteral("!"), translated(QT_TRANSLATE_NOOP("Card", "chip genuine, card expired")), warning};
    case CardVerdict::ChipUnproved:
        return {read, translated(QT_TRANSLATE_NOOP("Card", "chip read, perhaps a copy")), warning};
    case CardVerdict::IssuerUnknown:
        return {read, translated(QT_TRANSLATE_NOOP("Card", "chip intact, issuer not verified")), warning};
    case CardVerdict::Unproved:
        return {read, translated(QT_TRANSLATE_NOOP("Card", "chip read, not verified")), warning};
    case CardVerdict::ChipCopied:
        return {wrong, translated(QT_TRANSLATE_NOOP("Card", "chip copied")), danger};
    case CardVerdict::IssuerRefused:
        return {wrong, translated(QT_TRANSLATE_NOOP("Card", "issuer of the chip refused")), danger};
    case CardVerdict::SignatureWrong:
        return {wrong, translated(QT_TRANSLATE_NOOP("Card", "signature of the chip wrong")), danger};
    case CardVerdict::Altered:
        return {wrong, translated(QT_TRANSLATE_NOOP("Card", "chip altered")), danger};
    }
    return {};
}

CardMark markWhileReading()
{
    return {QStringLiteral("◇"), translated(QT_TRANSLATE_NOOP("Card", "chip, still being verified")), QStringLiteral("secondary")};
}

CardMark mark(const CardSeen &seen)
{
    if (const std::optional<CardVerdict> verdict = verdictNamed(seen.verdict)) {
        return mark(*verdict);
    }
    const QString why = translated(QT_TRANSLATE_NOOP("Card", "chip not read: %1")).arg(seen.notReadText);
    if (!seen.isZone()) {
        return {QStringLiteral("–"), why, QStringLiteral("secondary")};
    }
    const bool isExpired = seen.failed == checkName(CardCheck::Expiry);
    const QString zone = isExpired ? translated(QT_TRANSLATE_NOOP("Card", "machine-readable zone of an expired document"))
                                   : translated(QT_TRANSLATE_NOOP("Card", "machine-readable zone"));
    return {mark(IdentitySource::Mrz).shape, zone + QStringLiteral("; ") + why, isExpired ? QStringLiteral("warning") : QStringLiteral("secondary")};
}

bool isRefused(CardVerdict verdict)
{
    return verdict == CardVerdict::Altered || verdict == CardVerdict::SignatureWrong || verdict == CardVerdict::IssuerRefused
        || verdict == CardVerdict::ChipCopied;
}

QString words(CardCheck check)
{
    switch (check) {
    case CardCheck::Signature:
        return translated(QT_TRANSLATE_NOOP("Card", "Signature of the chip's data"));
    case CardCheck::Issuer:
        return translated(QT_TRANSLATE_NOOP("Card", "Issuer"));
    case CardCheck::Groups:
        return translated(QT_TRANSLATE_NOOP("Card", "Data as they were signed"));
    case CardCheck::ChipAuthentication:
        return translated(QT_TRANSLATE_NOOP("Card", "Chip no copy (chip authentication)"));
    case CardCheck::ActiveAuthentication:
        return translated(QT_TRANSLATE_NOOP("Card", "Chip no copy (active authentication)"));
    case CardCheck::Expiry:
        return translated(QT_TRANSLATE_NOOP("Card", "Still in date"));
    }
    return {};
}

QString words(const CheckOutcome &outcome)
{
    switch (outcome.reason) {
    case CheckReason::None:
        return translated(QT_TRANSLATE_NOOP("Card", "passed"));
    case CheckReason::NotYet:
        return translated(QT_TRANSLATE_NOOP("Card", "not done"));
    case CheckReason::NotRead:
        return translated(QT_TRANSLATE_NOOP("Card", "not done: the chip did not give what it needs"));
    case CheckReason::NotOffered:
        return translated(QT_TRANSLATE_NOOP("Card", "not done: this chip has no key for it"));
    case CheckReason::Malformed:
        return outcome.isFailed() ? translated(QT_TRANSLATE_NOOP("Card", "failed: it cannot be understood"))
                                  : translated(QT_TRANSLATE_NOOP("Card", "not done: it cannot be understood"));
    case CheckReason::Unsupported:
        return translated(QT_TRANSLATE_NOOP("Card", "not done: its algorithm is not known here"));
    case CheckReason::SignerMissing:
        return translated(QT_TRANSLATE_NOOP("Card", "not done: the signer's certificate is missing"));
    case CheckReason::SignatureWrong:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: the signature is wrong"));
    case CheckReason::IssuerUnknown:
        return translated(QT_TRANSLATE_NOOP("Card", "not done: the issuer is not known to this centre"));
    case CheckReason::IssuerSignatureWrong:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: the issuer did not sign the signer's certificate"));
    case CheckReason::NotASigner:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: the certificate may not sign documents"));
    case CheckReason::OutsideValidity:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: the certificate was not good when it signed"));
    case CheckReason::Revoked:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: the certificate was taken back"));
    case CheckReason::StateUnknown:
        return translated(QT_TRANSLATE_NOOP("Card", "not done: which state issued the document is not known here"));
    case CheckReason::OtherState:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: the certificate is of another state"));
    case CheckReason::HashDiffers:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: it was changed after it was signed"));
    case CheckReason::NotListed:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: the issuer did not sign it"));
    case CheckReason::Contradiction:
        return translated(QT_TRANSLATE_NOOP("Card", "not done: what stands in the chip contradicts itself"));
    case CheckReason::KeyNotProved:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: the chip does not have the key"));
    case CheckReason::Over:
        return translated(QT_TRANSLATE_NOOP("Card", "failed: expired"));
    }
    return {};
}

} // namespace motcua
