// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/Exchange.h"

#include <QtConcurrent>

#include <mutex>

namespace motcua::sync {

/** What goes wrong on a line, and when. */
struct LineFault
{
    enum class Kind {
        None,
        NeverArrives, ///< the question is lost
        ReplyLost, ///< it was done, and nobody heard
        Twice, ///< it arrives a second time after the first was answered
        CutOff, ///< half of the bytes arrive
        Changed, ///< one bit of them is another
        Nonsense, ///< the answer is what cannot be
    };

    Kind kind = Kind::None;
    int at = 0; ///< which question of the line, from 0
    int times = 1; ///< so many questions from there on
};

/** A store in the same process as a peer, over a line that can be told to fail. Counts what goes over it. */
class StorePeer final : public Peer
{
public:
    StorePeer(const storage::Store &far, const journal::SharePolicy &policy, journal::PeerRole role, std::function<qint64()> now,
        Exchange::Offered offered = {})
        : m_far(std::make_shared<Exchange>(far, policy, journal::PeerRole::Desk, std::move(offered), std::move(now)))
        , m_role(role)
    {
        m_threads.setMaxThreadCount(4);
    }
    ~StorePeer() override { m_threads.waitForDone(); }

    [[nodiscard]] QString name() const override { return m_role == journal::PeerRole::Portal ? QStringLiteral("portal") : QStringLiteral("centre"); }
    [[nodiscard]] journal::PeerRole role() const override { return m_role; }

    [[nodiscard]] QFuture<Heard<Greeting>> greet(const Greeting &ours) override
    {
        ++greeted;
        {
            const std::lock_guard lock(m_mutex);
            m_asker = ours.origin;
        }
        return asked<Greeting>([this, ours](LineFault::Kind fault) -> Result<Greeting> {
            if (const Result<> judged = m_far->judged(ours).result(); !judged) {
                return judged.error();
            }
            Result<Greeting> said = m_far->greeting(ours.origin).result();
            if (said && fault == LineFault::Kind::Nonsense) {
                said->has.set(ours.origin, 1'000'000);
            }
            if (said && amend) {
                amend(*said);
            }
            return said;
        });
    }

    [[nodiscard]] QFuture<Heard<Receipt>> give(const QByteArray &batch) override
    {
        const int number = given++;
        bytes += batch.size();
        return asked<Receipt>([this, batch, number](LineFault::Kind fault) -> Result<Receipt> {
            const int now = ++m_onTheWay;
            mostOnTheWay = qMax(mostOnTheWay.load(), now);
            if (beforeGiven) {
                beforeGiven(number);
            }
            if (const std::optional<Error> error = refuse ? refuse(batch) : std::nullopt) {
                --m_onTheWay;
                return *error;
            }
            if (fault == LineFault::Kind::Twice) {
                (void)m_far->taken(batch).result();
            }
            Result<Receipt> said = m_far->taken(harmed(batch, fault)).result();
            if (said && fault == LineFault::Kind::Nonsense) {
                said->has.set(asker(), 1'000'000);
            }
            if (said && amendReceipt) {
                amendReceipt(*said);
            }
            if (afterGiven) {
                afterGiven(number);
            }
            --m_onTheWay;
            return said;
        });
    }

    [[nodiscard]] QFuture<Heard<QByteArray>> take(const Wanted &wanted) override
    {
        return asked<QByteArray>([this, wanted](LineFault::Kind fault) -> Result<QByteArray> {
            ++taken;
            const Result<Exchange::Made> made = m_far->made(amendWanted ? amendWanted(wanted) : wanted, asker()).result();
            if (!made) {
                return made.error();
            }
            if (fault == LineFault::Kind::Twice) {
                (void)m_far->made(wanted, asker()).result();
            }
            return harmed(fault == LineFault::Kind::Nonsense ? QByteArray("<html>") : made->batch, fault);
        });
    }

    [[nodiscard]] QFuture<Heard<qint64>> heldOf(const QByteArray &file) override
    {
        return asked<qint64>([this, file](LineFault::Kind) -> Result<qint64> { return m_far->heldFile(file).result(); });
    }
    [[nodiscard]] QFuture<Heard<qint64>> giveChunk(const QByteArray &file, qint64 at, const QByteArray &chunk) override
    {
        ++chunks;
        ++chunksGiven;
        return asked<qint64>([this, file, at, chunk](LineFault::Kind fault) -> Result<qint64> {
            if (beforeChunk) {
                beforeChunk();
            }
            if (fault == LineFault::Kind::Twice) {
                (void)m_far->chunkTaken(file, at, chunk).result();
            }
            return m_far->chunkTaken(file, at, harmed(chunk, fault)).result();
        });
    }
    [[nodiscard]] QFuture<Heard<QByteArray>> takeChunk(const QByteArray &file, qint64 at) override
    {
        ++chunks;
        return asked<QByteArray>([this, file, at](LineFault::Kind fault) -> Result<QByteArray> {
            const Result<QByteArray> chunk = m_far->chunkMade(file, at).result();
            return chunk ? Result<QByteArray>(harmed(*chunk, fault)) : chunk;
        });
    }

    void cancel() override { ++cancelled; }

    void fail(const LineFault &fault)
    {
        m_fault = fault;
        questions = 0;
    }

    std::atomic<int> questions = 0;
    std::atomic<int> greeted = 0;
    std::atomic<int> given = 0;
    std::atomic<int> taken = 0;
    std::atomic<int> chunks = 0; ///< asked for or given
    std::atomic<int> chunksGiven = 0;
    std::atomic<int> cancelled = 0;
    std::atomic<qint64> bytes = 0;
    std::atomic<int> mostOnTheWay = 0;
    std::atomic<bool> isDown = false;
    PeerFailure broken{{ErrorCode::Closed, QStringLiteral("the line")}}; ///< what is heard while it is down, or of a question that is lost
    std::function<void()> meanwhile = {}; ///< what happens elsewhere while a question is under way
    std::function<void(Greeting &)> amend = {}; ///< what a hostile peer says otherwise
    std::function<void(Receipt &)> amendReceipt = {};
    std::function<Wanted(Wanted)> amendWanted = {}; ///< what it gives in place of what was asked for
    std::function<std::optional<Error>(const QByteArray &batch)> refuse = {}; ///< why it takes nothing of a batch
    std::function<void(int number)> beforeGiven = {}; ///< of the batches given, from 0, on a thread of its own
    std::function<void(int number)> afterGiven = {};
    std::function<void()> beforeChunk = {};

private:
    Id asker() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asker;
    }

    static QByteArray harmed(QByteArray bytes, LineFault::Kind fault)
    {
        if (fault == LineFault::Kind::CutOff) {
            bytes.truncate(bytes.size() / 2);
        } else if (fault == LineFault::Kind::Changed && !bytes.isEmpty()) {
            bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
        }
        return bytes;
    }

    template <typename T>
    QFuture<Heard<T>> asked(std::function<Result<T>(LineFault::Kind)> work)
    {
        const int number = questions++;
        const bool hit = number >= m_fault.at && number < m_fault.at + m_fault.times;
        const LineFault::Kind fault = hit ? m_fault.kind : LineFault::Kind::None;
        const bool down = isDown;
        return QtConcurrent::run(&m_threads, [work = std::move(work), fault, down, broken = broken, meanwhile = meanwhile]() -> Heard<T> {
            if (meanwhile) {
                meanwhile();
            }
            if (down || fault == LineFault::Kind::NeverArrives) {
                return broken;
            }
            Result<T> said = work(fault);
            if (fault == LineFault::Kind::ReplyLost) {
                return broken;
            }
            return said ? Heard<T>(std::move(*said)) : Heard<T>(PeerFailure{said.error()});
        });
    }

    std::shared_ptr<Exchange> m_far;
    journal::PeerRole m_role;
    LineFault m_fault;
    mutable std::mutex m_mutex; ///< of m_asker
    Id m_asker;
    std::atomic<int> m_onTheWay = 0;
    QThreadPool m_threads;
};

} // namespace motcua::sync
