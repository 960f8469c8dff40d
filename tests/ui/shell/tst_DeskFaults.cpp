// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderSlipPrinter.h"
#include "app/storage/HouseQueries.h"
#include "app/training/SimulatedCodeReader.h"
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/support/FaultVfs.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/form/FormPage.h"
#include "ui/hall/HallDesk.h"
#include "ui/shell/HallTime.h"
#include "ui/shell/SignInPage.h"
#include "ui/shell/TopBar.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/PapersPage.h"
#include "ui/visit/ProcedurePage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <atomic>
#include <ctime>
#include <dlfcn.h>
#include <sys/time.h>

using namespace motcua;

namespace {

std::atomic<qint64> clockOffsetSeconds = 0;

/** The disk under every store of this program, full while the flag says so. */
class Disk
{
public:
    Disk()
        : m_vfs("deskfaults")
    {
        sqlite3_vfs_register(sqlite3_vfs_find(m_vfs.name().constData()), 1);
        m_vfs.failFrom(1, SQLITE_FULL, [](const testsupport::IoCall &call) { return isFull && call.kind == testsupport::IoKind::Write; });
    }
    static inline std::atomic<bool> isFull = false;

private:
    testsupport::FaultVfs m_vfs;
};

} // namespace

// The machine's clock as this program reads it: the window takes it from nowhere else, so that is where a test puts it forward and back.
extern "C" int clock_gettime(clockid_t clock, timespec *at) noexcept
{
    using Real = int (*)(clockid_t, timespec *);
    static const auto real = reinterpret_cast<Real>(dlsym(RTLD_NEXT, "clock_gettime"));
    const int answer = real(clock, at);
    if (clock == CLOCK_REALTIME) {
        at->tv_sec += clockOffsetSeconds;
    }
    return answer;
}

extern "C" int gettimeofday(timeval *at, void *zone) noexcept
{
    using Real = int (*)(timeval *, void *);
    static const auto real = reinterpret_cast<Real>(dlsym(RTLD_NEXT, "gettimeofday"));
    const int answer = real(at, zone);
    at->tv_sec += clockOffsetSeconds;
    return answer;
}

/** What goes wrong around the officer in the middle of a visit: it is told, nothing is lost, and the visit goes on; by keys alone. */
class tst_DeskFaults : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        Disk::isFull = false;
        clockOffsetSeconds = 0;
        closeDesk();
        m_printer = nullptr;
        m_folderPrinter.reset();
        m_scripted.reset();
    }

    void outOfPaperIsSaidAndTheSheetComesByItself()
    {
        useFolder();
        fillForm();
        m_folderPrinter->setTrouble(FolderSpooler::Trouble::PaperOut);
        accept();
        QTRY_VERIFY2(said().contains(u"out of paper"), qPrintable(said()));
        QVERIFY2(said().contains(u"Nothing is lost") && said().contains(u"Put paper in"), qPrintable(said()));
        QVERIFY(shows(u"waits at the printer"));
        test::screenshot(window(), u"fault-paper-out"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_P, Qt::ControlModifier); // a second sheet is not to be had while the first one waits
        QVERIFY2(said().contains(u"on its way"), qPrintable(said()));
        m_folderPrinter->setTrouble(FolderSpooler::Trouble::None);
        QTRY_VERIFY(shows(u"slip is printed"));
        QCOMPARE(sheets(), 1);
    }

    void whoServesTheNextIsToldOfTheSheetThatWaits()
    {
        useScripted();
        fillForm();
        accept();
        QTRY_COMPARE(m_scripted->sheets.size(), 1);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        Q_EMIT m_scripted->stalled(m_scripted->last(), {u"spooler-unreachable"_qs});
        QVERIFY2(said().contains(u"printing system does not answer"), qPrintable(said()));
        Q_EMIT m_scripted->stalled(m_scripted->last(), {u"job-hold-until-specified"_qs});
        QVERIFY2(said().contains(u"holds the sheet back"), qPrintable(said()));
        Q_EMIT m_scripted->stalled(ScriptedPrinter::job(77), {u"media-empty-error"_qs}); // another program's
        QVERIFY2(said().contains(u"holds the sheet back"), qPrintable(said()));
    }

    void aPrinterThatIsGoneIsToldAndTheSlipIsAskedAbout()
    {
        useFolder();
        fillForm();
        m_folderPrinter->setTrouble(FolderSpooler::Trouble::Unreachable);
        accept();
        QTRY_VERIFY(shows(u"No slip came out. The dossier is filed all the same."));
        m_folderPrinter->setTrouble(FolderSpooler::Trouble::None);
        press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(shows(u"slip is printed"));
        QCOMPARE(sheets(), 1);
    }

    void aFullDiskIsSaidOnceAndTheTextIsSavedByItself()
    {
        openDesk();
        signIn();
        beginForm();
        const Id dossier = filing()->dossier();
        typeUntilTheDiskIsFull();
        QVERIFY2(said().contains(u"saved by itself as soon as there is room"), qPrintable(said()));
        test::screenshot(window(), u"fault-disk-full"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        QVERIFY(!shows(u"Saved at"));
        QCOMPARE(typed(), u"Nguyen Thi Hoa"_qs);
        Disk::isFull = false; // and no key is pressed
        QTRY_VERIFY2(said().contains(u"saved again"), qPrintable(said()));
        QVERIFY(kept(dossier).contains(u"Nguyen Thi Hoa"));
        QVERIFY(shows(u"Saved at"));
        QCOMPARE(typed(), u"Nguyen Thi Hoa"_qs);
    }

    void aFormLeftWhileTheDiskWasFullIsSavedToo()
    {
        openDesk();
        signIn();
        beginForm();
        const Id first = filing()->dossier();
        typeUntilTheDiskIsFull();
        press(Qt::Key_T, Qt::ControlModifier); // another dossier of who is here
        beginForm(false);
        QVERIFY(filing()->dossier() != first);
        Disk::isFull = false;
        QTRY_VERIFY(kept(first).contains(u"Nguyen Thi Hoa"));
    }

    void whoTakesTheDeskOverLeavesWhatTheDiskHadRefused()
    {
        openDesk();
        admitOther();
        signIn();
        beginForm();
        const Id dossier = filing()->dossier();
        typeUntilTheDiskIsFull();
        press(Qt::Key_F12);
        QTRY_VERIFY(shown<SignInPage>());
        Disk::isFull = false; // a moment before somebody else sits down
        m_counter->expect(TrainingDesk::officer());
        type(TrainingDesk::officerPassword());
        press(Qt::Key_Return);
        QTRY_VERIFY(!window()->isLocked());
        QTRY_VERIFY(kept(dossier).contains(u"Nguyen Thi Hoa"));
    }

    void whoSignsOutOnAFullDiskIsAskedFirst()
    {
        openDesk();
        admitOther();
        signIn();
        beginForm();
        const Id dossier = filing()->dossier();
        typeUntilTheDiskIsFull();
        Q_EMIT window()->topBar()->signOutPressed();
        QVERIFY2(said().contains(u"Signing out loses it; F12 hides and locks"), qPrintable(said()));
        press(Qt::Key_1); // stay
        QVERIFY(!window()->isLocked());
        QCOMPARE(filing()->form().value(u"requester.name"_qs).text, u"Nguyen Thi Hoa"_qs);

        press(Qt::Key_F12); // nobody else takes the desk over meanwhile, for nothing could be written of it
        QTRY_VERIFY(shown<SignInPage>());
        m_counter->expect(TrainingDesk::officer());
        type(TrainingDesk::officerPassword());
        press(Qt::Key_Return);
        QTRY_VERIFY2(shows(u"so this could not be saved"), qPrintable(said())); // of the sign-in, not of what waits to be saved
        QVERIFY(window()->isLocked());
        Disk::isFull = false;
        m_counter->expect(TrainingDesk::administrator());
        type(TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(!window()->isLocked());
        QTRY_VERIFY(kept(dossier).contains(u"Nguyen Thi Hoa"));
        QTRY_VERIFY(!filing()->drafts().hasUnkept());
        Q_EMIT window()->topBar()->signOutPressed(); // and nothing is asked any more
        QTRY_VERIFY(shown<SignInPage>());
    }

    void nothingIsAcceptedOnAFullDiskAndTheFormStands()
    {
        openDesk();
        signIn();
        fillForm(false);
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        Disk::isFull = true;
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"The disk is full"), qPrintable(said()));
        QVERIFY(shown<AcceptPage>());
        QTRY_COMPARE(filing()->step(), FileDossier::Step::Filling); // the draft may be refused, and say so, before the acceptance is
        Disk::isFull = false;
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QVERIFY(filing()->accepted()->code.endsWith(u"-0301")); // no number was used up
    }

    void aReaderThatIsPulledOutDisturbsNobody()
    {
        openDesk();
        SimulatedCodeReader reader;
        m_counter->listen(&reader);
        signIn();
        beginForm();
        const auto *devices = window()->findChild<QPushButton *>(u"statusDevices"_qs);
        QTRY_COMPARE(devices->text(), u"Code reader ✔"_qs);
        type(u"Nguyen"_qs);
        QWidget *field = window()->focusWidget();
        reader.pullOut();
        QTRY_COMPARE(devices->text(), u"Code reader ✖ not there"_qs);
        type(u" Thi"_qs);
        QCOMPARE(window()->focusWidget(), field);
        QCOMPARE(typed(), u"Nguyen Thi"_qs);
        reader.plugIn();
        QTRY_COMPARE(devices->text(), u"Code reader ✔"_qs);
        reader.send("what is no code of ours\r");
        QTRY_VERIFY2(said().contains(u"neither a card"), qPrintable(said()));
        QCOMPARE(typed(), u"Nguyen Thi"_qs);
        m_counter.reset(); // before its reader
    }

    /** Letters and digits that act are keys where they act: an input method that is on does not swallow them. */
    void anInputMethodTakesNoKeyThatActs()
    {
        useScripted();
        fillForm();
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        QVERIFY(!window()->focusWidget()->testAttribute(Qt::WA_InputMethodEnabled));
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        QVERIFY(!window()->focusWidget()->testAttribute(Qt::WA_InputMethodEnabled));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QVERIFY(!window()->focusWidget()->testAttribute(Qt::WA_InputMethodEnabled));
    }

    /** In a field the same letters are text, composed as ever, while the question waits. */
    void whatIsComposedInAFieldAnswersNoQuestion()
    {
        useScripted();
        fillForm();
        accept();
        QTRY_COMPARE(m_scripted->sheets.size(), 1);
        Q_EMIT m_scripted->failed(m_scripted->last(), {ErrorCode::PrintFailed, u"unknown"_qs});
        QTRY_VERIFY2(said().contains(u"was not printed"), qPrintable(said()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"The visit is finished"), qPrintable(said()));
        beginForm();
        QTRY_VERIFY2(said().contains(u"Did the sheet come out"), qPrintable(said()));
        QVERIFY(window()->focusWidget()->testAttribute(Qt::WA_InputMethodEnabled));
        test::commit(window(), u"1 Nguyễn"_qs);
        QCOMPARE(typed(), u"1 Nguyễn"_qs);
        QVERIFY2(said().contains(u"Did the sheet come out"), qPrintable(said()));
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_1); // where nothing is typed, it is the answer
        QTRY_VERIFY2(!said().contains(u"Did the sheet come out"), qPrintable(said()));
    }

    void aClockSetBackKeepsTheFormUntilItIsRight()
    {
        openDesk();
        signIn();
        fillForm(false);
        const Id dossier = filing()->dossier();
        clockOffsetSeconds = -3600;
        press(Qt::Key_6, Qt::AltModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(said().contains(u"clock of this computer is behind"), qPrintable(said()));
        QVERIFY2(said().contains(u"lost"), qPrintable(said()));
        QVERIFY(shown<AcceptPage>());
        // What is typed under the wrong clock is kept all the same.
        press(Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(shown<FormPage>());
        QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
        press(Qt::Key_A, Qt::ControlModifier);
        type(u"Le Thi Mai"_qs);
        QTRY_VERIFY(kept(dossier).contains(u"Le Thi Mai"));
        const qint64 started = m_counter->hall()->turn()->visit().startedAtMs();
        QCOMPARE(shownElapsed(started, QDateTime::currentMSecsSinceEpoch()), u"00:00"_qs); // and not a negative time
        clockOffsetSeconds = 0;
        press(Qt::Key_6, Qt::AltModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QCOMPARE(filing()->dossier(), dossier);
    }

    /** The promise is that of the moment of acceptance, not of when the form was begun. */
    void aClockPutForwardPromisesByTheNewDay()
    {
        openDesk();
        signIn();
        fillForm(false);
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        const Result<Promise> before = filing()->promise();
        QVERIFY(before);
        const QString day = dayOf();
        clockOffsetSeconds = 4 * 24 * 3600;
        QVERIFY(day != dayOf());
        QTRY_VERIFY(shows(dayOf())); // the window tells the new day by itself
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        const Dossier &dossier = *filing()->accepted();
        QCOMPARE(vietnamTime(dossier.receivedAtMs).date(), vietnamTime(QDateTime::currentMSecsSinceEpoch()).date());
        QVERIFY(vietnamTime(dossier.dueAtMs()) > before->dueAt);
        QVERIFY(shows(vietnamTime(dossier.dueAtMs()).toString(u"dd/MM/yyyy")));
    }

    /** The power went after the acceptance, and its page was never seen. */
    void whoMissedTheAcceptanceIsToldOfIt()
    {
        openDesk();
        signIn();
        fillForm();
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY(FileDossier::intakeOf(filing()->place(), draftOf(filing()->dossier()), {}));
        const Result<Intake, QList<Violation>> intake = FileDossier::intakeOf(filing()->place(), draftOf(filing()->dossier()), {});
        const Workplace place = filing()->place();
        const Id dossier = filing()->dossier();
        const auto isOpen = [&] {
            const Result<QMap<QString, QByteArray>> parts = place.store.ask(storage::OpenParts{}).result();
            return std::any_of(parts->cbegin(), parts->cend(),
                [&dossier](const QByteArray &part) { return part.contains("draft") && part.contains(dossier.toString().toLatin1()); });
        };
        QTRY_VERIFY(isOpen());
        place.store.record(place.act(dossier, AcceptDossier{.intake = *intake, .competentUnit = {}})).waitForFinished();
        place.store.close();
        m_counter.reset();
        m_door = m_desk->door();
        m_counter = std::make_unique<Counter>(m_door.get(), m_printer);
        m_counter->setPeople({{TrainingDesk::administrator(), {}}}, true);
        m_counter->start();
        test::present(window(), {1366, 698});
        signIn();
        QTRY_VERIFY2(said().contains(u"was accepted before the program ended"), qPrintable(said()));
        QVERIFY2(said().contains(u"-0301") && said().contains(u"Nothing is lost"), qPrintable(said()));
        test::screenshot(window(), u"fault-was-accepted"_qs);
    }

private:
    /** "Nguyen" is saved, and what follows it is refused and said so. */
    void typeUntilTheDiskIsFull()
    {
        const Id dossier = filing()->dossier();
        type(u"Nguyen"_qs);
        QTRY_VERIFY(kept(dossier).contains(u"Nguyen"));
        Disk::isFull = true;
        type(u" Thi Hoa"_qs);
        QTRY_VERIFY2(said().contains(u"The disk is full"), qPrintable(said()));
    }
    void admitOther()
    {
        const auto door = m_desk->door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head);
        QVERIFY(TrainingDesk::admitOfficer(*head));
    }
    void useFolder()
    {
        m_paper = std::make_unique<QTemporaryDir>();
        m_folderPrinter = std::make_unique<FolderSlipPrinter>(m_paper->path());
        m_printer = m_folderPrinter.get();
        openDesk();
        signIn();
    }
    void useScripted()
    {
        m_scripted = std::make_unique<ScriptedPrinter>();
        m_printer = m_scripted.get();
        openDesk();
        signIn();
    }
    void beginForm(bool asks = true)
    {
        if (asks) {
            press(Qt::Key_N, Qt::ControlModifier);
        }
        QTRY_VERIFY(shown<ProcedurePage>());
        test::commit(window(), u"trich luc"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        QVERIFY(shown<FormPage>()->focusField(u"requester.name"_qs));
    }
    void fillForm(bool waits = true)
    {
        beginForm();
        TrainingDesk::fill(*filing());
        if (waits) {
            QTRY_VERIFY(kept(filing()->dossier()).contains(u"Nguyễn Thị Hoa"));
        }
    }
    void accept()
    {
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
    }
    [[nodiscard]] FileDossier *filing() const { return m_counter->visit()->filing(); }
    [[nodiscard]] QString typed() const
    {
        const auto *line = qobject_cast<QLineEdit *>(window()->focusWidget());
        return line ? line->text() : QString();
    }
    [[nodiscard]] storage::Draft draftOf(const Id &dossier) const
    {
        const Result<std::optional<storage::Draft>> draft = filing()->place().store.ask(storage::DraftById{dossier}).result();
        return draft && *draft ? **draft : storage::Draft();
    }
    [[nodiscard]] QString kept(const Id &dossier) const { return QString::fromUtf8(draftOf(dossier).form); }
    [[nodiscard]] qsizetype sheets() const { return QDir(m_paper->path()).entryList({u"*.pdf"_qs}).size(); }
    [[nodiscard]] static QString dayOf() { return vietnamTime(QDateTime::currentMSecsSinceEpoch()).toString(u"dd/MM/yyyy"); }
    [[nodiscard]] bool shows(QStringView words) const
    {
        const QList<QLabel *> labels = window()->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    std::unique_ptr<QTemporaryDir> m_paper;
    std::unique_ptr<FolderSlipPrinter> m_folderPrinter;
    std::unique_ptr<ScriptedPrinter> m_scripted;
};

int main(int argc, char **argv)
{
    const Disk disk; // before any store, and until the last is closed
    QApplication application(argc, argv);
    tst_DeskFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_DeskFaults.moc"
