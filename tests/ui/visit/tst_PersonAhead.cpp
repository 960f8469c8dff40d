// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardTerms.h"
#include "app/training/SimulatedCodeReader.h"
#include "app/training/chip/SimulatedCardReader.h"
#include "app/workflows/Lawbook.h"
#include "tests/app/training/chip/TrainingCards.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/CardPage.h"
#include "ui/visit/ProcedurePage.h"

using namespace motcua;

/** A citizen lays the card down before saying what they come for, as most do. */
class tst_PersonAhead : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_cards = std::make_unique<training::TrainingCards>(); }

    void init()
    {
        m_reader = std::make_unique<training::SimulatedCardReader>([this] {
            const auto authority = certificateIn(m_cards->authority().authority());
            return CardTerms({}, Lawbook::folder(), {*authority}).on(QDate::currentDate());
        });
        openDesk();
        m_counter->listen(&m_scanner);
        m_counter->read(m_reader.get());
        signIn();
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY2(shown<ProcedurePage>(), qPrintable(said()));
    }
    void cleanup()
    {
        closeDesk();
        m_reader.reset();
    }

    void theFormThatIsChosenAfterwardsIsFilled_data()
    {
        QTest::addColumn<bool>("scanned");
        QTest::addColumn<bool>("laid");
        QTest::addColumn<bool>("byStep");
        QTest::addColumn<Provenance>("source");
        QTest::addRow("the code of the card") << true << false << false << Provenance::CardQr;
        QTest::addRow("its chip, opened by the code") << true << true << false << Provenance::ChipVerified;
        QTest::addRow("its chip, opened by six digits") << false << true << false << Provenance::ChipVerified;
        QTest::addRow("its chip, on the step of the person") << false << true << true << Provenance::ChipVerified;
    }
    void theFormThatIsChosenAfterwardsIsFilled()
    {
        QFETCH(bool, scanned);
        QFETCH(bool, laid);
        if (laid) {
            lay();
        }
        QFETCH(bool, byStep);
        if (scanned) {
            m_scanner.send(m_face.code.toUtf8());
        } else {
            if (byStep) {
                press(Qt::Key_1, Qt::AltModifier);
            }
            readByDigits(byStep ? Qt::Key_Return : Qt::Key_F9);
        }
        QTRY_VERIFY2(said().contains(u"Choose the procedure: its form is filled"), qPrintable(said()));
        QVERIFY2(shown<ProcedurePage>(), qPrintable(said())); // nothing came in the way
        QTRY_VERIFY2(panel().contains(m_face.number), qPrintable(panel()));
        QCOMPARE(panel().contains(u"◆ chip, verified"), laid);
        test::screenshot(window(), u"person-ahead"_qs);
        const auto *beside = window()->findChild<QWidget *>(u"visitPanel"_qs);
        QTRY_VERIFY2(test::clipped(beside).isEmpty(), qPrintable(test::clipped(beside).join(u'|')));
        const QString before = panel();
        chooseProcedure(u"trich luc"_qs);
        QFETCH(Provenance, source);
        QVERIFY2(before.contains(answer(u"name"_qs).text.toUpper()), qPrintable(before));
        QCOMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, source));
        QCOMPARE(answer(u"name"_qs).source, source);
        QCOMPARE(filing()->card().has_value(), laid);
        test::screenshot(window(), u"person-ahead-form"_qs);
    }

    void aCardThatIsLaidDownWithoutANumberIsOnlyTold()
    {
        lay();
        QTRY_VERIFY2(said().startsWith(u"A card lies on the reader"), qPrintable(said()));
        QVERIFY(!m_counter->visit()->cards()->isUnderWay());
    }

    void ofARefusedCardNothingGoesIntoTheForm()
    {
        training::ChipOptions altered;
        altered.faults.tamperedGroup = 13;
        lay(altered);
        readByDigits();
        QTRY_VERIFY2(said().contains(u"Nothing of it goes into a form"), qPrintable(said()));
        QVERIFY(shown<CardPage>()); // which check failed
        press(Qt::Key_Escape); // the strip first
        press(Qt::Key_Escape);
        QVERIFY(shown<ProcedurePage>());
        QVERIFY2(!panel().contains(m_face.number), qPrintable(panel()));
        chooseProcedure(u"trich luc"_qs);
        QVERIFY(answer(u"number"_qs).state == FieldValue::State::NotAsked);
        QVERIFY(filing()->card()); // and the dossier tells that one was shown
        QVERIFY(filing()->card()->verdict != u"Verified");
    }

    void theStepOfThePersonIsThereAtAnyTime()
    {
        press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(shown<CardPage>());
        QVERIFY2(written().contains(u"Nothing was read of who is here yet"), qPrintable(written()));
        test::screenshot(window(), u"person-step"_qs);
        press(Qt::Key_Escape);
        QVERIFY(shown<ProcedurePage>());
        press(Qt::Key_1, Qt::AltModifier);
        press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(shown<ProcedurePage>());
        chooseProcedure(u"trich luc"_qs);
        press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(shown<CardPage>());
        press(Qt::Key_3, Qt::AltModifier);
        QVERIFY(shown<FormPage>());
    }

    void theCodeOfAnotherPersonIsNotTakenBesideACard()
    {
        lay();
        readByDigits();
        QTRY_VERIFY2(said().contains(u"Choose the procedure: its form is filled"), qPrintable(said()));
        const QString number = QString(m_face.number).replace(11, 1, m_face.number.endsWith(u'1') ? u'2' : u'1');
        m_scanner.send(QString(m_face.code).replace(m_face.number, number).toUtf8());
        QTRY_VERIFY2(said().contains(u"Another card than this one was read already"), qPrintable(said()));
        QVERIFY2(panel().contains(m_face.number), qPrintable(panel()));
        chooseProcedure(u"trich luc"_qs);
        QCOMPARE(answer(u"number"_qs).text, m_face.number);
    }

    void theCodeOfAnotherCardThanTheOneThatLiesThereIsTold()
    {
        lay();
        const QString number = QString(m_face.number).replace(11, 1, m_face.number.endsWith(u'1') ? u'2' : u'1');
        m_scanner.send(QString(m_face.code).replace(m_face.number, number).toUtf8());
        QTRY_VERIFY2(said().contains(u"does not open with what was scanned or typed"), qPrintable(said()));
        QVERIFY2(said().contains(u"filled with what was scanned"), qPrintable(said()));
        chooseProcedure(u"trich luc"_qs);
        QCOMPARE(answer(u"number"_qs), FieldValue::given(number, Provenance::CardQr));
    }

    void whoLeavesTakesTheCardAlong()
    {
        m_scanner.send(m_face.code.toUtf8());
        QTRY_VERIFY2(panel().contains(m_face.number), qPrintable(panel()));
        press(Qt::Key_Escape); // the strip first
        press(Qt::Key_Escape);
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
        beginForm();
        QVERIFY2(answer(u"number"_qs).state == FieldValue::State::NotAsked, qPrintable(answer(u"number"_qs).text));
    }

private:
    void lay(const training::ChipOptions &options = {})
    {
        m_reader->lay(m_cards->card(), options);
        QTRY_COMPARE(m_reader->state(), CardReader::State::Card);
    }
    void readByDigits(Qt::Key by = Qt::Key_F9)
    {
        press(by, by == Qt::Key_Return ? Qt::ControlModifier : Qt::NoModifier);
        QTRY_VERIFY2(shown<CardPage>(), qPrintable(said()));
        type(m_face.can());
        press(Qt::Key_Return);
    }
    [[nodiscard]] QString path(const QString &part) const { return filing()->procedure().roles().value(u"applicant."_qs + part); }
    [[nodiscard]] FieldValue answer(const QString &part) const { return filing()->form().value(path(part)); }
    [[nodiscard]] QString panel() const { return written(window()->findChild<QWidget *>(u"visitPanel"_qs)); }

    std::unique_ptr<training::TrainingCards> m_cards;
    std::unique_ptr<training::SimulatedCardReader> m_reader;
    SimulatedCodeReader m_scanner;
    training::CardFace m_face = training::TrainingCards().card().face;
};

QTEST_MAIN(tst_PersonAhead)
#include "tst_PersonAhead.moc"
