// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"
#include "app/storage/JournalQueries.h"
#include "tests/app/workflows/InventedBirth.h"
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/dossier/CorrectPage.h"
#include "ui/dossier/DossierDesk.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/shell/TopBar.h"
#include "ui/visit/AcceptPage.h"
#include "ui/visit/AcceptedPage.h"
#include "ui/visit/ProcedurePage.h"
#include "ui/widgets/CategoryBox.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/DossierPage.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>

using namespace motcua;

namespace {

const QString Street = QStringLiteral("requester.residence");

} // namespace

/** The citizen stands there and says "my street is wrong": by keys alone, from the acceptance and from the dossier. */
class tst_CorrectPage : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scripted = std::make_unique<ScriptedPrinter>();
        m_printer = m_scripted.get();
        openDesk();
        signIn();
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        test::commit(window(), u"trich luc"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        TrainingDesk::fill(*filing());
        filing()->answer(Street, FieldValue::given(u"12 Lê Lợi, phường Hòa An"_qs));
        m_dossier = filing()->dossier();
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY2(shown<AcceptPage>(), qPrintable(said()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QTRY_COMPARE(m_scripted->sheets.size(), 1);
        QTRY_COMPARE(marks(), u"original"_qs);
    }
    void cleanup() { closeDesk(); }

    void theStreetIsPutRightInAFewKeys()
    {
        const Dossier before = now();
        const int start = m_keys;
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        type(u"le l"_qs); // what stands wrong on the slip
        QVERIFY(chooser()->isListOpen());
        QCOMPARE(chooser()->listed().size(), 1);
        press(Qt::Key_Return);
        test::commit(window(), u"21 Trần Phú, phường Hòa An"_qs); // over what stood there
        press(Qt::Key_Return);
        type(u"c"_qs);
        press(Qt::Key_Return);
        test::screenshot(window(), u"correct"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        QVERIFY2(texts().contains(u"Stands now: 12 Lê Lợi"), qPrintable(texts()));
        QVERIFY2(texts().contains(before.code), qPrintable(texts()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(m_keys - start <= 10, qPrintable(QString::number(m_keys - start)));

        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said()));
        QTRY_COMPARE(marks(), u"original replacement"_qs);
        QTRY_COMPARE(m_scripted->sheets.size(), 2);
        const Dossier after = now();
        QCOMPARE(after.code, before.code);
        QCOMPARE(after.dueAtMs(), before.dueAtMs());
        QCOMPARE(after.field(Street).text, u"21 Trần Phú, phường Hòa An"_qs);
        QCOMPARE(after.slips.at(1).what.value(u"replaces"), after.slips.at(0).what.value(u"sheet"));

        // The history of the dossier says who, what, why.
        openDossier();
        QTRY_VERIFY2(texts().contains(u"12 Lê Lợi, phường Hòa An → 21 Trần Phú, phường Hòa An"), qPrintable(texts()));
        QVERIFY2(texts().contains(u"The citizen says so"), qPrintable(texts()));
        QVERIFY2(texts().contains(u"replaces the sheet from before the correction"), qPrintable(texts()));
        test::screenshot(window(), u"correct-history"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
    }

    void aNameIsPutRightFromTheDossier()
    {
        openDossier();
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"nguyen thi hoa"_qs);
        test::commit(window(), u"Nguyễn Thị Hòa"_qs);
        give();
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
        QTRY_VERIFY2(texts().contains(u"Nguyễn Thị Hòa"), qPrintable(texts()));
        QTRY_COMPARE(marks(), u"original replacement"_qs);
    }

    void nothingIsRecordedBeforeAllIsSaid()
    {
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"It is not said what is wrong"), qPrintable(said()));
        choose(u"ngay thang nam sinh"_qs);
        test::commit(window(), u"31/02/1990"_qs);
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"Not recorded yet"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier); // back to the date
        test::screenshot(window(), u"correct-wrong"_qs);
        test::commit(window(), u"28/02/1990"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"The reason is missing"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);
        type(u"doc nham"_qs);
        QCOMPARE(TrainingDesk::told(filing()->place().store, "dossier.corrected"), 0);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(now().field(u"requester.birth"_qs).text, u"1990-02-28"_qs);
    }

    void whatNoLongerHoldsIsTold()
    {
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"nguoi yeu cau la"_qs);
        press(Qt::Key_Down); // an organisation asks: then its name is wanted
        const QStringList tasks = window()->page()->tasks();
        QVERIFY2(tasks.size() > 1, qPrintable(tasks.join(u'|')));
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY2(!said().isEmpty(), "said what");
        test::screenshot(window(), u"correct-follows"_qs);
    }

    void escLosesNothingTyped()
    {
        openDossier();
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"le loi"_qs);
        test::commit(window(), u"21 Trần Phú"_qs);
        press(Qt::Key_Escape); // the list of communes, where one is open
        if (shown<CorrectPage>()) {
            press(Qt::Key_Escape);
        }
        QVERIFY(shown<DossierPage>());
        QTRY_VERIFY2(said().contains(u"is kept"), qPrintable(said()));
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        QCOMPARE(shown<CorrectPage>()->draft().said.after(Street).text, u"21 Trần Phú"_qs);
        QCOMPARE(TrainingDesk::told(filing()->place().store, "dossier.corrected"), 0);
    }

    void whatAnotherDeskWroteMeanwhileIsShown()
    {
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"le loi"_qs);
        test::commit(window(), u"21 Trần Phú"_qs);
        const Workplace place = filing()->place();
        QVERIFY(place.store.record(place.act(m_dossier, CorrectDossier{{{Street, FieldValue::given(u"12B Lê Lợi"_qs)}}, u"khác"_qs})).result());
        give();
        QVERIFY(!chooser()->isEnabled()); // what is on its way is not typed over
        QTRY_VERIFY2(said().contains(u"Somebody else changed this meanwhile"), qPrintable(said()));
        QVERIFY(shown<CorrectPage>());
        QVERIFY(chooser()->isEnabled());
        QVERIFY2(texts().contains(u"Stands now: 12B Lê Lợi"), qPrintable(texts()));
        QCOMPARE(shown<CorrectPage>()->draft().said.after(Street).text, u"21 Trần Phú"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(now().field(Street).text, u"21 Trần Phú"_qs);
    }

    void whoLeavesWhileItIsRecordedIsNotToldThatItWasNot()
    {
        openDossier();
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"le loi"_qs);
        test::commit(window(), u"21 Trần Phú"_qs);
        give();
        press(Qt::Key_Escape);
        QVERIFY(shown<DossierPage>());
        QCoreApplication::sendPostedEvents();
        QVERIFY2(!said().contains(u"Nothing was recorded"), qPrintable(said()));
        QTRY_COMPARE(now().field(Street).text, u"21 Trần Phú"_qs);
        QTRY_COMPARE(marks(), u"original replacement"_qs);
        QVERIFY2(!said().contains(u"Nothing was recorded"), qPrintable(said()));
    }

    void aTraineeCorrectsWithASupervisorBeside()
    {
        const QString code = now().code;
        const QString trainee = u"Trần Thử"_qs;
        Id supervisor;
        signOutFor(trainee, supervisor);
        openDossier(code);
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"le loi"_qs);
        test::commit(window(), u"21 Trần Phú, phường Hòa An"_qs);
        give();
        QVERIFY2(said().contains(u"The supervisor has not signed in"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier);

        // Nobody answers for themselves.
        vouch(trainee, TrainingDesk::officerPassword());
        QTRY_VERIFY2(said().contains(u"A second person has to answer"), qPrintable(said()));
        QVERIFY(shown<CorrectPage>()->password().isEmpty());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(said().contains(u"password is missing"), qPrintable(said()));
        press(Qt::Key_E, Qt::ControlModifier); // to the password, and one field back
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(told(u"dossier.corrected"_qs).size(), 0);

        vouch(TrainingDesk::officer(), TrainingDesk::officerPassword());
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
        QCOMPARE(now().field(Street).text, u"21 Trần Phú, phường Hòa An"_qs);
        const QList<journal::Entry> written = told(u"dossier.corrected"_qs);
        QCOMPARE(written.size(), 1);
        QVERIFY(written.constFirst().payload);
        QCOMPARE(QJsonDocument::fromJson(written.constFirst().payload->bytes).object().value(u"approvedBy").toString(), supervisor.toString());
    }

    void aFatherIsDeclaredAbsentByKeys()
    {
        m_dossier = inventedBirth(filing()->place(), nullptr, u"Trần Văn Thử"_qs);
        QVERIFY(!m_dossier.isNull());
        openDossier();
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"tran van thu"_qs); // he was named by mistake; what is typed about him goes with him
        test::commit(window(), u"Trần Văn Mới"_qs);
        press(Qt::Key_Return);
        for (int back = 0; back < 9 && !chooser()->hasFocus(); ++back) {
            press(Qt::Key_Backtab, Qt::ShiftModifier);
        }
        choose(u"khong khai nguoi cha"_qs);
        QCOMPARE(shown<CorrectPage>()->draft().chosen, QStringList({u"father.name"_qs, u"father"_qs}));
        press(Qt::Key_Down); // a reason
        QCOMPARE(shown<CorrectPage>()->draft().chosen, QStringList{u"father"_qs});
        QCOMPARE(shown<CorrectPage>()->draft().said.said().value(u"father"_qs).state, FieldValue::State::DeclaredAbsent);
        test::screenshot(window(), u"correct-absent"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        give();
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
        QCOMPARE(now().field(u"father"_qs).state, FieldValue::State::DeclaredAbsent);
        QCOMPARE(now().field(u"father.name"_qs), FieldValue());
    }

    void whatIsLeftAsItWasIsAbsentAgain()
    {
        m_dossier = inventedBirth(filing()->place(), nullptr, u"Trần Văn Thử"_qs);
        openDossier();
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"khong khai nguoi cha"_qs);
        press(Qt::Key_Down); // a reason
        give();
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"khong khai nguoi cha"_qs);
        const QString absent = typedAbsence();
        QVERIFY(!absent.isEmpty());
        const auto backToFind = [this] {
            for (int back = 0; back < 9 && !chooser()->hasFocus(); ++back) {
                press(Qt::Key_Backtab, Qt::ShiftModifier);
            }
        };
        backToFind();
        choose(u"ho ten nguoi cha"_qs);
        test::commit(window(), u"Trần Văn Mới"_qs); // he is named after all ...
        QVERIFY(typedAbsence() != absent);
        press(Qt::Key_Delete, Qt::AltModifier); // ... or not
        QCOMPARE(typedAbsence(), absent);
    }

    void aDossierThatIsNotHereLeadsToNoCorrectionOfTheNext()
    {
        auto *desk = m_counter->findChild<DossierDesk *>();
        desk->correct(Id::v7(1'795'000'000'000, QByteArray(10, 'x')));
        QTRY_VERIFY2(said().contains(u"not on this computer"), qPrintable(said()));
        desk->open(m_dossier);
        QTRY_VERIFY(shown<DossierPage>() || shown<CorrectPage>());
        QVERIFY(shown<DossierPage>());
    }

    void whoSignsOutLeavesNothingOfIt()
    {
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        const CorrectPage *page = shown<CorrectPage>();
        choose(u"le loi"_qs);
        test::commit(window(), u"21 Trần Phú"_qs);
        QVERIFY(!page->draft().isEmpty());
        Q_EMIT window()->topBar()->signOutPressed();
        QTRY_VERIFY(!page->isVisible());
        QTRY_VERIFY(page->draft().isEmpty());
        QVERIFY(page->findChildren<QLabel *>().isEmpty());
    }

    void inTheDarkNothingIsCut()
    {
        press(Qt::Key_S);
        QTRY_VERIFY(shown<CorrectPage>());
        choose(u"le loi"_qs);
        test::commit(window(), u"21 Trần Phú, phường Hòa An, thành phố Hà Nội"_qs);
        Theme::named(Theme::Name::Dark).wear(*qApp, 100);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|'))); // once it is laid out anew
        test::screenshot(window(), u"correct-dark"_qs);
        Theme::named(Theme::Name::Light).wear(*qApp, 100);
    }

private:
    [[nodiscard]] FileDossier *filing() const { return m_counter->visit()->filing(); }
    [[nodiscard]] CategoryBox *chooser() const { return qobject_cast<CategoryBox *>(shown<CorrectPage>()->firstField()); }
    [[nodiscard]] Dossier now() const { return **filing()->place().store.ask(storage::DossierById{m_dossier}).result(); }
    [[nodiscard]] QString marks() const
    {
        QStringList all;
        for (const DossierLine &line : now().slips) {
            all.append(line.what.value(u"mark").toString());
        }
        return all.join(u' ');
    }
    [[nodiscard]] QString texts() const
    {
        QStringList all;
        for (const QLabel *label : window()->page()->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                all.append(label->text());
            }
        }
        return all.join(u'\n');
    }

    /** What stands on the page for the part of the father, declared absent or not. */
    [[nodiscard]] QString typedAbsence() const
    {
        const QList<FieldRow *> rows = window()->page()->findChildren<FieldRow *>();
        const auto father = std::find_if(rows.cbegin(), rows.cend(), [](const FieldRow *one) { return one->path() == u"father"; });
        return father == rows.cend() ? QString() : (*father)->value().text;
    }
    void choose(const QString &letters)
    {
        type(letters);
        QVERIFY(chooser()->isListOpen());
        press(Qt::Key_Return);
    }
    /** On to the reason, and record it. */
    void give()
    {
        press(Qt::Key_Return);
        type(u"c"_qs);
        press(Qt::Key_Return);
        press(Qt::Key_Return, Qt::ControlModifier);
    }
    /** Name and password of whoever answers for it, from the name on, and record it. */
    void vouch(const QString &name, const QString &password)
    {
        type(name);
        press(Qt::Key_Return);
        type(password);
        press(Qt::Key_Return, Qt::ControlModifier);
    }
    /** The desk belongs to a trainee of this name from now on; a supervisor is admitted too. */
    void signOutFor(const QString &trainee, Id &supervisor)
    {
        const std::unique_ptr<SignIn> door = m_desk->door();
        const Result<SignedInPerson> head = TrainingDesk::headIn(*door);
        QVERIFY(head && TrainingDesk::admitOfficer(*head, u"supervisor"_qs));
        const Result<security::Password> first = security::Password::chosen(TrainingDesk::officerPassword(), trainee);
        QVERIFY(SetUpCentre::admit(head->place, head->session->keys()->dataKeys, trainee, {}, {u"trainee"_qs}, *first, security::ScryptCost::forTests()));
        Workplace theirs = head->place;
        const QList<StaffMember> staff = *theirs.store.ask(storage::StaffList{}).result();
        for (const StaffMember &member : staff) {
            theirs.person = member.name() == trainee ? member.id() : theirs.person;
            supervisor = member.name() == TrainingDesk::officer() ? member.id() : supervisor;
        }
        TrainingDesk::skipDay(theirs);
        Q_EMIT window()->topBar()->signOutPressed();
        QTRY_VERIFY(!shown<AcceptedPage>());
        m_counter->expect(trainee);
        type(TrainingDesk::officerPassword());
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
    }
    [[nodiscard]] QList<journal::Entry> told(const QString &kind) const
    {
        QList<journal::Entry> entries = *filing()->place().store.ask(storage::JournalPage{}).result();
        entries.removeIf([&kind](const journal::Entry &one) { return QString::fromLatin1(one.header.kind) != kind; });
        return entries;
    }
    void openDossier() { openDossier(now().code); }
    void openDossier(const QString &code)
    {
        press(Qt::Key_F2);
        QTRY_VERIFY(shown<WorklistPage>());
        type(code);
        QTRY_COMPARE(shown<WorklistPage>()->model()->rowCount({}), 1);
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<DossierPage>(), qPrintable(said()));
    }

    std::unique_ptr<ScriptedPrinter> m_scripted;
    Id m_dossier;
};

QTEST_MAIN(tst_CorrectPage)
#include "tst_CorrectPage.moc"
