// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/HouseQueries.h"
#include "app/training/SimulatedCodeReader.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/messages/Language.h"
#include "ui/visit/FeePage.h"
#include "ui/visit/PapersPage.h"
#include "ui/worklist/DossierPage.h"

#include <QLineEdit>

using namespace motcua;

/** Several dossiers of one citizen at a real desk, by keys alone. */
class tst_VisitTurn : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDesk();
        m_counter->listen(&m_reader);
        beginFirst();
    }

    void cleanup() { closeDesk(); }

    void aSecondDossierStandsBesideTheFirst()
    {
        QVERIFY(!lines()->isVisible()); // one needs no list
        const Id first = filing()->dossier();
        addSecond();
        QVERIFY(filing()->dossier() != first);
        QTRY_VERIFY(lines()->isVisible());
        QCOMPARE(lines()->text().split(u'\n').size(), 2);
        QVERIFY2(lines()->text().split(u'\n').at(1).startsWith(u"▸ 2"), qPrintable(lines()->text()));
        test::screenshot(window(), u"visit-two-dossiers"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(filing()->dossier(), first);
        QTRY_VERIFY2(lines()->text().startsWith(u"▸ 1"), qPrintable(lines()->text()));
        press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(filing()->dossier() != first);
        press(Qt::Key_2, Qt::AltModifier); // another form takes the place of the one that has the keyboard, and back
        test::commit(window(), u"1.001193"_qs);
        press(Qt::Key_Return);
        QTRY_COMPARE(filing()->procedure().code, u"1.001193"_qs);
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(filing()->dossier(), first);
        press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(filing()->procedure().code, u"1.001193"_qs);
        press(Qt::Key_7, Qt::ControlModifier);
        QVERIFY2(said().startsWith(u"This visit has 2 dossier"), qPrintable(said()));
    }

    void thePanelShowsEveryDossierWhole_data()
    {
        QTest::addColumn<int>("scale");
        QTest::newRow("at 100 %") << 100;
        QTest::newRow("at 150 %") << 150;
    }
    void thePanelShowsEveryDossierWhole()
    {
        QFETCH(int, scale);
        window()->setTextScale(scale);
        for (int dossier = 2; dossier <= 5; ++dossier) {
            addSecond();
            QTRY_VERIFY(lines()->text().contains(u"▸ %1"_qs.arg(dossier)));
            QTRY_VERIFY2(lines()->height() >= lines()->heightForWidth(lines()->width()), qPrintable(lines()->text()));
        }
    }

    void aPaperSeenForOneServesTheOther()
    {
        addSecond();
        QCOMPARE(filing()->papers().paper(u"identity"_qs).state, Paper::State::Met);
        QCOMPARE(filing()->papers().paper(u"declaration"_qs).state, Paper::State::NotSeen); // signed for one dossier only
        const Visit visit = turn()->visit();
        const auto identity
            = std::find_if(visit.papers().cbegin(), visit.papers().cend(), [](const SharedPaper &one) { return one.paper == u"identity"; });
        QVERIFY(identity != visit.papers().cend());
        QCOMPARE(identity->serves.size(), 2);
    }

    void aPaperThatWasNotWhatItSeemedServesNobody()
    {
        filing()->answer(u"copies"_qs, FieldValue::given(u"3"_qs));
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        press(Qt::Key_Home, Qt::ControlModifier);
        for (int row = 0; row < filing()->procedure().papers.size(); ++row) {
            press(Qt::Key_Minus);
            press(Qt::Key_Return);
            press(Qt::Key_Down);
        }
        addSecond();
        QCOMPARE(filing()->papers().paper(u"identity"_qs).state, Paper::State::NotSeen);
    }

    void onePaymentIsForTheWholeVisitAndEachDossierIsWrittenItsPart()
    {
        const Id first = filing()->dossier();
        const Money one = filing()->fee().total();
        QVERIFY(one > Money{});
        addSecond();
        const Id second = filing()->dossier();
        TrainingDesk::fill(*filing());
        const Money both = one + filing()->fee().total();
        press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(shown<FeePage>());
        press(Qt::Key_Return);
        QTest::keyClicks(window()->focusWidget(), u"500k"_qs);
        QCOMPARE(filing()->payment().change(both), (Money{500'000 - both.dong}));
        test::screenshot(window(), u"visit-fee-two-dossiers"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shown<AcceptPage>());
        QTRY_VERIFY2(mainWords().startsWith(u"ACCEPT 2 "), qPrintable(mainWords()));
        test::screenshot(window(), u"visit-accept-two-dossiers"_qs);
        press(Qt::Key_Return, Qt::ControlModifier); // one key for both
        QTRY_VERIFY(shown<AcceptedPage>());
        QCOMPARE(turn()->visit().count(VisitDossier::State::Filed), 2);
        test::screenshot(window(), u"visit-accepted-two-dossiers"_qs);
        QVERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        QVERIFY(filing()->similar().isEmpty()); // begun side by side, so it is no surprise
        const storage::Store store = filing()->place().store;
        for (const Id &id : {first, second}) {
            const auto dossier = store.ask(storage::DossierById{id}).result();
            QVERIFY(dossier && *dossier);
            QCOMPARE((*dossier)->fees.size(), 1);
            QCOMPARE((*dossier)->fees.constFirst().what.value(u"means").toString(), u"cash"_qs);
        }
        const auto amount = [&store](const Id &id) {
            return (*store.ask(storage::DossierById{id}).result())->fees.constFirst().what.value(u"amount").toInteger();
        };
        QCOMPARE(amount(first) + amount(second), both.dong);
    }

    void whatIsNotCompleteStaysBegunAndHoldsNobodyUp()
    {
        const Id first = filing()->dossier();
        addSecond(); // and nothing is typed
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(filing()->dossier(), first);
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        const auto notes = [this] {
            QStringList all;
            for (const QLabel *label : shown<AcceptPage>()->findChildren<QLabel *>()) {
                all.append(label->text());
            }
            return all.join(u'|');
        };
        QTRY_VERIFY2(notes().contains(u"Not complete yet"), qPrintable(notes()));
        QCOMPARE(mainWords(), u"ACCEPT THE DOSSIER"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<AcceptedPage>(), qPrintable(said() + QString::fromLatin1(window()->page()->metaObject()->className())));
        QCOMPARE(turn()->visit().count(VisitDossier::State::Filed), 1);
        press(Qt::Key_Return, Qt::ControlModifier); // the next dossier of this visit
        QTRY_VERIFY(shown<FormPage>());
        QVERIFY(filing()->dossier() != first);
        QCOMPARE(turn()->visit().count(VisitDossier::State::UnderWay), 1);
    }

    void whatIsAgreedLastHoldsForAllOfThem()
    {
        const Id first = filing()->dossier();
        press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(shown<FeePage>());
        press(Qt::Key_Return);
        QTest::keyClicks(window()->focusWidget(), u"500k"_qs);
        addSecond();
        QCOMPARE(filing()->payment().given, std::optional(Money{500'000}));
        press(Qt::Key_5, Qt::AltModifier);
        press(Qt::Key_3); // a transfer after all
        QCOMPARE(filing()->payment().means, PaymentMeans::Transfer);
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(filing()->dossier(), first);
        QTRY_COMPARE(filing()->payment().means, PaymentMeans::Transfer);
    }

    void whoDoesNotPayIsAcceptedWithAWarningAndNoMoneyIsWritten_data()
    {
        QTest::addColumn<QString>("given");
        QTest::newRow("nobody said how") << "";
        QTest::newRow("too little") << "1k";
    }
    void whoDoesNotPayIsAcceptedWithAWarningAndNoMoneyIsWritten()
    {
        QFETCH(QString, given);
        const Id dossier = filing()->dossier();
        if (!given.isEmpty()) {
            press(Qt::Key_5, Qt::AltModifier);
            press(Qt::Key_Return);
            QTest::keyClicks(window()->focusWidget(), given);
        }
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY(shown<AcceptPage>());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<AcceptedPage>());
        const auto stored = filing()->place().store.ask(storage::DossierById{dossier}).result();
        QVERIFY(stored && *stored);
        QVERIFY((*stored)->fees.isEmpty());
    }

    void theProcedureIsChangedMidwayAndNothingIsLost()
    {
        const Id dossier = filing()->dossier();
        const QString record = filing()->form().text(u"record.name"_qs);
        QVERIFY(!record.isEmpty());
        press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(shown<ProcedurePage>());
        QVERIFY2(shown<ProcedurePage>()->heading().contains(u"2.000635"_qs), qPrintable(shown<ProcedurePage>()->heading()));
        test::commit(window(), u"1.001193"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        QCOMPARE(filing()->procedure().code, u"1.001193"_qs);
        QCOMPARE(filing()->dossier(), dossier);
        QCOMPARE(filing()->form().text(u"requester.name"_qs), u"Nguyễn Thị Hoa"_qs);
        QCOMPARE(filing()->papers().paper(u"identity"_qs).state, Paper::State::Met);
        QVERIFY2(said().contains(u"change back to 2.000635"_qs), qPrintable(said()));
        QCOMPARE(turn()->visit().dossiers().size(), 1);
        QCOMPARE(turn()->visit().dossiers().constFirst().procedure, u"1.001193"_qs);
        press(Qt::Key_2, Qt::AltModifier);
        choose();
        QCOMPARE(filing()->form().text(u"record.name"_qs), record);
        QVERIFY2(filing()->waiting().values().isEmpty(), qPrintable(QStringList(filing()->waiting().values().keys()).join(u' ')));
        QVERIFY(filing()->missing().isEmpty() || filing()->missing().constFirst().field == u"declaration"_qs);
    }

    void aCardFillsWhatIsEmptyAndAsksWhereSomethingElseStands()
    {
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        m_reader.send(Card);
        QTRY_VERIFY2(said().startsWith(u"The code of the card was read"), qPrintable(said())); // and waits for a form to put it into
        test::commit(window(), u"1.004194"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        QTRY_VERIFY2(said().contains(u"something else"), qPrintable(said()));
        const QString name = filing()->procedure().roles().value(u"applicant.name"_qs);
        const QString birth = filing()->procedure().roles().value(u"applicant.birth"_qs);
        QCOMPARE(filing()->form().text(name), u"Nguyễn Thị Hoa"_qs); // carried
        m_reader.send(Card);
        QTRY_VERIFY2(said().contains(u"something else"), qPrintable(said()));
        QCOMPARE(filing()->form().text(name), u"Nguyễn Thị Hoa"_qs);
        QVERIFY(shown<FormPage>()->focusField(name));
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(filing()->form().text(name), u"Nguyễn Thị Thử Nghiệm"_qs);
        QCOMPARE(filing()->form().value(name).source, Provenance::CardQr);
        QVERIFY(filing()->form().value(birth).isGiven());
    }

    void theCodeOfADossierOpensItOnEveryScreen()
    {
        press(Qt::Key_6, Qt::AltModifier);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<AcceptedPage>());
        const QByteArray code = filing()->accepted()->code.toUtf8();
        m_reader.send(code);
        QTRY_VERIFY(shown<DossierPage>());
        press(Qt::Key_Escape);
        QVERIFY(shown<AcceptedPage>()); // back in the visit
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        choose();
        m_reader.send(code);
        QTRY_VERIFY(shown<DossierPage>());
        press(Qt::Key_Escape);
        QVERIFY2(shown<FormPage>(), qPrintable(QString::fromLatin1(window()->page()->metaObject()->className()) + said()));
        press(Qt::Key_Escape);
        QTRY_VERIFY(shown<WorklistPage>());
        m_reader.send("H26.31.05-261123-9999");
        QTRY_VERIFY2(said().startsWith(u"No dossier with this code"), qPrintable(said()));
        m_reader.send("hello");
        QTRY_VERIFY2(said().startsWith(u"The code read is \"hello\""), qPrintable(said()));
        press(Qt::Key_F12);
        QTRY_VERIFY(window()->isLocked());
        m_reader.send(code);
        QVERIFY(window()->isLocked() && !shown<DossierPage>());
    }

    void aTicketThatIsScannedIsCalledAndBegun()
    {
        press(Qt::Key_F8);
        QTRY_VERIFY(shown<WorklistPage>());
        press(Qt::Key_N, Qt::AltModifier);
        QTRY_VERIFY(shown<TicketPage>());
        press(Qt::Key_B);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_counter->hall()->waiting(), 1);
        press(Qt::Key_Escape);
        m_reader.send("B007");
        QTRY_VERIFY2(said().startsWith(u"B007 is no ticket of today"), qPrintable(said()));
        m_reader.send("B001");
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::Called);
        m_reader.send("B001");
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::Serving);
        QTRY_VERIFY(shown<ProcedurePage>());
        press(Qt::Key_F7);
        QTRY_VERIFY2(said().startsWith(u"Where does B001 go"), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        m_reader.send("B001"); // back from the photocopier
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::Serving);
    }

    void afterACrashTheOtherDossiersStandThereAgain()
    {
        addSecond();
        filing()->answer(u"copies"_qs, FieldValue::given(u"4"_qs));
        const Id second = filing()->dossier();
        QTRY_VERIFY(filing()->place().store.ask(storage::DraftById{second}).result()->has_value());
        const QString place = u"visit."_qs + filing()->place().person.toString();
        QTRY_VERIFY(filing()->place().store.ask(storage::OpenParts{}).result()->value(place).contains(second.toString().toUtf8()));
        restart();
        QTest::keyClicks(window()->focusWidget(), TrainingDesk::password());
        press(Qt::Key_Return);
        QTRY_VERIFY(shown<FormPage>());
        QTRY_VERIFY(lines()->isVisible());
        QTRY_VERIFY2(lines()->text().contains(u"begun"_qs) && !lines()->text().contains(u'—'), qPrintable(lines()->text()));
    }

    void aDossierWithNothingTypedBeginsAsItDid()
    {
        addSecond();
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY2(lines()->text().startsWith(u"▸ 1"), qPrintable(lines()->text()));
        press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY2(lines()->text().contains(u"▸ 2"), qPrintable(lines()->text()));
        QVERIFY(shown<FormPage>());
    }

private:
    void beginFirst()
    {
        signIn();
        beginForm();
        fillForm();
        press(Qt::Key_4, Qt::AltModifier);
        QVERIFY(shown<PapersPage>());
        for (int row = 0; row < filing()->procedure().papers.size(); ++row) {
            press(Qt::Key_Plus);
        }
        press(Qt::Key_3, Qt::AltModifier);
    }
    void choose() { chooseProcedure(u"trich luc"_qs); }
    void addSecond()
    {
        press(Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(shown<ProcedurePage>());
        choose();
    }
    [[nodiscard]] QString mainWords() const
    {
        const QList<PageAct> acts = window()->page()->acts();
        return acts.isEmpty() ? QString() : acts.constLast().label;
    }
    QLabel *lines() const { return window()->findChild<QLabel *>(u"visitDossiers"_qs); }

    static constexpr const char *Card
        = "001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Phường Mẫu, Hà Nội|24072021";

    SimulatedCodeReader m_reader;
};

QTEST_MAIN(tst_VisitTurn)
#include "tst_VisitTurn.moc"
