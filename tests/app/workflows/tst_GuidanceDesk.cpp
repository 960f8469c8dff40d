// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SlipDocument.h"
#include "app/workflows/GuidanceDesk.h"
#include "models/base/VietnamTime.h"
#include "tests/app/documents/SheetText.h"
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/app/workflows/TrainingDesk.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace motcua;

/** The sheet that tells what to bring. */
class tst_GuidanceDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Workplace> made = m_desk.setUp();
        QVERIFY(made);
        m_place = std::make_unique<Workplace>(*made);
    }
    void init()
    {
        m_printer = std::make_unique<ScriptedPrinter>();
        m_guidance = std::make_unique<GuidanceDesk>(m_printer.get());
    }
    void cleanup()
    {
        m_guidance.reset();
        m_printer.reset();
    }

    void everyProcedureHasOne()
    {
        const Result<SlipTemplate> form = SlipTemplate::inForce(m_place->law.slips, u"what-you-need"_qs, Day);
        QVERIFY(form);
        const QList<Procedure> all = m_place->law.catalogue.procedures(Day);
        QVERIFY(!all.isEmpty());
        for (const Procedure &procedure : all) {
            const SlipValues values = GuidanceDesk::values(*m_place, procedure, Moment);
            QVERIFY2(!values.items.isEmpty() && !values.limit.isEmpty(), qPrintable(procedure.code));
            QVERIFY2(values.applicantName.isEmpty() && values.officerName.isEmpty() && values.code.isEmpty(), qPrintable(procedure.code));
            for (const PaperSize paper : form->papers()) {
                const Result<QByteArray> sheet = SlipDocument::render(form->on(paper), values);
                QVERIFY2(sheet, qPrintable(procedure.code + u": "_qs + (sheet ? QString() : sheet.error().detail)));
            }
        }
    }

    void itIsHandedOverAndNothingIsWritten()
    {
        const QSignalSpy handed(m_guidance.get(), &GuidanceDesk::handed);
        m_guidance->print(*m_place, birth());
        QTRY_COMPARE(handed.size(), 1);
        QCOMPARE(handed.at(0).at(0).toString(), birth().code);
        QCOMPARE(m_printer->sheets.size(), 1);
        QCOMPARE(TrainingDesk::told(m_place->store, "slip.issued"), 0);
    }

    void whatThePrinterSaysOfItIsToldUntilItIsOut()
    {
        const QSignalSpy handed(m_guidance.get(), &GuidanceDesk::handed);
        const QSignalSpy stalled(m_guidance.get(), &GuidanceDesk::stalled);
        const QSignalSpy failed(m_guidance.get(), &GuidanceDesk::failed);
        m_guidance->print(*m_place, birth());
        QTRY_COMPARE(handed.size(), 1);
        Q_EMIT m_printer->stalled(ScriptedPrinter::job(77), {u"media-empty"_qs}); // another sheet
        QCOMPARE(stalled.size(), 0);
        Q_EMIT m_printer->stalled(m_printer->last(), {u"media-empty"_qs});
        QCOMPARE(stalled.size(), 1);
        Q_EMIT m_printer->failed(m_printer->last(), Error{ErrorCode::PrintFailed, {}});
        QCOMPARE(failed.size(), 1);
        Q_EMIT m_printer->failed(m_printer->last(), Error{ErrorCode::PrintFailed, {}});
        QCOMPARE(failed.size(), 1);
        m_guidance->print(*m_place, birth());
        QTRY_COMPARE(handed.size(), 2);
        Q_EMIT m_printer->printed(m_printer->last());
        Q_EMIT m_printer->stalled(m_printer->last(), {u"media-empty"_qs});
        QCOMPARE(stalled.size(), 1);
    }

    void aPrinterThatRefusesItIsTold()
    {
        const QSignalSpy handed(m_guidance.get(), &GuidanceDesk::handed);
        const QSignalSpy failed(m_guidance.get(), &GuidanceDesk::failed);
        m_printer->refusal = Error{ErrorCode::PrinterMissing, {}};
        m_guidance->print(*m_place, birth());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(handed.size(), 0);
    }

    void blankSlipsAreOneJobWithEachNumberTwice_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("numbers");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("a dozen") << 12 << 12;
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("more than a job has") << 1'000 << GuidanceDesk::MostBlank;
    }
    void blankSlipsAreOneJobWithEachNumberTwice()
    {
        QFETCH(int, asked);
        QFETCH(int, numbers);
        const QSignalSpy handed(m_guidance.get(), &GuidanceDesk::blankHanded);
        m_guidance->printBlank(*m_place, asked);
        QTRY_COMPARE_WITH_TIMEOUT(handed.size(), 1, 60'000);
        QCOMPARE(m_printer->sheets.size(), 1);
        const QString text = samples::plainText(m_printer->sheets.constFirst());
        static const QRegularExpression number(u"Số phiếu tạm: (T[0-9]{2}-[0-9]{4}-[0-9]{6}-[0-9]{2})"_qs);
        QStringList printed;
        for (auto it = number.globalMatch(text); it.hasNext();) {
            printed.append(it.next().captured(1));
        }
        QCOMPARE(printed.size(), 2 * numbers);
        for (qsizetype i = 0; i < printed.size(); i += 2) {
            QCOMPARE(printed.at(i), printed.at(i + 1));
            QVERIFY2(printed.at(i).endsWith(QStringLiteral("-%1").arg(i / 2 + 1, 2, 10, QLatin1Char('0'))), qPrintable(printed.at(i)));
        }
        QCOMPARE(handed.constFirst().at(0).toString(), printed.constFirst());
        QCOMPARE(handed.constFirst().at(1).toString(), printed.constLast());
        QCOMPARE(TrainingDesk::told(m_place->store, "slip.issued"), 0);
    }

    void separatorsOfAProcedureAreOneJob()
    {
        const QSignalSpy handed(m_guidance.get(), &GuidanceDesk::separatorsHanded);
        m_guidance->printSeparators(*m_place, birth());
        QTRY_COMPARE_WITH_TIMEOUT(handed.size(), 1, 60'000);
        QCOMPARE(handed.at(0).at(0).toString(), birth().code);
        QCOMPARE(handed.at(0).at(1).toInt(), birth().papers.size() + 1); // and one for the result
        QCOMPARE(m_printer->sheets.size(), 1);
        const QString text = samples::plainText(m_printer->sheets.constFirst());
        for (const RequiredPaper &paper : birth().papers) {
            QVERIFY2(text.contains(paper.name.simplified()), qPrintable(paper.id));
        }
        QCOMPARE(TrainingDesk::told(m_place->store, "slip.issued"), 0);
    }

    void aProcedureWithoutPapersHasNoSeparators()
    {
        const QSignalSpy failed(m_guidance.get(), &GuidanceDesk::failed);
        m_guidance->printSeparators(*m_place, {});
        QCOMPARE(failed.size(), 1);
        QVERIFY(m_printer->sheets.isEmpty());
    }

    void aBlankNumberSaysDeskDayAndTime()
    {
        const QDateTime moment = vietnamTime(QDate(2026, 1, 3), QTime(7, 5, 9));
        QCOMPARE(GuidanceDesk::blankNumber(3, moment, 1), u"T03-0301-070509-01"_qs);
        QCOMPARE(GuidanceDesk::blankNumber(47, moment, 50), u"T47-0301-070509-50"_qs);
    }

    void withoutAPrinterNothingHappens()
    {
        GuidanceDesk nowhere(nullptr);
        const QSignalSpy failed(&nowhere, &GuidanceDesk::failed);
        QVERIFY(!nowhere.prints());
        nowhere.print(*m_place, birth());
        QCOMPARE(failed.size(), 0);
    }

private:
    [[nodiscard]] Procedure birth() const { return *m_place->law.catalogue.procedure(u"1.001193"_qs, Day); }

    static inline const QDate Day{2026, 11, 23};
    static inline const QDateTime Moment = vietnamTime(Day, QTime(9, 0));

    TrainingDesk m_desk;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<ScriptedPrinter> m_printer;
    std::unique_ptr<GuidanceDesk> m_guidance;
};

QTEST_MAIN(tst_GuidanceDesk)
#include "tst_GuidanceDesk.moc"
