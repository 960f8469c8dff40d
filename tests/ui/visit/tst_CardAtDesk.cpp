// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardTerms.h"
#include "app/devices/photo/PhotoDecoder.h"
#include "app/storage/Await.h"
#include "app/training/SimulatedCodeReader.h"
#include "app/training/chip/SimulatedCardReader.h"
#include "app/workflows/Lawbook.h"
#include "tests/app/training/chip/TrainingCards.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/CardPage.h"
#include "ui/visit/PapersPage.h"

#include <QImage>
#include <QSemaphore>

#include <atomic>
#include <chrono>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::training::ChipFaults)

/** The chip card of who is here, at a real desk, by keys alone. */
class tst_CardAtDesk : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_cards = std::make_unique<training::TrainingCards>(); }

    void init()
    {
        m_trusts = true;
        m_reader = std::make_unique<training::SimulatedCardReader>([this] {
            const auto authority = certificateIn(m_cards->authority().authority());
            return CardTerms({}, Lawbook::folder(), m_trusts ? QList{*authority} : QList<TrustCertificate>()).on(QDate::currentDate());
        });
        openDesk();
        m_counter->listen(&m_scanner);
        m_counter->read(m_reader.get(), [this](const FaceImage &face, QObject *guest, const std::function<void(const QImage &)> &shown) {
            await(guest, m_photos.decode(face.bytes), [shown](const PhotoDecoder::Decoded &photo) { shown(photo ? *photo : QImage()); });
        });
        signIn();
        beginForm();
    }
    void cleanup()
    {
        closeDesk();
        m_reader.reset();
    }

    void theNumberOfTheCardOpensItAndTheFormFills()
    {
        lay();
        press(Qt::Key_F9);
        QTRY_VERIFY2(shown<CardPage>(), qPrintable(said()));
        QVERIFY(window()->focusWidget()->objectName() == u"cardKey");
        test::screenshot(window(), u"card-key"_qs);
        type(m_face.can());
        press(Qt::Key_Return);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said()));
        QTRY_VERIFY2(said().contains(u"The card is genuine"), qPrintable(said()));
        QCOMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::ChipVerified));
        QCOMPARE(answer(u"name"_qs).source, Provenance::ChipVerified);
        QCOMPARE(answer(u"birth"_qs).source, Provenance::ChipVerified);
        QTRY_VERIFY(window()->findChild<QLabel *>(u"visitPhoto"_qs)->isVisible());
        QVERIFY2(panel().contains(u"◆ chip, verified"), qPrintable(panel()));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        test::screenshot(window(), u"card-verified"_qs);
    }

    void aKnownNumberOpensItAndNothingIsAsked()
    {
        lay();
        filing()->answer(path(u"number"_qs), FieldValue::given(m_face.number));
        press(Qt::Key_3, Qt::AltModifier);
        press(Qt::Key_F9);
        QTRY_VERIFY2(said().contains(u"The card is genuine"), qPrintable(said()));
        QVERIFY(shown<FormPage>());
        QCOMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::ChipVerified)); // what was typed says the same, and is worth more now
    }

    void theScannedCodeOpensTheChipThatLiesThere()
    {
        lay();
        m_scanner.send(m_face.code.toUtf8());
        QTRY_VERIFY2(said().contains(u"The card is genuine"), qPrintable(said()));
        QCOMPARE(answer(u"number"_qs).source, Provenance::ChipVerified);
        QCOMPARE(answer(u"name"_qs).source, Provenance::ChipVerified);
    }

    void theCodeOfAnotherCardThanTheOneThatLiesThereIsTold()
    {
        lay();
        m_scanner.send(codeOfAnother().toUtf8());
        QTRY_VERIFY2(said().contains(u"does not open with what was scanned or typed"), qPrintable(said()));
        QVERIFY2(said().contains(u"is still there") && said().contains(u"F9 asks for what is printed"), qPrintable(said()));
        QVERIFY2(said().contains(u"from the card"), qPrintable(said())); // what the code filled in is told with it
        QVERIFY(window()->strip()->isAsking()); // and still asked is whether a telephone showed the code
        QVERIFY(shown<FormPage>());
        QCOMPARE(answer(u"number"_qs), FieldValue::given(numberOfAnother(), Provenance::CardQr));
        test::screenshot(window(), u"card-another-than-code"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        m_scanner.send(m_face.code.toUtf8()); // and the code of the card that lies there reads it after all
        QTRY_VERIFY2(said().contains(u"The card is genuine"), qPrintable(said()));
    }

    void aCardThatIsNotOfTheNumberInTheFormIsToldWhenItIsLaidDown()
    {
        m_scanner.send(codeOfAnother().toUtf8());
        QTRY_COMPARE(answer(u"number"_qs).source, Provenance::CardQr);
        lay();
        QTRY_VERIFY2(said().contains(u"does not open with what was scanned or typed"), qPrintable(said()));
        m_reader->takeAway();
        QTRY_COMPARE(m_reader->state(), CardReader::State::Empty);
        retype(path(u"number"_qs), m_face.number);
        lay(); // which is now the one of the number
        QTRY_COMPARE(answer(u"number"_qs).source, Provenance::ChipVerified);
    }

    void aCardThatIsLaidDownIsReadWhereItsNumberIsKnown()
    {
        m_scanner.send(m_face.code.toUtf8());
        QTRY_COMPARE(answer(u"number"_qs).source, Provenance::CardQr);
        lay();
        QTRY_COMPARE(answer(u"number"_qs).source, Provenance::ChipVerified);
    }

    void aCardThatIsLaidDownAloneIsOnlyTold()
    {
        lay();
        QTRY_VERIFY2(said().startsWith(u"A card lies on the reader"), qPrintable(said()));
        QVERIFY(answer(u"number"_qs).state == FieldValue::State::NotAsked);
    }

    void whatWasProvedGoesWithTheDossier()
    {
        fillForm();
        for (const QString &part : {u"name"_qs, u"number"_qs, u"birth"_qs}) {
            filing()->answer(path(part), {});
        }
        press(Qt::Key_3, Qt::AltModifier);
        lay();
        readByNumber();
        filing()->answer(path(u"name"_qs), FieldValue::given(answer(u"name"_qs).text.toLower(), Provenance::Typed)); // capitals make no other person
        const Id dossier = filing()->dossier();
        press(Qt::Key_6, Qt::AltModifier);
        QVERIFY2(written().contains(u"◆ chip, verified"), qPrintable(written()));
        accept();
        const std::optional<CardSeen> seen = CardSeen::fromJson(stored(dossier).acceptance.value(u"card").toObject());
        QVERIFY(seen);
        QCOMPARE(seen->verdict, u"Verified"_qs);
        QVERIFY2(seen->passed.contains(u"signature") && seen->passed.contains(u"groups"), qPrintable(seen->passed));
        QCOMPARE(seen->signer.size(), 64);
        QCOMPARE(stored(dossier).role(u"applicant.number"_qs).source, Provenance::ChipVerified);
    }

    void acceptanceWaitsForTheVerdict()
    {
        fillForm();
        for (const QString &part : {u"name"_qs, u"number"_qs, u"birth"_qs}) {
            filing()->answer(path(part), {});
        }
        press(Qt::Key_3, Qt::AltModifier);
        QSemaphore gate;
        std::atomic<int> commands = 0;
        training::ChipOptions slow;
        slow.perCommand = std::chrono::milliseconds(1);
        slow.pass = [&](std::chrono::microseconds) {
            if (++commands == 16) { // the form has what it wants, and nothing is proved yet
                gate.acquire();
            }
        };
        lay(slow);
        readByNumber(false);
        QTRY_COMPARE(answer(u"number"_qs).source, Provenance::ChipRead);
        const Id dossier = filing()->dossier();
        press(Qt::Key_6, Qt::AltModifier);
        QTRY_VERIFY2(shown<AcceptPage>(), qPrintable(said()));
        press(Qt::Key_Return, Qt::ControlModifier);
        const QString waits = said();
        gate.release();
        QVERIFY2(waits.startsWith(u"The card is still being read. Nothing was accepted yet."), qPrintable(waits));
        QTRY_VERIFY(m_counter->visit()->cards()->isDone());
        accept();
        const std::optional<CardSeen> seen = CardSeen::fromJson(stored(dossier).acceptance.value(u"card").toObject());
        QVERIFY(seen);
        QCOMPARE(seen->verdict, u"Verified"_qs);
    }

    void anotherNumberIsAnotherPerson()
    {
        lay();
        readByNumber();
        QVERIFY(filing()->card());
        filing()->answer(path(u"number"_qs), FieldValue::given(u"000085012345"_qs));
        QVERIFY(!filing()->card());
    }

    void theDraftKeepsWhatWasProved()
    {
        lay();
        readByNumber();
        const Id dossier = filing()->dossier();
        const QString place = u"visit."_qs + filing()->place().person.toString();
        QTRY_VERIFY(store().ask(storage::OpenParts{}).result()->value(place).contains(dossier.toString().toUtf8()));
        QTRY_VERIFY(store().ask(storage::DraftById{dossier}).result()->has_value() && !filing()->drafts().newest(dossier));
        restart();
        signInAgain();
        QTRY_VERIFY(filing() && filing()->dossier() == dossier);
        QVERIFY(filing()->card());
        QCOMPARE(filing()->card()->verdict, u"Verified"_qs);
    }

    void aRefusedCardLeavesNothingInTheForm_data()
    {
        QTest::addColumn<training::ChipFaults>("faults");
        QTest::addColumn<QString>("words");
        training::ChipFaults altered;
        altered.tamperedGroup = 13;
        training::ChipFaults copied;
        copied.copied = true;
        training::ChipFaults wrongSod;
        wrongSod.wrongSod = true;
        QTest::newRow("altered") << altered << u"they were changed"_qs;
        QTest::newRow("copied") << copied << u"The chip is a copy"_qs;
        QTest::newRow("wrongly signed") << wrongSod << u"signature in the chip is wrong"_qs;
    }
    void aRefusedCardLeavesNothingInTheForm()
    {
        QFETCH(training::ChipFaults, faults);
        QFETCH(QString, words);
        training::ChipOptions options;
        options.faults = faults;
        lay(options);
        retype(path(u"name"_qs), u"Nguyen Thi Mau"_qs);
        readByNumber();
        QTRY_VERIFY2(said().contains(words), qPrintable(said()));
        QCOMPARE(window()->strip()->notice().kind, Notice::Kind::Danger);
        QTRY_VERIFY2(shown<CardPage>(), qPrintable(said())); // which check failed
        test::screenshot(window(), u"card-refused-"_qs + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_Escape);
        if (!shown<FormPage>()) {
            press(Qt::Key_Escape); // the first one silences the strip
        }
        QVERIFY(shown<FormPage>());
        QCOMPARE(answer(u"name"_qs), FieldValue::given(u"Nguyen Thi Mau"_qs)); // the officer's
        QVERIFY(answer(u"birth"_qs).state == FieldValue::State::NotAsked);
        for (const FieldValue &value : filing()->form().values()) {
            QVERIFY(value.source != Provenance::ChipRead && value.source != Provenance::ChipVerified);
        }
        QVERIFY2(panel().contains(u'✖'), qPrintable(panel()));
        press(Qt::Key_Z, Qt::ControlModifier); // and it is not had back
        QVERIFY(answer(u"birth"_qs).state == FieldValue::State::NotAsked);
        QVERIFY(filing()->card() && filing()->card()->verdict != u"Verified");
    }

    void ofAnUnknownIssuerTheOfficerSaysWhoItIs()
    {
        m_trusts = false;
        lay();
        readByNumber();
        QTRY_VERIFY2(said().contains(u"does not know who signed them"), qPrintable(said()));
        QCOMPARE(answer(u"number"_qs).source, Provenance::ChipRead);
        QVERIFY2(panel().contains(u"◇ chip intact, issuer not verified"), qPrintable(panel()));
        test::screenshot(window(), u"card-issuer-unknown"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_2, Qt::AltModifier); // looks elsewhere; the question is put off by no key
        press(Qt::Key_3, Qt::AltModifier);
        press(Qt::Key_F9); // shows the card, and from there the other ways
        QTRY_VERIFY(shown<CardPage>());
        test::screenshot(window(), u"card-page-issuer-unknown"_qs);
        press(Qt::Key_F9);
        QTRY_VERIFY2(said().startsWith(u"How is it known"), qPrintable(said()));
        press(Qt::Key_2); // the card itself
        QCOMPARE(answer(u"shown"_qs).text, u"cardCode"_qs);
    }

    void aCardTakenAwayIsReadOnByItself()
    {
        training::ChipOptions torn;
        torn.faults.removedAfter = 16;
        lay(torn);
        readByNumber(false);
        QTRY_VERIFY2(shown<CardPage>(), qPrintable(said()));
        QTRY_VERIFY2(written().contains(u"taken away"), qPrintable(written()));
        test::screenshot(window(), u"card-removed"_qs);
        m_reader->takeAway();
        QTRY_COMPARE(m_reader->state(), CardReader::State::Empty);
        lay();
        QTRY_VERIFY2(said().contains(u"The card is genuine"), qPrintable(said()));
        QVERIFY(shown<FormPage>());
        QCOMPARE(answer(u"number"_qs).source, Provenance::ChipVerified);
    }

    void aReadingCanBeStopped()
    {
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<CardPage>());
        type(m_face.can());
        press(Qt::Key_Return);
        QTRY_VERIFY2(written().contains(u"Lay the card on the reader"), qPrintable(written())); // nothing lies there
        press(Qt::Key_Delete, Qt::AltModifier);
        QTRY_VERIFY(shown<FormPage>());
        QVERIFY(!m_counter->visit()->cards()->isUnderWay());
        m_reader->lay(m_cards->card());
        QTRY_VERIFY2(said().startsWith(u"A card lies on the reader"), qPrintable(said())); // and is not read by itself any more
        QVERIFY(answer(u"number"_qs).state == FieldValue::State::NotAsked);
    }

    void aWrongNumberIsToldOnThePage()
    {
        lay();
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<CardPage>());
        type(u"000000"_qs);
        press(Qt::Key_Return);
        QTRY_VERIFY2(written().contains(u"does not open with this number"), qPrintable(written()));
        type(u"12"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(written().contains(u"This opens no chip"), qPrintable(written()));
        press(Qt::Key_A, Qt::ControlModifier);
        type(m_face.can());
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().contains(u"The card is genuine"), qPrintable(said()));
    }

    void withoutAReaderTheReasonIsAskedOnceAShift()
    {
        m_reader->pullOut();
        QTRY_COMPARE(m_reader->state(), CardReader::State::None);
        press(Qt::Key_F9);
        QVERIFY2(said().contains(u"Why does this desk read no cards today"), qPrintable(said()));
        test::screenshot(window(), u"card-why-not-read"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_2); // it is broken
        QTRY_VERIFY2(said().startsWith(u"No card can be read here"), qPrintable(said()));
        press(Qt::Key_2);
        fillForm();
        const Id first = filing()->dossier();
        accept();
        QCOMPARE(CardSeen::fromJson(stored(first).acceptance.value(u"card").toObject())->notRead, u"readerBroken"_qs);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shown<WorklistPage>());
        restart(); // also when the program was started again
        m_counter->read(m_reader.get());
        signIn();
        beginForm();
        QTRY_COMPARE(m_reader->state(), CardReader::State::None);
        press(Qt::Key_F9);
        QTRY_VERIFY2(said().startsWith(u"No card can be read here"), qPrintable(said()));
        QVERIFY(filing()->card());
        QCOMPARE(filing()->card()->notRead, u"readerBroken"_qs);
    }

    void aReasonIsNotKeptWhenTheReaderIsThereAgain()
    {
        m_reader->pullOut();
        QTRY_COMPARE(m_reader->state(), CardReader::State::None);
        press(Qt::Key_F9);
        QVERIFY2(said().contains(u"Why does this desk read no cards today"), qPrintable(said()));
        m_reader->plugIn();
        QTRY_COMPARE(m_reader->state(), CardReader::State::Empty);
        press(Qt::Key_2); // it was broken
        QVERIFY2(said().startsWith(u"The card reader is there again, so this reason was not kept"), qPrintable(said()));
        QVERIFY(!filing()->card());
        m_reader->pullOut();
        QTRY_COMPARE(m_reader->state(), CardReader::State::None);
        press(Qt::Key_F9); // nor is it the reason of the day
        QVERIFY2(said().contains(u"Why does this desk read no cards today"), qPrintable(said()));
    }

    void nothingStaysOfWhoLeft()
    {
        lay();
        readByNumber();
        QTRY_VERIFY(window()->findChild<QLabel *>(u"visitPhoto"_qs)->isVisible());
        press(Qt::Key_F8);
        if (!shown<WorklistPage>()) {
            press(Qt::Key_Escape);
        }
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        beginForm();
        QVERIFY(!m_counter->visit()->cards()->card());
        QVERIFY(!window()->findChild<QLabel *>(u"visitPhoto"_qs)->isVisible());
    }

private:
    void lay(const training::ChipOptions &options = {})
    {
        m_reader->lay(m_cards->card(), options);
        QTRY_COMPARE(m_reader->state(), CardReader::State::Card);
    }
    /** Until the reading has ended. */
    void readByNumber(bool toTheEnd = true)
    {
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<CardPage>());
        type(m_face.can());
        press(Qt::Key_Return);
        if (toTheEnd) {
            QTRY_VERIFY(m_counter->visit()->cards()->isDone());
        }
    }
    /** Not of the card of this test; its last six digits open no chip here. */
    [[nodiscard]] QString numberOfAnother() const { return QString(m_face.number).replace(11, 1, m_face.number.endsWith(u'1') ? u"2"_qs : u"1"_qs); }
    [[nodiscard]] QString codeOfAnother() const { return QString(m_face.code).replace(m_face.number, numberOfAnother()); }
    void signInAgain()
    {
        type(TrainingDesk::password());
        press(Qt::Key_Return);
    }
    [[nodiscard]] QString path(const QString &part) const { return filing()->procedure().roles().value(u"applicant."_qs + part); }
    [[nodiscard]] FieldValue answer(const QString &part) const { return filing()->form().value(path(part)); }
    [[nodiscard]] QString panel() const { return written(window()->findChild<QWidget *>(u"visitPanel"_qs)); }

    std::unique_ptr<training::TrainingCards> m_cards;
    std::unique_ptr<training::SimulatedCardReader> m_reader;
    SimulatedCodeReader m_scanner;
    PhotoDecoder m_photos;
    training::CardFace m_face = training::TrainingCards().card().face;
    std::atomic<bool> m_trusts = true;
};

QTEST_MAIN(tst_CardAtDesk)
#include "tst_CardAtDesk.moc"
