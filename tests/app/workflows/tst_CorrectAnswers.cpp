// SPDX-License-Identifier: GPL-3.0-or-later
#include "InventedBirth.h"
#include "ScriptedPrinter.h"
#include "TrainingDesk.h"

#include "app/storage/DossierQueries.h"
#include "app/storage/HouseQueries.h"
#include "app/workflows/CorrectAnswers.h"
#include "app/workflows/SlipDesk.h"
#include "models/journal/Kind.h"
#include "tests/models/journal/Author.h"

#include <QJsonArray>
#include <QProcess>
#include <QSignalSpy>

using namespace motcua;

namespace {

const QString Street = QStringLiteral("requester.residence");
const QString Phone = QStringLiteral("requester.phone");
const QString Email = QStringLiteral("requester.email");
const QString Kind = QStringLiteral("requester.kind");
const QString Reason = QStringLiteral("người dân báo sai");

QString textOf(const QByteArray &pdf)
{
    QProcess reader;
    reader.start(u"pdftotext"_qs, {u"-raw"_qs, u"-"_qs, u"-"_qs});
    reader.write(pdf);
    reader.closeWriteChannel();
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
}

/** "original replacement …" of the receipts, in order. */
QString marks(const Dossier &dossier)
{
    QStringList all;
    for (const DossierLine &line : dossier.slips) {
        all.append(line.what.value(u"mark").toString());
    }
    return all.join(u' ');
}

QString sheet(const Dossier &dossier, qsizetype place, const char *member = "sheet")
{
    return dossier.slips.at(place).what.value(QLatin1String(member)).toString();
}

} // namespace

/** An answer that was accepted wrong is put right by one act, and the citizen's slip with it; nobody's answer is written over unseen. */
class tst_CorrectAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_printer = std::make_unique<ScriptedPrinter>();
        m_slips = std::make_unique<SlipDesk>(m_printer.get());
        m_desk = std::make_unique<TrainingDesk>();
        const Result<Workplace> made = m_desk->setUp();
        QVERIFY(made);
        m_place = *made;
        m_slips->open(*m_place);
        const QSignalSpy handed(m_slips.get(), &SlipDesk::handed);
        FileDossier filing(*m_place, m_slips.get());
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        filing.answer(Phone, FieldValue::given(u"0912345678"_qs));
        QSignalSpy accepted(&filing, &FileDossier::dossierAccepted);
        filing.accept();
        QVERIFY(!accepted.isEmpty() || accepted.wait());
        m_dossier = filing.accepted()->id;
        QTRY_COMPARE(handed.size(), 1);
        QCOMPARE(marks(now()), u"original"_qs);
    }
    void cleanup()
    {
        m_slips.reset();
        m_place.reset();
        m_desk.reset();
    }

    void theSlipIsReplacedAndTheCodeStays()
    {
        const Dossier before = now();
        CorrectAnswers corrections(*m_place, m_slips.get());
        QSignalSpy corrected(&corrections, &CorrectAnswers::corrected);
        Correction said = begun();
        said.set(Street, FieldValue::given(u"21 Trần Phú, phường Hòa An"_qs));
        corrections.correct(m_dossier, said, Reason);
        QTRY_COMPARE(corrected.size(), 1);
        QTRY_COMPARE(m_printer->sheets.size(), 2);
        QTRY_COMPARE(marks(now()), u"original replacement"_qs);

        const Dossier after = now();
        QCOMPARE(after.code, before.code);
        QCOMPARE(after.dueAtMs(), before.dueAtMs());
        QCOMPARE(after.status, before.status);
        QCOMPARE(after.field(Street).text, u"21 Trần Phú, phường Hòa An"_qs);
        QCOMPARE(sheet(after, 1, "replaces"), sheet(before, 0));
        QCOMPARE(sheet(after, 1, "reason"), u"corrected"_qs);
        QVERIFY(isReplaced(after, Id::fromString(sheet(before, 0))));
        const QString text = textOf(m_printer->sheets.constLast());
        QVERIFY2(text.contains(u"BẢN THAY THẾ"), qPrintable(text));
        QVERIFY2(text.contains(u"21 Trần Phú"), qPrintable(text));
        QVERIFY2(text.contains(after.code), qPrintable(text));

        // Corrected once more, the sheet that is out is withdrawn, not the first.
        said = begun();
        said.set(Street, FieldValue::given(u"23 Trần Phú, phường Hòa An"_qs));
        corrections.correct(m_dossier, said, Reason);
        QTRY_COMPARE(marks(now()), u"original replacement replacement"_qs);
        QCOMPARE(sheet(now(), 2, "replaces"), sheet(now(), 1));
    }

    void whatIsWritten_data()
    {
        QTest::addColumn<QMap<QString, FieldValue>>("said");
        QTest::addColumn<QMap<QString, FieldValue>>("stands");
        using Answers = QMap<QString, FieldValue>;
        QTest::newRow("what was never answered") << Answers{{Email, FieldValue::given(u"hoa@example.vn"_qs)}} << Answers{{Email, FieldValue::given(u"hoa@example.vn"_qs)}};
        QTest::newRow("an answer is taken away") << Answers{{Phone, {}}} << Answers{{Phone, {}}};
        QTest::newRow("several at once") << Answers{{Phone, FieldValue::given(u"0987654321"_qs)}, {Street, FieldValue::given(u"Hòa An"_qs)}}
                                         << Answers{{Phone, FieldValue::given(u"0987654321"_qs)}, {Street, FieldValue::given(u"Hòa An"_qs)}};
    }
    void whatIsWritten()
    {
        using Answers = QMap<QString, FieldValue>;
        QFETCH(Answers, said);
        QFETCH(Answers, stands);
        CorrectAnswers corrections(*m_place, m_slips.get());
        QSignalSpy corrected(&corrections, &CorrectAnswers::corrected);
        QSignalSpy refused(&corrections, &CorrectAnswers::refused);
        Correction correction = begun();
        for (auto one = said.cbegin(); one != said.cend(); ++one) {
            correction.set(one.key(), one.value());
        }
        QVERIFY(!correction.said().isEmpty());
        corrections.correct(m_dossier, correction, Reason);
        QTRY_VERIFY(!corrected.isEmpty() || !refused.isEmpty());
        QVERIFY2(refused.isEmpty(), refused.isEmpty() ? "" : qPrintable(refused.constFirst().constFirst().value<Error>().detail));
        for (auto one = stands.cbegin(); one != stands.cend(); ++one) {
            QCOMPARE(now().field(one.key()), one.value());
        }
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no reason") << Street << u"Hòa An"_qs << u"  "_qs;
        QTest::newRow("nothing is changed") << QString() << QString() << Reason;
        QTest::newRow("a date that is none") << u"requester.birth"_qs << u"31/02/1990"_qs << Reason;
        QTest::newRow("what the form wants is taken away") << Street << QString() << Reason;
        QTest::newRow("another answer is then missing") << Kind << u"organisation"_qs << Reason;
    }
    void whatIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(QString, reason);
        CorrectAnswers corrections(*m_place, m_slips.get());
        QSignalSpy refused(&corrections, &CorrectAnswers::refused);
        Correction said = begun();
        if (!path.isEmpty()) {
            said.set(path, text.isEmpty() ? FieldValue() : FieldValue::given(text));
        }
        const Dossier before = now();
        corrections.correct(m_dossier, said, reason);
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(!corrections.isBusy());
        QCOMPARE(now(), before);
        QCOMPARE(m_printer->sheets.size(), 1);
        QTRY_VERIFY(m_slips->doubts().isEmpty());
    }

    void whatAnotherDeskWroteIsNotWrittenOver_data()
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("the same answer: told, and nothing is lost") << Street << true;
        QTest::newRow("another answer: both stand") << Phone << false;
        QTest::newRow("a note: nothing to tell") << QString() << false;
    }
    void whatAnotherDeskWroteIsNotWrittenOver()
    {
        QFETCH(QString, theirs);
        QFETCH(bool, isTold);
        CorrectAnswers corrections(*m_place, m_slips.get());
        QSignalSpy corrected(&corrections, &CorrectAnswers::corrected);
        QSignalSpy overtaken(&corrections, &CorrectAnswers::overtaken);
        Correction said = begun();
        said.set(Street, FieldValue::given(u"21 Trần Phú"_qs));
        const ActKind other = theirs.isEmpty() ? ActKind(AddNote{u"gọi lại"_qs})
                                               : ActKind(CorrectDossier{{{theirs, FieldValue::given(u"0987654321"_qs)}}, Reason});
        QVERIFY(m_place->store.record(m_place->act(m_dossier, other)).result());
        corrections.correct(m_dossier, said, Reason);
        QTRY_VERIFY(!corrected.isEmpty() || !overtaken.isEmpty());
        QCOMPARE(!overtaken.isEmpty(), isTold);
        QCOMPARE(now().field(Street).text, isTold ? u"0987654321"_qs : u"21 Trần Phú"_qs);
        if (isTold) {
            QCOMPARE(overtaken.constFirst().at(1).toStringList(), QStringList{Street});
            // Looked at again over what stands now, it goes in.
            corrections.correct(m_dossier, said.onto(now()), Reason);
            QTRY_COMPARE(corrected.size(), 1);
            QCOMPARE(now().field(Street).text, u"21 Trần Phú"_qs);
        } else if (!theirs.isEmpty()) {
            QCOMPARE(now().field(theirs).text, u"0987654321"_qs);
        }
    }

    void aCrashBetweenTheActAndTheSlipLeavesNobodyWithTheOldSheetAlone()
    {
        m_printer->answersState = PrintState{PrintState::Progress::Printed, {}};
        const Dossier before = now();
        const Id old = Id::fromString(sheet(before, 0));
        {
            SlipDesk dying(m_printer.get());
            dying.open(*m_place);
            (void)dying.expect(*m_place, m_dossier, SlipKind::Receipt, old);
            QVERIFY(m_place->store.record(m_place->act(m_dossier, CorrectDossier{{{Street, FieldValue::given(u"21 Trần Phú"_qs)}}, Reason})).result());
        }
        m_slips.reset();
        SlipDesk next(m_printer.get());
        next.open(*m_place);
        QTRY_COMPARE(next.doubts().size(), 1);
        QVERIFY(next.doubts().constFirst().neverPrinted);
        next.printAnew(next.doubts().constFirst().sheet.sheet);
        QTRY_COMPARE(marks(now()), u"original replacement"_qs);
        QCOMPARE(sheet(now(), 1, "replaces"), old.toString());
    }

    void aSheetThatIsWithdrawnIsNotAskedAbout_data()
    {
        QTest::addColumn<bool>("endsFirst");
        QTest::addRow("its job ends badly afterwards") << false;
        QTest::addRow("its job ended badly before") << true;
    }
    void aSheetThatIsWithdrawnIsNotAskedAbout()
    {
        QFETCH(bool, endsFirst);
        const QSignalSpy failed(m_slips.get(), &SlipDesk::failed);
        const Id old = Id::fromString(sheet(now(), 0));
        const auto end = [this] { Q_EMIT m_printer->failed(ScriptedPrinter::job(1), {ErrorCode::PrintFailed, u"aborted"_qs}); };
        if (endsFirst) {
            end();
            QTRY_COMPARE(m_slips->doubts().size(), 1);
        }
        QVERIFY(issueSlip(*m_place, now(), {.sheet = {}, .replaces = old, .kind = {}})); // by another desk
        endsFirst ? m_slips->printAnew(old) : end();
        QTRY_VERIFY(m_place->store.ask(storage::OpenParts{}).result()->isEmpty());
        QVERIFY(m_slips->doubts().isEmpty());
        QCOMPARE(failed.size(), endsFirst ? 1 : 0);
        QCOMPARE(m_printer->sheets.size(), 1);
        QCOMPARE(marks(now()), u"original replacement"_qs);
    }

    void aReplacementThatAnotherDeskMadeIsNotMadeTwice()
    {
        m_printer->answersState = PrintState{PrintState::Progress::Printed, {}};
        const Id old = Id::fromString(sheet(now(), 0));
        {
            SlipDesk dying(m_printer.get());
            (void)dying.expect(*m_place, m_dossier, SlipKind::Receipt, old);
            QVERIFY(m_place->store.record(m_place->act(m_dossier, CorrectDossier{{{Street, FieldValue::given(u"21 Trần Phú"_qs)}}, Reason})).result());
        }
        m_slips.reset();
        SlipDesk next(m_printer.get());
        next.open(*m_place);
        QTRY_COMPARE(next.doubts().size(), 1);
        QVERIFY(issueSlip(*m_place, now(), {.sheet = {}, .replaces = old, .kind = {}}));
        next.printAnew(next.doubts().constFirst().sheet.sheet);
        QTRY_VERIFY(m_place->store.ask(storage::OpenParts{}).result()->isEmpty());
        QVERIFY(next.doubts().isEmpty());
        QCOMPARE(marks(now()), u"original replacement"_qs);
    }

    void whoMayDoIt_data()
    {
        using Leave = CorrectAnswers::Leave;
        QTest::addColumn<QString>("role");
        QTest::addColumn<CorrectAnswers::Leave>("leave");
        QTest::newRow("an officer") << u"officer"_qs << Leave::Alone;
        QTest::newRow("a trainee, with somebody beside") << u"trainee"_qs << Leave::Beside;
        QTest::newRow("not the reception") << u"reception"_qs << Leave::No;
        QTest::newRow("not an inspector") << u"inspector"_qs << Leave::No;
    }
    void whoMayDoIt()
    {
        QFETCH(QString, role);
        QFETCH(CorrectAnswers::Leave, leave);
        Workplace place = *m_place;
        place.person = journal::testId('p');
        const StaffMember member = StaffMember::fold(place.person,
            {journal::Author('o').write(place.person, journal::kind::StaffAdmitted, {{u"name"_qs, u"Đỗ Hạnh"_qs}, {u"roles"_qs, QJsonArray{role}}}, {}, 1)});
        QCOMPARE(CorrectAnswers::leave(place, now(), {member}), leave);
    }

    void whatWasSentBackIsPutRightInItsForm()
    {
        FileDossier filing(*m_place, m_slips.get());
        QVERIFY(filing.choose(u"2.000635"_qs));
        TrainingDesk::fill(filing);
        const Id id = filing.dossier();
        const QSignalSpy away(&filing, &FileDossier::turnedAway);
        filing.turnAway(false, {.reason = u"thiếu giấy"_qs, .asked = {{.name = u"Giấy khai sinh"_qs, .reason = u"thiếu"_qs, .originals = 1}}});
        QTRY_COMPARE(away.size(), 1);
        const QList<StaffMember> members = *m_place->store.ask(storage::StaffList{}).result();
        Dossier dossier = **m_place->store.ask(storage::DossierById{id}).result();
        QCOMPARE(CorrectAnswers::leave(*m_place, dossier, members), CorrectAnswers::Leave::No);
        dossier.incomplete = false; // however much of it is here
        QCOMPARE(CorrectAnswers::leave(*m_place, dossier, members), CorrectAnswers::Leave::No);
        QCOMPARE(CorrectAnswers::leave(*m_place, now(), members), CorrectAnswers::Leave::Alone);
    }

    void anAnswerThatIsSaidAnewIsJudgedAnew()
    {
        const auto birth = [](const QString &text) {
            FormDraft draft;
            draft.set(u"requester.birth"_qs, FieldValue::given(text));
            return draft.toJson().value(u"requester.birth"_qs);
        };
        Dossier dossier = now();
        dossier.fields[u"requester.birth"_qs].value = birth(u"31/02/1990"_qs); // as an older edition of the form let pass
        Correction said = *CorrectAnswers::begin(*m_place, dossier);
        said.set(Street, FieldValue::given(u"21 Trần Phú"_qs));
        QCOMPARE(said.violations(), QList<Violation>()); // nobody touched the birth
        said.set(u"requester.birth"_qs, FieldValue::given(u"30/02/1990"_qs));
        QCOMPARE(said.violations().size(), 1);
        said.set(u"requester.birth"_qs, FieldValue::given(u"1990-02-28"_qs));
        QCOMPARE(said.violations(), QList<Violation>());
    }

    void aSecondOneAtTheSameTimeIsNotBegun()
    {
        CorrectAnswers corrections(*m_place, m_slips.get());
        const QSignalSpy corrected(&corrections, &CorrectAnswers::corrected);
        const QSignalSpy refused(&corrections, &CorrectAnswers::refused);
        Correction said = begun();
        said.set(Street, FieldValue::given(u"21 Trần Phú"_qs));
        QVERIFY(corrections.correct(m_dossier, said, Reason));
        QVERIFY(!corrections.correct(m_dossier, said, Reason)); // which is nobody's change meanwhile, and not told as one
        QVERIFY(corrections.isBusy());
        QTRY_COMPARE(corrected.size(), 1);
        QCOMPARE(refused.size(), 0);
        said = begun();
        said.set(Street, FieldValue::given(u"23 Trần Phú"_qs));
        QVERIFY(corrections.correct(m_dossier, said, Reason));
        QTRY_COMPARE(corrected.size(), 2);
    }

    void aSectionIsDeclaredAbsentAndTakenBack()
    {
        const QString father = u"father"_qs;
        const QString name = u"father.name"_qs;
        m_dossier = inventedBirth(*m_place, m_slips.get(), u"Trần Văn Thử"_qs);
        QVERIFY(!m_dossier.isNull());
        QCOMPARE(now().field(name).text, u"Trần Văn Thử"_qs);

        Correction said = begun();
        const auto asked = [&said, &father] {
            const QList<Correction::Question> all = said.questions();
            return *std::find_if(all.cbegin(), all.cend(), [&father](const Correction::Question &one) { return one.path == father; });
        };
        QVERIFY(asked().isAbsence);
        QCOMPARE(asked().field.options.size(), 2); // the reasons
        QCOMPARE(asked().typed(said.after(father)), FieldValue());
        // The last word counts.
        said.set(father, asked().meant(FieldValue::given(u"wish"_qs)));
        said.set(name, FieldValue::given(u"Trần Văn Mới"_qs));
        QVERIFY(!said.said().contains(father));
        said.set(father, asked().meant(FieldValue::given(u"wish"_qs)));
        QVERIFY(!said.said().contains(name));
        QCOMPARE(said.changes().value(father), FieldValue::absent(u"wish"_qs));
        QCOMPARE(said.changes().value(name, FieldValue::given(u"?"_qs)), FieldValue()); // it goes with its section
        QCOMPARE(said.violations(), QList<Violation>());

        CorrectAnswers corrections(*m_place, m_slips.get());
        const QSignalSpy corrected(&corrections, &CorrectAnswers::corrected);
        const QSignalSpy refused(&corrections, &CorrectAnswers::refused);
        QVERIFY(corrections.correct(m_dossier, said, Reason));
        QTRY_VERIFY(!corrected.isEmpty() || !refused.isEmpty());
        QCOMPARE(refused.size(), 0);
        QCOMPARE(now().field(father), FieldValue::absent(u"wish"_qs));
        QCOMPARE(now().field(name), FieldValue());

        said = begun();
        QCOMPARE(asked().typed(said.after(father)).text, u"wish"_qs);
        said.set(father, asked().meant({}));
        QVERIFY(!said.violations().isEmpty()); // then somebody is to be named
        said.set(father, said.before(father));
        QVERIFY(said.said().isEmpty());
        said.set(name, FieldValue::given(u"Trần Văn Thử"_qs));
        QCOMPARE(said.changes().value(father, FieldValue::absent()), FieldValue()); // to name one takes it back
    }

    void ofWhatIsOverNoSlipIsPrinted()
    {
        const CorrectAnswers corrections(*m_place, m_slips.get());
        Dossier dossier = now();
        QCOMPARE(corrections.slipsOf(dossier), QList<SlipKind>{SlipKind::Receipt});
        dossier.status.status = DossierStatus::HandedOver;
        QCOMPARE(corrections.slipsOf(dossier), QList<SlipKind>());
    }

private:
    Dossier now() const { return **m_place->store.ask(storage::DossierById{m_dossier}).result(); }
    Correction begun() const { return *CorrectAnswers::begin(*m_place, now()); }

    std::unique_ptr<TrainingDesk> m_desk;
    std::optional<Workplace> m_place;
    std::unique_ptr<ScriptedPrinter> m_printer;
    std::unique_ptr<SlipDesk> m_slips;
    Id m_dossier;
};

QTEST_MAIN(tst_CorrectAnswers)
#include "tst_CorrectAnswers.moc"
