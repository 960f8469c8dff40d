// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedPrinter.h"
#include "TrainingDesk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "models/base/VietnamTime.h"

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

/** The slips of one act are one job, and each of them is still an original of its own: what becomes of the job is said of each. */
class tst_SlipsTogether : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;

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

    /** Three dossiers of one act, each with the sheet that was expected before it. */
    QList<SlipDesk::Expected> acceptSeveral(SlipDesk &slips)
    {
        QList<SlipDesk::Expected> all;
        QList<Act> acts;
        for (const char letter : {'p', 'q', 'r'}) {
            const Id id = Id::v7(1'795'000'000'000, QByteArray(10, letter));
            all.append({.dossier = {}, .sheet = slips.expect(*m_place, id)});
            acts.append(acceptance(*m_place, id));
        }
        const Result<QList<storage::Recorded>> recorded = m_place->store.recordAll(acts).result();
        for (qsizetype at = 0; recorded && at < all.size(); ++at) {
            all[at].dossier = recorded->at(at).dossier.value_or(Dossier());
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> place = m_desk->setUp();
        QVERIFY(place);
        m_place = *place;
    }
    void cleanup() { m_place.reset(); }

    void slipsOfOneActAreOneJob()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        slips.open(*m_place);
        const QSignalSpy issued(&slips, &SlipDesk::issued);
        const QSignalSpy handed(&slips, &SlipDesk::handed);
        const QSignalSpy printed(&slips, &SlipDesk::printed);
        const QList<SlipDesk::Expected> all = acceptSeveral(slips);
        slips.issueTogether(*m_place, all);
        QTRY_COMPARE(handed.size(), 3);
        QCOMPARE(issued.size(), 3);
        QCOMPARE(printer.sheets.size(), 1);
        QString sealed;
        for (const SlipDesk::Expected &one : all) {
            // Each is an original of its own, on pages of its own, as it was sealed and in the order of the dossiers.
            const Dossier dossier = dossierNow(*m_place, one.dossier.id);
            QCOMPARE(marks(dossier), u"original"_qs);
            const QString text = textOf(*m_place->store.attachments().read(dossier.slips.constFirst().what.value(u"attachment").toString()));
            QVERIFY(text.contains(dossier.code) && text.contains(u"Trang 1/1"));
            sealed += text;
        }
        QCOMPARE(textOf(printer.sheets.constFirst()), sealed);
        QTRY_COMPARE(underWay(*m_place).size(), 3);
        for (const SheetUnderWay &sheet : underWay(*m_place)) {
            QCOMPARE(sheet.stage, Stage::Handed);
            QCOMPARE(sheet.job, printer.last());
        }
        Q_EMIT printer.printed(printer.last());
        QCOMPARE(printed.size(), 3);
        QTRY_COMPARE(underWay(*m_place).size(), 0);
        QVERIFY(slips.doubts().isEmpty());
    }

    void aJobThatFailsIsDoubtedOfEachOfItsSheets()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        slips.open(*m_place);
        const QSignalSpy handed(&slips, &SlipDesk::handed);
        const QSignalSpy failed(&slips, &SlipDesk::failed);
        const QSignalSpy stalled(&slips, &SlipDesk::stalled);
        const QList<SlipDesk::Expected> all = acceptSeveral(slips);
        slips.issueTogether(*m_place, all);
        QTRY_COMPARE(handed.size(), 3);
        Q_EMIT printer.stalled(printer.last(), {u"media-empty"_qs});
        QCOMPARE(stalled.size(), 3);
        Q_EMIT printer.failed(printer.last(), {ErrorCode::PrintFailed, u"aborted"_qs});
        QTRY_COMPARE(failed.size(), 3);
        QCOMPARE(slips.doubts().size(), 3);
        // The first had come out before the paper jammed; the others had not.
        const PrintJob job = printer.last();
        slips.cameOut(all.at(0).sheet);
        slips.printAnew(all.at(1).sheet);
        slips.printAnew(all.at(2).sheet);
        QTRY_COMPARE(handed.size(), 5); // two jobs more
        QCOMPARE(printer.cancelled, (QList<PrintJob>{job, job}));
        QCOMPARE(marks(dossierNow(*m_place, all.at(0).dossier.id)), u"original"_qs);
        QCOMPARE(marks(dossierNow(*m_place, all.at(1).dossier.id)), u"original replacement"_qs);
        QCOMPARE(marks(dossierNow(*m_place, all.at(2).dossier.id)), u"original replacement"_qs);
    }

    void aPrinterThatRefusesTheJobHasPrintedNoneOfIt_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("neverPrinted");
        QTest::addRow("refused: surely nothing came out") << ErrorCode::PrintFailed << true;
        QTest::addRow("shut while it was asked: nobody knows of any") << ErrorCode::Closed << false;
    }
    void aPrinterThatRefusesTheJobHasPrintedNoneOfIt()
    {
        QFETCH(ErrorCode, code);
        QFETCH(bool, neverPrinted);
        ScriptedPrinter printer;
        printer.refusal = Error{code, {}};
        SlipDesk slips(&printer);
        slips.open(*m_place);
        slips.issueTogether(*m_place, acceptSeveral(slips));
        QTRY_COMPARE(slips.doubts().size(), 3);
        for (const SheetInDoubt &doubt : slips.doubts()) {
            QCOMPARE(doubt.neverPrinted, neverPrinted);
        }
    }

    void oneThatCannotBeMadeHoldsNoneOfTheOthersBack()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        slips.open(*m_place);
        const QSignalSpy failed(&slips, &SlipDesk::failed);
        const QList<SlipDesk::Expected> all = acceptSeveral(slips);
        // Somebody wrote to it meanwhile: what this sheet would show is not what stands.
        QVERIFY(m_place->store.record(m_place->act(all.at(1).dossier.id, AddNote{u"gọi lại"_qs})).result());
        slips.issueTogether(*m_place, all);
        QTRY_COMPARE(printer.sheets.size(), 1);
        QCOMPARE(textOf(printer.sheets.constFirst()).count(u"Trang 1/1"), 2);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Id>(), all.at(1).dossier.id);
        QCOMPARE(slips.doubts().size(), 1);
        QCOMPARE(slips.doubts().constFirst().sheet.sheet, all.at(1).sheet);
    }

    void theJobOfSeveralIsFollowedOverACrash_data()
    {
        QTest::addColumn<int>("progress");
        QTest::addColumn<int>("doubts");
        QTest::addRow("printed: nothing is asked") << int(Progress::Printed) << 0;
        QTest::addRow("waiting: it is followed for all of them") << int(Progress::Waiting) << 0;
        QTest::addRow("aborted: each of them is asked about") << int(Progress::Failed) << 3;
    }
    void theJobOfSeveralIsFollowedOverACrash()
    {
        QFETCH(int, progress);
        QFETCH(int, doubts);
        ScriptedPrinter printer;
        {
            SlipDesk slips(&printer);
            slips.open(*m_place);
            const QSignalSpy handed(&slips, &SlipDesk::handed);
            slips.issueTogether(*m_place, acceptSeveral(slips));
            QTRY_COMPARE(handed.size(), 3);
        }
        const Workplace place = signedInAgain();
        printer.answersState = PrintState{static_cast<Progress>(progress), {}};
        SlipDesk slips(&printer);
        const QSignalSpy printed(&slips, &SlipDesk::printed);
        slips.open(place);
        QTRY_COMPARE(printer.asked.size(), 3);
        QTRY_COMPARE(slips.doubts().size(), doubts);
        if (Progress(progress) == Progress::Waiting) {
            QTRY_COMPARE(printer.followed.size(), 3);
            Q_EMIT printer.printed(printer.last());
            QCOMPARE(printed.size(), 3);
        }
        QTRY_COMPARE(underWay(place).size(), doubts);
    }

    void killedBetweenRecordAndPrintEachIsAskedAboutAsItStands()
    {
        ScriptedPrinter printer;
        QList<SlipDesk::Expected> all;
        {
            SlipDesk slips(&printer);
            all = acceptSeveral(slips);
            // One is in the journal when the program ends, two are not, and none was handed over.
            QVERIFY(issueSlip(*m_place, all.at(0).dossier, {.sheet = all.at(0).sheet, .replaces = {}, .kind = {}}));
        }
        const Workplace place = signedInAgain();
        SlipDesk slips(&printer);
        slips.open(place);
        QTRY_COMPARE(slips.doubts().size(), 3);
        for (const SlipDesk::Expected &one : std::as_const(all)) {
            slips.printAnew(one.sheet);
        }
        QTRY_COMPARE(printer.sheets.size(), 3);
        for (const SlipDesk::Expected &one : std::as_const(all)) {
            QTRY_COMPARE(marks(dossierNow(place, one.dossier.id)), u"original"_qs);
        }
    }
};

QTEST_MAIN(tst_SlipsTogether)
#include "tst_SlipsTogether.moc"
