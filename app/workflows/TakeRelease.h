// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sync/ReleaseSource.h"
#include "app/workflows/UpdateFolder.h"
#include "app/workflows/Workplace.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

namespace motcua::sync {
class Peer;
class ReleaseShelf;
}

namespace motcua {

class CentreLink;

/**
 * Fetches the release this desk should have from its centre while somebody works, chunk by chunk and off the GUI thread, and leaves it to the root service of the
 * machine, which puts it in once nobody does. What was broken off goes on where it stopped, also after the program was closed.
 *
 * Nothing is fetched that the house did not sign with the key that root keeps on this machine; without one this does nothing. Nobody waits for it.
 */
class TakeRelease : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        UpdateFolder folder = UpdateFolder::usual();
        QString program = QStringLiteral(MOTCUA_VERSION); ///< that runs
        int everyMs = 600'000;
        int settlesMs = 5'000; ///< after the centre is there
    };
    struct Standing
    {
        QString version = {}; ///< of the release that is being fetched, or lies ready; empty: none
        qint64 arrived = 0; ///< bytes of its package
        qint64 bytes = 0;
        bool isReady = false; ///< the root service has only to put it in
        std::optional<Error> failure = {}; ///< why it is not here; tried again by itself

        friend bool operator==(const Standing &, const Standing &) = default;
    };

    explicit TakeRelease(Setup setup, QObject *parent = nullptr);
    explicit TakeRelease(QObject *parent = nullptr)
        : TakeRelease(Setup(), parent)
    {
    }
    ~TakeRelease() override;

    /** It outlives this object. */
    void follow(CentreLink *link);
    void begin(const Workplace &place);
    /** The store is about to be closed; no handle of it is kept. */
    void end();
    /** Asks now. */
    void look();

    [[nodiscard]] const Standing &standing() const { return m_standing; }

Q_SIGNALS:
    void changed(); ///< standing()

private:
    struct Errand;

    [[nodiscard]] std::shared_ptr<sync::Peer> centre() const;
    void heard(const sync::ReleaseOffer &offer, const QByteArray &key, const QStringList &rolledBack);
    void next(qint64 arrived);
    void settle();
    void rest(const std::optional<Error> &failure);
    void stand(const Standing &standing);

    Setup m_setup;
    QPointer<CentreLink> m_centre;
    std::unique_ptr<QObject> m_guest; ///< as long as the store: answers that come later are nobody's
    std::shared_ptr<Errand> m_errand; ///< what is being fetched
    Standing m_standing;
    QString m_store; ///< folder
    QByteArray m_spoilt; ///< SHA-256 of a package that was whole and not what was signed: it is not fetched again
    QTimer m_ticks;
    QTimer m_settles;
    bool m_isAsking = false;
    bool m_isThere = false; ///< the centre answered last
};

} // namespace motcua
