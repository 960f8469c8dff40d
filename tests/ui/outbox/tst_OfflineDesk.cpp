// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/OfflineQueries.h"
#include "models/dossier/PortalActs.h"
#include "models/fee/Payment.h"
#include "models/journal/Kind.h"
#include "tests/app/storage/Desk.h"
#include "tests/app/sync/SyncScene.h"
#include "tests/app/workflows/PortalScene.h"
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/models/journal/Author.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/itemmodels/OutboxItemModel.h"
#include "ui/messages/Language.h"
#include "ui/outbox/AftermathPage.h"
#include "ui/outbox/OfflineDesk.h"
#include "ui/outbox/OfflinePage.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/outbox/PaperReceiptPage.h"
#include "ui/outbox/PaymentCamePage.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/PaperTable.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/DossierPage.h"

#include <QApplication>
#include <QLineEdit>
#include <QSpinBox>

using namespace motcua;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using sync::StorePeer;
using sync::SyncScene;

/** Long without the portal, at a real desk, by keys alone: who decides how it goes on, and what is to be done afterwards. */
class tst_OfflineDesk : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Theme::named(Theme::Name::Light).wear(*qApp);
        m_language = std::make_unique<Language>(Language::Code::English);
        storage::StoreOptions options = Desk().options();
        options.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
        const Result<Store> made = Store::create(m_folder.filePath(QStringLiteral("portal%1").arg(++m_stores)), Desk::key(), {.training = true}, options);
        QVERIFY(made);
        m_portal = *made;
        m_peer = std::make_shared<StorePeer>(*m_portal, SyncScene::policy(), PeerRole::Portal, [] { return QDateTime::currentMSecsSinceEpoch(); });
    }
    void cleanup()
    {
        closeDesk();
        m_link.reset();
        m_peer.reset();
        m_portal.reset();
        m_language.reset();
    }

    void aSupervisorBesideSaysHowItGoesOn()
    {
        sit();
        openLimits();
        QVERIFY2(written().contains(u"No limit on work without the portal is near."), qPrintable(written()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"A reason is missing."), qPrintable(said()));
        line(u"Reason"_qs)->setFocus();
        type(u"đứt cáp, đã báo sự cố"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"The supervisor has not signed in."), qPrintable(said()));
        vouch(TrainingDesk::officerPassword());
        picture(u"offline-limits"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"The decision is recorded."), qPrintable(said()));
        QTRY_VERIFY(shown<OutboxPage>());
        const auto decided = Desk::done(store().ask(storage::OfflineDecision{}));
        QCOMPARE(decided->choice, u"extend"_qs);
        QCOMPARE(decided->reason, u"đứt cáp, đã báo sự cố"_qs);
        QVERIFY(decided->untilMs > QDateTime::currentMSecsSinceEpoch() + 2 * 86'400'000LL);
        // Who cannot answer for it changes nothing, and nothing that was typed is lost.
        openLimits();
        line(u"Reason"_qs)->setFocus();
        type(u"đứt cáp, đã báo sự cố"_qs);
        vouch(u"wrong"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"password"), qPrintable(said()));
        QVERIFY(shown<OfflinePage>());
        QVERIFY(line(u"Their password"_qs)->text().isEmpty());
        QCOMPARE(line(u"Reason"_qs)->text(), u"đứt cáp, đã báo sự cố"_qs);
        QCOMPARE(Desk::done(store().ask(storage::OfflineDecision{}))->untilMs, decided->untilMs);
    }

    void onPaperIsShownUntilItIsOver()
    {
        sit();
        decide(Qt::Key_Down);
        QTRY_VERIFY2(limits().contains(u"On paper since"), qPrintable(limits()));
        QCOMPARE(Desk::done(store().ask(storage::OfflineDecision{}))->choice, u"paper"_qs);
        decide(0);
        QTRY_COMPARE(Desk::done(store().ask(storage::OfflineDecision{}))->choice, u"resume"_qs);
        QTRY_VERIFY2(!limits().contains(u"On paper"), qPrintable(limits()));
    }

    // Before it is needed, and with nothing decided.
    void blankProvisionalSlipsComeOutOfThePrinter()
    {
        ScriptedPrinter printer;
        m_printer = &printer;
        sit();
        openLimits();
        shown<OfflinePage>()->findChildren<QSpinBox *>().constLast()->setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"3"_qs);
        picture(u"blank-slips"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_P, Qt::ControlModifier);
        press(Qt::Key_P, Qt::ControlModifier); // still at it
        QTRY_VERIFY2(said().startsWith(u"Blank provisional slips T"), qPrintable(said()));
        QCOMPARE(printer.sheets.size(), 1);
        QVERIFY(!Desk::done(store().ask(storage::OfflineDecision{})));
        QVERIFY(shown<OfflinePage>());
        printer.refusal = Error{ErrorCode::PrinterMissing, {}};
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY2(!said().startsWith(u"Blank"), qPrintable(said()));
        closeDesk();
        m_printer = nullptr;
        // Without a printer nothing of it is offered.
        sit();
        openLimits();
        QVERIFY(!shown<OfflinePage>()->findChildren<QSpinBox *>().constLast()->isVisible());
    }

    void whatWasReceivedOnPaperIsEnteredWithItsTrueTime()
    {
        sit();
        press(Qt::Key_N); // nobody was on paper: it does nothing
        QVERIFY(shown<OutboxPage>());
        decide(Qt::Key_Down);
        QTRY_VERIFY(limits().contains(u"On paper since"));
        const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
        const QDateTime then = vietnamTime(now.date().addDays(-1), QTime(9, 12));
        press(Qt::Key_N);
        QTRY_VERIFY(shown<PaperReceiptPage>());
        type(u"T-0012"_qs);
        line(u"Day on the slip"_qs)->setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        type(now.date().addDays(1).toString(u"d/M/yyyy"));
        line(u"Time on the slip"_qs)->setFocus();
        type(u"9:12"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"The day and the time on the slip are no moment that has been."), qPrintable(said()));
        line(u"Day on the slip"_qs)->setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        type(then.date().toString(u"d/M/yyyy"));
        vouch(TrainingDesk::officerPassword());
        picture(u"provisional-slip"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said() + QString::fromLatin1(window()->page()->metaObject()->className())));
        QVERIFY2(said().startsWith(u"Provisional slip T-0012"), qPrintable(said()));
        chooseProcedure(u"trich luc"_qs);
        const Id dossier = filing()->dossier();
        fillForm();
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY(shown<AcceptPage>());
        QVERIFY2(written().contains(u"T-0012"), qPrintable(written()));
        accept();
        const Dossier accepted = stored(dossier);
        QCOMPARE(accepted.receivedAtMs, then.toMSecsSinceEpoch());
        QCOMPARE(accepted.acceptance.value(u"paperNumber").toString(), u"T-0012"_qs);
        QVERIFY(!accepted.acceptance.value(u"approvedBy").toString().isEmpty());
        QVERIFY2(accepted.code.contains(then.date().toString(u"yyMMdd")), qPrintable(accepted.code));
        // The next one is received as ever.
        press(Qt::Key_F8);
        QTRY_VERIFY(shown<WorklistPage>());
        beginForm();
        QVERIFY(!filing()->paperReceipt());
    }

    void aPackageThatIsNoGoodIsTold_data()
    {
        QTest::addColumn<QString>("failure");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("not signed") << u"SignatureWrong"_qs << true;
        QTest::newRow("older than what is here") << u"Refused"_qs << true;
        QTest::newRow("nobody can read it") << u"CatalogueSchema"_qs << true;
        QTest::newRow("the line is down") << u"NetUnreachable"_qs << false;
        QTest::newRow("the portal has none") << u"NotFound"_qs << false;
        QTest::newRow("it was taken") << QString() << false;
    }
    void aPackageThatIsNoGoodIsTold()
    {
        QFETCH(const QString, failure);
        QFETCH(const bool, isTold);
        sit([&](const Workplace &made) {
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            QVERIFY(made.store.keepSetting(KeptPortal::catalogueSetting(), LastCatalogue{now, failure, {}, now}.toJson()).result());
        });
        if (isTold) {
            QTRY_VERIFY2(limits().contains(u"is no good, and was not taken"), qPrintable(limits()));
            look(u"refused-package"_qs);
        } else {
            QVERIFY2(!QTest::qWaitFor([this] { return limits().contains(u"is no good"); }, 100), qPrintable(limits()));
        }
    }

    void withoutAnOutageNothingIsLeft()
    {
        sit();
        openAftermath();
        QTRY_COMPARE(shown<AftermathPage>()->findChild<EmptyNote *>()->title(), u"There was no outage"_qs);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<OutboxPage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }

    void whatAnOutageLeftIsDoneLineByLine()
    {
        sit([this](const Workplace &made) { leaveBehind(made); });
        openAftermath();
        QTRY_COMPARE(toDo(), 2);
        picture(u"aftermath"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        auto *table = shown<AftermathPage>()->findChild<PaperTable *>();
        QCOMPARE(window()->focusWidget(), table);
        QCOMPARE(shown<AftermathPage>()->current()->kind, AftermathItem::Kind::Payment);
        press(Qt::Key_C);
        QTRY_VERIFY(shown<PaymentCamePage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"The reference of the bank is missing."), qPrintable(said()));
        type(u"FT26327000001"_qs);
        vouch(TrainingDesk::officerPassword());
        picture(u"payment-came"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"The payment is confirmed."), qPrintable(said()));
        QTRY_VERIFY(shown<AftermathPage>());
        QTRY_COMPARE(toDo(), 1);
        QCOMPARE(shown<AftermathPage>()->current()->kind, AftermathItem::Kind::Refusal);
        press(Qt::Key_C);
        QVERIFY2(said().startsWith(u"No payment is waited for here."), qPrintable(said()));
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<DossierPage>());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<AftermathPage>());
        press(Qt::Key_T);
        QTRY_VERIFY2(said().startsWith(u"How was the citizen told?"), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_VERIFY2(said().startsWith(u"It is kept that the citizen was told."), qPrintable(said()));
        QTRY_COMPARE(toDo(), 0);
        QTRY_COMPARE(Desk::done(store().ask(storage::LastOutages{})).constFirst().seenMs > 0, shown<AftermathPage>()->items().isEmpty());
        const Dossier dossier = *Desk::done(store().ask(storage::DossierByCode{m_code}));
        QCOMPARE(dossier.told.size(), 1);
        QCOMPARE(dossier.confirmations.size(), 1);
    }

    void everyPageIsReadInEveryDress_data()
    {
        QTest::addColumn<Theme::Name>("theme");
        QTest::addColumn<Language::Code>("language");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        QTest::newRow("vi") << Theme::Name::Light << Language::Code::Vietnamese << QSize(1366, 698) << 100;
        QTest::newRow("dark-vi") << Theme::Name::Dark << Language::Code::Vietnamese << QSize(1920, 1012) << 100;
        QTest::newRow("large-vi") << Theme::Name::Light << Language::Code::Vietnamese << QSize(1366, 698) << 150;
        QTest::newRow("large-dark") << Theme::Name::Dark << Language::Code::English << QSize(1366, 698) << 150;
        QTest::newRow("contrast-vi") << Theme::Name::HighContrast << Language::Code::Vietnamese << QSize(1920, 1012) << 150;
    }
    void everyPageIsReadInEveryDress()
    {
        QFETCH(const Theme::Name, theme);
        QFETCH(const Language::Code, language);
        QFETCH(const QSize, size);
        QFETCH(const int, scale);
        m_language = std::make_unique<Language>(language);
        sit([this](const Workplace &made) { leaveBehind(made); }, true);
        Theme::named(theme).wear(*qApp, scale);
        window()->setTextScale(scale);
        window()->resize(size);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QTRY_VERIFY(!limits().isEmpty());
        look(u"outbox-"_qs + name);
        openLimits();
        look(u"offline-"_qs + name);
        press(Qt::Key_Escape);
        press(Qt::Key_N);
        QTRY_VERIFY(shown<PaperReceiptPage>());
        press(Qt::Key_Return, Qt::ControlModifier); // what is missing is said
        look(u"paper-"_qs + name);
        press(Qt::Key_Escape); // what was said
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<OutboxPage>());
        openAftermath();
        QTRY_COMPARE(toDo(), 2);
        look(u"aftermath-"_qs + name);
        press(Qt::Key_C);
        QTRY_VERIFY(shown<PaymentCamePage>());
        look(u"payment-"_qs + name);
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<AftermathPage>());
        press(Qt::Key_Down);
        press(Qt::Key_T); // the ways of telling
        look(u"tell-"_qs + name);
        window()->setTextScale(100);
    }

private:
    void look(const QString &name)
    {
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(name + u": "_qs + test::clipped(window()).join(u'|')));
        picture(name);
    }
    /** At a portal, signed in; `before` may fill the store. */
    void sit(const std::function<void(const Workplace &)> &before = {}, bool isOnPaper = false)
    {
        openDesk([&](const Workplace &made) {
            test::keepAccess(made.store, test::inventedAccess(QDateTime::currentMSecsSinceEpoch() + 200 * PortalAccess::DayMs));
            if (before) {
                before(made);
            }
        });
        {
            const auto door = m_desk->door();
            const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
            QVERIFY(head);
            QVERIFY(TrainingDesk::admitOfficer(*head, u"supervisor"_qs));
            if (isOnPaper) {
                const auto supervisor = door->withPassword(TrainingDesk::officer(), TrainingDesk::officerPassword()).result();
                QVERIFY(supervisor);
                (void)Desk::done(supervisor->place.store.record(supervisor->place.act(supervisor->place.store.origin(), DecideOffline{DecideOffline::Choice::Paper, 0, u"mất điện cả khu"_qs})));
            }
        }
        m_link = std::make_unique<PortalLink>(test::linkTo(m_peer, {}));
        m_counter->deliver(m_link.get());
        signIn();
        QTRY_VERIFY(m_link->standing().isThere());
        press(Qt::Key_G, Qt::AltModifier);
        QTRY_VERIFY(shown<OutboxPage>());
    }
    /** An outage, with a fee that was to come and a refusal. */
    void leaveBehind(const Workplace &made)
    {
        m_code = file(made);
        const Dossier dossier = *Desk::done(made.store.ask(storage::DossierByCode{m_code}));
        (void)Desk::done(made.store.record(made.act(dossier.id, TakeFee{.amount = {16'000}, .means = meansName(PaymentMeans::VietQr), .series = {}, .number = {}, .text = {}})));
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        journal::Author portal('P', journal::Actor::Kind::Portal);
        portal.flags = 1; // a portal of training
        const auto history = Desk::done(made.store.ask(storage::DossierPage{.id = dossier.id}))->history;
        const journal::Entry refused = portal.write(dossier.id, journal::kind::PortalRefused,
            {{u"entry"_qs, history.constFirst().header.id.toString()}, {u"code"_qs, u"missingField"_qs}, {u"fault"_qs, u"data"_qs}, {u"text"_qs, u"Thiếu số điện thoại"_qs}},
            {history.constFirst().header.key}, now);
        QVERIFY(Desk::done(made.store.ingest({refused})).refused.isEmpty());
        (void)Desk::done(made.store.keep(storage::KeptOutage{{.beganMs = now - 3'600'000, .endedMs = now + 60'000}}));
    }
    void openLimits()
    {
        press(Qt::Key_L);
        QTRY_VERIFY(shown<OfflinePage>());
    }
    void openAftermath()
    {
        press(Qt::Key_S);
        QTRY_VERIFY(shown<AftermathPage>());
    }
    /** How much of it waits for somebody here. Whether the dossier is also due today hangs on the hour at which this runs. */
    [[nodiscard]] qsizetype toDo() const
    {
        const QList<AftermathItem> &items = shown<AftermathPage>()->items();
        return std::count_if(items.cbegin(), items.cend(), [](const AftermathItem &item) { return item.kind != AftermathItem::Kind::Late; });
    }
    /** With the choice this key leads to. */
    void decide(int key)
    {
        openLimits();
        if (key != 0) {
            press(key);
        }
        line(u"Reason"_qs)->setFocus();
        type(u"mất điện"_qs);
        vouch(TrainingDesk::officerPassword());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().startsWith(u"The decision is recorded."), qPrintable(said()));
        QTRY_VERIFY(shown<OutboxPage>());
    }
    void vouch(const QString &password)
    {
        line(u"Sign-in name of the supervisor"_qs)->setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        type(TrainingDesk::officer());
        line(u"Their password"_qs)->setFocus();
        type(password);
    }
    [[nodiscard]] QLineEdit *line(const QString &name) const
    {
        for (QLineEdit *one : window()->page()->findChildren<QLineEdit *>()) {
            if (one->accessibleName() == name) {
                return one;
            }
        }
        qFatal("no line %s", qPrintable(name));
        return nullptr;
    }
    [[nodiscard]] QString limits() const
    {
        const auto *page = shown<OutboxPage>();
        return page ? page->findChild<QLabel *>(QStringLiteral("outboxLimits"))->text() : QString();
    }
    void picture(const QString &name) { test::screenshot(window(), name); }

    QTemporaryDir m_folder;
    std::optional<Store> m_portal;
    std::shared_ptr<StorePeer> m_peer;
    std::unique_ptr<PortalLink> m_link;
    std::unique_ptr<Language> m_language;
    QString m_code;
    int m_stores = 0;
};

QTEST_MAIN(tst_OfflineDesk)
#include "tst_OfflineDesk.moc"
