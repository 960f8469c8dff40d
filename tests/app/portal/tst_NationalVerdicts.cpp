// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/NationalVerdicts.h"

#include "app/portal/Verdicts.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/NationalQueries.h"
#include "tests/app/portal/PortalScene.h"

#include <QTest>

using namespace motcua;
using namespace motcua::portal;
using storage::Desk;
using storage::Store;
using sync::SyncScene;

namespace {

/** The portal's own rules: acceptances and steps, with a number; refuses where it is told to. */
class OwnRules final : public Assessor
{
public:
    [[nodiscard]] QSet<QByteArray> kinds() const override { return {"dossier.accepted", "dossier.stepped", "dossier.corrected"}; }
    [[nodiscard]] bool givesNumber(const QByteArray &kind) const override { return kind == "dossier.accepted"; }
    [[nodiscard]] Finding assess(const Dossier &, const journal::Entry &) const override
    {
        return refuses ? Finding{.isAccepted = false, .code = QStringLiteral("ownCode"), .text = QStringLiteral("quy định của tỉnh")} : Finding();
    }
    bool refuses = false;
};

} // namespace

/** What the national system says becomes a verdict only of the entries it was told of, and nobody waits for it who is refused anyway. */
class tst_NationalVerdicts : public QObject
{
    Q_OBJECT

    PortalScene m_scene;
    std::optional<Store> m_portal;
    std::optional<Store> m_desk;
    std::shared_ptr<OwnRules> m_own = std::make_shared<OwnRules>();
    std::unique_ptr<Verdicts> m_verdicts;
    qint64 m_now = vietnamTime(QDate(2026, 11, 23), QTime(9, 0)).toMSecsSinceEpoch();
    int m_number = 0; ///< of the desk, another in each test

    void take() const
    {
        sync::Exchange from(*m_desk, SyncScene::policy(), journal::PeerRole::Portal);
        sync::Exchange to(*m_portal, SyncScene::policy(), journal::PeerRole::Desk);
        const quint64 held = SyncScene::held(*m_portal, m_desk->origin());
        (void)Desk::done(to.taken(Desk::done(from.made({m_desk->origin(), held + 1, held + 1'000, {}})).batch));
    }
    void follow() const { QVERIFY(!Desk::done(m_portal->keep(storage::FollowJournal{.nowMs = m_now}))); }
    [[nodiscard]] storage::NationalRow row() const { return Desk::done(m_portal->ask(storage::NationalDue{.nowMs = m_now})).value(0); }
    void tell(const storage::NationalDoubt &what) const { (void)Desk::done(m_portal->keep(storage::ToldNational{row().no, what, m_now})); }
    void settle(const QString &code = {}) const
    {
        (void)Desk::done(m_portal->keep(
            storage::SettleNational{row().no, row().version, code, code.isEmpty() ? QStringList() : QStringList{QStringLiteral("MaTTHC")}, QStringLiteral("Sai mã")}));
    }
    void step(DossierStatus to) const
    {
        Desk desk(m_number, static_cast<char>('a' + m_number));
        (void)Desk::done(m_desk->record(desk.stepping(1, to)));
    }
    [[nodiscard]] int judge() const
    {
        int judged = 0;
        for (;;) {
            const auto step = m_verdicts->step();
            if (!step) {
                qFatal("%s", qPrintable(step.error().detail));
            }
            judged += step->judged;
            if (!step->isMore && step->judged == 0) {
                return judged;
            }
        }
    }
    /** "accepted", "refused 12 data MaTTHC", in their order. */
    [[nodiscard]] QStringList said() const
    {
        QStringList all;
        for (const journal::Entry &entry : SyncScene::log(*m_portal, m_portal->origin())) {
            const QJsonObject payload = QJsonDocument::fromJson(entry.payload->bytes).object();
            if (entry.header.kind == "portal.accepted") {
                all.append(QStringLiteral("accepted"));
            } else if (entry.header.kind == "portal.refused") {
                all.append(QStringLiteral("refused %1 %2 %3").arg(payload[u"code"].toString(), payload[u"fault"].toString(), payload[u"fields"][0].toString()).trimmed());
            }
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_own->refuses = false;
        ++m_number;
        m_scene.setClock([this] { return m_now; });
        m_portal.reset();
        QFile::remove(m_scene.sync.path(QStringLiteral("portal")));
        m_portal = m_scene.portal();
        m_desk = m_scene.sync.desk(m_number);
        m_verdicts = std::make_unique<Verdicts>(*m_portal, std::make_shared<NationalVerdicts>(*m_portal, m_own),
            *NumberPattern::fromText(QStringLiteral("{yy}.{MM}.{dd}.{n:5}")), [this] { return m_now; });
        m_scene.sync.accept(*m_desk, m_number, 1, 1);
        take();
    }
    void cleanup()
    {
        m_verdicts.reset();
        m_desk.reset();
        m_portal->close();
        m_portal.reset();
        for (const char *suffix : {"", "-wal", "-shm"}) {
            QFile::remove(m_scene.sync.path(QStringLiteral("portal") + QLatin1StringView(suffix)));
        }
    }

    void nothingIsSaidBeforeItWasTold()
    {
        QCOMPARE(judge(), 0);
        follow();
        QCOMPARE(judge(), 0);
        QCOMPARE(said(), QStringList());
        tell({QByteArray(32, 'r'), {}});
        QCOMPARE(judge(), 1);
        QCOMPARE(said(), QStringList{QStringLiteral("accepted")});
        settle();
        QCOMPARE(judge(), 0);
    }

    void whatItRefusesIsRefusedByItsCode()
    {
        follow();
        settle(QStringLiteral("12"));
        QCOMPARE(judge(), 1);
        QCOMPARE(said(), QStringList{QStringLiteral("refused 12 data MaTTHC")});
    }

    void whatThePortalItselfRefusesWaitsForNobody()
    {
        m_own->refuses = true;
        QCOMPARE(judge(), 1);
        QCOMPARE(said(), QStringList{QStringLiteral("refused ownCode data")});
    }

    void anAnswerOfBeforeIsNoneToWhatCameSince()
    {
        follow();
        settle(QStringLiteral("12"));
        QCOMPARE(judge(), 1);
        step(DossierStatus::Processing);
        take();
        QCOMPARE(judge(), 0); // it is not even known to whoever tells
        follow();
        QCOMPARE(judge(), 0);
        tell({QByteArray(32, 'r'), {}});
        settle();
        QCOMPARE(judge(), 1);
        QCOMPARE(said(), (QStringList{QStringLiteral("refused 12 data MaTTHC"), QStringLiteral("accepted")}));
    }

    void whatWasToldStaysToldWhenTheNextIsRefused()
    {
        step(DossierStatus::Processing);
        step(DossierStatus::Processed);
        take();
        follow();
        QCOMPARE(judge(), 0);
        tell({QByteArray(32, 'r'), {}});
        const Dossier dossier = *Desk::done(m_portal->ask(storage::DossierById{Desk::dossier(1)}));
        tell({{}, dossier.events.constFirst().entry});
        settle(QStringLiteral("12"));
        QCOMPARE(judge(), 3);
        QCOMPARE(said(), (QStringList{QStringLiteral("accepted"), QStringLiteral("accepted"), QStringLiteral("refused 12 data MaTTHC")}));
    }

    void manyThatAreOpenHoldUpNobody()
    {
        m_scene.sync.accept(*m_desk, m_number, 2, 120);
        take();
        QCOMPARE(judge(), 0);
        follow();
        QCOMPARE(judge(), 0);
        // The last of them is answered first.
        const auto due = Desk::done(m_portal->ask(storage::NationalDue{.nowMs = m_now, .limit = 100}));
        (void)Desk::done(m_portal->keep(storage::ToldNational{due.constLast().no, {QByteArray(32, 'r'), {}}, m_now}));
        QCOMPARE(judge(), 1);
        m_own->refuses = true;
        m_scene.sync.accept(*m_desk, m_number, 200, 1);
        take();
        QCOMPARE(judge(), 1);
    }

    void whoGoesBackToTheOwnRulesLeavesNothingOpen()
    {
        QCOMPARE(judge(), 0);
        const Verdicts own(*m_portal, m_own, *NumberPattern::fromText(QStringLiteral("{yy}.{MM}.{dd}.{n:5}")), [this] { return m_now; });
        QCOMPARE(own.step()->judged, 1);
        QCOMPARE(said(), QStringList{QStringLiteral("accepted")});
    }
};

QTEST_GUILESS_MAIN(tst_NationalVerdicts)
#include "tst_NationalVerdicts.moc"
