// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/ExchangeRoutes.h"

#include "app/net/BoundedJson.h"
#include "app/storage/AttachmentQueries.h"
#include "app/storage/PortalQueries.h"
#include "app/storage/SyncQueries.h"
#include "app/sync/Batch.h"
#include "app/sync/PortalPeer.h"
#include "app/sync/WitnessedHead.h"

#include <QRegularExpression>

namespace motcua::portal {

using sync::PortalPeer;

namespace {

/** A place in a log as the contract writes it. */
std::optional<quint64> seqIn(const QUrlQuery &query, const QString &name)
{
    static const QRegularExpression place(QStringLiteral("^[1-9][0-9]{0,18}$"));
    const QString text = query.queryItemValue(name);
    const quint64 seq = place.match(text).hasMatch() ? text.toULongLong() : 0;
    return seq > 0 && seq < (quint64{1} << 63) ? std::optional(seq) : std::nullopt;
}

Answer notOfTheContract(const char *what)
{
    return Answer::refused(400, ErrorCode::Invalid, Fault::Data, QString::fromLatin1(what));
}

Answer otherType()
{
    return Answer::refused(415, QStringLiteral("MediaTypeUnknown"), Fault::Data);
}

/** The name of an attachment in a path; empty when it is none. */
QByteArray fileIn(const QStringList &path)
{
    static const QRegularExpression name(QStringLiteral("^[0-9a-f]{64}$"));
    return name.match(path.value(2)).hasMatch() ? QByteArray::fromHex(path.value(2).toLatin1()) : QByteArray();
}

std::optional<qint64> offsetIn(const QStringList &path)
{
    static const QRegularExpression offset(QStringLiteral("^(0|[1-9][0-9]{0,9})$"));
    return offset.match(path.value(3)).hasMatch() ? std::optional(path.value(3).toLongLong()) : std::nullopt;
}

Answer held(const Result<qint64> &held)
{
    return held ? Answer::json({{QStringLiteral("held"), *held}}) : Answer::failed(held.error());
}

} // namespace

ExchangeRoutes::ExchangeRoutes(const storage::Store &store, const journal::SharePolicy &policy, std::function<qint64()> now,
    std::shared_ptr<centre::JournalMirror> mirror)
    : m_store(store)
    , m_mirror(std::move(mirror))
    , m_now(now)
    , m_exchange(store, policy, journal::PeerRole::Desk, {}, std::move(now))
{
}

Answer ExchangeRoutes::greet(const Question &question, const Id &desk, qint64 catalogue)
{
    if (question.mediaType() != PortalPeer::jsonType()) {
        return otherType();
    }
    if (question.body.size() > PortalPeer::MostJsonBytes) {
        return Answer::refused(413, ErrorCode::FileTooLarge, Fault::Data);
    }
    const Result<QJsonObject> json
        = jsonObjectIn(question.body, {PortalPeer::MostJsonBytes, PortalPeer::MostDepth}, QLatin1StringView("greeting"));
    if (!json) {
        return Answer::failed(json.error());
    }
    const Result<sync::Greeting> theirs = sync::Greeting::fromJson(*json);
    if (!theirs) {
        return Answer::failed(theirs.error());
    }
    if (theirs->origin != desk) {
        return Answer::refused(403, ErrorCode::NotAllowed, Fault::Desk, QStringLiteral("the certificate is of another desk"));
    }
    if (const Result<> judged = m_exchange.judged(*theirs).result(); !judged) {
        return Answer::failed(judged.error());
    }
    Result<sync::Greeting> ours = m_exchange.greeting(desk).result();
    const auto allowed = m_store.ask(storage::LogsForDesk{desk}).result();
    if (!ours || !allowed) {
        return Answer::failed(ours ? allowed.error() : ours.error());
    }
    const QList<Id> offered = ours->offers.origins().keys();
    for (const Id &log : offered) {
        if (!allowed->contains(log)) {
            ours->offers.set(log, 0);
        }
    }
    ours->catalogue = catalogue;
    return Answer::json(ours->toJson());
}

Answer ExchangeRoutes::give(const Question &question)
{
    if (question.mediaType() != PortalPeer::batchType()) {
        return otherType();
    }
    if (question.body.size() > PortalPeer::MostBatchBytes) {
        return Answer::refused(413, ErrorCode::FileTooLarge, Fault::Data, QString::number(PortalPeer::MostBatchBytes));
    }
    const Result<sync::Receipt> receipt = m_exchange.taken(question.body).result();
    if (receipt && m_mirror && receipt->refused.isEmpty()) {
        // Also a payload that came after its header, of which the places of the log tell nothing.
        const Result<journal::Run> run = sync::runIn(question.body);
        const Result<> kept = run ? m_mirror->settle(*run) : run.error();
        if (!kept) {
            return Answer::unsettled(kept.error());
        }
    }
    return receipt ? Answer::json(receipt->toJson()) : Answer::failed(receipt.error());
}

Answer ExchangeRoutes::take(const Question &question, const Id &desk)
{
    const Id log = Id::fromString(question.path.value(2));
    const auto first = seqIn(question.query, QStringLiteral("first"));
    const auto last = seqIn(question.query, QStringLiteral("last"));
    const auto heldFrom = seqIn(question.query, QStringLiteral("heldFrom"));
    if (log.isNull() || !first || !last || *last < *first || (!heldFrom && question.query.hasQueryItem(QStringLiteral("heldFrom")))) {
        return notOfTheContract("origin, first, last, heldFrom");
    }
    const auto allowed = m_store.ask(storage::LogsForDesk{desk}).result();
    if (!allowed) {
        return Answer::failed(allowed.error());
    }
    if (!allowed->contains(log) || log == desk) {
        return {.status = 204};
    }
    const auto made = m_exchange.madeForUnitOf(desk, {log, *first, *last, heldFrom}).result();
    if (!made) {
        return Answer::failed(made.error());
    }
    return made->batch.isEmpty() ? Answer{.status = 204} : Answer{.mediaType = PortalPeer::batchType(), .body = made->batch}.notStored();
}

Answer ExchangeRoutes::heldOf(const Question &question)
{
    const QByteArray file = fileIn(question.path);
    if (file.isEmpty()) {
        return notOfTheContract("name");
    }
    const Result<> matched = matchFile(file, true);
    return matched ? held(m_exchange.heldFile(file).result()) : Answer::unsettled(matched.error());
}

Answer ExchangeRoutes::giveChunk(const Question &question)
{
    if (question.mediaType() != PortalPeer::chunkType()) {
        return otherType();
    }
    if (question.body.size() > PortalPeer::MostChunkBytes) {
        return Answer::refused(413, ErrorCode::FileTooLarge, Fault::Data, QString::number(PortalPeer::MostChunkBytes));
    }
    const QByteArray file = fileIn(question.path);
    const std::optional<qint64> at = offsetIn(question.path);
    if (file.isEmpty() || !at) {
        return notOfTheContract("name, at");
    }
    const Result<qint64> taken = m_exchange.chunkTaken(file, *at, question.body).result();
    const Result<> matched = taken ? matchFile(file, false) : Result<>();
    return matched ? held(taken) : Answer::unsettled(matched.error());
}

Result<> ExchangeRoutes::matchFile(const QByteArray &name, bool isFetched) const
{
    if (!m_mirror) {
        return {};
    }
    const auto reference = m_store.ask(storage::NamedAttachment{name}).result();
    if (!reference || !*reference) {
        return reference ? Result<>() : reference.error();
    }
    if (m_store.attachments().exists(**reference)) {
        return m_mirror->settleFile(**reference);
    }
    const Result<bool> fetched = isFetched ? m_mirror->fetchFile(**reference) : false;
    return fetched ? Result<>() : fetched.error();
}

Answer ExchangeRoutes::takeChunk(const Question &question, const Id &desk)
{
    const QByteArray file = fileIn(question.path);
    const std::optional<qint64> at = offsetIn(question.path);
    if (file.isEmpty() || !at) {
        return notOfTheContract("name, at");
    }
    const auto isOfUnit = m_store.ask(storage::IsFileOfUnit{desk, file}).result();
    const auto naming = m_store.ask(storage::NamingLogs{file}).result();
    if (!isOfUnit || !naming) {
        return Answer::failed(isOfUnit ? naming.error() : isOfUnit.error());
    }
    // That the portal's own log names it, which every desk is offered, says nothing: it does so for every unit.
    if (!*isOfUnit && !naming->contains(desk)) {
        return Answer::refused(422, ErrorCode::AttachmentMissing, Fault::Data); // the same whether or not it is named elsewhere
    }
    if (const Result<> matched = matchFile(file, true); !matched) {
        return Answer::unsettled(matched.error());
    }
    const Result<QByteArray> chunk = m_exchange.chunkMade(file, *at).result();
    if (!chunk) {
        return Answer::failed(chunk.error());
    }
    return chunk->isEmpty() ? Answer{.status = 204} : Answer{.mediaType = PortalPeer::chunkType(), .body = *chunk}.notStored();
}

Answer ExchangeRoutes::head(const Question &question, const Id &desk) const
{
    const Id log = Id::fromString(question.path.value(2));
    if (log.isNull()) {
        return notOfTheContract("origin");
    }
    const auto allowed = m_store.ask(storage::LogsForDesk{desk}).result();
    const auto head = m_store.ask(storage::SignedHead{log}).result();
    const auto own = m_store.ask(storage::OriginNow{m_store.origin()}).result();
    if (!allowed || !head || !own || !*own) {
        return Answer::failed(!allowed ? allowed.error() : !head ? head.error() : own ? Error{} : own.error());
    }
    if ((log != desk && !allowed->contains(log)) || !*head) {
        return {.status = 204};
    }
    sync::WitnessedHead seen{.head = **head, .witness = m_store.origin(), .publicKey = (*own)->publicKey, .atMs = m_now()};
    const auto signature = m_store.signature(sync::WitnessedHead::signedBytes(seen.head, seen.atMs)).result();
    if (!signature) {
        return Answer::failed(signature.error());
    }
    seen.signature = *signature;
    return Answer::json(seen.toJson()).notStored();
}

} // namespace motcua::portal
