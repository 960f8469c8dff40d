// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Gateway.h"
#include "app/portal/HttpFront.h"
#include "app/portal/Judging.h"
#include "app/portal/Mirroring.h"
#include "app/portal/VerdictRules.h"
#include "app/portal/national/NationalLink.h"
#include "app/workflows/Lawbook.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace motcua {

/** The gateway as a service: opens the store with the machine's key, listens while it holds the store's engine, and ends in good order when told to. */
class PortalService : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString store = {};
        QString machineKey = {};
        QString frontSecret = {};
        QString listen = {};
        QString resources = {};
        bool isJson = false;
        bool allowsFaults = false;
    };

    explicit PortalService(Options options, QObject *parent = nullptr);
    ~PortalService() override;

    /**
     * Reads the law, opens the store and begins to listen as soon as no other program holds its engine; a minute later it gives up.
     *
     * Errors: Invalid (an option), FileUnreadable, those of KeySlots::openWithMachine() and Store::open(), PortalMissing.
     */
    [[nodiscard]] Result<> begin();

    [[nodiscard]] static QString explained(const Error &error);

private:
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> readNational(const QString &resources);
    [[nodiscard]] Result<> openDatabase(const security::SecretBytes &storeKey, const storage::StoreOptions &options);
    void heldEngine();
    void matchDatabase();
    void listen();
    void tellNation();
    void judge();
    void end();
    void endWhenAnswered();
    [[nodiscard]] Result<> listenForSignals();

    Options m_options;
    quint16 m_port = 0;
    QByteArray m_secret;
    std::optional<storage::Store> m_store;
    std::optional<portal::GatewaySettings> m_settings;
    std::optional<journal::SharePolicy> m_policy;
    std::shared_ptr<const portal::VerdictRules> m_rules;
    QHash<int, QString> m_statusNames;
    Catalogue m_catalogue;
    QString m_shelf;
    std::optional<national::NationalProfile> m_profile;
    national::NationalSettings m_nationalSettings; ///< as read before anything began
    std::shared_ptr<centre::JournalMirror> m_mirror; ///< null: the store alone
    std::unique_ptr<portal::Mirroring> m_mirroring;
    std::optional<ErrorCode> m_said; ///< which failure of the database was told last
    std::unique_ptr<portal::Gateway> m_gateway;
    std::unique_ptr<national::NationalLink> m_national;
    std::unique_ptr<portal::Judging> m_judging;
    std::unique_ptr<portal::HttpFront> m_front;
    std::unique_ptr<QSocketNotifier> m_signals;
    QTimer m_patience;
};

} // namespace motcua
