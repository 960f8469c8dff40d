// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/HttpClient.h"
#include "app/portal/national/NationalAccess.h"
#include "app/portal/national/NationalReply.h"

#include <QObject>
#include <QPromise>

#include <memory>

namespace motcua::national {

/**
 * Speaks to the national system: begins a session when there is none, and says everything in it.
 *
 * Which codes say that a session has ended is not known. So whatever is refused in a session that was used before is said once more in a
 * new one, and only then believed: what was refused was not taken. Neither password nor session ever stand in an error.
 */
class NationalClient : public QObject
{
    Q_OBJECT

public:
    /**
     * One that reaches whom `access` names by a line of its own, and no proxy. Errors: OriginForeign (a store for practice and an address that is
     * not this machine's), Invalid (nobody who may answer for the address).
     */
    [[nodiscard]] static Result<std::unique_ptr<NationalClient>> reaching(
        NationalAccess access, const NationalProfile &profile, bool isTraining, HttpLimits limits = {});

    NationalClient(std::shared_ptr<HttpClient> client, NationalAccess access, NationalProfile profile, HttpLimits limits = {},
        QObject *parent = nullptr);

    /** `body` as NationalMessage makes it. A reply is never SessionOver: without a session it is Later. From the thread of this object. */
    [[nodiscard]] QFuture<NationalReply> say(const QJsonObject &body);

private:
    struct Saying
    {
        QJsonObject body = {};
        QPromise<NationalReply> promise = {};
        int sessions = 0; ///< that it was said in and that may have been over

        void end(const NationalReply &reply)
        {
            promise.addResult(reply);
            promise.finish();
        }
    };
    using SayingPtr = std::shared_ptr<Saying>;

    void go(const SayingPtr &saying);
    void send(const SayingPtr &saying);
    void heard(const SayingPtr &saying, const QByteArray &session, const NationalReply &reply);
    void signIn();
    void signedIn(const NationalReply &reply);
    [[nodiscard]] QFuture<NationalReply> post(const QString &path, const QByteArray &body) const;

    std::shared_ptr<HttpClient> m_client;
    NationalAccess m_access;
    NationalProfile m_profile;
    HttpLimits m_limits;
    QByteArray m_session; ///< empty: none
    bool m_isUsed = false; ///< something was accepted in it
    bool m_signsIn = false;
    QList<SayingPtr> m_waiting; ///< for a session
};

} // namespace motcua::national
