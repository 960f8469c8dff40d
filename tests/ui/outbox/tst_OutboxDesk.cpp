// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Random.h"
#include "app/storage/JournalQueries.h"
#include "tests/app/sync/SyncScene.h"
#include "tests/app/workflows/PortalScene.h"
#include "tests/models/journal/Author.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/itemmodels/OutboxItemModel.h"
#include "ui/messages/Language.h"
#include "ui/outbox/OutboxDesk.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/shell/KeysPage.h"
#include "ui/shell/SignInPage.h"
#include "ui/shell/TopBar.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/DossierPage.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QToolButton>

using namespace motcua;
using journal::PeerRole;
using storage::Desk;
using storage::Store;
using sync::StorePeer;
using sync::SyncScene;

/** What is sent to the portal at a real desk, by keys alone: the line at the foot, the page, and what of it is somebody's work. */
class tst_OutboxDesk : public test::CounterStory
{
    Q_OBJECT

private:
    enum class Portal { None, There };

    /** A desk with some dossiers, at a portal; signed in. */
    void sit(Portal portal = Portal::There, int dossiers = 2, const std::function<void(const Workplace &)> &before = {})
    {
        m_codes.clear();
        openDesk([&](const Workplace &made) {
            for (int n = 0; n < dossiers; ++n) {
                m_codes.append(file(made));
            }
            if (portal == Portal::There) {
                test::keepAccess(made.store, test::inventedAccess(QDateTime::currentMSecsSinceEpoch() + 200 * PortalAccess::DayMs));
            }
            if (before) {
                before(made);
            }
        });
        m_link = std::make_unique<PortalLink>(test::linkTo(m_peer, {}));
        m_counter->deliver(m_link.get());
        signIn();
    }
    void openPage()
    {
        QTRY_VERIFY(m_link->standing().isThere());
        press(Qt::Key_G, Qt::AltModifier);
        QVERIFY(page());
        QTRY_VERIFY(page()->model()->isOpened());
    }
    [[nodiscard]] OutboxPage *page() const { return shown<OutboxPage>(); }
    [[nodiscard]] RowTable *table() const { return page()->findChild<RowTable *>(); }
    [[nodiscard]] QString foot() const { return window()->findChild<QPushButton *>(QStringLiteral("statusDelivery"))->text(); }
    [[nodiscard]] QString summary() const { return page()->findChild<QLabel *>(QStringLiteral("outboxSummary"))->text(); }
    [[nodiscard]] QString markedLine() const { return page()->findChild<QLabel *>(QStringLiteral("outboxLine"))->text(); }
    [[nodiscard]] QAction *lineInMenu(const QString &words) const
    {
        const QList<QAction *> lines = window()->findChild<QToolButton *>(QStringLiteral("officer"))->menu()->actions();
        const auto found = std::find_if(lines.cbegin(), lines.cend(), [&words](const QAction *one) { return one->text().startsWith(words); });
        return found == lines.cend() ? nullptr : *found;
    }
    /** The same store in another program. */
    [[nodiscard]] Result<SignedInPerson> elsewhere(std::unique_ptr<SignIn> &door) const
    {
        door = m_desk->door();
        return TrainingDesk::headIn(*door);
    }
    /** The portal says of the acceptance of each dossier: a number, or nothing and so what is missing. */
    void answer(const QStringList &numbers)
    {
        std::unique_ptr<SignIn> door;
        const Result<SignedInPerson> person = elsewhere(door);
        QVERIFY(person);
        const Store &store = person->place.store;
        const QList<journal::Entry> log = Desk::done(store.ask(storage::JournalRange{.origin = store.origin(), .limit = 1'000}));
        QList<journal::Entry> answers;
        qsizetype dossier = 0;
        for (const journal::Entry &entry : log) {
            if (entry.header.kind != "dossier.accepted") {
                continue;
            }
            const QString number = numbers.value(dossier++);
            QJsonObject payload{{QStringLiteral("entry"), entry.header.id.toString()}};
            if (number.isEmpty()) {
                payload.insert(QStringLiteral("code"), QStringLiteral("missingField"));
                payload.insert(QStringLiteral("fault"), QStringLiteral("data"));
                payload.insert(QStringLiteral("fields"), QJsonArray{QStringLiteral("SoDienThoai")});
            } else {
                payload.insert(QStringLiteral("number"), number);
            }
            answers.append(m_author.write(entry.header.subject, number.isEmpty() ? journal::kind::PortalRefused : journal::kind::PortalAccepted, payload,
                {entry.header.key}, QDateTime::currentMSecsSinceEpoch()));
        }
        QVERIFY(Desk::done(store.ingest(answers)).refused.isEmpty());
    }
    void fileElsewhere()
    {
        std::unique_ptr<SignIn> door;
        const Result<SignedInPerson> person = elsewhere(door);
        QVERIFY(person);
        m_codes.append(file(person->place));
    }
    void takeTheLine(ErrorCode code)
    {
        m_peer->broken = {{code, {}}};
        m_peer->isDown = true;
    }
    void markRow(OutboxLine::State state)
    {
        press(Qt::Key_Home, Qt::ControlModifier);
        for (int row = 0; row < page()->model()->rowCount(); ++row) {
            if (page()->model()->row(table()->currentIndex().row())->state == state) {
                return;
            }
            press(Qt::Key_Down);
        }
        QFAIL("no such row");
    }

    QTemporaryDir m_folder;
    std::optional<Store> m_portal;
    std::shared_ptr<StorePeer> m_peer;
    std::unique_ptr<PortalLink> m_link;
    std::unique_ptr<Language> m_language;
    journal::Author m_author = journal::Author('P', journal::Actor::Kind::Portal);
    QStringList m_codes;
    int m_stores = 0;

private Q_SLOTS:
    void init()
    {
        Theme::named(Theme::Name::Light).wear(*qApp);
        m_language = std::make_unique<Language>(Language::Code::English);
        Desk desk;
        storage::StoreOptions options = desk.options();
        options.now = [] { return QDateTime::currentMSecsSinceEpoch(); };
        const Result<Store> made = Store::create(m_folder.filePath(QStringLiteral("portal%1").arg(++m_stores)), Desk::key(), {.training = true}, options);
        QVERIFY(made);
        m_portal = *made;
        m_peer = std::make_shared<StorePeer>(*m_portal, SyncScene::policy(), PeerRole::Portal, [] { return QDateTime::currentMSecsSinceEpoch(); });
        m_author = journal::Author('P', journal::Actor::Kind::Portal);
        m_author.flags = 1; // a portal of training
    }
    void cleanup()
    {
        closeDesk();
        m_link.reset();
        m_peer.reset();
        m_portal.reset();
        m_language.reset();
    }

    void whereThereIsNoPortalItSaysSo()
    {
        sit(Portal::None, 0);
        QVERIFY(foot().isEmpty());
        press(Qt::Key_G, Qt::AltModifier);
        QVERIFY(page());
        auto *note = page()->findChild<EmptyNote *>();
        QTRY_VERIFY(note->isVisible()); // nothing of the log seems to wait for anybody
        QCOMPARE(note->title(), QStringLiteral("This desk belongs to no portal"));
        QVERIFY2(written(note).contains(QStringLiteral("motcua-ctl enrol")), qPrintable(written(note)));
        for (const Qt::Key key : {Qt::Key_R, Qt::Key_P}) {
            press(key);
            QVERIFY2(said().contains(QStringLiteral("belongs to no portal")), qPrintable(said()));
            press(Qt::Key_Escape);
        }
        QCOMPARE(m_peer->questions.load(), 0);
        // It is enrolled meanwhile, by another program.
        std::unique_ptr<SignIn> door;
        const Result<SignedInPerson> person = elsewhere(door);
        QVERIFY(person);
        test::keepAccess(person->place.store, test::inventedAccess(QDateTime::currentMSecsSinceEpoch() + 200 * PortalAccess::DayMs));
        QTRY_VERIFY(page()->model()->rowCount() > 0);
        QTRY_VERIFY2(summary().startsWith(QStringLiteral("0 items waiting")), qPrintable(summary()));
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
    }

    void anOutageIsALineAndNoEvent()
    {
        sit();
        QTRY_VERIFY2(foot().startsWith(QStringLiteral("⇅ All sent ")), qPrintable(foot()));
        QVERIFY(SyncScene::held(*m_portal, m_author.origin()) == 0);
        takeTheLine(ErrorCode::NetUnreachable);
        fileElsewhere();
        QTRY_VERIFY2(foot().startsWith(QStringLiteral("⇅ Portal not reached since ")) && foot().contains(QStringLiteral("(network)")), qPrintable(foot()));
        QTRY_VERIFY2(foot().contains(QStringLiteral(" waiting")), qPrintable(foot()));
        QVERIFY(!window()->strip()->isVisible()); // nobody is told of it
        const QPushButton *line = window()->findChild<QPushButton *>(QStringLiteral("statusDelivery"));
        QCOMPARE(line->accessibleName(), line->text());
        QVERIFY2(line->accessibleDescription().contains(QStringLiteral("Nothing is lost")), qPrintable(line->accessibleDescription()));
        QVERIFY(line->toolTip().endsWith(QStringLiteral("(Alt+G)")));
        // One types on all the while.
        beginForm();
        m_peer->isDown = false;
        m_link->tryNow();
        QTRY_VERIFY2(foot().startsWith(QStringLiteral("⇅ All sent ")), qPrintable(foot()));
        QVERIFY(shown<FormPage>());
    }

    void itsKeyOpensItAndEscComesBack()
    {
        sit();
        QVERIFY(lineInMenu(QStringLiteral("Send and receive"))->isVisible());
        QVERIFY(lineInMenu(QStringLiteral("Send and receive"))->text().endsWith(QStringLiteral("\tAlt+G")));
        openPage();
        QCOMPARE(window()->focusWidget(), table());
        QTRY_VERIFY2(page()->heading().contains(QStringLiteral("Portal reached")), qPrintable(page()->heading()));
        QTRY_COMPARE(summary(), QStringLiteral("0 items waiting · nothing to do"));
        press(Qt::Key_F1);
        QVERIFY(written().contains(QStringLiteral("Alt+G")));
        press(Qt::Key_Escape);
        QVERIFY(page());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        // In the middle of a visit one is back in its form.
        beginForm();
        press(Qt::Key_G, Qt::AltModifier);
        QVERIFY(page());
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<FormPage>());
        lineInMenu(QStringLiteral("Send and receive"))->trigger();
        QVERIFY(page());
    }

    void eachRowSaysWhatBecameOfIt()
    {
        sit();
        QTRY_VERIFY(foot().startsWith(QStringLiteral("⇅ All sent ")));
        answer({QStringLiteral("26.11.23.88121"), {}});
        QTRY_VERIFY2(foot().endsWith(QStringLiteral("! 1 to put right")), qPrintable(foot()));
        openPage();
        markRow(OutboxLine::State::Taken);
        QVERIFY2(markedLine().contains(m_codes.at(0)) && markedLine().contains(QStringLiteral("Number at the portal: 26.11.23.88121")), qPrintable(markedLine()));
        markRow(OutboxLine::State::Refused);
        QVERIFY2(markedLine().contains(m_codes.at(1)) && markedLine().contains(QStringLiteral("missing: SoDienThoai ·"))
                && markedLine().endsWith(QStringLiteral("data · open it and put it right (Enter)")),
            qPrintable(markedLine()));
        markRow(OutboxLine::State::Sent);
        // What is recorded while somebody reads waits above.
        press(Qt::Key_Down);
        const QString marked = markedLine();
        fileElsewhere();
        const auto *newer = page()->findChild<KeyButton *>(QStringLiteral("outboxNewer"));
        QTRY_VERIFY(newer->isVisible() && newer->label().endsWith(QStringLiteral("new ▴")));
        QCOMPARE(markedLine(), marked);
    }

    void enterOpensTheDossierThatWasRefused()
    {
        sit();
        QTRY_VERIFY(foot().startsWith(QStringLiteral("⇅ All sent ")));
        answer({QStringLiteral("26.11.23.88121"), {}});
        QTRY_COMPARE(m_link->standing().needsAttention, 1);
        openPage();
        press(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(page()->model()->rowCount(), 1);
        QVERIFY(page()->showsAttention());
        QCOMPARE(page()->model()->row(0)->state, OutboxLine::State::Refused);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<DossierPage>());
        QVERIFY2(shown<DossierPage>()->heading().startsWith(m_codes.at(1)), qPrintable(shown<DossierPage>()->heading()));
        press(Qt::Key_Escape);
        QTRY_VERIFY(page());
        QVERIFY(page()->showsAttention());
        QCOMPARE(window()->focusWidget(), table());
        // Esc first shows everything again.
        press(Qt::Key_Escape);
        QVERIFY(page());
        QTRY_VERIFY(page()->model()->rowCount() > 1);
        // What is about no dossier says so.
        markRow(OutboxLine::State::Sent);
        press(Qt::Key_Home, Qt::ControlModifier);
        for (int row = 0; row < page()->model()->rowCount() && !page()->model()->row(table()->currentIndex().row())->dossier.isNull(); ++row) {
            press(Qt::Key_Down);
        }
        press(Qt::Key_Return);
        QVERIFY(page());
        QVERIFY(said().contains(QStringLiteral("about no dossier")));
    }

    void nothingToPutRightIsSaidKindly()
    {
        sit();
        openPage();
        press(Qt::Key_F, Qt::ControlModifier);
        auto *note = page()->findChild<EmptyNote *>();
        QTRY_VERIFY(note->isVisible());
        QCOMPARE(note->title(), QStringLiteral("Nothing needs work"));
        QCOMPARE(window()->focusWidget(), note);
        QTRY_VERIFY(m_link->standing().phase == PortalStanding::Phase::Resting && m_link->standing().waiting == 0); // nothing is being asked
        const int asked = m_peer->questions;
        press(Qt::Key_R); // its letters act here too
        QTRY_VERIFY(m_peer->questions > asked);
        press(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(window()->focusWidget(), table());
    }

    void lettersTryNowAndPause()
    {
        takeTheLine(ErrorCode::ServerFailed);
        sit();
        QTRY_COMPARE(m_link->standing().phase, PortalStanding::Phase::Waiting);
        openPage();
        QTRY_VERIFY2(summary().contains(QStringLiteral("next try in ")), qPrintable(summary()));
        QVERIFY(page()->heading().contains(QStringLiteral("Nothing sent since ")));
        QTRY_COMPARE(page()->model()->row(0)->state, OutboxLine::State::Waiting);
        QTRY_COMPARE(page()->model()->index(0, OutboxItemModel::Tries).data().toString(), QStringLiteral("1"));
        QVERIFY(page()->model()->index(0, OutboxItemModel::ToDo).data().toString().startsWith(QStringLiteral("portal · ")));
        const int asked = m_peer->questions;
        press(Qt::Key_R);
        QTRY_VERIFY(m_peer->questions > asked);
        QTRY_COMPARE(page()->model()->index(0, OutboxItemModel::Tries).data().toString(), QStringLiteral("2"));
        press(Qt::Key_P);
        QCOMPARE(m_link->standing().phase, PortalStanding::Phase::Paused);
        QVERIFY(said().contains(QStringLiteral("nothing is lost")));
        QVERIFY2(summary().contains(QStringLiteral("paused")), qPrintable(summary()));
        QTRY_VERIFY(foot().startsWith(QStringLiteral("⇅ Sending paused since ")));
        const int paused = m_peer->questions;
        press(Qt::Key_R);
        QVERIFY(said().contains(QStringLiteral("P lets it go on")));
        QCOMPARE(m_peer->questions.load(), paused);
        m_peer->isDown = false;
        press(Qt::Key_P);
        QTRY_COMPARE(m_link->standing().phase, PortalStanding::Phase::Resting);
        QTRY_VERIFY(page()->model()->row(0)->state != OutboxLine::State::Waiting);
    }

    void whoeverLeavesTakesTheEngineAlong()
    {
        sit();
        openPage();
        QTRY_COMPARE(m_link->standing().phase, PortalStanding::Phase::Resting);
        press(Qt::Key_F12);
        QVERIFY(shown<SignInPage>());
        QTRY_VERIFY2(written().contains(QStringLiteral("⇅ Portal: reached; waiting 0")), qPrintable(written())); // it goes on behind the lock
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(page());
        lineInMenu(QStringLiteral("Sign out"))->trigger();
        QTRY_VERIFY(shown<SignInPage>());
        QVERIFY(!m_link->standing().isThere());
        QVERIFY(foot().isEmpty());
        QTRY_VERIFY(!written().contains(QStringLiteral("Portal")));
        const int asked = m_peer->questions;
        std::unique_ptr<SignIn> door;
        const Result<SignedInPerson> person = elsewhere(door);
        QVERIFY(person);
        QTRY_VERIFY(person->place.store.holdsEngine()); // nothing of it keeps the store
        QCOMPARE(m_peer->questions.load(), asked);
        QCOMPARE(m_counter->outbox()->page()->model()->rowCount(), 0);
    }

    void aThousandRowsAreWalkedByKeys()
    {
        sit(Portal::There, 1, [this](const Workplace &made) {
            QList<Act> acts;
            for (int n = 0; n < 900; ++n) {
                acts.append(made.act(made.store.origin(), MarkClock{.offsetMs = n, .against = QStringLiteral("journal")}));
            }
            Desk::done(made.store.recordAll(acts));
        });
        openPage();
        QVERIFY(page()->model()->rowCount() < 500);
        for (int tries = 0; tries < 100 && page()->model()->rowCount() < 900; ++tries) {
            const int before = page()->model()->rowCount();
            press(Qt::Key_End, Qt::ControlModifier);
            QTRY_VERIFY(page()->model()->rowCount() > before);
        }
        QVERIFY(page()->model()->rowCount() >= 900);
    }

    void looksAsItShould_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        QTest::newRow("small") << QStringLiteral("outbox-1366") << QSize(1366, 698) << static_cast<int>(Theme::Name::Light) << 100;
        QTest::newRow("large") << QStringLiteral("outbox-1920") << QSize(1920, 1080) << static_cast<int>(Theme::Name::Light) << 100;
        QTest::newRow("dark") << QStringLiteral("outbox-dark") << QSize(1366, 698) << static_cast<int>(Theme::Name::Dark) << 100;
        QTest::newRow("contrast") << QStringLiteral("outbox-contrast") << QSize(1366, 698) << static_cast<int>(Theme::Name::HighContrast) << 100;
        QTest::newRow("large letters") << QStringLiteral("outbox-150") << QSize(1920, 1080) << static_cast<int>(Theme::Name::Light) << 150;
        QTest::newRow("large letters on little room") << QStringLiteral("outbox-1366-150") << QSize(1366, 698) << static_cast<int>(Theme::Name::Light) << 150;
    }
    void looksAsItShould()
    {
        QFETCH(QString, name);
        QFETCH(QSize, size);
        QFETCH(int, theme);
        QFETCH(int, scale);
        m_language.reset();
        m_language = std::make_unique<Language>(Language::Code::Vietnamese);
        Theme::named(static_cast<Theme::Name>(theme)).wear(*qApp, scale);
        sit(Portal::There, 4);
        window()->setTextScale(scale);
        QTRY_COMPARE(m_link->standing().phase, PortalStanding::Phase::Resting);
        answer({QStringLiteral("26.11.23.88121"), {}, QStringLiteral("26.11.23.88122")});
        takeTheLine(ErrorCode::NetUnreachable);
        fileElsewhere();
        QTRY_COMPARE(m_link->standing().phase, PortalStanding::Phase::Waiting);
        QTRY_COMPARE(m_link->standing().needsAttention, 2);
        test::present(window(), size);
        openPage();
        markRow(OutboxLine::State::Refused);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), name);
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }
};

QTEST_MAIN(tst_OutboxDesk)
#include "tst_OutboxDesk.moc"
