// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/PortalService.h"

#include "app/portal/FrontSecret.h"
#include "app/portal/NationalVerdicts.h"
#include "app/security/DurableFile.h"
#include "app/security/KeySlots.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/JournalLaw.h"
#include "app/workflows/RotateKeys.h"
#include "app/workflows/StoreFolder.h"
#include "ui/messages/Sentence.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSocketNotifier>
#include <QTextStream>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace motcua {

using namespace portal;

namespace {

constexpr int PatienceMs = 60'000;
constexpr int DrainMs = 30'000;
constexpr int StartAnew = 75; // EX_TEMPFAIL of sysexits.h: whoever watches over the service starts it again
constexpr qsizetype MostRules = 1024 * 1024;

int signalPipe[2] = {-1, -1}; // a signal handler reaches nothing but this

void told(int /*signal*/)
{
    const char byte = 1;
    const ssize_t ignored = ::write(signalPipe[1], &byte, 1);
    Q_UNUSED(ignored);
}

} // namespace

PortalService::PortalService(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [] {
        QTextStream(stderr) << explained({ErrorCode::StoreBusy, QStringLiteral("another program holds the engine of this store")}) << Qt::endl;
        QCoreApplication::exit(1);
    });
}

PortalService::~PortalService() = default;

QString PortalService::explained(const Error &error)
{
    return sentence(error, Reader::Terminal).textWithCode() + (error.detail.isEmpty() ? QString() : QStringLiteral(" [") + error.detail + u']');
}

Result<> PortalService::begin()
{
    static const QRegularExpression place(QStringLiteral("^127\\.0\\.0\\.1:([0-9]{1,5})$"));
    const QRegularExpressionMatch match = place.match(m_options.listen);
    if (!match.hasMatch() || match.captured(1).toInt() > 65'535) {
        return Error{ErrorCode::Invalid, QStringLiteral("--listen 127.0.0.1:PORT: nobody but a server on this machine may ask")};
    }
    m_port = static_cast<quint16>(match.captured(1).toInt());
    for (const auto &[name, value] : {std::pair("--machine-key", m_options.machineKey), std::pair("--front-secret", m_options.frontSecret)}) {
        if (value.isEmpty()) {
            return Error{ErrorCode::Invalid, QLatin1StringView(name) + QStringLiteral(" FILE is needed")};
        }
    }
    const Result<QByteArray> secret = FrontSecret::read(m_options.frontSecret);
    if (!secret) {
        return secret.error();
    }
    m_secret = *secret;
    if (const Result<> opened = open(); !opened) {
        return opened;
    }
    if (const Result<> listening = listenForSignals(); !listening) {
        return listening;
    }
    connect(m_store->news(), &storage::StoreNews::engineHeld, this, &PortalService::heldEngine);
    connect(m_store->news(), &storage::StoreNews::damaged, this, [this](const Error &error) {
        QTextStream(stderr) << explained(error) << Qt::endl;
        end();
    });
    m_patience.start();
    QTimer::singleShot(0, this, &PortalService::heldEngine);
    return {};
}

Result<> PortalService::open()
{
    const QString resources = m_options.resources.isEmpty() ? Lawbook::folder() : m_options.resources;
    const StoreFolder folder = m_options.store.isEmpty() ? StoreFolder::usual(false) : StoreFolder(m_options.store);
    m_shelf = folder.law();
    const Result<Lawbook, QList<Error>> law
        = m_options.resources.isEmpty() ? Lawbook::loadFor(resources, Lawbook::Prices::Real, m_shelf) : Lawbook::load(resources);
    if (!law) {
        return law.error().constFirst();
    }
    const Result<QByteArray> kinds = security::readWhole(resources + QStringLiteral("/journal/kinds.json"), MostRules);
    const Result<QByteArray> verdicts = security::readWhole(resources + QStringLiteral("/portal/verdicts.json"), MostRules);
    const Result<QByteArray> transitions = security::readWhole(resources + QStringLiteral("/journal/transitions.json"), MostRules);
    if (!kinds || !verdicts || !transitions) {
        return !kinds ? kinds.error() : !verdicts ? verdicts.error() : transitions.error();
    }
    const Result<journal::SharePolicy> policy = journal::SharePolicy::fromJson(*kinds);
    const auto rules = VerdictRules::fromJson(*verdicts);
    const auto names = Tracking::statusNamesIn(*transitions);
    if (!policy || !rules || !names) {
        return !policy ? policy.error() : !rules ? rules.error() : names.error();
    }
    m_statusNames = *names;
    m_policy = *policy;
    m_rules = *rules;
    m_catalogue = law->catalogue;
    if (law->packageFault) {
        QTextStream(stderr) << QStringLiteral("catalogue package: ") << explained(*law->packageFault) << Qt::endl;
    }
    if (!folder.exists()) {
        return Error{ErrorCode::StoreMissing, folder.path()};
    }
    const Result<security::OpenedKeys> keys = security::KeySlots(folder.file()).openWithMachine(m_options.machineKey);
    if (!keys) {
        return keys.error();
    }
    storage::StoreOptions options;
    options.rules = journalRules(*law);
    Result<OpenedStore> opened = RotateKeys::opened(folder.file(), keys->dataKeys, options);
    if (!opened) {
        return opened.error();
    }
    m_store = opened->store;
    Result<GatewaySettings> settings = GatewaySettings::of(*m_store);
    if (!settings) {
        return settings.error();
    }
    m_settings = *std::move(settings);
    const security::DataKeys &dataKeys = keys->dataKeys;
    if (const Result<> mirrored = openDatabase(opened->withNext ? dataKeys.next : dataKeys.current, options); !mirrored) {
        return mirrored;
    }
    return readNational(resources);
}

Result<> PortalService::openDatabase(const security::SecretBytes &storeKey, const storage::StoreOptions &options)
{
    const auto kept = m_store->ask(storage::Setting{GatewaySettings::databaseName()}).result();
    if (!kept || !*kept || (*kept)->isEmpty()) {
        return kept ? Result<>() : kept.error();
    }
    Result<centre::DatabaseAccess> access = centre::DatabaseAccess::fromJson(**kept);
    if (!access) {
        return access.error();
    }
    const QString national = national::NationalSettings::prefix();
    m_mirror = std::make_shared<centre::JournalMirror>(*m_store, *std::move(access),
        centre::MirrorOptions{.storeKey = std::make_shared<const security::SecretBytes>(storeKey.clone()),
            .store = options,
            .settings = GatewaySettings::lastingNames()
                << national + national::NationalSettings::accessName() << national + national::NationalSettings::verdictsName()});
    return {};
}

void PortalService::matchDatabase()
{
    m_mirroring = std::make_unique<Mirroring>(m_mirror, *m_store, Mirroring::Pace{});
    const auto say = [](const QString &what) { QTextStream(stderr) << QStringLiteral("database: ") << what << Qt::endl; };
    connect(m_mirroring.get(), &Mirroring::failed, this, [this, say](const Error &error) {
        m_judging.reset(); // what is judged now nobody would hear of, and another gateway might judge otherwise: its numbers would be given twice
        if (std::exchange(m_said, error.code) != error.code) {
            say(explained(error));
        }
    });
    connect(m_mirroring.get(), &Mirroring::recovered, this, [this, say] {
        m_said.reset();
        say(QStringLiteral("it is there again"));
        if (m_front && !m_judging) {
            judge();
        }
    });
    connect(m_mirroring.get(), &Mirroring::standingBy, this, [this, say] {
        say(QStringLiteral("another gateway writes it; this one follows and takes over when that one ends"));
        if (m_options.isJson) {
            QTextStream(stdout) << QStringLiteral("{\"standingBy\":true}") << Qt::endl;
        }
    });
    connect(m_mirroring.get(), &Mirroring::began, this, &PortalService::listen);
    connect(m_mirroring.get(), &Mirroring::outOfDate, this, [say] {
        say(QStringLiteral("settings or the catalogue were changed on the other machine and are taken over; the service begins anew with them"));
        QCoreApplication::exit(StartAnew);
    });
    connect(m_mirroring.get(), &Mirroring::lost, this, [say](const Error &error) {
        say(explained(error) + QStringLiteral(" The service begins anew, and waits."));
        QCoreApplication::exit(StartAnew);
    });
    m_mirroring->begin();
}

Result<> PortalService::readNational(const QString &resources)
{
    const Result<QByteArray> bytes = security::readWhole(resources + QStringLiteral("/national/profile.json"), MostRules);
    if (!bytes) {
        return bytes.error();
    }
    auto profile = national::NationalProfile::fromFile({QStringLiteral("national/profile.json"), *bytes});
    if (!profile) {
        return profile.error().constFirst();
    }
    m_profile = *std::move(profile);
    Result<national::NationalSettings> settings = national::NationalSettings::of(*m_store);
    if (!settings) {
        return settings.error();
    }
    m_nationalSettings = *std::move(settings);
    return {};
}

void PortalService::heldEngine()
{
    if (m_gateway || !m_store->holdsEngine()) {
        return;
    }
    m_patience.stop();
    if (!m_mirror) {
        listen();
    } else if (!m_mirroring) {
        matchDatabase();
    }
}

void PortalService::listen()
{
    m_said.reset();
    m_gateway = std::make_unique<Gateway>(*m_store, *m_policy, *m_settings,
        GatewayOptions{.frontSecret = m_secret,
            .statusNames = m_statusNames,
            .law = m_catalogue,
            .catalogueShelf = m_shelf,
            .mirror = m_mirror,
            .allowsFaults = m_options.allowsFaults});
    if (m_mirroring) {
        connect(m_gateway.get(), &Gateway::databaseFailed, m_mirroring.get(), [this](const Error &error) {
            m_mirroring->heard(error);
        });
    }
    if (m_gateway->allowsFaults()) {
        QTextStream(stderr) << QStringLiteral("*** FAULTS CAN BE ASKED FOR: POST /faults on 127.0.0.1 makes this portal fail on purpose. Not for a portal that works. ***") << Qt::endl;
    }
    m_front = std::make_unique<HttpFront>([this](const Question &question) { return m_gateway->answer(question); });
    const Result<quint16> port = m_front->listen(m_port);
    if (!port) {
        QTextStream(stderr) << explained(port.error()) << Qt::endl;
        QCoreApplication::exit(1);
        return;
    }
    tellNation();
    judge();
    const QJsonObject told{{QStringLiteral("listening"), QStringLiteral("127.0.0.1:%1").arg(*port)}, {QStringLiteral("port"), *port},
        {QStringLiteral("origin"), m_store->origin().toString()}, {QStringLiteral("training"), m_store->isTraining()}};
    QTextStream(stdout) << (m_options.isJson ? QString::fromUtf8(QJsonDocument(told).toJson(QJsonDocument::Compact))
                                             : QStringLiteral("Listening on 127.0.0.1:%1").arg(*port))
                        << Qt::endl;
}

void PortalService::tellNation()
{
    national::NationalOptions options;
    options.field = [catalogue = m_catalogue](const QString &procedure, QDate day) {
        const Result<Procedure> found = catalogue.procedure(procedure, day);
        return found ? found->field : QString();
    };
    options.paper = [catalogue = m_catalogue](const QString &procedure, const QString &edition, const QString &paper) {
        const Result<Procedure> found = catalogue.edition(procedure, edition);
        const RequiredPaper *required = found ? found->paper(paper) : nullptr;
        return required ? required->name : QString();
    };
    m_national = std::make_unique<national::NationalLink>(*m_store, *m_profile, std::move(options));
    connect(m_national.get(), &national::NationalLink::failed, this, [](const Error &error) {
        QTextStream(stderr) << QStringLiteral("national system: ") << explained(error) << Qt::endl;
    });
    connect(m_national.get(), &national::NationalLink::moved, this, [this] {
        if (m_judging && m_national->verdicts() == national::NationalSettings::Verdicts::National) {
            m_judging->wake();
        }
    });
    m_national->begin(m_nationalSettings);
    connect(m_national.get(), &national::NationalLink::configured, this, &PortalService::judge);
}

void PortalService::judge()
{
    std::shared_ptr<const Assessor> assessor = m_rules;
    if (m_national->verdicts() == national::NationalSettings::Verdicts::National) {
        assessor = std::make_shared<NationalVerdicts>(*m_store, m_rules);
    }
    m_judging = std::make_unique<Judging>(
        *m_store, std::make_shared<Verdicts>(*m_store, assessor, m_rules->number(), [] { return QDateTime::currentMSecsSinceEpoch(); }));
    connect(m_judging.get(), &Judging::failed, this, [](const Error &error) { QTextStream(stderr) << explained(error) << Qt::endl; });
    m_judging->wake();
}

Result<> PortalService::listenForSignals()
{
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0) {
        return Error{ErrorCode::Internal, QStringLiteral("pipe")};
    }
    m_signals = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_signals.get(), &QSocketNotifier::activated, this, [this] {
        m_signals->setEnabled(false);
        end();
    });
    struct sigaction action = {};
    action.sa_handler = &told;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    return {};
}

void PortalService::end()
{
    m_patience.stop();
    if (!m_front) {
        QCoreApplication::quit();
        return;
    }
    m_gateway->drain();
    m_judging.reset(); // what it is at is done; what is left is judged when it comes back
    m_front->stopListening();
    connect(m_national.get(), &national::NationalLink::ended, this, &PortalService::endWhenAnswered);
    m_national->end();
    connect(m_front.get(), &HttpFront::answered, this, &PortalService::endWhenAnswered);
    QTimer::singleShot(DrainMs, this, [] { QCoreApplication::quit(); });
    endWhenAnswered();
}

void PortalService::endWhenAnswered()
{
    if (m_front->underWay() == 0 && m_national->isEnded()) {
        QCoreApplication::quit();
    }
}

} // namespace motcua
