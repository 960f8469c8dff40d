// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Random.h"
#include "app/storage/HouseQueries.h"
#include "app/storage/StoreNews.h"
#include "app/training/Seed.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/dashboard/DashboardDesk.h"
#include "ui/dashboard/DashboardListPage.h"
#include "ui/dashboard/DashboardPage.h"
#include "ui/itemmodels/DeskItemModel.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/messages/Language.h"
#include "ui/shell/Counter.h"
#include "ui/shell/KeysPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/widgets/FigureButton.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/DossierPage.h"
#include "ui/worklist/WorklistPage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

using namespace motcua;

/** The dashboard at a real desk, by keys alone: who may see it, what stands behind its numbers, and how one comes back. */
class tst_DashboardDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whoMaySeeItOpensItByItsKeyAndByItsLine();
    void whoMayNotNeverSeesIt();
    void eachNumberOpensExactlyItsRows();
    void oneComesBackStepByStep();
    void aVisitIsTakenUpWhereItWas();
    void whatHappensIsShownAtMostOnceASecond();
    void whoLosesTheRightIsLedAway();
    void nothingIsLeftForTheNextPerson();
    void theLockShowsNothingOfIt();
    void whatIsShownIsTakenAlong();
    void looksWellWithTheTrainingSeed();

private:
    void admit(const QString &role, int dossiers = 0);
    void open();
    void signIn();
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(window()->focusWidget(), static_cast<Qt::Key>(key), with); }
    [[nodiscard]] MainWindow *window() const { return m_counter->window(); }
    [[nodiscard]] QString said() const { return window()->strip()->isVisible() ? window()->strip()->notice().text : QString(); }
    [[nodiscard]] DashboardDesk *desk() const { return m_counter->dashboard(); }
    template <typename T>
    [[nodiscard]] T *shown() const
    {
        return qobject_cast<T *>(window()->page());
    }
    void openDashboard();
    [[nodiscard]] QAction *lineInMenu() const;

    Language m_language{Language::Code::English};
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<SignIn> m_headDoor;
    std::optional<SignedInPerson> m_head; ///< somebody else at the same store
    Id m_person;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<Counter> m_counter;
};

void tst_DashboardDesk::init()
{
    Theme::named(Theme::Name::Light).wear(*qApp);
    m_desk = std::make_unique<TrainingDesk>();
    const Result<Workplace> made = m_desk->setUp();
    QVERIFY(made);
    made->store.close();
}

void tst_DashboardDesk::cleanup()
{
    m_counter.reset();
    m_door.reset();
    m_head.reset();
    m_headDoor.reset();
    m_desk.reset();
}

void tst_DashboardDesk::admit(const QString &role, int dossiers)
{
    m_headDoor = m_desk->door();
    const Result<SignedInPerson> head = TrainingDesk::headIn(*m_headDoor);
    QVERIFY(head);
    m_head = *head;
    const Result<security::Password> first = security::Password::chosen(TrainingDesk::officerPassword(), TrainingDesk::officer());
    QVERIFY(SetUpCentre::admit(head->place, head->session->keys()->dataKeys, TrainingDesk::officer(), {}, {role}, *first, security::ScryptCost::forTests()));
    const Result<QList<StaffMember>> members = head->place.store.ask(storage::StaffList{}).result();
    QVERIFY(members);
    for (const StaffMember &member : *members) {
        m_person = member.name() == TrainingDesk::officer() ? member.id() : m_person;
    }
    Workplace theirs = head->place;
    theirs.person = m_person;
    TrainingDesk::skipDay(theirs);
    if (dossiers > 0) {
        const Result<int> seeded = training::seedDossiers(head->place, dossiers, [](int) {});
        QVERIFY(seeded);
        QCOMPARE(*seeded, dossiers);
    }
    open();
    signIn();
}

void tst_DashboardDesk::open()
{
    m_door = std::make_unique<SignIn>(m_desk->folder(), TrainingDesk::law(), security::ScryptCost::forTests());
    m_counter = std::make_unique<Counter>(m_door.get(), nullptr);
    m_counter->setPeople({{TrainingDesk::officer(), {}}}, true);
    m_counter->start();
    test::present(window(), {1366, 698});
}

void tst_DashboardDesk::signIn()
{
    QTest::keyClicks(window()->focusWidget(), TrainingDesk::officerPassword());
    press(Qt::Key_Return);
    QTRY_VERIFY(shown<WorklistPage>());
}

QAction *tst_DashboardDesk::lineInMenu() const
{
    const QList<QAction *> lines = window()->findChild<QToolButton *>(QStringLiteral("officer"))->menu()->actions();
    for (QAction *line : lines) {
        if (line->text().startsWith(u"Dashboard")) {
            return line;
        }
    }
    return nullptr;
}

void tst_DashboardDesk::openDashboard()
{
    QTRY_VERIFY(lineInMenu()->isVisible());
    press(Qt::Key_D, Qt::AltModifier);
    QVERIFY(shown<DashboardPage>());
    QTRY_VERIFY(desk()->page()->figures());
}

void tst_DashboardDesk::whoMaySeeItOpensItByItsKeyAndByItsLine()
{
    admit(QStringLiteral("supervisor"));
    openDashboard();
    QVERIFY(desk()->page()->isAncestorOf(window()->focusWidget()));
    press(Qt::Key_F1);
    QVERIFY(shown<KeysPage>());
    bool isListed = false;
    for (const QLabel *label : shown<KeysPage>()->findChildren<QLabel *>()) {
        isListed = isListed || label->text() == u"Alt+D";
    }
    QVERIFY(isListed);
    press(Qt::Key_Escape);
    QVERIFY(shown<DashboardPage>());
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown<WorklistPage>());
    lineInMenu()->trigger();
    QVERIFY(shown<DashboardPage>());
    QVERIFY(lineInMenu()->text().endsWith(u"\tAlt+D"));
}

void tst_DashboardDesk::whoMayNotNeverSeesIt()
{
    admit(QStringLiteral("officer"));
    press(Qt::Key_D, Qt::AltModifier);
    QVERIFY(shown<WorklistPage>());
    QVERIFY(said().contains(QStringLiteral("nothing to do on this page")));
    press(Qt::Key_Escape);
    press(Qt::Key_F1);
    QVERIFY(shown<KeysPage>());
    for (const QLabel *label : shown<KeysPage>()->findChildren<QLabel *>()) {
        QVERIFY(label->text() != u"Alt+D");
    }
    QVERIFY(!lineInMenu()->isVisible());
    desk()->open();
    QVERIFY(!shown<DashboardPage>());
}

void tst_DashboardDesk::eachNumberOpensExactlyItsRows()
{
    admit(QStringLiteral("supervisor"), 300);
    openDashboard();
    QCOMPARE(desk()->page()->figures()->inHand.count, qint64{300});
    int opened = 0;
    for (int index = 0; index < desk()->page()->stops().size(); ++index) {
        QWidget *stop = desk()->page()->stops().at(index);
        const std::optional<Figure> figure = desk()->page()->figureOf(stop);
        if (!figure || !stop->isVisibleTo(window())) {
            continue;
        }
        stop->setFocus();
        press(Qt::Key_Return);
        QVERIFY(shown<DashboardListPage>());
        QTRY_COMPARE(desk()->list()->count(), figure->count);
        QTRY_COMPARE(qint64{desk()->list()->shown()->rowCount()}, figure->count);
        press(Qt::Key_Escape);
        QVERIFY(shown<DashboardPage>());
        QCOMPARE(window()->focusWidget(), stop);
        ++opened;
    }
    QVERIFY(opened >= 4 + 12 + 3 + 3);
}

void tst_DashboardDesk::oneComesBackStepByStep()
{
    admit(QStringLiteral("supervisor"), 3);
    openDashboard();
    for (int step = 0; step < 3; ++step) {
        press(Qt::Key_Right);
    }
    QVERIFY2(window()->focusWidget()->accessibleName() == u"In hand: 3", qPrintable(window()->focusWidget()->accessibleName()));
    press(Qt::Key_Return);
    QVERIFY(shown<DashboardListPage>());
    QCOMPARE(desk()->list()->heading(), QStringLiteral("Dashboard · In hand"));
    QTRY_COMPARE(desk()->list()->count(), qint64{3});
    // Behind a number nobody is named, and what is shown of a dossier is its own page's affair.
    const auto *rows = qobject_cast<const WorklistItemModel *>(desk()->list()->shown());
    QTRY_VERIFY(rows->row(0));
    QVERIFY(rows->row(0)->name.isEmpty());
    press(Qt::Key_Return);
    QTRY_VERIFY(shown<DossierPage>());
    press(Qt::Key_Escape);
    QVERIFY(shown<DashboardListPage>());
    press(Qt::Key_Escape);
    QVERIFY(shown<DashboardPage>());
    QCOMPARE(window()->focusWidget()->accessibleName(), QStringLiteral("In hand: 3"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown<WorklistPage>());
}

void tst_DashboardDesk::aVisitIsTakenUpWhereItWas()
{
    admit(QStringLiteral("supervisor"), 3);
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(shown<ProcedurePage>());
    const Page *before = window()->page();
    openDashboard();
    press(Qt::Key_Return);
    QVERIFY(shown<DashboardListPage>());
    press(Qt::Key_D, Qt::AltModifier); // again, from inside of it: nothing is lost of the way back
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QCOMPARE(window()->page(), before);
}

void tst_DashboardDesk::whatHappensIsShownAtMostOnceASecond()
{
    admit(QStringLiteral("supervisor"));
    openDashboard();
    // Somebody else at the very store of this desk, whose news come at once.
    const Result<SignedInPerson> beside = TrainingDesk::headIn(*m_door);
    QVERIFY(beside);
    QSignalSpy looked(desk(), &DashboardDesk::looked);
    QElapsedTimer passed;
    passed.start();
    int drawn = 0;
    QTimer kiosk;
    const auto draw = [&] {
        const Id ticket = security::random::id(QDateTime::currentMSecsSinceEpoch());
        (void)beside->place.store.record(beside->place.act(ticket, IssueTicket{.group = QStringLiteral("A")}));
        if (++drawn == 60) {
            kiosk.stop();
        }
    };
    connect(&kiosk, &QTimer::timeout, this, draw);
    kiosk.start(25);
    QTRY_COMPARE_WITH_TIMEOUT(desk()->page()->figures()->hall.waiting, 60, 20000);
    QVERIFY2(looked.size() >= 1 && looked.size() <= passed.elapsed() / 1000 + 1,
        qPrintable(QStringLiteral("%1 looks in %2 ms").arg(looked.size()).arg(passed.elapsed())));
    QVERIFY(desk()->page()->stops().constFirst()->accessibleName().endsWith(u"60"));
    // Nobody looks at it: nothing is asked.
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown<WorklistPage>());
    looked.clear();
    QSignalSpy changed(m_head->place.store.news(), &storage::StoreNews::changed);
    const Id ticket = security::random::id(QDateTime::currentMSecsSinceEpoch());
    QVERIFY(m_head->place.store.record(m_head->place.act(ticket, IssueTicket{.group = QStringLiteral("A")})).result());
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(looked.isEmpty());
    press(Qt::Key_D, Qt::AltModifier);
    QTRY_COMPARE(desk()->page()->figures()->hall.waiting, 61);
}

void tst_DashboardDesk::whoLosesTheRightIsLedAway()
{
    admit(QStringLiteral("supervisor"));
    openDashboard();
    QVERIFY(m_head->place.store.record(m_head->place.act(m_person, ChangeStaff{.roles = QStringList{QStringLiteral("officer")}, .reason = QStringLiteral("đổi việc")}))
                .result());
    QTRY_VERIFY(shown<WorklistPage>());
    QVERIFY(!lineInMenu()->isVisible());
    QVERIFY(!desk()->page()->figures());
    press(Qt::Key_D, Qt::AltModifier);
    QVERIFY(shown<WorklistPage>());
}

void tst_DashboardDesk::nothingIsLeftForTheNextPerson()
{
    admit(QStringLiteral("supervisor"), 3);
    openDashboard();
    window()->findChild<QToolButton *>(QStringLiteral("officer"))->menu()->actions().constLast()->trigger(); // sign out
    QTRY_VERIFY(window()->isLocked());
    QVERIFY(!lineInMenu()->isVisible());
    QVERIFY(!desk()->page()->figures());
    QCOMPARE(desk()->page()->desks()->rowCount(), 0);
}

void tst_DashboardDesk::theLockShowsNothingOfIt()
{
    admit(QStringLiteral("supervisor"), 3);
    openDashboard();
    press(Qt::Key_F12);
    QTRY_VERIFY(window()->isLocked());
    QVERIFY(!shown<DashboardPage>());
    press(Qt::Key_D, Qt::AltModifier);
    QVERIFY(!shown<DashboardPage>());
    QTest::keyClicks(window()->focusWidget(), TrainingDesk::officerPassword());
    press(Qt::Key_Return);
    QTRY_VERIFY(shown<DashboardPage>());
    QCOMPARE(desk()->page()->figures()->inHand.count, qint64{3});
}

void tst_DashboardDesk::whatIsShownIsTakenAlong()
{
    const QTemporaryDir folder;
    admit(QStringLiteral("supervisor"), 12);
    openDashboard();
    QSignalSpy exported(desk(), &DashboardDesk::exported);
    const auto linesOf = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed().split(QStringLiteral("\r\n")) : QStringList();
    };
    const auto takeAlong = [&] {
        press(Qt::Key_X, Qt::AltModifier);
        const auto *line = window()->page()->findChild<ExportLine *>();
        QTRY_VERIFY(line->isVisible() && line->isAncestorOf(window()->focusWidget()));
        press(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(window()->focusWidget(), folder.path());
        press(Qt::Key_Tab, Qt::ShiftModifier);
        press(Qt::Key_Down); // from the workbook to CSV
        press(Qt::Key_Return);
        QTRY_COMPARE(exported.size(), 1);
        QVERIFY(!line->isVisible());
    };
    takeAlong();
    const QStringList desks = linesOf(exported.takeFirst().first().toString());
    QCOMPARE(desks.size(), 1 + desk()->page()->desks()->rowCount());
    QVERIFY(desks.constFirst().contains(QStringLiteral("Desk;Officer;State;Ticket;For;Served")));
    QVERIFY(said().contains(folder.path()));
    for (int step = 0; step < 3; ++step) {
        press(Qt::Key_Right);
    }
    press(Qt::Key_Return);
    QTRY_COMPARE(desk()->list()->count(), qint64{12});
    takeAlong();
    const QString path = exported.takeFirst().first().toString();
    QVERIFY(QFile::exists(path));
    const QStringList rows = linesOf(path);
    QCOMPARE(rows.size(), 13);
    const QAbstractItemModel *shownRows = desk()->list()->shown();
    for (int row = 0; row < 12; ++row) {
        QVERIFY2(rows.at(row + 1).startsWith(shownRows->index(row, WorklistItemModel::Code).data().toString() + u';'), qPrintable(rows.at(row + 1)));
    }
}

void tst_DashboardDesk::looksWellWithTheTrainingSeed()
{
    admit(QStringLiteral("supervisor"), 600);
    openDashboard();
    QCoreApplication::sendPostedEvents();
    test::screenshot(window(), QStringLiteral("dashboard-seeded"));
    const QStringList clipped = test::clipped(window());
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'|')));
    for (int step = 0; step < 3; ++step) {
        press(Qt::Key_Right);
    }
    press(Qt::Key_Return);
    QTRY_COMPARE(desk()->list()->count(), qint64{600});
    QCoreApplication::sendPostedEvents();
    test::screenshot(window(), QStringLiteral("dashboard-seeded-list"));
}

QTEST_MAIN(tst_DashboardDesk)
#include "tst_DashboardDesk.moc"
