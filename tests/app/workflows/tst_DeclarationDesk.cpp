// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedPrinter.h"
#include "TrainingDesk.h"

#include "app/storage/HouseQueries.h"

#include <QGuiApplication>
#include <QSignalSpy>

using namespace motcua;
using State = DeclarationStanding::State;

namespace {

/** Says that a sheet is out before it says under what number. */
class HastyPrinter : public ScriptedPrinter
{
public:
    QFuture<Result<PrintJob>> print(const QByteArray &pdf, const JobTitle &title, const QString &printer, PaperSize paper) override
    {
        QFuture<Result<PrintJob>> answer = ScriptedPrinter::print(pdf, title, printer, paper);
        Q_EMIT printed(last());
        return answer;
    }
};

} // namespace

/** The declaration of a dossier under way, from the printer to the entry that tells which sheet was signed. */
class tst_DeclarationDesk : public QObject
{
    Q_OBJECT

private:
    static QString extract() { return QStringLiteral("2.000635"); }
    static QString name(const FileDossier &filing) { return filing.procedure().roles().value(u"applicant.name"_qs); }

    /** A dossier that could be filed. */
    static std::unique_ptr<FileDossier> filled(const Workplace &place, SlipDesk *slips)
    {
        auto filing = std::make_unique<FileDossier>(place, slips);
        if (!filing->choose(extract())) {
            return nullptr;
        }
        TrainingDesk::fill(*filing);
        return filing;
    }

    static storage::Draft draft(const Workplace &place)
    {
        const Result<QList<storage::Draft>> drafts = place.store.ask(storage::Drafts{}).result();
        return drafts && !drafts->isEmpty() ? drafts->constFirst() : storage::Draft();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> place = m_desk->setUp();
        QVERIFY(place);
        m_place = *place;
    }

    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void isOutOfDateAsLongAsItShowsSomethingElse()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        QVERIFY(filing && filing->printsDeclaration());
        QCOMPARE(filing->declaration().state, State::NotPrinted);
        filing->printDeclaration();
        QCOMPARE(filing->declaration().state, State::Printing);
        filing->printDeclaration(); // pressed twice
        QTRY_COMPARE(printer.sheets.size(), 1);
        QCOMPARE(filing->declaration().state, State::Printing); // not before the printer says so
        Q_EMIT printer.printed(printer.last());
        QCOMPARE(filing->declaration().state, State::Printed);
        QVERIFY(printer.sheets.constFirst().startsWith("%PDF"));
        QCOMPARE(filing->declaration().sheet->pages, 1);

        const FieldValue before = filing->form().value(name(*filing));
        filing->answer(name(*filing), FieldValue::given(u"Nguyễn Thị Hoà"_qs));
        QCOMPARE(filing->declaration().state, State::OutOfDate);
        QCOMPARE(filing->declaration().changed, QStringList{name(*filing)});
        filing->answer(name(*filing), before);
        QCOMPARE(filing->declaration().state, State::Printed);
        filing->answer(u"requester.phone"_qs, FieldValue::given(u"0912345678"_qs)); // the sheet has no place for it
        QCOMPARE(filing->declaration().state, State::Printed);

        filing->answer(name(*filing), FieldValue::given(u"Nguyễn Thị Hoà"_qs));
        const QString old = filing->declaration().sheet->mark();
        filing->printDeclaration();
        QTRY_COMPARE(printer.sheets.size(), 2);
        Q_EMIT printer.printed(printer.last());
        QCOMPARE(filing->declaration().state, State::Printed);
        QVERIFY(filing->declaration().sheet->mark() != old);
    }

    void theDraftRemembersIt()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        QString mark;
        {
            const auto filing = filled(*m_place, &slips);
            filing->printDeclaration();
            QTRY_COMPARE(printer.sheets.size(), 1);
            QSignalSpy kept(filing.get(), &FileDossier::draftKept);
            Q_EMIT printer.printed(printer.last());
            mark = filing->declaration().sheet->mark();
            QTRY_VERIFY(!kept.isEmpty());
        }
        FileDossier again(*m_place, &slips);
        QVERIFY(again.resume(draft(*m_place)));
        QCOMPARE(again.declaration().state, State::Printed);
        QCOMPARE(again.declaration().sheet->mark(), mark);
        again.answer(name(again), FieldValue::given(u"Trần Văn Nộp"_qs));
        QCOMPARE(again.declaration().changed, QStringList{name(again)}); // of an earlier run too
    }

    void aCrashAtThePrinterLeavesASheetThatMayBeOut()
    {
        ScriptedPrinter printer;
        printer.answersPrint = false;
        {
            SlipDesk slips(&printer);
            const auto filing = filled(*m_place, &slips);
            filing->printDeclaration();
            QTRY_COMPARE(printer.sheets.size(), 1); // it knows of it; the program does not
        }
        printer.answersPrint = true;
        SlipDesk slips(&printer);
        FileDossier again(*m_place, &slips);
        QVERIFY(again.resume(draft(*m_place)));
        QCOMPARE(again.declaration().state, State::MayBeOut);
        QVERIFY(slips.doubts().isEmpty()); // nobody is asked
        again.printDeclaration();
        QTRY_COMPARE(printer.sheets.size(), 2);
        Q_EMIT printer.printed(printer.last());
        QCOMPARE(again.declaration().state, State::Printed);
    }

    void theDraftKnowsBeforeThePrinterDoes()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        filing->printDeclaration();
        QTRY_COMPARE(printer.sheets.size(), 1);
        FileDossier other(*m_place, nullptr);
        QVERIFY(other.resume(draft(*m_place)));
        QCOMPARE(other.declaration().state, State::MayBeOut);
    }

    void whatDidNotComeOutLeavesTheSheetBefore_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<State>("first");
        QTest::addColumn<State>("second");
        QTest::newRow("the printer gave it up") << u"aborted"_qs << false << State::NotPrinted << State::Printed;
        QTest::newRow("the spooler refused it") << QString() << true << State::NotPrinted << State::Printed;
        QTest::newRow("nobody knows") << u"unknown: forgotten"_qs << false << State::MayBeOut << State::MayBeOut;
    }
    void whatDidNotComeOutLeavesTheSheetBefore()
    {
        QFETCH(QString, detail);
        QFETCH(bool, isRefused);
        QFETCH(State, first);
        QFETCH(State, second);
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        QSignalSpy failed(filing.get(), &FileDossier::declarationFailed);
        const auto fail = [&](qsizetype time) {
            printer.refusal = isRefused ? std::optional(Error{ErrorCode::PrinterMissing, {}}) : std::nullopt;
            const qsizetype sheets = printer.sheets.size();
            filing->printDeclaration();
            if (!isRefused) {
                QTRY_COMPARE(printer.sheets.size(), sheets + 1);
                Q_EMIT printer.failed(printer.last(), Error{ErrorCode::PrintFailed, detail});
            }
            QTRY_COMPARE(failed.size(), time);
            printer.refusal.reset();
        };
        fail(1);
        QCOMPARE(filing->declaration().state, first);
        const qsizetype sheets = printer.sheets.size();
        filing->printDeclaration();
        QTRY_COMPARE(printer.sheets.size(), sheets + 1);
        Q_EMIT printer.printed(printer.last());
        const Id signedSheet = filing->declaration().sheet->id;
        fail(2);
        QCOMPARE(filing->declaration().state, second);
        QCOMPARE(filing->declaration().sheet->id == signedSheet, second == State::Printed);
    }

    void anEndBeforeTheNumberOfTheJobCounts()
    {
        HastyPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        filing->printDeclaration();
        QTRY_COMPARE(filing->declaration().state, State::Printed);
    }

    void withoutAPrinterItIsSealed()
    {
        SlipDesk slips(nullptr);
        const auto filing = filled(*m_place, &slips);
        filing->printDeclaration();
        QTRY_COMPARE(filing->declaration().state, State::Kept);
        const Result<QByteArray> sealed = m_place->store.attachments().read(filing->declaration().sheet->attachment);
        QVERIFY(sealed && sealed->startsWith("%PDF"));
        filing->answer(name(*filing), FieldValue::given(u"Trần Văn Nộp"_qs));
        QCOMPARE(filing->declaration().state, State::NotPrinted); // nobody has it in the hand
    }

    void theNextDossierMayBeOpenWhenItComesOut()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        filing->printDeclaration();
        QTRY_COMPARE(printer.sheets.size(), 1);
        const storage::Draft first = draft(*m_place);
        QVERIFY(filing->choose(extract()));
        QCOMPARE(filing->declaration().state, State::NotPrinted);
        Q_EMIT printer.printed(printer.last());
        QCOMPARE(filing->declaration().state, State::NotPrinted);
        QVERIFY(filing->resume(first));
        QCOMPARE(filing->declaration().state, State::Printed);
    }

    void anotherProcedureHasAnotherDeclaration()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        filing->printDeclaration();
        QTRY_COMPARE(printer.sheets.size(), 1);
        Q_EMIT printer.printed(printer.last());
        QVERIFY(filing->change(u"1.001193"_qs));
        QCOMPARE(filing->declaration().state, State::NotPrinted);
    }

    void anOrganisationSendsALetter()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        filing->answer(u"requester.kind"_qs, FieldValue::given(u"organisation"_qs));
        QVERIFY(!filing->printsDeclaration());
        filing->printDeclaration();
        QCOMPARE(filing->declaration().state, State::NotPrinted);
    }

    void theEntryTellsWhichSheetWasSigned_data()
    {
        QTest::addColumn<bool>("printed");
        QTest::addColumn<bool>("changed");
        QTest::newRow("printed and filed") << true << false;
        QTest::newRow("changed by hand after it was printed") << true << true;
        QTest::newRow("filled in by hand") << false << false;
    }
    void theEntryTellsWhichSheetWasSigned()
    {
        QFETCH(bool, printed);
        QFETCH(bool, changed);
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        QString mark;
        if (printed) {
            filing->printDeclaration();
            QTRY_COMPARE(printer.sheets.size(), 1);
            Q_EMIT printer.printed(printer.last());
            mark = filing->declaration().sheet->mark();
        }
        if (changed) {
            filing->answer(name(*filing), FieldValue::given(u"Trần Văn Nộp"_qs));
            QCOMPARE(filing->declaration().state, State::OutOfDate);
        }
        QSignalSpy accepted(filing.get(), &FileDossier::dossierAccepted);
        filing->accept();
        QTRY_COMPARE(accepted.size(), 1);
        QTRY_VERIFY(draft(*m_place).id.isNull());
        const auto papers = PaperSet::fromJson(filing->accepted()->acceptance.value(u"papers"_qs).toArray());
        QVERIFY(papers);
        const std::optional<PrintedSheet> sheet = papers->paper(u"declaration"_qs).sheet;
        QCOMPARE(sheet.has_value(), printed);
        QCOMPARE(sheet ? sheet->mark : QString(), mark);
        QVERIFY(!papers->paper(u"identity"_qs).sheet);
        QVERIFY(!sheet || sheet->printedAt.isValid());
    }

    void whatComesOutAfterTheAcceptanceBringsNoDraftBack()
    {
        ScriptedPrinter printer;
        SlipDesk slips(&printer);
        const auto filing = filled(*m_place, &slips);
        QSignalSpy accepted(filing.get(), &FileDossier::dossierAccepted);
        QSignalSpy kept(filing.get(), &FileDossier::draftKept);
        filing->printDeclaration();
        QTRY_COMPARE(printer.sheets.size(), 1);
        const PrintJob job = printer.last();
        filing->accept();
        QTRY_COMPARE(accepted.size(), 1);
        QTRY_VERIFY(draft(*m_place).id.isNull());
        kept.clear();
        Q_EMIT printer.printed(job);
        QCOMPARE(filing->declaration().state, State::Printed);
        QVERIFY(m_place->store.ask(storage::Drafts{}).result()->isEmpty());
        QVERIFY(kept.isEmpty());
    }

private:
    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
};

QTEST_MAIN(tst_DeclarationDesk)
#include "tst_DeclarationDesk.moc"
