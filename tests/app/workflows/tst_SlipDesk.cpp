// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedPrinter.h"
#include "TrainingDesk.h"

#include "app/devices/folder/FolderSlipPrinter.h"
#include "app/storage/Await.h"
#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>

using namespace motcua;
using Progress = PrintState::Progress;
using Stage = SheetUnderWay::Stage;

namespace {

QList<SheetUnderWay> underWay(const Workplace &place)
{
    QList<SheetUnderWay> sheets;
    const Result<QMap<QString, QByteArray>> parts = place.store.ask(storage::OpenParts{}).result();
    for (const QByteArray &state : parts ? parts->values() : QList<QByteArray>{}) {
        if (const auto sheet = SheetUnderWay::fromBytes(state)) {
            sheets.append(*sheet);
        }
    }
    return sheets;
}

Dossier dossierNow(const Workplace &place, const Id &id)
{
    return **place.store.ask(storage::DossierById{.id = id}).result();
}

QString marks(const Dossier &dossier)
{
    QStringList marks;
    for (const DossierLine &line : dossier.slips) {
        marks.append(line.what.value(u"mark").toString());
    }
    return marks.join(u' ');
}

Act acceptance(const Workplace &place, const Id &dossier)
{
    FileDossier filing(place, nullptr);
    if (!filing.choose(u"2.000635"_qs)) {
        return {};
    }
    TrainingDesk::fill(filing);
    const QDateTime now = vietnamTime(QDateTime::currentMSecsSinceEpoch());
    const auto intake = Intake::from(filing.procedure(), filing.form(), filing.papers(), place.law.catalogue.calendar(), now);
    return place.act(dossier, AcceptDossier{.intake = *intake, .competentUnit = {}});
}

QString textOf(const QByteArray &pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_qs, {u"-"_qs, u"-"_qs});
    reader.write(pdf);
    reader.closeWriteChannel();
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

} // namespace

/** No crash and no printer makes a sheet vanish, or lets two unmarked originals out. */
class tst_SlipDesk : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
    Id m_dossier;

    /** Somebody signs in after the program ended, with a fresh handle on the same store. */
    Workplace signedInAgain()
    {
        m_place->store.close();
        m_place.reset();
        SignIn door(m_desk->folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        const Result<SignedInPerson> person = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result();
        m_place = person ? std::optional(person->place) : std::nullopt;
        return *m_place;
    }

    void accept()
    {
        const Result<storage::Recorded> recorded = m_place->store.record(acceptance(*m_place, m_dossier)).result();
        QVERIFY2(recorded, recorded ? "" : qPrintable(errorName(recorded.error().code) + recorded.error().detail));
    }

    /** The printer has taken the original, and the program ends before it says more. */
    void handOver(ScriptedPrinter &printer)
    {
        accept();
        SlipDesk slips(&printer);
        slips.open(*m_place);
        const QSignalSpy handed(&slips, &SlipDesk::handed);
        slips.issue(*m_place, dossierNow(*m_place, m_dossier));
        QTRY_COMPARE(handed.size(), 1);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> place = m_desk->setUp();
        QVERIFY(place);
        m_place = *place;
        m_dossier = Id::v7(1'795'000'000'000, QByteArray(10, 'd'));
    }
    void cleanup() { m_place.reset(); }

    void whatIsPrintedLeavesNothingBehind()
    {
        const QTemporaryDir paper;
        FolderSlipPrinter printer(paper.path());
        SlipDesk slips(&printer);
        slips.open(*m_place);
        const QSignalSpy printed(&slips, &SlipDesk::printed);
        accept();
        slips.issue(*m_place, dossierNow(*m_place, m_dossier));
        QTRY_COMPARE(printed.size(), 1);
        QCOMPARE(printed.at(0).at(0).value<Id>(), m_dossier);
        QTRY_COMPARE(underWay(*m_place).size(), 0);
        QCOMPARE(QDir(paper.path()).entryList({u"*.pdf"_qs}).size(), 1);
    }

    void theJobOfSomebodyElseIsNotOurs()
    {
        ScriptedPrinter printer;
        handOver(printer);
        QCOMPARE(underWay(*m_place).size(), 1);
        SlipDesk slips(&printer);
        FileDossier filing(*m_place, &slips);
        const QSignalSpy printed(&filing, &FileDossier::slipPrinted);
        const QSignalSpy failed(&filing, &FileDossier::slipFailed);
        const QSignalSpy ours(&filing, &FileDossier::slipIssued);
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        filing.accept();
        QTRY_COMPARE(printer.sheets.size(), 2);
        QTRY_COMPARE(ours.size(), 1);
        QTRY_COMPARE(underWay(*m_place).size(), 2);
        QTRY_COMPARE(underWay(*m_place).constLast().stage, Stage::Handed);
        Q_EMIT printer.printed(ScriptedPrinter::job(1));
        Q_EMIT printer.failed(ScriptedPrinter::job(77), {ErrorCode::PrintFailed, {}});
        Q_EMIT printer.printed({u"another"_qs, 2, PaperSize::A5});
        QCOMPARE(printed.size() + failed.size(), 0);
        Q_EMIT printer.printed(printer.last());
        QCOMPARE(printed.size(), 1);
    }

    void beforeTheAcceptanceThereIsNothingToAsk()
    {
        ScriptedPrinter printer;
        {
            SlipDesk slips(&printer);
            QVERIFY(!slips.expect(*m_place, m_dossier).isNull());
        }
        const Workplace place = signedInAgain();
        QCOMPARE(underWay(place).size(), 1);
        SlipDesk slips(&printer);
        slips.open(place);
        QTRY_COMPARE(underWay(place).size(), 0);
        QVERIFY(slips.doubts().isEmpty());
    }

    void acceptedButNotYetASheetIsPrintedAsTheOriginal()
    {
        ScriptedPrinter printer;
        {
            SlipDesk slips(&printer);
            (void)slips.expect(*m_place, m_dossier);
            accept();
        }
        const Workplace place = signedInAgain();
        SlipDesk slips(&printer);
        slips.open(place);
        QTRY_COMPARE(slips.doubts().size(), 1);
        QVERIFY(slips.doubts().constFirst().neverPrinted);
        QVERIFY(slips.doubts().constFirst().fromEarlierRun);
        QCOMPARE(slips.doubts().constFirst().code, dossierNow(place, m_dossier).code);
        const Id sheet = slips.doubts().constFirst().sheet.sheet;
        slips.printAnew(sheet);
        QTRY_COMPARE(printer.sheets.size(), 1);
        QCOMPARE(marks(dossierNow(place, m_dossier)), u"original"_qs);
        QVERIFY(issuedSheet(dossierNow(place, m_dossier), sheet));
        QTRY_COMPARE(underWay(place).constFirst().stage, Stage::Handed);
        Q_EMIT printer.printed(printer.last());
        QTRY_COMPARE(underWay(place).size(), 0);
    }

    void journalledButNotHandedOverIsPrintedAsSealed()
    {
        ScriptedPrinter printer;
        QByteArray sealed;
        {
            SlipDesk slips(&printer);
            const Id sheet = slips.expect(*m_place, m_dossier);
            accept();
            const Result<IssuedSlip> slip = issueSlip(*m_place, dossierNow(*m_place, m_dossier), {.sheet = sheet, .replaces = {}, .kind = {}});
            QVERIFY(slip);
            sealed = slip->pdf;
        }
        const Workplace place = signedInAgain();
        SlipDesk slips(&printer);
        slips.open(place);
        QTRY_COMPARE(slips.doubts().size(), 1);
        QVERIFY(slips.doubts().constFirst().neverPrinted);
        slips.printAnew(slips.doubts().constFirst().sheet.sheet);
        QTRY_COMPARE(printer.sheets, QList<QByteArray>{sealed});
        QCOMPARE(marks(dossierNow(place, m_dossier)), u"original"_qs);
        QVERIFY(slips.doubts().isEmpty());
    }

    void handedOverWithoutAnAnswerIsAskedAndReplaced()
    {
        ScriptedPrinter printer;
        printer.answersPrint = false;
        accept();
        {
            SlipDesk slips(&printer);
            slips.issue(*m_place, dossierNow(*m_place, m_dossier));
            QTRY_COMPARE(printer.sheets.size(), 1);
        }
        const Workplace place = signedInAgain();
        ScriptedPrinter after;
        SlipDesk slips(&after);
        slips.open(place);
        QTRY_COMPARE(slips.doubts().size(), 1);
        const SheetInDoubt doubt = slips.doubts().constFirst();
        QVERIFY(!doubt.neverPrinted && doubt.fromEarlierRun && !doubt.isCopy);
        QCOMPARE(doubt.formName, u"Giấy tiếp nhận hồ sơ và hẹn trả kết quả"_qs);
        slips.printAnew(doubt.sheet.sheet);
        slips.printAnew(doubt.sheet.sheet); // pressed twice
        QTRY_COMPARE(after.sheets.size(), 1);
        const Dossier dossier = dossierNow(place, m_dossier);
        QCOMPARE(marks(dossier), u"original replacement"_qs);
        QCOMPARE(dossier.slips.constLast().what.value(u"replaces").toString(), doubt.sheet.sheet.toString());
        QCOMPARE(dossier.slips.constLast().what.value(u"reason").toString(), u"spoilt"_qs);
        QVERIFY(textOf(after.sheets.constFirst()).contains(u"BẢN THAY THẾ"_qs));
        QVERIFY(!textOf(printer.sheets.constFirst()).contains(u"BẢN THAY THẾ"_qs));
        QTRY_COMPARE(underWay(place).size(), 1); // the replacement alone
        QVERIFY(underWay(place).constFirst().sheet != doubt.sheet.sheet);
    }

    void anAnsweredQuestionIsNotAskedAgain()
    {
        ScriptedPrinter printer;
        printer.answersState = PrintState{Progress::Unknown, {}};
        handOver(printer);
        SlipDesk slips(&printer);
        slips.open(signedInAgain());
        QTRY_COMPARE(slips.doubts().size(), 1);
        slips.cameOut(slips.doubts().constFirst().sheet.sheet);
        QVERIFY(slips.doubts().isEmpty());
        const Workplace place = signedInAgain();
        QCOMPARE(underWay(place).size(), 0);
        QCOMPARE(marks(dossierNow(place, m_dossier)), u"original"_qs);
    }

    void theCrashAfterTheReplacementDoesNotAskAboutTheOldSheet()
    {
        ScriptedPrinter printer;
        handOver(printer);
        const SheetUnderWay old = underWay(*m_place).constFirst();
        QVERIFY(issueSlip(*m_place, dossierNow(*m_place, m_dossier), {.sheet = {}, .replaces = old.sheet, .kind = {}}));
        QCOMPARE(issueSlip(*m_place, dossierNow(*m_place, m_dossier), {.sheet = {}, .replaces = old.sheet, .kind = {}}).error().code, ErrorCode::Refused);
        const Workplace place = signedInAgain();
        SlipDesk slips(&printer);
        slips.open(place);
        QTRY_COMPARE(underWay(place).size(), 0);
        QVERIFY(slips.doubts().isEmpty());
    }

    void theJobOfAnEarlierRun_data()
    {
        QTest::addColumn<int>("progress");
        QTest::addColumn<bool>("followed");
        QTest::addColumn<bool>("asked");
        QTest::addRow("printed: nothing is asked") << int(Progress::Printed) << false << false;
        QTest::addRow("waiting: it is followed") << int(Progress::Waiting) << true << false;
        QTest::addRow("printing: it is followed") << int(Progress::Printing) << true << false;
        QTest::addRow("out of paper: it is followed") << int(Progress::Stalled) << true << false;
        QTest::addRow("aborted: somebody must look") << int(Progress::Failed) << false << true;
        QTest::addRow("cancelled: somebody must look") << int(Progress::Cancelled) << false << true;
        QTest::addRow("forgotten: somebody must look") << int(Progress::Unknown) << false << true;
        QTest::addRow("no spooler: somebody must look") << -1 << false << true;
    }
    void theJobOfAnEarlierRun()
    {
        QFETCH(int, progress);
        QFETCH(bool, followed);
        QFETCH(bool, asked);
        ScriptedPrinter printer;
        handOver(printer);
        const Workplace place = signedInAgain();
        printer.answersState
            = progress < 0 ? Result<PrintState>(Error{ErrorCode::PrinterMissing, {}}) : PrintState{static_cast<Progress>(progress), {}};
        SlipDesk slips(&printer);
        const QSignalSpy printed(&slips, &SlipDesk::printed);
        slips.open(place);
        QTRY_COMPARE(printer.asked, QList<PrintJob>{ScriptedPrinter::job(1)});
        QTRY_COMPARE(slips.doubts().size(), asked ? 1 : 0);
        QTRY_COMPARE(printer.followed.size(), followed ? 1 : 0);
        QTRY_COMPARE(underWay(place).size(), followed || asked ? 1 : 0);
        if (followed) {
            Q_EMIT printer.printed(ScriptedPrinter::job(1));
            QCOMPARE(printed.size(), 1);
            QTRY_COMPARE(underWay(place).size(), 0);
        }
        if (asked) {
            slips.printAnew(slips.doubts().constFirst().sheet.sheet);
            QTRY_COMPARE(printer.sheets.size(), 2);
            // Whatever the spooler still holds must not come out beside the new sheet.
            QCOMPARE(printer.cancelled, QList<PrintJob>{ScriptedPrinter::job(1)});
            QCOMPARE(marks(dossierNow(place, m_dossier)), u"original replacement"_qs);
        }
    }

    void aFollowedJobThatFailsIsAskedAbout()
    {
        ScriptedPrinter printer;
        handOver(printer);
        const Workplace place = signedInAgain();
        SlipDesk slips(&printer);
        const QSignalSpy failed(&slips, &SlipDesk::failed);
        slips.open(place);
        QTRY_COMPARE(printer.followed.size(), 1);
        Q_EMIT printer.failed(ScriptedPrinter::job(1), {ErrorCode::PrintFailed, u"aborted"_qs});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(slips.doubts().size(), 1);
        QVERIFY(!slips.doubts().constFirst().fromEarlierRun);
    }

    void aPrinterThatRefusesGetsTheSameSheetLater_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("marksAfter");
        QTest::addRow("refused") << ErrorCode::PrintFailed << u"original"_qs;
        QTest::addRow("not there") << ErrorCode::PrinterMissing << u"original"_qs;
        QTest::addRow("shut while it was asked: nobody knows") << ErrorCode::Closed << u"original replacement"_qs;
    }
    void aPrinterThatRefusesGetsTheSameSheetLater()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, marksAfter);
        ScriptedPrinter printer;
        printer.refusal = Error{code, {}};
        SlipDesk slips(&printer);
        FileDossier filing(*m_place, &slips);
        const QSignalSpy failed(&filing, &FileDossier::slipFailed);
        const QSignalSpy printed(&filing, &FileDossier::slipPrinted);
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        filing.accept();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, code);
        QCOMPARE(slips.doubts().size(), 1);
        printer.refusal.reset();
        filing.printAgain();
        QTRY_COMPARE(printer.sheets.size(), 1);
        QCOMPARE(marks(dossierNow(*m_place, filing.dossier())), marksAfter);
        QTRY_COMPARE(underWay(*m_place).constFirst().stage, Stage::Handed);
        Q_EMIT printer.printed(printer.last());
        QCOMPARE(printed.size(), 1);
        filing.printAgain();
        QTRY_COMPARE(printer.sheets.size(), 2);
        QCOMPARE(marks(dossierNow(*m_place, filing.dossier())), marksAfter + u" copy"_qs);
    }

    void ofASpoiltCopyTheNextCopyIsMade()
    {
        ScriptedPrinter printer;
        handOver(printer);
        Q_EMIT printer.printed(printer.last());
        SlipDesk slips(&printer);
        const QSignalSpy handed(&slips, &SlipDesk::handed);
        slips.issue(*m_place, dossierNow(*m_place, m_dossier));
        QTRY_COMPARE(handed.size(), 1);
        Q_EMIT printer.failed(printer.last(), {ErrorCode::PrintFailed, {}});
        QTRY_COMPARE(slips.doubts().size(), 1);
        QVERIFY(slips.doubts().constFirst().isCopy);
        slips.printAnew(slips.doubts().constFirst().sheet.sheet);
        QTRY_COMPARE(handed.size(), 2);
        QCOMPARE(marks(dossierNow(*m_place, m_dossier)), u"original copy copy"_qs);
    }

    void theSheetNamesWhoCame_data()
    {
        QTest::addColumn<bool>("asked"); // the form has a question for it
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("printed"); // empty: the applicant
        QTest::newRow("a form that does not ask") << false << u"Lò Thị Nộp"_qs << QString();
        QTest::newRow("somebody else") << true << u"Lò Thị Nộp"_qs << u"Lò Thị Nộp"_qs;
        QTest::newRow("nobody named: the applicant came") << true << QString() << QString();
    }

    void theSheetNamesWhoCame()
    {
        QFETCH(bool, asked);
        QFETCH(QString, answer);
        QFETCH(QString, printed);
        accept();
        Dossier dossier = dossierNow(*m_place, m_dossier);
        const QString applicant = dossier.role(u"applicant.name"_qs).text;
        QJsonObject roles = dossier.acceptance.value(u"roles"_qs).toObject();
        if (asked) {
            roles.insert(u"submitter.name"_qs, u"came.name"_qs);
        }
        dossier.acceptance.insert(u"roles"_qs, roles);
        if (!answer.isEmpty()) {
            FormDraft came;
            came.set(u"came.name"_qs, FieldValue::given(answer));
            dossier.fields[u"came.name"_qs].value = came.toJson().value(u"came.name");
        }
        const SlipValues values = slipValues(dossier, *m_place);
        QVERIFY(!applicant.isEmpty());
        QCOMPARE(values.applicantName, applicant);
        QCOMPARE(values.submitterName, printed.isEmpty() ? applicant : printed);
    }

    void anOrganisationAppliesAndSomebodyComesForIt()
    {
        accept();
        Dossier dossier = dossierNow(*m_place, m_dossier);
        QJsonObject roles = dossier.acceptance.value(u"roles"_qs).toObject();
        for (const QString &part : {u"organisation"_qs, u"organisationAddress"_qs}) {
            roles.insert(u"applicant."_qs + part, part);
            dossier.fields[part].value = QJsonObject{{u"v"_qs, u"Tòa án: "_qs + part}};
        }
        dossier.acceptance.insert(u"roles"_qs, roles);
        const SlipValues values = slipValues(dossier, *m_place);
        QCOMPARE(values.applicantName, u"Tòa án: organisation"_qs);
        QCOMPARE(values.applicantAddress, u"Tòa án: organisationAddress"_qs);
        QCOMPARE(values.submitterName, dossier.role(u"applicant.name"_qs).text);
    }

    void theSheetTellsWhyTheDayIsLater()
    {
        accept();
        Dossier dossier = dossierNow(*m_place, m_dossier);
        const QString limit = slipValues(dossier, *m_place).limit;
        QVERIFY(!limit.isEmpty());
        dossier.acceptance.insert(u"longer"_qs, QJsonObject{{u"ground"_qs, u"manyPages"_qs}, {u"days"_qs, 2}, {u"text"_qs, u"Nhiều trang"_qs}});
        QCOMPARE(slipValues(dossier, *m_place).limit, limit + u". Nhiều trang"_qs);
    }

    void theSheetAndTheJournalNameTheRevision_data()
    {
        QTest::addColumn<int>("corrections");
        QTest::addColumn<QString>("sheets");
        QTest::newRow("as accepted") << 0 << u"original copy copy"_qs;
        QTest::newRow("corrected once: a new original and its copy") << 1 << u"original original copy"_qs;
        QTest::newRow("corrected twice") << 2 << u"original original copy"_qs;
    }

    void theSheetAndTheJournalNameTheRevision()
    {
        QFETCH(int, corrections);
        QFETCH(QString, sheets);
        ScriptedPrinter printer;
        handOver(printer);
        Dossier dossier = dossierNow(*m_place, m_dossier);
        const QString field = dossier.fields.firstKey();
        for (int n = 0; n < corrections; ++n) {
            const CorrectDossier right{{{field, FieldValue::given(u"Sửa %1"_qs.arg(n))}}, u"đọc nhầm"_qs};
            QVERIFY(m_place->store.record(m_place->act(m_dossier, right)).result());
        }
        dossier = dossierNow(*m_place, m_dossier);
        for (int sheet = 0; sheet < 2; ++sheet) {
            const Result<IssuedSlip> issued = issueSlip(*m_place, dossier);
            QVERIFY(issued);
            QCOMPARE(issued->dossier.slips.constLast().what.value(u"revision").toInt(), corrections + 1);
            dossier = issued->dossier;
        }
        QCOMPARE(marks(dossier), sheets);
    }

    void aSheetNeverMadeIsMissedWhenNoneShowsWhatStands_data()
    {
        QTest::addColumn<int>("corrections");
        QTest::addColumn<QString>("sheets");
        QTest::newRow("a copy: nobody misses it") << 0 << u"original"_qs;
        QTest::newRow("the original of what was corrected") << 1 << u"original original"_qs;
    }

    void aSheetNeverMadeIsMissedWhenNoneShowsWhatStands()
    {
        QFETCH(int, corrections);
        QFETCH(QString, sheets);
        ScriptedPrinter printer;
        printer.answersState = PrintState{Progress::Printed, {}};
        handOver(printer);
        const QString field = dossierNow(*m_place, m_dossier).fields.firstKey();
        for (int n = 0; n < corrections; ++n) {
            QVERIFY(m_place->store.record(m_place->act(m_dossier, CorrectDossier{{{field, FieldValue::given(u"Sửa"_qs)}}, u"đọc nhầm"_qs})).result());
        }
        // Another sheet is wanted, and the program ends before it is journalled.
        QVERIFY(!SlipDesk(&printer).expect(*m_place, m_dossier).isNull());
        const Workplace place = signedInAgain();
        QCOMPARE(underWay(place).size(), 2);
        SlipDesk slips(&printer);
        slips.open(place);
        QTRY_COMPARE(underWay(place).size(), corrections);
        QTRY_COMPARE(slips.doubts().size(), corrections);
        if (corrections > 0) {
            const QSignalSpy handed(&slips, &SlipDesk::handed);
            slips.printAnew(slips.doubts().constFirst().sheet.sheet);
            QTRY_COMPARE(handed.size(), 1);
        }
        QCOMPARE(marks(dossierNow(place, m_dossier)), sheets);
    }

    void aReplacementThatCannotBeMadeLeavesTheQuestion()
    {
        ScriptedPrinter printer;
        printer.answersState = PrintState{Progress::Unknown, {}};
        handOver(printer);
        Workplace place = signedInAgain();
        place.law.slips.clear(); // a catalogue without the form
        SlipDesk slips(&printer);
        const QSignalSpy failed(&slips, &SlipDesk::failed);
        slips.open(place);
        QTRY_COMPARE(slips.doubts().size(), 1);
        const SheetInDoubt before = slips.doubts().constFirst();
        slips.printAnew(before.sheet.sheet);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(1).value<Error>().code, ErrorCode::EditionMissing);
        QCOMPARE(slips.doubts().size(), 1);
        QCOMPARE(slips.doubts().constFirst().sheet, before.sheet);
        QTRY_COMPARE(underWay(place).size(), 1);
        QCOMPARE(underWay(place).constFirst().sheet, before.sheet.sheet);
    }

    void theSheetsOfAnotherRunningProgramAreLeftAlone()
    {
        ScriptedPrinter printer;
        printer.answersState = PrintState{Progress::Unknown, {}};
        handOver(printer);
        SignIn door(m_desk->folder(), TrainingDesk::law(), security::ScryptCost::forTests());
        const Result<SignedInPerson> second = door.withPassword(TrainingDesk::administrator(), TrainingDesk::password()).result();
        QVERIFY(second);
        QVERIFY(!second->place.store.holdsEngine());
        SlipDesk slips(&printer);
        slips.open(second->place);
        for (int turn = 0; turn < 4; ++turn) { // as many answers as the look at a sheet would take, and one more
            bool heard = false;
            await(this, second->place.store.ask(storage::OpenParts{}), [&heard](const auto &) { heard = true; });
            QTRY_VERIFY(heard);
        }
        QVERIFY(printer.asked.isEmpty());
        // The other program ends: now the sheet is nobody's but this one's.
        m_place->store.close();
        m_place.reset();
        QTRY_COMPARE(slips.doubts().size(), 1);
        second->place.store.close();
    }

    void aSheetThatCannotBeNotedIsNotHandedOver()
    {
        ScriptedPrinter printer;
        accept();
        const Dossier dossier = dossierNow(*m_place, m_dossier);
        SlipDesk slips(&printer);
        const QSignalSpy failed(&slips, &SlipDesk::failed);
        connect(&slips, &SlipDesk::issued, this, [this] { m_place->store.close(); });
        slips.issue(*m_place, dossier);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(printer.sheets.size(), 0);
        QCOMPARE(slips.doubts().size(), 1);
        QVERIFY(slips.doubts().constFirst().neverPrinted);
    }

    void aNoteIsReadAsItWasWritten()
    {
        const SheetUnderWay sheet{.sheet = Id::v7(1, QByteArray(10, 's')),
            .dossier = m_dossier,
            .form = u"01"_qs,
            .stage = Stage::Handed,
            .paper = PaperSize::A5,
            .job = {u"HP-Q03"_qs, 17, PaperSize::A4},
            .sinceMs = 1'795'000'000'123};
        QCOMPARE(*SheetUnderWay::fromBytes(sheet.toBytes()), sheet);
        QVERIFY(!SheetUnderWay::fromBytes("state"));
        QVERIFY(SheetUnderWay::isPart(SheetUnderWay::part(sheet.sheet)));
        QVERIFY(!SheetUnderWay::isPart(u"visit"_qs));
    }
};

QTEST_MAIN(tst_SlipDesk)
#include "tst_SlipDesk.moc"
