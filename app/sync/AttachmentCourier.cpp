// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/AttachmentCourier.h"

#include "app/storage/JournalQueries.h"

#include <QFutureWatcher>

namespace motcua::sync {

using journal::VersionVector;
using storage::AttachmentParts;

namespace {

const QLatin1String Cursor(".files");
const QLatin1String PassedOn(".files.passed-on");
const QLatin1String Imported(".files.imported"); // another program's word, apart from what this one writes

} // namespace

AttachmentCourier::AttachmentCourier(const storage::Store &store, Exchange &exchange, Peer &peer, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_exchange(exchange)
    , m_peer(peer)
{
}

QString AttachmentCourier::cursorName() const
{
    return m_peer.name() + Cursor;
}

void AttachmentCourier::keepPassedOn()
{
    (void)m_store.keepPeerVector(m_peer.name() + PassedOn, m_passedOn);
}

void AttachmentCourier::passesOn(const Id &origin, quint64 held)
{
    if (m_passedOn.highest(origin) == 0 && m_noted.highest(origin) == 0) {
        m_noted.set(origin, qMax(quint64{1}, held));
        readPassedOn({});
    }
}

Result<> AttachmentCourier::willPassOn(const storage::Store &store, const QString &peer, const QList<Id> &logs)
{
    VersionVector imported;
    for (const Id &log : logs) {
        if (log != store.origin()) {
            imported.set(log, 1);
        }
    }
    const Result<VersionVector> before = store.ask(storage::PeerVector{peer + Imported}).result();
    if (!before) {
        return before.error();
    }
    imported.merge(*before);
    return store.keepPeerVector(peer + Imported, imported).result();
}

void AttachmentCourier::readPassedOn(std::function<void()> then)
{
    auto *watcher = new QFutureWatcher<Result<VersionVector>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, then = std::move(then)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() != 0 && watcher->result()) {
            m_passedOn = *watcher->result();
            const VersionVector added = std::exchange(m_noted, {});
            for (auto it = added.origins().cbegin(); it != added.origins().cend(); ++it) {
                if (m_passedOn.highest(it.key()) == 0) {
                    m_passedOn.set(it.key(), it.value());
                }
            }
            if (!added.isEmpty()) {
                keepPassedOn();
            }
        }
        if (then) {
            then();
        }
    });
    watcher->setFuture(m_store.ask(storage::PeerVector{m_peer.name() + PassedOn}));
}

// From their beginning, whatever was looked through before.
void AttachmentCourier::addImported(const VersionVector &imported)
{
    if (imported.isEmpty()) {
        return;
    }
    for (auto it = imported.origins().cbegin(); it != imported.origins().cend(); ++it) {
        m_passedOn.set(it.key(), 1);
        m_passedTo.set(it.key(), 0);
    }
    keepPassedOn();
    (void)m_store.keepPeerVector(m_peer.name() + Imported, {});
}

bool AttachmentCourier::isOfOneFile(const PeerFailure &failure)
{
    switch (failure.error.code) {
    case ErrorCode::AttachmentMissing:
    case ErrorCode::AttachmentDamaged:
    case ErrorCode::Invalid:
        return true;
    default:
        return failure.fault == Fault::Data;
    }
}

template <typename T, typename E, typename Receive, typename Refuse>
void AttachmentCourier::answer(const QFuture<Result<T, E>> &future, Receive receive, Refuse refuse)
{
    auto *watcher = new QFutureWatcher<Result<T, E>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
        [this, watcher, turn = m_turn, receive = std::move(receive), refuse = std::move(refuse)]() mutable {
            watcher->deleteLater();
            if (turn != m_turn || !m_isAtWork) {
                return;
            }
            if (watcher->future().resultCount() == 0) {
                end(PeerFailure{{ErrorCode::Closed, {}}});
            } else if (const Result<T, E> result = watcher->result(); result) {
                receive(*result);
            } else if (const PeerFailure failure{result.error()}; isOfOneFile(failure)) {
                m_refusal = failure.error.code;
                refuse();
            } else {
                end(failure);
            }
        });
    watcher->setFuture(future);
}

void AttachmentCourier::run(const VersionVector &delivered, const VersionVector &offers)
{
    if (m_isAtWork) {
        m_next = {delivered, offers};
        return;
    }
    m_isAtWork = true;
    m_owes = false;
    ++m_turn;
    m_next.reset();
    readPassedOn([this, turn = m_turn, delivered, offers] {
        if (turn != m_turn || !m_isAtWork) {
            return;
        }
        const auto begin = [this, delivered, offers] {
            m_logs = {Log{m_store.origin(), delivered.highest(m_store.origin()), true}};
            for (auto it = m_passedOn.origins().cbegin(); it != m_passedOn.origins().cend(); ++it) {
                m_passedTo.set(it.key(), qMax(it.value(), m_passedTo.highest(it.key())));
                m_logs.push_back({it.key(), delivered.highest(it.key()), true, true});
            }
            for (auto it = offers.origins().cbegin(); it != offers.origins().cend(); ++it) {
                m_logs.push_back({it.key(), it.value(), false});
            }
            answer(
                m_store.ask(storage::PeerVector{cursorName()}),
                [this](const VersionVector &kept) {
                    m_cursor = kept;
                    nextLog();
                },
                [this] { nextLog(); });
        };
        answer(
            m_store.ask(storage::PeerVector{m_peer.name() + Imported}),
            [this, begin](const VersionVector &imported) {
                addImported(imported);
                begin();
            },
            begin);
    });
}

void AttachmentCourier::stop()
{
    ++m_turn;
    m_isAtWork = false;
    m_next.reset();
    m_logs.clear();
    m_queue.clear();
}

qint64 AttachmentCourier::bytes() const
{
    qint64 bytes = 0;
    for (const File &file : m_queue) {
        bytes += AttachmentParts::sealedSize(file.attachment.reference) - file.at;
    }
    return bytes;
}

void AttachmentCourier::nextLog()
{
    if (m_logs.empty()) {
        end(std::nullopt);
        return;
    }
    const Log &log = m_logs.front();
    // A peer that lost its data says so by its vector, and is given the files again as well.
    m_seenTo = qMin(cursorOf(log).highest(log.origin), log.isGiven ? log.last : ~quint64{0});
    m_isHeldBack = false;
    m_isPassed = true;
    nextStep();
}

void AttachmentCourier::nextStep()
{
    const Log &log = m_logs.front();
    answer(
        m_exchange.filesNamed({.origin = log.origin, .after = m_seenTo, .last = log.last}, log.isGiven),
        [this](const storage::LogAttachments::Step &step) {
            if (step.seenTo == m_seenTo) {
                // What was passed on and is all there needs no more looking; of what is passed on later it is noted anew.
                if (const Log &done = m_logs.front(); done.isPassedOn && m_isPassed && m_passedOn.highest(done.origin) != 0) {
                    m_passedOn.set(done.origin, 0);
                    m_passedTo.set(done.origin, 0);
                    keepPassedOn();
                }
                m_logs.pop_front();
                nextLog();
                return;
            }
            m_seenTo = step.seenTo;
            for (const storage::EntryAttachment &one : step.attachments) {
                m_queue.push_back({one, 0});
            }
            if (!m_queue.empty()) {
                Q_EMIT progressed();
            }
            nextFile();
        },
        [this] {
            m_logs.pop_front();
            nextLog();
        });
}

void AttachmentCourier::nextFile()
{
    if (m_queue.empty()) {
        const Log &log = m_logs.front();
        if (!m_isHeldBack && cursorOf(log).highest(log.origin) != m_seenTo) {
            cursorOf(log).set(log.origin, m_seenTo);
            if (!log.isPassedOn) {
                (void)m_store.keepPeerVector(cursorName(), m_cursor);
            }
        }
        nextStep();
        return;
    }
    const auto &reference = m_queue.front().attachment.reference;
    const QByteArray name = reference.name;
    if (m_logs.front().isPassedOn) {
        // Of another's files some may never have come here: about those nobody is asked.
        answer(
            m_exchange.heldFile(name),
            [this, name, whole = AttachmentParts::sealedSize(reference)](qint64 held) { held < whole ? fileDone(false) : offer(name); },
            [this] { fileDone(false); });
    } else if (m_logs.front().isGiven) {
        offer(name);
    } else {
        answer(m_exchange.heldFile(name), [this](qint64 held) { take(m_queue.front().at = held); }, [this] { fileDone(true); });
    }
}

void AttachmentCourier::offer(const QByteArray &name)
{
    answer(m_peer.heldOf(name), [this](qint64 held) { give(m_queue.front().at = held); }, [this] { fileDone(true); }); // the peer has no use for it
}

void AttachmentCourier::give(qint64 at)
{
    const auto &reference = m_queue.front().attachment.reference;
    if (at > AttachmentParts::sealedSize(reference)) {
        end(PeerFailure{{ErrorCode::PeerNonsense, QStringLiteral("it has more of a file than there is")}});
        return;
    }
    if (at == AttachmentParts::sealedSize(reference)) {
        fileDone(true);
        return;
    }
    answer(
        m_exchange.chunkMade(reference.name, at),
        [this, name = reference.name, at](const QByteArray &chunk) {
            if (chunk.isEmpty()) {
                fileDone(false); // not here: it may come back with a repair
                return;
            }
            // It opened here: what was damaged on its way, or met another beginning there, is given again the next time.
            answer(m_peer.giveChunk(name, at, chunk), [this](qint64 held) { moved(held); },
                [this] { fileDone(m_refusal != ErrorCode::AttachmentDamaged && m_refusal != ErrorCode::Invalid); });
        },
        [this] { fileDone(false); }); // damaged here: likewise
}

void AttachmentCourier::take(qint64 at)
{
    const auto &reference = m_queue.front().attachment.reference;
    if (at >= AttachmentParts::sealedSize(reference)) {
        fileDone(true);
        return;
    }
    answer(
        m_peer.takeChunk(reference.name, at),
        [this, name = reference.name, at](const QByteArray &chunk) {
            if (chunk.isEmpty()) {
                fileDone(false);
                return;
            }
            answer(m_exchange.chunkTaken(name, at, chunk), [this](qint64 held) { moved(held); }, [this] { fileDone(false); });
        },
        [this] { fileDone(false); });
}

void AttachmentCourier::moved(qint64 at)
{
    File &file = m_queue.front();
    if (at <= file.at) {
        fileDone(false); // it says of what it was given that it has it not: that could go on for ever
        return;
    }
    file.at = at;
    Q_EMIT broughtOn();
    Q_EMIT progressed();
    m_logs.front().isGiven ? give(at) : take(at);
}

void AttachmentCourier::fileDone(bool isThere)
{
    // Of another's files some may never come here: those behind them are not asked about again and again for that.
    const bool isPassedOn = m_logs.front().isPassedOn;
    m_isPassed = m_isPassed && isThere;
    m_isHeldBack = m_isHeldBack || (!isThere && !isPassedOn);
    m_owes = m_owes || (!isThere && m_logs.front().isGiven && !isPassedOn);
    m_queue.pop_front();
    Q_EMIT progressed();
    nextFile();
}

void AttachmentCourier::end(const std::optional<PeerFailure> &failure)
{
    const auto next = m_next;
    stop();
    if (next && !failure) {
        run(next->first, next->second);
        return;
    }
    Q_EMIT finished(failure);
}

} // namespace motcua::sync
