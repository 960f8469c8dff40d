// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "app/evidence/SignatureTrust.h"
#include "app/evidence/SigningSetup.h"
#include "app/security/DurableFile.h"

#include <QDateTime>
#include <QJsonArray>

namespace motcua::ctl {

using evidence::BroughtKey;
using evidence::CertificateFacts;
using evidence::SigningSetup;

namespace {

constexpr auto SigningKeeper = Right::ManageUnit;
constexpr qsizetype MostCertificateBytes = 256 * 1024;

/** What is typed or comes from the descriptor that `option` names, or the environment: never from the command line. */
Result<security::SecretBytes> typedSecret(const Context &context, const QString &option, const QString &prompt, const char *variable)
{
    const QString fd = context.options().value(option);
    bool isNumber = true;
    const int descriptor = fd.isEmpty() ? -1 : fd.toInt(&isNumber);
    if (!isNumber || (!fd.isEmpty() && descriptor < 0)) {
        return Error{ErrorCode::Invalid, QStringLiteral("--") + option};
    }
    const Result<QString> typed = askPassword(descriptor, prompt, variable);
    return typed ? Result<security::SecretBytes>(security::SecretBytes::copyOf(typed->toUtf8())) : typed.error();
}

/** The certificates of --certificate; none where it is not said. Errors: FileUnreadable, OwnCertificateUnreadable. */
Result<QList<QByteArray>> saidCertificates(const Context &context)
{
    const QString path = context.options().value(QStringLiteral("certificate"));
    if (path.isEmpty()) {
        return QList<QByteArray>();
    }
    const Result<QByteArray> bytes = security::readWhole(path, MostCertificateBytes);
    if (!bytes) {
        return bytes.error();
    }
    const QList<QByteArray> found = evidence::certificatesOfFile(*bytes);
    return found.isEmpty() ? Result<QList<QByteArray>>(Error{ErrorCode::OwnCertificateUnreadable, path}) : found;
}

/** --tsa and --ca; empty where nobody vouches for the time. */
Result<evidence::TimeAuthority> saidAuthority(const Context &context)
{
    evidence::TimeAuthority authority;
    const QString address = context.options().value(QStringLiteral("tsa"));
    if (address.isEmpty()) {
        return authority;
    }
    authority.address = QUrl(address, QUrl::StrictMode);
    const QString path = context.options().value(QStringLiteral("ca"));
    if (!evidence::TimeAuthority::isAddress(authority.address) || path.isEmpty()) {
        return Error{ErrorCode::Invalid, QStringLiteral("--tsa http[s]://HOST/PATH --ca FILE: in PEM, who certifies that authority")};
    }
    const Result<QByteArray> bytes = security::readWhole(path, MostCertificateBytes);
    if (!bytes) {
        return bytes.error();
    }
    if (!bytes->contains("-----BEGIN CERTIFICATE-----") || evidence::certificatesOfFile(*bytes).isEmpty()) {
        return Error{ErrorCode::Invalid, path + QStringLiteral(": no certificate in PEM")};
    }
    authority.certificates = *bytes;
    return authority;
}

/** The key in a file: PKCS#12 with its password, or PEM with --certificate. */
Result<> takeKey(const Context &context, const QString &path, SigningSetup &setup)
{
    Result<QByteArray> bytes = security::readWhole(path, BroughtKey::MostBytes);
    const Result<QList<QByteArray>> certificates = saidCertificates(context);
    if (!bytes || !certificates) {
        return bytes ? certificates.error() : bytes.error();
    }
    Result<BroughtKey> brought = Error{};
    if (bytes->contains("-----BEGIN ")) {
        brought = BroughtKey::fromPem(security::SecretBytes::copyOf(*bytes), *certificates);
    } else {
        const Result<security::SecretBytes> password
            = typedSecret(context, QStringLiteral("key-password-fd"), QStringLiteral("Password of the key"), "MOTCUA_KEY_PASSWORD");
        brought = password ? BroughtKey::fromPkcs12(*bytes, *password) : password.error();
    }
    bytes->fill('\0');
    if (!brought) {
        return brought.error();
    }
    setup.key = std::move(brought->key);
    setup.certificates = brought->certificates;
    return {};
}

/** The key on a token, which has to show now that it is there. */
Result<> takeToken(const Context &context, const QString &where, SigningSetup &setup)
{
    const Result<TokenUri> uri = TokenUri::fromString(where);
    const Result<QList<QByteArray>> certificates = saidCertificates(context);
    if (!uri || !certificates) {
        return uri ? certificates.error() : uri.error();
    }
    Result<security::SecretBytes> pin = typedSecret(context, QStringLiteral("pin-fd"), QStringLiteral("PIN of the token"), "MOTCUA_TOKEN_PIN");
    if (!pin) {
        return pin.error();
    }
    setup.token = *uri;
    setup.certificates = *certificates;
    return evidence::TokenSigner(std::make_shared<const TokenKey>(*uri, *std::move(pin)), *certificates).prove();
}

QJsonObject facts(const CertificateFacts &one)
{
    return {{QStringLiteral("name"), one.name}, {QStringLiteral("organisation"), one.organisation}, {QStringLiteral("issuer"), one.issuer},
        {QStringLiteral("notBefore"), one.notBefore.toString(Qt::ISODate)}, {QStringLiteral("notAfter"), one.notAfter.toString(Qt::ISODate)},
        {QStringLiteral("sha256"), QString::fromLatin1(one.sha256.toHex())}};
}

void tell(Context &context, const CertificateFacts &one)
{
    context.terminal().say(one.organisation.isEmpty() ? one.name : QStringLiteral("%1, %2").arg(one.name, one.organisation));
    context.terminal().say(QStringLiteral("  %1 to %2, given by %3")
                               .arg(one.notBefore.date().toString(Qt::ISODate), one.notAfter.date().toString(Qt::ISODate), one.issuer));
    context.terminal().say(QStringLiteral("  SHA-256 ") + QString::fromLatin1(one.sha256.toHex()));
}

/** What is set up, told and answered; `more` is said beside it. */
int tellSetup(Context &context, const SigningSetup &setup, QJsonObject more)
{
    const CertificateFacts own = CertificateFacts::of(setup.certificates.constFirst()).value_or(CertificateFacts());
    tell(context, own);
    context.terminal().say(setup.token ? QStringLiteral("  its key is on the token ") + setup.token->toString() : QStringLiteral("  its key lies in this store"));
    context.terminal().say(setup.time.address.isEmpty() ? QStringLiteral("  nobody vouches for the time")
                                                        : QStringLiteral("  the time is asked of ") + setup.time.address.toString());
    if (own.notAfter < QDateTime::currentDateTimeUtc()) {
        context.terminal().say(QStringLiteral("  It is over: nothing can be signed with it."));
    }
    more.insert(QStringLiteral("signer"), facts(own));
    more.insert(QStringLiteral("token"), setup.token ? QJsonValue(setup.token->toString()) : QJsonValue());
    more.insert(QStringLiteral("tsa"), setup.time.address.isEmpty() ? QJsonValue() : QJsonValue(setup.time.address.toString()));
    context.terminal().answer(more);
    return Done;
}

int useKey(Context &context)
{
    const QString where = context.options().value(QStringLiteral("token"));
    if (context.words().size() != (where.isEmpty() ? 1 : 0)) {
        context.terminal().explain(QStringLiteral("motcua-ctl signing use FILE.p12 | KEY.pem --certificate FILE | --token URI --certificate FILE  [--tsa URL --ca FILE] --person ADMINISTRATOR"));
        context.terminal().explain(QStringLiteral("  The key is RSA of 2048 to 4096 bits, or on P-256; the first certificate is its own. The password of a .p12 is read from --key-password-fd, else"));
        context.terminal().explain(QStringLiteral("  MOTCUA_KEY_PASSWORD, else it is asked. A token shows now that it has the key; its PIN (--pin-fd, MOTCUA_TOKEN_PIN, or asked) is not kept."));
        return Usage;
    }
    const Result<Workplace> place = context.enterWith(SigningKeeper);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    SigningSetup setup;
    const Result<> taken = where.isEmpty() ? takeKey(context, context.words().constFirst(), setup) : takeToken(context, where, setup);
    Result<evidence::TimeAuthority> time = taken ? saidAuthority(context) : taken.error();
    if (!time) {
        return context.terminal().fail(time.error());
    }
    setup.time = *std::move(time);
    if (const Result<> kept = setup.keep(place->store); !kept) {
        return context.terminal().fail(kept.error());
    }
    context.terminal().say(QStringLiteral("Copies that are made at this desk are signed from now on by:"));
    return tellSetup(context, setup, {});
}

int showSigner(Context &context)
{
    const Result<Workplace> place = context.words().isEmpty() ? context.enter() : Error{ErrorCode::Invalid, context.words().constFirst()};
    const Result<std::optional<SigningSetup>> setup = place ? SigningSetup::of(place->store) : place.error();
    if (!setup) {
        return context.terminal().fail(setup.error());
    }
    QStringList leftOut;
    const auto trust = evidence::SignatureTrust::load({context.folder().signers()}, &leftOut);
    QJsonArray trusted;
    for (const QByteArray &der : trust.certificates()) {
        const CertificateFacts one = CertificateFacts::of(der).value_or(CertificateFacts());
        context.terminal().say(QStringLiteral("trusted: %1 (SHA-256 %2)").arg(one.name, QString::fromLatin1(one.sha256.toHex())));
        trusted.append(facts(one));
    }
    for (const QString &path : std::as_const(leftOut)) {
        context.terminal().explain(path + QStringLiteral(": left out: neither a certificate nor a revocation list, or too large"));
    }
    if (trusted.isEmpty()) {
        context.terminal().say(QStringLiteral("Nobody's signature is known here: lay certificates of who may sign into %1").arg(context.folder().signers()));
    }
    const QJsonObject more{{QStringLiteral("trusted"), trusted}, {QStringLiteral("revocationLists"), trust.revocations().size()},
        {QStringLiteral("leftOut"), QJsonArray::fromStringList(leftOut)}};
    if (!*setup) {
        context.terminal().say(QStringLiteral("Nobody signs at this desk: motcua-ctl signing use"));
        QJsonObject answer = more;
        answer.insert(QStringLiteral("signer"), QJsonValue());
        context.terminal().answer(answer);
        return Done;
    }
    return tellSetup(context, **setup, more);
}

int forgetSigner(Context &context)
{
    const Result<Workplace> place = context.words().isEmpty() ? context.enterWith(SigningKeeper) : Error{ErrorCode::Invalid, context.words().constFirst()};
    const Result<> gone = place ? SigningSetup::forget(place->store) : place.error();
    if (!gone) {
        return context.terminal().fail(gone.error());
    }
    context.terminal().say(QStringLiteral("Nobody signs at this desk any more; a key that lay here is gone. What was signed stays so."));
    context.terminal().answer({{QStringLiteral("signer"), QJsonValue()}});
    return Done;
}

} // namespace

QList<Command> signingCommands()
{
    return {
        {QStringLiteral("signing use"), QStringLiteral("FILE.p12 | --token URI --certificate FILE [--tsa URL --ca FILE]"),
            QStringLiteral("sign the electronic copies of this desk with that key, and with the time of an authority (signing use alone says more)"), useKey},
        {QStringLiteral("signing show"), {}, QStringLiteral("who signs at this desk, and whose signatures are known here"), showSigner},
        {QStringLiteral("signing forget"), {}, QStringLiteral("nobody signs at this desk any more"), forgetSigner},
    };
}

} // namespace motcua::ctl
