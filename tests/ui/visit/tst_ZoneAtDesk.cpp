// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardTerms.h"
#include "app/training/SimulatedCodeReader.h"
#include "app/training/chip/SimulatedCardReader.h"
#include "app/workflows/Lawbook.h"
#include "models/base/VietnamTime.h"
#include "models/person/MrzKey.h"
#include "tests/app/training/chip/TrainingCards.h"
#include "tests/ui/support/CounterStory.h"
#include "ui/form/FieldRow.h"
#include "ui/form/OfferLine.h"
#include "ui/visit/CardDesk.h"
#include "ui/visit/CardPage.h"

using namespace motcua;

/** Who comes with less than a chip that was read: the lines of a passport, the code of a card on a telephone; at a real desk, by keys alone. */
class tst_ZoneAtDesk : public test::CounterStory
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_cards = std::make_unique<training::TrainingCards>(); }

    void init()
    {
        m_reader = std::make_unique<training::SimulatedCardReader>([this] {
            return CardTerms({}, Lawbook::folder(), {*certificateIn(m_cards->authority().authority())}).on(QDate::currentDate());
        });
        openDesk();
        m_counter->listen(&m_scanner);
        m_counter->read(m_reader.get());
        signIn();
        beginForm();
    }
    void cleanup()
    {
        closeDesk();
        m_reader.reset();
    }

    void thePassportIsTypedOnThePageOfTheCard()
    {
        fillForm();
        for (const QString &part : {u"name"_qs, u"number"_qs, u"birth"_qs, u"document"_qs, u"shown"_qs}) {
            filing()->answer(path(part), {});
        }
        press(Qt::Key_3, Qt::AltModifier);
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<CardPage>());
        type(inOneLine(passport()));
        press(Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY2(said().startsWith(u"Why was the chip of this document not read"), qPrintable(said()));
        QVERIFY(shown<FormPage>());
        test::screenshot(window(), u"zone-why"_qs);
        press(Qt::Key_1);
        QTRY_VERIFY2(said().startsWith(u"The lines prove nobody"), qPrintable(said()));
        press(Qt::Key_1);
        QCOMPARE(answer(u"name"_qs), FieldValue::given(u"ERIKSSON ANNA MARIA"_qs, Provenance::Mrz));
        QVERIFY2(offered().contains(u"« machine-readable zone: 08/1974. The document does not know the whole day"), qPrintable(offered()));
        QVERIFY(!answer(u"birth"_qs).isGiven()); // no day is made up
        QVERIFY(shown<FormPage>()->focusField(path(u"birth"_qs)));
        press(Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY2(said().startsWith(u"The document knows only a part of the day"), qPrintable(said()));
        type(u"12/8/1974"_qs);
        press(Qt::Key_Return);
        QCOMPARE(answer(u"birth"_qs), FieldValue::given(u"1974-08-12"_qs));
        QCOMPARE(offered(), QString()); // it goes together with what was asked
        QCOMPARE(answer(u"document"_qs), FieldValue::given(u"L898902C"_qs, Provenance::Mrz));
        QCOMPARE(answer(u"shown"_qs).text, u"passport"_qs);
        QVERIFY2(panel().contains(u"« machine-readable zone; chip not read: Giấy tờ không có chip"), qPrintable(panel()));
        test::screenshot(window(), u"zone-form"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        const Id dossier = filing()->dossier();
        accept();
        const std::optional<CardSeen> seen = CardSeen::fromJson(stored(dossier).acceptance.value(u"card").toObject());
        QVERIFY(seen && seen->isZone());
        QCOMPARE(seen->notRead, u"noChip"_qs);
        QCOMPARE(seen->notReadText, u"Giấy tờ không có chip"_qs);
        QCOMPARE(seen->failed, QString());
        QCOMPARE(stored(dossier).role(u"applicant.name"_qs).source, Provenance::Mrz);
    }

    void theLinesTypedToOpenTheChipSayWhatTheyFilled()
    {
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<CardPage>());
        type(m_face.zone.at(0) + u' ' + m_face.zone.at(1) + u' ' + m_face.zone.at(2));
        press(Qt::Key_Return);
        QVERIFY(shown<CardPage>()); // the card is still to be laid down
        QVERIFY2(said().contains(u"were filled from the machine-readable lines"), qPrintable(said()));
        QCOMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::Mrz));
    }

    void whatIsMistypedFillsNothing_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("words");
        QTest::newRow("a sign of the number") << inOneLine(passport()).replace(u"L898902C"_qs, u"L898903C"_qs)
                                              << u"A sign is wrong here: number."_qs;
        QTest::newRow("a line too short") << inOneLine(passport()).chopped(1) << u"These are not the lines"_qs;
        QTest::newRow("a letter no zone has") << inOneLine(passport()).replace(u"ANNA"_qs, u"AN,A"_qs) << u"only the letters A to Z"_qs;
    }
    void whatIsMistypedFillsNothing()
    {
        QFETCH(QString, zone);
        QFETCH(QString, words);
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<CardPage>());
        type(zone);
        press(Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY2(written().contains(words), qPrintable(written()));
        QVERIFY(shown<CardPage>());
        test::screenshot(window(), u"zone-mistyped-"_qs + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        QVERIFY(!answer(u"name"_qs).isGiven() && !answer(u"birth"_qs).isGiven());
        press(Qt::Key_A, Qt::ControlModifier); // what is right is typed in the same place
        type(inOneLine(passport()));
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().startsWith(u"Why was the chip of this document not read"), qPrintable(said()));
        QCOMPARE(answer(u"name"_qs).source, Provenance::Mrz);
    }

    void theScannedZoneNeverTakesThePlaceOfTheNameThatStandsThere()
    {
        retype(path(u"name"_qs), u"Anna Maria Ericsson"_qs);
        retype(path(u"birth"_qs), u"12/8/1973"_qs);
        m_scanner.send(zone(u"P<SWEERIKSSON<<ANNA<MARIA"_qs, u"L898902C<3SWE740812<F390415<"_qs).toUtf8().replace('\n', '\r')
            + '\r'); // line by line, as readers send it
        QTRY_VERIFY2(said().contains(u"are to be compared"), qPrintable(said()));
        QCOMPARE(answer(u"name"_qs), FieldValue::given(u"Anna Maria Ericsson"_qs));
        QCOMPARE(answer(u"birth"_qs), FieldValue::given(u"1973-08-12"_qs));
        QCOMPARE(answer(u"document"_qs).source, Provenance::Mrz); // which nobody had answered
        QVERIFY2(offered().contains(u"« machine-readable zone: ERIKSSON ANNA MARIA"), qPrintable(offered()));
        QVERIFY2(offered().contains(u"« machine-readable zone: 12/08/1974"), qPrintable(offered()));
        test::screenshot(window(), u"zone-contradiction"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        QVERIFY(shown<FormPage>()->focusField(path(u"name"_qs)));
        press(Qt::Key_Return, Qt::AltModifier);
        QTRY_VERIFY2(said().startsWith(u"A name in the letters of a zone never takes"), qPrintable(said()));
        QCOMPARE(answer(u"name"_qs), FieldValue::given(u"Anna Maria Ericsson"_qs));
        press(Qt::Key_K, Qt::AltModifier);
        QVERIFY2(!offered().contains(u"ERIKSSON"), qPrintable(offered())); // asked once
        QVERIFY(shown<FormPage>()->focusField(path(u"birth"_qs)));
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(answer(u"birth"_qs), FieldValue::given(u"1974-08-12"_qs, Provenance::Mrz));
        QCOMPARE(offered(), QString());
    }

    void aReaderThatTypesTheLinesFillsTheFormToo()
    {
        for (const QString &line : m_face.zone) {
            typeAsReader(line);
        }
        QTRY_COMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::Mrz));
        QVERIFY2(said().contains(u"keyboard mode") && !said().contains(u"only digits and dates"), qPrintable(said()));
        QVERIFY(window()->strip()->isAsking()); // whether it is taken without the chip
    }

    void aNameThatWasCutIsCompletedByHand()
    {
        m_scanner.send(zone(u"P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"_qs, u"L898902C<3UTO740812<F340415<"_qs).toUtf8());
        QTRY_VERIFY2(
            offered().contains(u"NILAVADHANANANDA CHAYAPA DEJTHAMRONG K… Its end is most likely cut"), qPrintable(offered() + said()));
        QVERIFY(!answer(u"name"_qs).isGiven());
        test::screenshot(window(), u"zone-name-cut"_qs);
        QVERIFY(shown<FormPage>()->focusField(path(u"name"_qs)));
        press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(answer(u"name"_qs), FieldValue::given(u"NILAVADHANANANDA CHAYAPA DEJTHAMRONG K"_qs, Provenance::Mrz));
        press(Qt::Key_End);
        type(u"RASUANG"_qs);
        QCOMPARE(
            answer(u"name"_qs), FieldValue::given(u"NILAVADHANANANDA CHAYAPA DEJTHAMRONG KRASUANG"_qs)); // the officer's, as it is printed
    }

    void thePrintedNameAnswersWhatTheZoneAsked()
    {
        m_scanner.send(vietnamesePassport().toUtf8());
        QTRY_VERIFY2(offered().contains(u"TRAN VAN MAU. It has no marks"), qPrintable(offered() + said()));
        QCOMPARE(answer(u"number"_qs), FieldValue::given(u"001085012345"_qs, Provenance::Mrz));
        retype(path(u"name"_qs), u"Trần Văn Mẫu"_qs);
        QCOMPARE(offered(), QString()); // with its marks it is the same name
        QCOMPARE(answer(u"name"_qs), FieldValue::given(u"Trần Văn Mẫu"_qs));
    }

    void anExpiredPassportIsTold()
    {
        m_scanner.send(zone(u"P<UTOERIKSSON<<ANNA<MARIA"_qs, u"L898902C<3UTO740812<F120415<"_qs).toUtf8());
        QTRY_VERIFY2(said().contains(u"This document expired on 15/04/2012 and proves nothing any more."), qPrintable(said()));
        test::screenshot(window(), u"zone-expired"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        press(Qt::Key_F9);
        QTRY_VERIFY(shown<CardPage>());
        press(Qt::Key_Return, Qt::AltModifier); // its lines are known
        QTRY_VERIFY2(said().startsWith(u"Why was the chip"), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_VERIFY2(said().contains(u"expired on 15/04/2012"), qPrintable(said()));
        QCOMPARE(window()->strip()->notice().kind, Notice::Kind::Warning);
        QVERIFY(!answer(u"shown"_qs).isGiven()); // nobody is asked whether it proves
        QCOMPARE(filing()->card()->failed, u"expiry"_qs);
        QVERIFY2(panel().contains(u"of an expired document"), qPrintable(panel()));
    }

    void withoutAReaderThePassportIsTypedAfterItWasChosen()
    {
        m_reader->pullOut();
        QTRY_COMPARE(m_reader->state(), CardReader::State::None);
        press(Qt::Key_F9);
        press(Qt::Key_2); // it is broken
        QTRY_VERIFY2(said().startsWith(u"No card can be read here"), qPrintable(said()));
        press(Qt::Key_3); // a passport
        QTRY_VERIFY2(said().contains(u"at the foot of the passport can fill the form"), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_VERIFY(shown<CardPage>());
        QCOMPARE(window()->focusWidget()->objectName(), u"cardKey"_qs);
        test::screenshot(window(), u"zone-alone"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        type(inOneLine(passport()));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shown<FormPage>(), qPrintable(said()));
        QVERIFY2(said().contains(u"Kept with the dossier"), qPrintable(said())); // nothing is asked a second time
        QCOMPARE(answer(u"name"_qs).source, Provenance::Mrz);
        QCOMPARE(filing()->card()->notRead, u"readerBroken"_qs);
        QVERIFY(filing()->card()->isZone());
    }

    void aZoneThatWasTakenIsOnePersons()
    {
        m_scanner.send(passport().toUtf8());
        QTRY_VERIFY2(window()->strip()->isAsking(), qPrintable(said()));
        answerStrip(); // without the chip
        QTRY_VERIFY2(said().startsWith(u"Why was the chip"), qPrintable(said()));
        press(Qt::Key_1);
        QTRY_VERIFY(filing()->card() && filing()->card()->isZone());
        filing()->answer(path(u"name"_qs), FieldValue::given(u"Eriksson Anna Maria"_qs)); // capitals make no other person
        QVERIFY(filing()->card());
        filing()->answer(path(u"document"_qs), FieldValue::given(u"L898903D"_qs));
        QVERIFY(!filing()->card());
    }

    void theChipRaisesWhatTheZoneFilled()
    {
        const QString lines = m_face.zone.join(u'\n');
        m_scanner.send(lines.toUtf8());
        QTRY_COMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::Mrz));
        m_reader->lay(m_cards->card());
        QTRY_VERIFY2(said().contains(u"The card is genuine"), qPrintable(said()));
        QCOMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::ChipVerified));
        QCOMPARE(answer(u"birth"_qs).source, Provenance::ChipVerified);
        QVERIFY(!filing()->card()->isZone());
    }

    void aRefusedChipLeavesWhatIsPrinted()
    {
        m_scanner.send(m_face.zone.join(u'\n').toUtf8());
        QTRY_COMPARE(answer(u"number"_qs).source, Provenance::Mrz);
        training::ChipOptions options;
        options.faults.tamperedGroup = 13;
        m_reader->lay(m_cards->card(), options);
        QTRY_VERIFY2(said().contains(u"they were changed"), qPrintable(said()));
        QCOMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::Mrz));
        for (const FieldValue &value : filing()->form().values()) {
            QVERIFY(value.source != Provenance::ChipRead && value.source != Provenance::ChipVerified);
        }
    }

    void theLinesAfterARefusalBringNothingOfTheChipBack()
    {
        training::ChipOptions options;
        options.faults.tamperedGroup = 13;
        m_reader->lay(m_cards->card(), options);
        QTRY_COMPARE(m_reader->state(), CardReader::State::Card);
        press(Qt::Key_F9);
        QTRY_VERIFY2(shown<CardPage>(), qPrintable(said()));
        type(m_face.can());
        press(Qt::Key_Return);
        QTRY_VERIFY2(said().contains(u"they were changed"), qPrintable(said()));
        const CardSeen refused = *filing()->card();
        m_scanner.send(m_face.zone.join(u'\n').toUtf8());
        QTRY_COMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::Mrz));
        for (const FieldValue &value : filing()->form().values()) {
            QVERIFY(value.source != Provenance::ChipRead && value.source != Provenance::ChipVerified);
        }
        press(Qt::Key_1); // of a question that is not asked
        QCOMPARE(*filing()->card(), refused);
    }

    void theZoneOfAnotherPersonIsForgottenWithThem()
    {
        m_scanner.send(passport().toUtf8());
        QTRY_VERIFY(m_counter->visit()->cards()->zone());
        press(Qt::Key_F8);
        if (!shown<WorklistPage>()) {
            press(Qt::Key_Escape);
        }
        QTRY_VERIFY2(shown<WorklistPage>(), qPrintable(said()));
        QTRY_COMPARE(turn()->turn(), ServeVisit::Turn::None);
        beginForm();
        QVERIFY(!m_counter->visit()->cards()->zone());
    }

    void aCodeThatATelephoneShowedSaysSo()
    {
        m_scanner.send(m_face.code.toUtf8());
        QTRY_COMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::CardQr));
        QTRY_VERIFY2(window()->strip()->isAsking(), qPrintable(said()));
        test::screenshot(window(), u"code-of-card"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        answerStrip();
        QTRY_VERIFY2(said().startsWith(u"It was a telephone"), qPrintable(said()));
        QCOMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::TelephoneQr));
        QCOMPARE(answer(u"name"_qs).source, Provenance::TelephoneQr);
        QCOMPARE(answer(u"birth"_qs).source, Provenance::TelephoneQr);
        test::screenshot(window(), u"code-on-telephone"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        answerStrip(); // it was the card after all
        QCOMPARE(answer(u"number"_qs).source, Provenance::CardQr);
        answerStrip();
        QCOMPARE(answer(u"number"_qs).source, Provenance::TelephoneQr);
        QVERIFY(shown<FormPage>()->focusField(path(u"name"_qs)));
        press(Qt::Key_Z, Qt::ControlModifier); // what came with it goes as with any other
        QVERIFY(!answer(u"number"_qs).isGiven());
    }

    void whatIsWrongWithTheReaderIsToldBesideTheQuestion_data()
    {
        QTest::addColumn<bool>("typed");
        QTest::addColumn<QString>("words");
        QTest::newRow("it types") << true << u"The code reader is in keyboard mode"_qs;
        QTest::newRow("it sends other letters") << false << u"The letters of this card came garbled"_qs;
    }
    void whatIsWrongWithTheReaderIsToldBesideTheQuestion()
    {
        QFETCH(bool, typed);
        QFETCH(QString, words);
        QString garbled = m_face.code;
        for (QChar &c : garbled) {
            c = c.unicode() < 128 ? c : u'?';
        }
        typed ? typeAsReader(garbled) : m_scanner.send(garbled.toUtf8());
        QTRY_VERIFY2(said().contains(words), qPrintable(said()));
        QTRY_VERIFY2(said().contains(u"from the card"), qPrintable(said())); // asked once it is known what the store says of them
        QTRY_COMPARE(answer(u"number"_qs), FieldValue::given(m_face.number, Provenance::CardQr));
        test::screenshot(window(), typed ? u"code-typed-by-a-reader"_qs : u"code-garbled"_qs);
        QTRY_VERIFY2(test::clipped(window()).isEmpty(), qPrintable(test::clipped(window()).join(u'|')));
        answerStrip(); // shown on a telephone
        QCOMPARE(answer(u"number"_qs).source, Provenance::TelephoneQr);
    }

    void aTelephoneIsNoCard()
    {
        fillForm();
        filing()->look({.id = u"identity"_qs}); // no paper proves who this is
        m_scanner.send(m_face.code.toUtf8());
        QTRY_VERIFY2(window()->strip()->isAsking(), qPrintable(said()));
        for (const QString &part : {u"name"_qs, u"number"_qs, u"birth"_qs}) {
            filing()->answer(path(part), {});
        }
        press(Qt::Key_3, Qt::AltModifier);
        m_scanner.send(m_face.code.toUtf8());
        QTRY_COMPARE(answer(u"number"_qs).source, Provenance::CardQr);
        filing()->answer(path(u"shown"_qs), FieldValue::given(u"cardCode"_qs));
        const auto unproved = [this] {
            const QList<Violation> missing = filing()->missing();
            return std::any_of(
                missing.cbegin(), missing.cend(), [](const Violation &one) { return one.code == ViolationCode::IdentityNotProved; });
        };
        QVERIFY(!unproved());
        answerStrip();
        QCOMPARE(answer(u"number"_qs).source, Provenance::TelephoneQr);
        QVERIFY(unproved());
        m_scanner.send(m_face.code.toUtf8()); // the card is there after all, and its code is read
        QTRY_COMPARE(answer(u"number"_qs).source, Provenance::CardQr);
        QVERIFY(!unproved());
    }

private:
    /** The zone of a passport of these two lines, filled up and with its digits put right. */
    static QString zone(const QString &names, const QString &data)
    {
        QString second = data.leftJustified(44, u'<');
        second[9] = mrzCheckDigit(QStringView(second).first(9));
        second[19] = mrzCheckDigit(QStringView(second).sliced(13, 6));
        second[27] = mrzCheckDigit(QStringView(second).sliced(21, 6));
        second[42] = u'0';
        second[43] = mrzCheckDigit(second.first(10) + second.sliced(13, 7) + second.sliced(21, 22));
        return names.leftJustified(44, u'<') + u'\n' + second;
    }
    /** Of a foreigner who was born on some day of August 1974. */
    static QString passport() { return zone(u"P<SWEERIKSSON<<ANNA<MARIA"_qs, u"L898902C<3SWE7408<<<F390415<"_qs); }
    static QString vietnamesePassport()
    {
        return u"P<VNMTRAN<<VAN<MAU<<<<<<<<<<<<<<<<<<<<<<<<<<\nC1234567<0VNM8505176M3106202001085012345<<30"_qs;
    }
    /** As it is typed into the one line of the page. */
    static QString inOneLine(const QString &zone)
    {
        const QStringList lines = zone.split(u'\n');
        QString names = lines.at(0);
        while (names.endsWith(u'<')) {
            names.chop(1);
        }
        return names + u' ' + lines.at(1);
    }

    /** As a reader that passes for a keyboard sends it, from the window system and all at once. */
    void typeAsReader(const QString &line)
    {
        for (const QChar c : line) {
            QTest::keyClick(window()->windowHandle(), c.toLatin1());
        }
        QTest::keyClick(window()->windowHandle(), Qt::Key_Return);
    }
    /** Goes to the strip and takes its first choice. */
    void answerStrip()
    {
        for (int regions = 0; regions < 6 && !window()->strip()->isAncestorOf(window()->focusWidget()); ++regions) {
            press(Qt::Key_F6);
        }
        press(Qt::Key_1);
    }
    /** What is offered under the fields of the form. */
    [[nodiscard]] QString offered() const
    {
        QStringList all;
        for (const OfferLine *line : window()->page()->findChildren<OfferLine *>()) {
            if (line->isVisibleTo(window())) {
                all.append(line->words());
            }
        }
        return all.join(u'\n');
    }
    [[nodiscard]] QString path(const QString &part) const
    {
        const QMap<QString, QString> roles = filing()->procedure().roles();
        return roles.value(u"applicant."_qs + part);
    }
    [[nodiscard]] FieldValue answer(const QString &part) const { return filing()->form().value(path(part)); }
    [[nodiscard]] QString panel() const { return written(window()->findChild<QWidget *>(u"visitPanel"_qs)); }

    std::unique_ptr<training::TrainingCards> m_cards;
    std::unique_ptr<training::SimulatedCardReader> m_reader;
    SimulatedCodeReader m_scanner;
    training::CardFace m_face = training::TrainingCards().card().face;
};

QTEST_MAIN(tst_ZoneAtDesk)
#include "tst_ZoneAtDesk.moc"
