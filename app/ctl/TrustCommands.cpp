// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "app/devices/eid/TrustImport.h"
#include "models/dossier/Act.h"
#include "ui/messages/Sentence.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>

#include <optional>

namespace motcua::ctl {

namespace {

TrustStore storeOf(const Context &context, QList<TrustStore::LeftOut> *leftOut = nullptr)
{
    return TrustStore::load(context.trustFolders(), leftOut);
}

QString wordsOf(TrustFault fault)
{
    switch (fault) {
    case TrustFault::Unreadable: return QStringLiteral("neither a certificate, a revocation list nor a master list");
    case TrustFault::TooLarge: return QStringLiteral("larger than any such file");
    case TrustFault::NotAnAuthority: return QStringLiteral("a certificate that may not give others: nobody can be trusted by it");
    case TrustFault::Unsupported: return QStringLiteral("a key, a curve or an algorithm that is not taken");
    case TrustFault::SignatureWrong: return QStringLiteral("its signature is wrong: it was changed, or is damaged");
    case TrustFault::SignerMissing: return QStringLiteral("the certificate of who signed this list did not come along: nobody answers for it");
    case TrustFault::SignerRefused: return QStringLiteral("whoever signed this list may not sign one, was revoked, or was over by then");
    case TrustFault::KnownAlready: return QStringLiteral("known already");
    }
    return {};
}

QString day(const QDateTime &moment)
{
    return moment.date().toString(Qt::ISODate);
}

QString fingerprintOf(const TrustCertificate &certificate)
{
    return QString::fromLatin1(certificate.fingerprint().toHex());
}

void tell(Context &context, const TrustCertificate &one)
{
    context.terminal().say(one.subject());
    context.terminal().say(QStringLiteral("  %1 to %2%3").arg(day(one.notBefore()), day(one.notAfter()), one.isSelfSigned() ? QString() : QStringLiteral(", a link given by ") + one.issuer()));
    context.terminal().say(QStringLiteral("  SHA-256 ") + fingerprintOf(one));
}

QJsonObject facts(const TrustCertificate &one)
{
    return {{QStringLiteral("subject"), one.subject()}, {QStringLiteral("issuer"), one.issuer()}, {QStringLiteral("country"), one.country()},
        {QStringLiteral("notBefore"), one.notBefore().toString(Qt::ISODate)}, {QStringLiteral("notAfter"), one.notAfter().toString(Qt::ISODate)},
        {QStringLiteral("link"), !one.isSelfSigned()}, {QStringLiteral("sha256"), fingerprintOf(one)}};
}

QJsonArray facts(const QList<TrustCertificate> &all)
{
    QJsonArray array;
    for (const TrustCertificate &one : all) {
        array.append(facts(one));
    }
    return array;
}

int list(Context &context)
{
    if (!context.words().isEmpty()) {
        context.terminal().explain(QStringLiteral("motcua-ctl trust list"));
        return Usage;
    }
    QList<TrustStore::LeftOut> leftOut;
    const TrustStore store = storeOf(context, &leftOut);
    for (const TrustCertificate &one : store.certificates()) {
        tell(context, one);
    }
    QJsonArray faults;
    for (const TrustStore::LeftOut &one : std::as_const(leftOut)) {
        context.terminal().explain(QStringLiteral("%1: left out: %2").arg(one.path, wordsOf(one.fault)));
        faults.append(QJsonObject{{QStringLiteral("file"), one.path}, {QStringLiteral("fault"), trustFaultName(one.fault)}});
    }
    context.terminal().say(store.certificates().isEmpty()
            ? QStringLiteral("Nobody is trusted: every chip is told as intact and of an unknown issuer.")
            : QStringLiteral("%1 certificates, %2 revocation lists").arg(store.certificates().size()).arg(store.revocationLists()));
    context.terminal().answer({{QStringLiteral("certificates"), facts(store.certificates())}, {QStringLiteral("revocationLists"), store.revocationLists()},
        {QStringLiteral("leftOut"), faults}});
    return Done;
}

/** Who signed a master list, and how that is known: the administrator answers for it. */
QString vouched(const TrustImport &read)
{
    const QString signer = read.list->signer->subject();
    return read.signer.outcome.isPassed() ? QStringLiteral("signed by %1, given by an authority that was trusted already").arg(signer)
                                          : QStringLiteral("whole, and signed by %1, for whom the administrator answers").arg(signer);
}

/** Whether a master list may be kept: by who is trusted already, or because the administrator says who signs it, or that anybody may. */
bool isConfirmed(Context &context, TrustImport &read)
{
    if (!read.isUnconfirmed()) {
        return true;
    }
    context.terminal().explain(QStringLiteral("This master list is signed by %1\n  SHA-256 %2").arg(read.list->signer->subject(), fingerprintOf(*read.list->signer)));
    if (read.list->authority) {
        context.terminal().explain(QStringLiteral("whose certificate was given by %1\n  SHA-256 %2").arg(read.list->authority->subject(), fingerprintOf(*read.list->authority)));
    }
    const QString said = context.options().value(QStringLiteral("signer")).remove(u':').remove(u' ');
    if (!said.isEmpty()) {
        return read.confirm(QByteArray::fromHex(said.toLatin1()));
    }
    read.isConfirmed = context.options().isSet(QStringLiteral("yes-unknown-signer"));
    return read.isConfirmed;
}

/** What the journal keeps of it: who is trusted from now on, and by whose list; nothing where nothing is new. */
std::optional<ImportTrust> actOf(const TrustImport &read)
{
    ImportTrust act;
    for (const TrustCertificate &one : read.added) {
        act.certificates.append({one.fingerprint(), one.country()});
    }
    if (read.list) {
        act.signer = read.list->signer->fingerprint();
    }
    if (read.kind == TrustImport::Kind::RevocationList) {
        act.revocations = QCryptographicHash::hash(read.revocations, QCryptographicHash::Sha256);
    } else if (act.certificates.isEmpty()) {
        return {};
    }
    return act;
}

int import(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("motcua-ctl trust import FILE [--signer SHA256 | --yes-unknown-signer] --person ADMINISTRATOR"));
        return Usage;
    }
    const QString path = context.words().constFirst();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return context.terminal().fail({ErrorCode::FileUnreadable, path});
    }
    // Whom a centre trusts is for whoever answers for the centre.
    const Result<Workplace> place = context.enterWith(Right::ManageUnit);
    if (!place) {
        return context.terminal().fail(place.error());
    }
    Result<TrustImport, TrustFault> read = TrustImport::of(file.read(TrustImport::Largest + 1), storeOf(context));
    if (!read) {
        return context.terminal().fail({ErrorCode::Invalid, QStringLiteral("%1: %2: %3").arg(path, trustFaultName(read.error()), wordsOf(read.error()))});
    }
    if (!isConfirmed(context, *read)) {
        return context.terminal().fail({ErrorCode::Invalid,
            QStringLiteral("%1: SignerUnknown: nobody trusted here gave its signer a certificate. Compare the fingerprint with what its publisher tells elsewhere, then say it with --signer").arg(path)});
    }
    if (const Result<> kept = read->keepIn(context.folder().trust()); !kept) {
        return context.terminal().fail(kept.error());
    }
    // It counts already: what the journal refuses, such as one that forked, is told and takes nothing back.
    const std::optional<ImportTrust> act = actOf(*read);
    const Result<storage::Recorded> recorded = act ? place->store.record(place->act(place->store.origin(), *act)).result() : Result<storage::Recorded>(storage::Recorded());
    if (!recorded) {
        context.terminal().explain(QStringLiteral("It counts from now on, but it was not written down in the journal: ") + sentence(recorded.error(), Reader::Terminal).textWithCode());
    }
    for (const TrustCertificate &one : read->added) {
        tell(context, one);
    }
    QJsonObject answer{{QStringLiteral("added"), facts(read->added)}, {QStringLiteral("known"), read->known}, {QStringLiteral("leftOut"), read->leftOut},
        {QStringLiteral("revocationList"), read->kind == TrustImport::Kind::RevocationList}, {QStringLiteral("journalled"), act.has_value() && recorded}};
    if (read->list) {
        context.terminal().say(QStringLiteral("Master list: ") + vouched(*read));
        answer.insert(QStringLiteral("masterList"), read->signer.outcome.isPassed() ? QStringLiteral("trusted") : QStringLiteral("confirmed"));
        answer.insert(QStringLiteral("signer"), facts(*read->list->signer));
    }
    if (read->revokedBy) {
        answer.insert(QStringLiteral("revokedBy"), facts(*read->revokedBy));
    }
    context.terminal().say(read->kind == TrustImport::Kind::RevocationList
            ? (read->revokedBy ? QStringLiteral("The revocation list of %1 counts from now on.").arg(read->revokedBy->subject())
                               : QStringLiteral("Nobody trusted here signed this revocation list: it is kept, and counts once its authority is trusted."))
            : QStringLiteral("%1 trusted from now on, %2 known already, %3 left out").arg(read->added.size()).arg(read->known).arg(read->leftOut));
    context.terminal().answer(answer);
    return Done;
}

} // namespace

QList<Command> trustCommands()
{
    return {
        {QStringLiteral("trust list"), {}, QStringLiteral("who may sign chip cards: subject, validity and fingerprint of each certificate that is trusted"), list},
        {QStringLiteral("trust import"), QStringLiteral("FILE [--signer SHA256 | --yes-unknown-signer]"),
            QStringLiteral("trust a certificate of a signing authority, all of a master list (.ml) whose signer is trusted or confirmed, or take in a revocation list; ends with 6 when it is none"), import},
    };
}

} // namespace motcua::ctl
