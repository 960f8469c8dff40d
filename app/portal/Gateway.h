// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/JournalMirror.h"
#include "app/portal/CatalogueRoutes.h"
#include "app/portal/Registrar.h"
#include "app/portal/ExchangeRoutes.h"
#include "app/portal/Mischief.h"
#include "app/portal/Payments.h"
#include "app/portal/Submissions.h"
#include "app/portal/Tracking.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

namespace motcua::portal {

struct GatewayOptions
{
    QByteArray frontSecret = {}; ///< what the server before it says with each question; of anybody who does not say it nothing is heard
    int mostAtOnce = 32; ///< questions; one more is told to come later
    QHash<int, QString> statusNames = {}; ///< by national number
    Catalogue law = {}; ///< by which what is filed online is looked at
    QString catalogueShelf = {}; ///< where the catalogue package lies that desks are given; empty: none is
    std::shared_ptr<centre::JournalMirror> mirror = {}; ///< where everything is before anybody is told of it; null: the store alone
    bool allowsFaults = false; ///< whoever is on this machine may have faults made (Mischief); a store for practice always does
    std::function<qint64()> now = {}; ///< ms since 1970-01-01 UTC; empty: the system's clock
};

/**
 * A province's portal, as far as it is heard over HTTP: which question that is, who asks, and the answer, made on threads of its own.
 *
 * Who asks is what the server before it says of the certificate it was shown (X-Motcua-Verified, X-Motcua-Certificate), when it also knows the
 * secret (X-Motcua-Front). It is looked at again here: by whom it was given, whether it is over, and what the portal's log says of it now.
 */
class Gateway : public QObject
{
    Q_OBJECT

public:
    Gateway(const storage::Store &store, const journal::SharePolicy &policy, const GatewaySettings &settings, GatewayOptions options,
        QObject *parent = nullptr);
    ~Gateway() override;

    /** Called on the thread of this object, where it waits for nothing. */
    [[nodiscard]] QFuture<Answer> answer(const Question &question);
    /** Whether faults can be asked for, by POST /faults of anybody on this machine, and none of it by way of the server before it. */
    [[nodiscard]] bool allowsFaults() const { return m_options.allowsFaults || m_store.isTraining(); }
    /** From now on everybody is told to come later; what is under way is answered. */
    void drain() { m_drains = true; }

Q_SIGNALS:
    /** An answer could not be given, since the database did not take what it tells. On the thread of this object. */
    void databaseFailed(const motcua::Error &error);

private:
    struct Route;
    [[nodiscard]] static const Route *routeOf(const Question &question);
    [[nodiscard]] bool isFromFront(const Question &question) const;
    /** The desk that asks, or why it may not. */
    [[nodiscard]] Result<EnrolledDesk, Answer> caller(const Question &question) const;
    /** The other system that asks, likewise. */
    [[nodiscard]] Result<AdmittedSystem, Answer> callingSystem(const Question &question) const;
    [[nodiscard]] Answer practised(const Question &question);
    [[nodiscard]] QFuture<Answer> begun(const Route &route, const Question &question);
    [[nodiscard]] Answer answerNow(const Route &route, const Question &question);
    [[nodiscard]] Answer served(const Route &route, const Question &question);
    /** `answer`, once what it tells is in the database; else that it comes later. */
    [[nodiscard]] Answer settled(const Answer &answer);
    void note(const Answer &answer);

    storage::Store m_store;
    GatewaySettings m_settings;
    GatewayOptions m_options;
    ExchangeRoutes m_exchange;
    CatalogueRoutes m_catalogue;
    Registrar m_registrar;
    Tracking m_tracking;
    Submissions m_submissions;
    Payments m_payments;
    TrackingGuard m_guard;
    Mischief m_mischief;
    QHash<Id, qint64> m_contacts; ///< when each desk's last contact was kept
    int m_underWay = 0;
    bool m_drains = false;
    QThreadPool m_threads;
    QThreadPool m_enrolments; ///< one
};

} // namespace motcua::portal
