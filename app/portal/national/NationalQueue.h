// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/national/NationalMessage.h"
#include "app/portal/national/NationalReply.h"
#include "app/storage/NationalQueries.h"
#include "app/storage/Store.h"
#include "app/sync/Backoff.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace motcua::national {

struct NationalOptions
{
    int inFlight = 4; ///< dossiers told at once
    int gatherMs = 300; ///< after a commit
    int firstWaitMs = 5'000; ///< after a failure, of the line and of a dossier
    int longestWaitMs = 300'000; ///< of the line
    int longestOwnWaitMs = 6 * 3'600'000; ///< of a dossier at which the system failed by itself
    std::function<qint64()> now = {}; ///< ms since 1970-01-01 UTC
    std::function<double()> chance = {}; ///< 0 to 1
    std::function<QString(const QString &procedure, QDate day)> field = {}; ///< lĩnh vực of a procedure on a day, by name
    std::function<QString(const QString &procedure, const QString &edition, const QString &paper)> paper = {}; ///< its name, by its id
    QUrl address = {}; ///< whom Say reaches: from a store for practice nothing is said to anybody beyond this machine
};

/** What is known of the way to the national system. */
struct NationalState
{
    std::optional<Error> lastError = {}; ///< none since something arrived
    qint64 lastToldMs = 0; ///< ms since 1970-01-01 UTC; 0 since this program runs
    qint64 nextTryMs = 0; ///< the line rests until then; 0: it does not

    friend bool operator==(const NationalState &, const NationalState &) = default;
};

/**
 * Tells the national system of every dossier that was accepted: first the whole record, then each step in its order, then the record anew when it
 * says something else by then. Each is told once, also by a program that was killed: what is about to be sent is written down before, and what was
 * written down and not heard of is looked up there before anything more is said of that dossier.
 *
 * What the system refuses for its data is set aside with code and words and holds up no other dossier; whatever is written about it next
 * brings it back. In a restored store what is told next of a dossier is looked up before, for it may have been told. A dossier whose desks contradict each other waits until that is settled. Works only while its program holds the engine of the store.
 */
class NationalQueue : public QObject
{
    Q_OBJECT

public:
    /** Says a body to the national system (NationalClient::say). */
    using Say = std::function<QFuture<NationalReply>(const QJsonObject &body)>;

    NationalQueue(const storage::Store &store, const NationalProfile &profile, Say say, NationalOptions options, QObject *parent = nullptr);

    /** In a store for practice whose address is not this machine's nothing begins, and the state says why (OriginForeign). */
    void begin();
    /** Something may be possible again. Cuts the rest of the line short. */
    void wake();
    /** Nothing more is begun; what is under way is heard to its end. */
    void drain();
    [[nodiscard]] bool isDrained() const { return m_drains && m_flights.isEmpty(); }

    [[nodiscard]] const NationalState &state() const { return m_state; }
    /** Nothing is left to tell. */
    [[nodiscard]] bool isIdle() const { return m_isIdle; }

Q_SIGNALS:
    void changed(const motcua::national::NationalState &state);
    void moved(); ///< of some dossier something was told, or it was set aside
    void drained();

private:
    struct Flight
    {
        storage::NationalRow row = {};
        storage::NationalDoubt sending = {};
        bool isRecord = false;
        bool isFirst = false;
        bool isKnown = false; ///< it was looked up: the record goes as one that is there
        journal::EntryKey unheardOf = {}; ///< a step that was looked up and is not there
    };
    using FlightPtr = std::shared_ptr<Flight>;

    void follow();
    void fill();
    void restUntilNext();
    void proceed(const FlightPtr &flight);
    void tellRecord(const FlightPtr &flight, const QJsonObject &record);
    void tellStep(const FlightPtr &flight, const DossierEvent &event, const QJsonObject &step);
    void send(const FlightPtr &flight, const QJsonObject &body);
    void heard(const FlightPtr &flight, const NationalReply &reply);
    void lookUp(const FlightPtr &flight);
    void lookedUp(const FlightPtr &flight, const NationalReply &reply);
    void lookUpRefused(const FlightPtr &flight, const NationalReply &refusal);
    [[nodiscard]] bool arrived(const Flight &flight, const QJsonObject &known) const;
    void told(const FlightPtr &flight, const storage::NationalDoubt &what);
    void postpone(const FlightPtr &flight, const NationalReply &reply);
    void settle(const FlightPtr &flight, const QString &code = {}, const QStringList &fields = {}, const QString &text = {});
    void land(const FlightPtr &flight);
    void restLine(const Error &error, std::optional<int> askedMs = {});
    void tell();
    [[nodiscard]] NationalCase caseOf(const Dossier &dossier) const;
    [[nodiscard]] int ownWaitMs(int tries) const;
    [[nodiscard]] qint64 now() const { return m_options.now(); }
    /** Calls `next` with what comes, or with nothing when nobody answers any more. */
    template <typename T, typename Next>
    void when(const QFuture<T> &future, Next next);
    /** Goes on when the store has made a change; ends the flight when it cannot. */
    template <typename Change, typename Next>
    void keep(const Change &change, const FlightPtr &flight, Next next);

    storage::Store m_store;
    NationalProfile m_profile;
    NationalMessage m_message;
    Say m_say;
    NationalOptions m_options;
    sync::Backoff m_backoff;
    NationalState m_state;
    QTimer m_gather;
    QTimer m_line; ///< runs while the line rests
    QTimer m_next;
    QHash<qint64, FlightPtr> m_flights;
    bool m_follows = false;
    bool m_followsAgain = false;
    bool m_asks = false;
    bool m_isIdle = false;
    bool m_drains = false;
    bool m_isShut = false; ///< nobody may be told
};

} // namespace motcua::national
