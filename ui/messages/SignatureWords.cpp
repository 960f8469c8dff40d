// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/SignatureWords.h"

#include "models/base/VietnamTime.h"

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
            words(QT_TRANSLATE_NOOP("SignatureWords", "What was signed is there unchanged, and something was put after it that nobody signed. Look at the whole of it, and compare it with the paper."))};
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

QString signedAtWords(const evidence::SignatureVerdict &verdict)
{
    if (!verdict.at.isValid()) {
        return words(QT_TRANSLATE_NOOP("SignatureWords", "time not said"));
    }
    const QString at = vietnamTime(verdict.at.toMSecsSinceEpoch()).toString(u"HH:mm:ss dd/MM/yyyy");
    return (verdict.isTimestamped ? words(QT_TRANSLATE_NOOP("SignatureWords", "%1, proved by a timestamp")) : words(QT_TRANSLATE_NOOP("SignatureWords", "%1, as the signer says"))).arg(at);
}

} // namespace motcua
