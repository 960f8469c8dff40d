// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/SignatureWords.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/Sentence.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("SignatureWords", english);
}

} // namespace

SignatureMark mark(evidence::SignatureVerdict::State state)
{
    using State = evidence::SignatureVerdict::State;
    switch (state) {
    case State::Valid:
        return {QStringLiteral("✔"), words(QT_TRANSLATE_NOOP("SignatureWords", "signature valid")), QStringLiteral("done"),
            words(QT_TRANSLATE_NOOP("SignatureWords", "Nothing was changed since it was signed, and the signer is vouched for here."))};
    case State::SignedOn:
        return {QStringLiteral("✔"), words(QT_TRANSLATE_NOOP("SignatureWords", "signature valid, signed on after it")), QStringLiteral("done"),
            words(QT_TRANSLATE_NOOP("SignatureWords", "What this signer signed is there unchanged, and the signer is vouched for here. What was put after it, somebody else of this list signed: look at who that is."))};
    case State::UnknownSigner:
        return {QStringLiteral("?"), words(QT_TRANSLATE_NOOP("SignatureWords", "signer not known here")), QStringLiteral("warning"),
            words(QT_TRANSLATE_NOOP("SignatureWords",
                "Nothing was changed since it was signed, but nobody who is trusted here vouches for the signer. Compare it with the paper, or have the administrator add the issuer's certificate."))};
    case State::Expired:
        return {QStringLiteral("!"), words(QT_TRANSLATE_NOOP("SignatureWords", "certificate not valid when it was signed")), QStringLiteral("warning"),
            words(QT_TRANSLATE_NOOP("SignatureWords",
                "Nothing was changed since it was signed, but the certificate of the signer had run out, or was not valid yet. Ask for a copy that is signed anew, or look at the paper."))};
    case State::Altered:
        return {QStringLiteral("✖"), words(QT_TRANSLATE_NOOP("SignatureWords", "changed after it was signed")), QStringLiteral("danger"),
            words(QT_TRANSLATE_NOOP("SignatureWords", "What was signed is not what is there. Do not rely on it: look at the paper itself, and tell the supervisor."))};
    case State::AddedAfter:
        return {QStringLiteral("!"), words(QT_TRANSLATE_NOOP("SignatureWords", "something was added after the signature")), QStringLiteral("warning"),
            words(QT_TRANSLATE_NOOP("SignatureWords", "What was signed is there unchanged, and something was put after it that nobody known here signed. Look at the whole of it, and compare it with the paper."))};
    case State::Unreadable:
        return {QStringLiteral("–"), words(QT_TRANSLATE_NOOP("SignatureWords", "no signature that can be read")), QStringLiteral("secondary"),
            words(QT_TRANSLATE_NOOP("SignatureWords", "It is kept all the same, as any file is that nobody signed. Compare it with the paper."))};
    }
    return {};
}

QString signerWords(const evidence::SignatureVerdict &verdict)
{
    if (verdict.signer.isEmpty() && verdict.organisation.isEmpty()) {
        return QStringLiteral("—");
    }
    if (verdict.signer.isEmpty() || verdict.organisation.isEmpty() || verdict.signer == verdict.organisation) {
        return verdict.signer.isEmpty() ? verdict.organisation : verdict.signer;
    }
    return verdict.signer + QStringLiteral(" · ") + verdict.organisation;
}

QString signingFailure(const Error &error)
{
    const Sentence told = sentence(error);
    const auto coded = [&told](const QString &why) { return told.code.isEmpty() ? why : why + QStringLiteral(" (%1)").arg(told.code); };
    switch (error.code) {
    case ErrorCode::TokenModuleMissing:
        return coded(words(QT_TRANSLATE_NOOP("SignatureWords", "This computer lacks the program that speaks to the signer's token. Have the IT person install the package that came with it.")));
    case ErrorCode::TokenMissing:
        return coded(words(QT_TRANSLATE_NOOP("SignatureWords", "The signer's token is not plugged in. Plug it in and try again.")));
    case ErrorCode::TokenPinWrong:
        return coded(words(QT_TRANSLATE_NOOP("SignatureWords", "The signer's token does not take this PIN. Look at the PIN before you type it again: after a few wrong ones the token locks itself.")));
    case ErrorCode::TokenPinLocked:
        return coded(words(QT_TRANSLATE_NOOP("SignatureWords", "The signer's token has locked itself after too many wrong PINs. Whoever gave it out can unlock it; until then go on without a signature.")));
    case ErrorCode::TokenKeyMissing:
        return coded(words(QT_TRANSLATE_NOOP("SignatureWords", "The token that is plugged in does not have the signer's key. Plug in the right one and try again.")));
    case ErrorCode::TokenKeyUnfit:
        return coded(words(QT_TRANSLATE_NOOP("SignatureWords", "The key on the signer's token is of a kind that signs no copies here. Ask the IT person for one of RSA with 2048 bits or more, or on the curve P-256.")));
    case ErrorCode::TokenFailed:
        return coded(words(QT_TRANSLATE_NOOP("SignatureWords", "The signer's token did not do what it was asked. Pull it out, plug it in again and try again; if it stays so, call the IT person.")));
    case ErrorCode::OwnKeyOther:
        return coded(words(QT_TRANSLATE_NOOP("SignatureWords", "The key that signs does not belong to the certificate that is set up. Have the IT person set up the right one with \"motcua-ctl signing use\".")));
    default:
        return told.textWithCode();
    }
}

QString signedAtWords(const evidence::SignatureVerdict &verdict)
{
    if (!verdict.at.isValid()) {
        return words(QT_TRANSLATE_NOOP("SignatureWords", "time not said"));
    }
    const QString at = vietnamTime(verdict.at.toMSecsSinceEpoch()).toString(u"HH:mm:ss dd/MM/yyyy");
    return (verdict.isTimestamped ? words(QT_TRANSLATE_NOOP("SignatureWords", "%1, proved by a timestamp")) : words(QT_TRANSLATE_NOOP("SignatureWords", "%1, as the signer says"))).arg(at);
}

} // namespace motcua
