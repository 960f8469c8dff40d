// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderSlipPrinter.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "tests/app/workflows/ClonedLog.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Lists.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/messages/Language.h"
#include "ui/shell/ActionBar.h"
#include "ui/shell/Counter.h"
#include "ui/shell/NewSecretPage.h"
#include "ui/shell/TopBar.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/visit/VisitDesk.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/worklist/DossierPage.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

/** A real desk in a temporary folder, served through the real window by keys alone. */
class tst_Counter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aVisitFromSignInToSlip();
    void theLockKeepsTheVisitAndThePinBringsItBack();
    void aWrongPinSaysHowManyTriesAreLeft();
    void anotherPasswordIsTheOneThatHolds();
    void aWrongOldPasswordChangesNothing();
    void stepsAreReachedInAnyOrder();
    void aClosedStepSaysWhy();
    void escapeKeepsTheFormAmongTheDrafts();
    void theLastLetterIsInTheListToo();
    void aDraftIsDiscardedAndBroughtBack();
    void afterACrashTheFormIsAsItWas();
    void whatWasSetAsideDoesNotComeBackByItself();
    void rowsThatCameOrWentAreKeptToo();
    void comingBackToTheFormDrawsNothingAnew();
    void aGuideThatWasReadStaysClosed();
    void signingOutLeavesNothingToRead();
    void noKeyLeadsPastTheLock_data();
    void noKeyLeadsPastTheLock();
    void noKeyBlindsTheSignInPage();
    void anAnswerThatComesLateWaitsBehindTheLock();
    void anAnswerThatComesAfterSigningOutIsNobodys_data();
    void anAnswerThatComesAfterSigningOutIsNobodys();
    void aPinEndsWithSigningOut();
    void theLettersOfOneOfficerAreNotTheNextOnes();
    void newDossiersWaitBehindTheirButton();
    void theMachineIsLookedAt();
    void aClonedStoreCanBeReadUnderASentence();

private:
    void open();
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(window()->focusWidget(), static_cast<Qt::Key>(key), with); }
    void type(const QString &text) { QTest::keyClicks(window()->focusWidget(), text); }
    [[nodiscard]] MainWindow *window() const { return m_counter->window(); }
    template <typename T>
    [[nodiscard]] T *shown() const
    {
        return qobject_cast<T *>(window()->page());
    }
    void signIn(const QString &password = TrainingDesk::password());
    void beginDossier();
    void answer(const QString &field, const QString &text);
    [[nodiscard]] QString said() const { return window()->strip()->isVisible() ? window()->strip()->notice().text : QString(); }
    [[nodiscard]] QString draftText(const QString &field) const { return m_counter->visit()->filing()->form().text(field); }

    Language m_language{Language::Code::English};
    std::unique_ptr<TrainingDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_sheets;
    std::unique_ptr<FolderSlipPrinter> m_printer;
    std::unique_ptr<SignIn> m_door;
    std::unique_ptr<Counter> m_counter;
};

void tst_Counter::init()
{
    m_desk = std::make_unique<TrainingDesk>();
    m_sheets = std::make_unique<QTemporaryDir>();
    const Result<Workplace> made = m_desk->setUp();
    QVERIFY(made);
    TrainingDesk::skipDay(*made);
    made->store.close();
    m_printer = std::make_unique<FolderSlipPrinter>(m_sheets->path());
    open();
}

void tst_Counter::open()
{
    m_door = std::make_unique<SignIn>(m_desk->folder(), TrainingDesk::law(), security::ScryptCost::forTests());
    m_counter = std::make_unique<Counter>(m_door.get(), m_printer.get());
    m_counter->setPeople({{TrainingDesk::administrator(), {}}}, true);
    m_counter->start();
    test::present(window(), {1366, 698});
}

void tst_Counter::cleanup()
{
    m_counter.reset();
    m_door.reset();
    m_printer.reset();
    m_sheets.reset();
    m_desk.reset();
}

void tst_Counter::signIn(const QString &password)
{
    QVERIFY(qobject_cast<QLineEdit *>(window()->focusWidget()));
    type(password);
    press(Qt::Key_Return);
}

void tst_Counter::beginDossier()
{
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(shown<ProcedurePage>());
    test::commit(window(), QStringLiteral("trich luc"));
    press(Qt::Key_Return);
    QVERIFY(shown<FormPage>());
}

void tst_Counter::answer(const QString &field, const QString &text)
{
    QVERIFY(shown<FormPage>()->focusField(field));
    press(Qt::Key_A, Qt::ControlModifier);
    test::commit(window(), text);
}

void tst_Counter::aVisitFromSignInToSlip()
{
    beginDossier();
    TrainingDesk::fill(*m_counter->visit()->filing());
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown<PapersPage>());
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown<FeePage>());
    press(Qt::Key_Return); // cash: on to the amount
    QTest::keyClicks(window()->focusWidget(), QStringLiteral("500k"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown<AcceptPage>());
    int slips = 0;
    connect(m_counter.get(), &Counter::slipReady, this, [&slips] { ++slips; });
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shown<AcceptedPage>());
    QTRY_COMPARE_WITH_TIMEOUT(slips, 1, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(QDir(m_sheets->path()).entryList({QStringLiteral("*.pdf")}, QDir::Files).size(), 1, 30000);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shown<WorklistPage>());
    test::chooseOpenDossiers(window());
    QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount(), 1);
    press(Qt::Key_F2);
    test::commit(window(), QStringLiteral("ng th hoa"));
    QTRY_VERIFY(shown<WorklistPage>()->model()->row(0));
    press(Qt::Key_Return);
    QTRY_VERIFY(shown<DossierPage>());
    press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(QDir(m_sheets->path()).entryList({QStringLiteral("*.pdf")}, QDir::Files).size(), 2, 30000);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown<WorklistPage>());
}

void tst_Counter::theLockKeepsTheVisitAndThePinBringsItBack()
{
    beginDossier();
    answer(QStringLiteral("requester.name"), QStringLiteral("Nguyễn Thị Hoa"));
    window()->topBar()->pinPressed();
    QVERIFY(shown<NewSecretPage>());
    type(QStringLiteral("123456"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(said().contains(QStringLiteral("first that anybody would try")));
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("274951"));
    press(Qt::Key_Return);
    type(QStringLiteral("274951"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shown<FormPage>());
    press(Qt::Key_F12);
    QVERIFY(shown<SignInPage>());
    QCOMPARE(shown<SignInPage>()->way(), SignInPage::Way::Pin);
    QVERIFY(!window()->findChild<VisitPanel *>()->isVisible());
    type(QStringLiteral("274951"));
    press(Qt::Key_Return);
    QTRY_VERIFY(shown<FormPage>());
    QCOMPARE(draftText(QStringLiteral("requester.name")), QStringLiteral("Nguyễn Thị Hoa"));
    QVERIFY(window()->findChild<VisitPanel *>()->isVisible());
}

void tst_Counter::aWrongPinSaysHowManyTriesAreLeft()
{
    theLockKeepsTheVisitAndThePinBringsItBack();
    press(Qt::Key_F12);
    type(QStringLiteral("111222"));
    press(Qt::Key_Return);
    QTRY_VERIFY(said().contains(QStringLiteral("4 more tries")));
    QVERIFY(shown<SignInPage>());
}

void tst_Counter::anotherPasswordIsTheOneThatHolds()
{
    const QString chosen = QStringLiteral("bo cau trang tren mai");
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
    window()->topBar()->passwordPressed();
    type(TrainingDesk::password());
    press(Qt::Key_Return);
    type(chosen);
    press(Qt::Key_Return);
    type(chosen);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shown<WorklistPage>());
    QVERIFY(said().contains(QStringLiteral("changed")));
    press(Qt::Key_F12);
    signIn(TrainingDesk::password());
    QTRY_VERIFY(said().contains(QStringLiteral("do not belong together")));
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(QStringLiteral("try again now")), 10000);
    signIn(chosen);
    QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
}

void tst_Counter::aWrongOldPasswordChangesNothing()
{
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
    window()->topBar()->passwordPressed();
    type(QStringLiteral("not the one at all"));
    press(Qt::Key_Return);
    type(QStringLiteral("bo cau trang tren mai"));
    press(Qt::Key_Return);
    type(QStringLiteral("bo cau trang tren mai"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(said().contains(QStringLiteral("do not belong together")));
    QVERIFY(shown<NewSecretPage>());
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QVERIFY(shown<WorklistPage>());
    press(Qt::Key_F12);
    signIn();
    // A wrong one counts like a wrong one at the door, so there is a pause first.
    QTRY_VERIFY2(shown<WorklistPage>() || said().contains(QStringLiteral("try again now")), qPrintable(said()));
    if (!shown<WorklistPage>()) {
        signIn();
    }
    QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
}

void tst_Counter::stepsAreReachedInAnyOrder()
{
    beginDossier();
    press(Qt::Key_6, Qt::AltModifier);
    QVERIFY(shown<AcceptPage>());
    press(Qt::Key_5, Qt::AltModifier);
    QVERIFY(shown<FeePage>());
    press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(shown<PapersPage>());
    press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(shown<ProcedurePage>());
    press(Qt::Key_Escape); // nothing was changed: back in the same form
    QVERIFY(shown<FormPage>());
    press(Qt::Key_2, Qt::AltModifier);
    test::commit(window(), QStringLiteral("trich luc"));
    const Id before = m_counter->visit()->filing()->dossier();
    press(Qt::Key_Return);
    QVERIFY(shown<FormPage>());
    QCOMPARE(m_counter->visit()->filing()->dossier(), before);
}

void tst_Counter::aClosedStepSaysWhy()
{
    beginDossier();
    TrainingDesk::fill(*m_counter->visit()->filing());
    press(Qt::Key_6, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(shown<AcceptedPage>());
    press(Qt::Key_3, Qt::AltModifier);
    QVERIFY(shown<AcceptedPage>());
    QVERIFY(said().contains(QStringLiteral("filed already")));
}

void tst_Counter::escapeKeepsTheFormAmongTheDrafts()
{
    beginDossier();
    const QSignalSpy kept(m_counter->visit(), &VisitDesk::draftKept);
    answer(QStringLiteral("requester.name"), QStringLiteral("Nguyễn Thị Hoa"));
    QTRY_VERIFY(!kept.isEmpty());
    press(Qt::Key_Escape);
    QVERIFY(shown<WorklistPage>());
    QVERIFY(said().contains(QStringLiteral("Ctrl+7")));
    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount(), 1);
    QTRY_VERIFY(shown<WorklistPage>()->model()->row(0));
    QCOMPARE(shown<WorklistPage>()->model()->row(0)->name, QStringLiteral("Nguyễn Thị Hoa"));
    press(Qt::Key_Return);
    QTRY_VERIFY(shown<FormPage>());
    QCOMPARE(draftText(QStringLiteral("requester.name")), QStringLiteral("Nguyễn Thị Hoa"));
}

// The list is opened while the disk still writes: it must show the draft all the same.
void tst_Counter::theLastLetterIsInTheListToo()
{
    beginDossier();
    answer(QStringLiteral("requester.name"), QStringLiteral("Nguyễn Thị Hoa"));
    press(Qt::Key_Escape);
    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY(shown<WorklistPage>()->model()->row(0));
    QTRY_COMPARE(shown<WorklistPage>()->model()->row(0)->name, QStringLiteral("Nguyễn Thị Hoa"));
}

void tst_Counter::aDraftIsDiscardedAndBroughtBack()
{
    escapeKeepsTheFormAmongTheDrafts();
    press(Qt::Key_Escape);
    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY(shown<WorklistPage>()->model()->row(0));
    const auto discarding = [this] {
        const QList<KeyButton *> buttons = window()->findChild<ActionBar *>()->buttons();
        const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [](const KeyButton *one) { return one->key() == u"Alt+Del"; });
        return found == buttons.cend() ? nullptr : *found;
    };
    QVERIFY(discarding());
    QVERIFY(!discarding()->property("refused").toBool()); // it looks as it acts
    press(Qt::Key_Delete, Qt::AltModifier);
    QTRY_VERIFY(said().contains(QStringLiteral("discarded")));
    QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount(), 0);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount(), 1);
    press(Qt::Key_Z, Qt::ControlModifier); // once is once
    QCOMPARE(shown<WorklistPage>()->model()->rowCount(), 1);
}

void tst_Counter::afterACrashTheFormIsAsItWas()
{
    beginDossier();
    answer(QStringLiteral("requester.name"), QStringLiteral("Nguyễn Thị Hoa"));
    QVERIFY(shown<FormPage>()->focusField(QStringLiteral("record.name")));
    const auto kept = [this] {
        const auto parts = m_counter->visit()->filing()->place().store.ask(storage::OpenParts{}).result();
        const QString part = QStringLiteral("visit.") + m_counter->visit()->filing()->place().person.toString();
        return parts && parts->value(part).contains("record.name");
    };
    QTRY_VERIFY(kept());
    // Nobody says goodbye: the window and everything behind it is gone, as after a power cut; what was acknowledged is on the disk.
    m_counter.reset();
    m_door.reset();
    open();
    signIn();
    QTRY_VERIFY(shown<FormPage>());
    QCOMPARE(draftText(QStringLiteral("requester.name")), QStringLiteral("Nguyễn Thị Hoa"));
    QTRY_COMPARE(shown<FormPage>()->focusedField(), QStringLiteral("record.name"));
    QVERIFY(said().contains(QStringLiteral("was open")));
}

void tst_Counter::rowsThatCameOrWentAreKeptToo()
{
    beginDossier();
    const QSignalSpy kept(m_counter->visit(), &VisitDesk::draftKept);
    FormDraft changed = m_counter->visit()->filing()->form();
    changed.set(QStringLiteral("requester.name"), FieldValue::given(QStringLiteral("K’Brôi")));
    Q_EMIT shown<FormPage>()->formChanged(changed);
    QCOMPARE(draftText(QStringLiteral("requester.name")), QStringLiteral("K’Brôi")); // beside it stands what follows from other answers
    QTRY_COMPARE(kept.size(), 1);
}

void tst_Counter::comingBackToTheFormDrawsNothingAnew()
{
    beginDossier();
    answer(QStringLiteral("requester.name"), QStringLiteral("K’Brôi"));
    const QWidget *line = shown<FormPage>()->row(QStringLiteral("requester.name"))->stop();
    QVERIFY(static_cast<const QLineEdit *>(line)->isUndoAvailable());
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shown<PapersPage>());
    press(Qt::Key_3, Qt::AltModifier);
    QVERIFY(shown<FormPage>());
    QCOMPARE(shown<FormPage>()->row(QStringLiteral("requester.name"))->stop(), line);
    QVERIFY(static_cast<const QLineEdit *>(line)->isUndoAvailable());
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown<WorklistPage>());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(shown<ProcedurePage>());
    test::commit(window(), QStringLiteral("trich luc"));
    press(Qt::Key_Return);
    QVERIFY(shown<FormPage>()); // the next dossier: not a letter of the one before
    const auto *next = static_cast<const QLineEdit *>(shown<FormPage>()->row(QStringLiteral("requester.name"))->stop());
    QVERIFY(next->text().isEmpty() && !next->isUndoAvailable());
}

void tst_Counter::aGuideThatWasReadStaysClosed()
{
    m_counter->setAppearance({});
    const QSignalSpy chosen(m_counter.get(), &Counter::appearanceChosen);
    beginDossier();
    shown<FormPage>()->setGuide({{QStringLiteral("HỎI"), {QStringLiteral("Đã thống nhất tên chưa?")}}});
    const auto *strip = window()->findChild<GuideStrip *>(QStringLiteral("guideStrip"));
    QVERIFY(strip->isVisible());
    press(Qt::Key_F1, Qt::ShiftModifier);
    QVERIFY(!strip->isVisible());
    QCOMPARE(chosen.size(), 1);
    const Appearance kept = chosen.at(0).at(0).value<Appearance>();
    QVERIFY(!kept.guide);
    m_counter->setAppearance(kept); // as at the next start
    QVERIFY(!strip->isVisible());
}

void tst_Counter::whatWasSetAsideDoesNotComeBackByItself()
{
    beginDossier();
    answer(QStringLiteral("requester.name"), QStringLiteral("Nguyễn Thị Hoa"));
    QTRY_VERIFY(!m_counter->visit()->filing()->place().store.ask(storage::OpenParts{}).result()->isEmpty());
    press(Qt::Key_Escape);
    QVERIFY(shown<WorklistPage>());
    m_counter.reset();
    m_door.reset();
    open();
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
}

void tst_Counter::signingOutLeavesNothingToRead()
{
    aVisitFromSignInToSlip();
    QTRY_VERIFY(shown<WorklistPage>()->model()->rowCount() > 0);
    auto *list = shown<WorklistPage>();
    window()->topBar()->signOutPressed();
    QVERIFY(shown<SignInPage>());
    QCOMPARE(list->model()->rowCount(), 0);
    press(Qt::Key_F2);
    QVERIFY(shown<SignInPage>());
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
    test::chooseOpenDossiers(window());
    QTRY_COMPARE(list->model()->rowCount(), 1);
}

void tst_Counter::noKeyLeadsPastTheLock_data()
{
    QTest::addColumn<QList<int>>("keys");
    QTest::newRow("F2") << QList<int>{Qt::Key_F2};
    QTest::newRow("keys page, then find") << QList<int>{Qt::Key_F1, Qt::Key_F2};
    QTest::newRow("keys page, then hide") << QList<int>{Qt::Key_F1, Qt::Key_F12, Qt::Key_F2};
    QTest::newRow("keys page and back") << QList<int>{Qt::Key_F1, Qt::Key_Escape, Qt::Key_F2};
    QTest::newRow("back") << QList<int>{Qt::Key_Escape, Qt::Key_Escape};
    QTest::newRow("regions") << QList<int>{Qt::Key_F6, Qt::Key_Space, Qt::Key_F6};
}

void tst_Counter::noKeyLeadsPastTheLock()
{
    QFETCH(QList<int>, keys);
    aVisitFromSignInToSlip();
    press(Qt::Key_F12);
    for (const int key : keys) {
        QTest::keyClick(window()->focusWidget() ? window()->focusWidget() : window(), static_cast<Qt::Key>(key));
        QVERIFY2(window()->page()->standsAlone(), window()->page()->metaObject()->className());
    }
    press(Qt::Key_Escape);
    QVERIFY(shown<SignInPage>());
    shown<SignInPage>()->firstField()->setFocus();
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
}

void tst_Counter::noKeyBlindsTheSignInPage()
{
    press(Qt::Key_F1);
    QTest::keyClick(window(), Qt::Key_F12);
    QVERIFY(!window()->isCovered());
    QTest::keyClick(window(), Qt::Key_F2);
    press(Qt::Key_Escape);
    QVERIFY(shown<SignInPage>());
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
}

void tst_Counter::anAnswerThatComesLateWaitsBehindTheLock()
{
    beginDossier();
    TrainingDesk::fill(*m_counter->visit()->filing());
    press(Qt::Key_6, Qt::AltModifier);
    int slips = 0;
    connect(m_counter.get(), &Counter::slipReady, this, [&slips] { ++slips; });
    press(Qt::Key_Return, Qt::ControlModifier); // the journal writes …
    press(Qt::Key_F12); // … and answers behind the lock
    QTRY_COMPARE_WITH_TIMEOUT(slips, 1, 30000);
    QVERIFY(shown<SignInPage>());
    QVERIFY(!window()->findChild<VisitPanel *>()->isVisible());
    signIn();
    QTRY_VERIFY(shown<AcceptedPage>());
}

void tst_Counter::anAnswerThatComesAfterSigningOutIsNobodys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("with");
    QTest::newRow("a draft is opened") << int(Qt::Key_Return) << Qt::KeyboardModifiers();
    QTest::newRow("a draft is discarded") << int(Qt::Key_Delete) << Qt::KeyboardModifiers(Qt::AltModifier);
}

void tst_Counter::anAnswerThatComesAfterSigningOutIsNobodys()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, with);
    escapeKeepsTheFormAmongTheDrafts();
    press(Qt::Key_Escape);
    press(Qt::Key_7, Qt::ControlModifier);
    QTRY_VERIFY(shown<WorklistPage>()->model()->row(0));
    press(key, with);
    window()->topBar()->signOutPressed();
    QVERIFY(shown<SignInPage>());
    signIn(); // whatever came late has come by the time this is answered
    QTRY_VERIFY(shown<WorklistPage>() || shown<FormPage>());
}

void tst_Counter::aPinEndsWithSigningOut()
{
    theLockKeepsTheVisitAndThePinBringsItBack();
    window()->topBar()->signOutPressed();
    QFuture<Result<SignedInPerson>> tried = m_door->withPin(TrainingDesk::administrator(), QStringLiteral("274951"));
    QTRY_VERIFY(tried.isFinished());
    QVERIFY(!tried.result());
    QCOMPARE(tried.result().error().code, ErrorCode::PinUnavailable);
}

void tst_Counter::theLettersOfOneOfficerAreNotTheNextOnes()
{
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
    test::commit(window(), QStringLiteral("nguyen thi hoa"));
    window()->topBar()->signOutPressed();
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
    press(Qt::Key_F2);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(qobject_cast<QLineEdit *>(window()->focusWidget())->text().isEmpty());
}

void tst_Counter::newDossiersWaitBehindTheirButton()
{
    beginDossier();
    const Workplace place = m_counter->visit()->filing()->place();
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown<WorklistPage>());
    test::chooseOpenDossiers(window());
    QSignalSpy newer(shown<WorklistPage>()->model(), &WorklistItemModel::newerFound);
    FileDossier other(place, nullptr);
    QVERIFY(other.choose(QStringLiteral("2.000635")));
    TrainingDesk::fill(other);
    other.accept();
    QTRY_COMPARE(other.step(), FileDossier::Step::Accepted);
    QTRY_VERIFY(!newer.isEmpty() && newer.constLast().constFirst().toInt() == 1);
    QCOMPARE(shown<WorklistPage>()->model()->rowCount(), 0); // rows do not jump while one reads
}

void tst_Counter::theMachineIsLookedAt()
{
    const auto told = [this] {
        const QList<QLabel *> labels = shown<SignInPage>()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(QStringLiteral("The data of this desk are here")); });
    };
    QTRY_VERIFY(told());
}

void tst_Counter::aClonedStoreCanBeReadUnderASentence()
{
    {
        const Result<SignedInPerson> head = TrainingDesk::headIn(*m_door);
        QVERIFY(head && learnOfAClone(head->place.store));
    }
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
    QTRY_VERIFY2(said().contains(QStringLiteral("(OriginForked)")), qPrintable(said()));
    QCOMPARE(window()->strip()->notice().kind, Notice::Kind::Danger);
    // Hidden and back: it still is so.
    press(Qt::Key_F12);
    QTRY_VERIFY(shown<SignInPage>());
    signIn();
    QTRY_VERIFY(shown<WorklistPage>());
    QTRY_VERIFY2(said().contains(QStringLiteral("(OriginForked)")), qPrintable(said()));
}

QTEST_MAIN(tst_Counter)
#include "tst_Counter.moc"
