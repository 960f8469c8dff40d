// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/SpokenCall.h"

#include <QFile>
#include <QTest>

using namespace motcua;

/** What is said of a call, by the words that are shipped. */
class tst_SpokenCall : public QObject
{
    Q_OBJECT

    CallWords m_words;

    [[nodiscard]] QString said(const TicketCall &call, const QString &language) const
    {
        const auto spoken = SpokenCall::of(call, *m_words.in(language));
        return spoken ? spoken->text() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/hall/voice.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto words = CallWords::read({u"voice.json"_qs, file.readAll()});
        QVERIFY2(bool(words), words ? "" : qPrintable(words.error().constFirst().detail));
        m_words = *words;
    }

    void theNumberIsSaidDigitByDigitAndTheDeskAsANumber_data()
    {
        QTest::addColumn<TicketCall>("call");
        QTest::addColumn<QString>("vietnamese");
        QTest::addColumn<QString>("english");
        QTest::addRow("of a desk that gave it out alone") << TicketCall{u"A03-01"_qs, 3, {}, {}} << u"Mời số a không ba không một, đến quầy số ba."_qs
                                                          << u"Number A zero three zero one, please go to counter three."_qs;
        QTest::addRow("three digits") << TicketCall{u"A013"_qs, 3, {}, {}} << u"Mời số a không một ba, đến quầy số ba."_qs
                                      << u"Number A zero one three, please go to counter three."_qs;
        QTest::addRow("no ten and no five of numbers") << TicketCall{u"B155"_qs, 15, {}, {}} << u"Mời số bê một năm năm, đến quầy số mười lăm."_qs
                                                       << u"Number B one five five, please go to counter fifteen."_qs;
        QTest::addRow("one and four behind tens") << TicketCall{u"C444"_qs, 21, {}, {}} << u"Mời số xê bốn bốn bốn, đến quầy số hai mươi mốt."_qs
                                                  << u"Number C four four four, please go to counter twenty one."_qs;
        QTest::addRow("a full ten") << TicketCall{u"D001"_qs, 40, {}, {}} << u"Mời số dê không không một, đến quầy số bốn mươi."_qs
                                    << u"Number D zero zero one, please go to counter forty."_qs;
        QTest::addRow("the largest desk") << TicketCall{u"Z1234"_qs, 999, {}, {}}
                                          << u"Mời số dét một hai ba bốn, đến quầy số chín trăm chín mươi chín."_qs
                                          << u"Number Z one two three four, please go to counter nine hundred and ninety nine."_qs;
        QTest::addRow("a full hundred") << TicketCall{u"Z9"_qs, 100, {}, {}} << u"Mời số dét chín, đến quầy số một trăm."_qs
                                        << u"Number Z nine, please go to counter one hundred."_qs;
        QTest::addRow("a desk with a name") << TicketCall{u"G002"_qs, 0, u"Hướng dẫn"_qs, {}} << u"Mời số giê không không hai, đến quầy Hướng dẫn."_qs
                                            << u"Number G zero zero two, please go to the counter Hướng dẫn."_qs;
        QTest::addRow("a name that is no command") << TicketCall{u"G002"_qs, 0, u"  [[h@'l]]\n<speak/> 2 "_qs, {}}
                                                   << u"Mời số giê không không hai, đến quầy h l speak 2."_qs
                                                   << u"Number G zero zero two, please go to the counter h l speak 2."_qs;
    }
    void theNumberIsSaidDigitByDigitAndTheDeskAsANumber()
    {
        QFETCH(TicketCall, call);
        QTEST(said(call, u"vi"_qs), "vietnamese");
        QTEST(said(call, u"en"_qs), "english");
    }

    void whatIsNoCallIsNotSaid_data()
    {
        QTest::addColumn<TicketCall>("call");
        for (const char *number : {"", "A", "013", "a013", "AA13", "A01B", "A-13", "Đ013", "A1234567", "A０１", "A 13"}) {
            QTest::addRow("number \"%s\"", number) << TicketCall{QString::fromUtf8(number), 3, {}, {}};
        }
        QTest::addRow("no desk") << TicketCall{u"A013"_qs, 0, {}, {}};
        QTest::addRow("a desk whose name has no letter") << TicketCall{u"A013"_qs, 0, u" … "_qs, {}};
        QTest::addRow("a desk below one") << TicketCall{u"A013"_qs, -1, u"Hướng dẫn"_qs, {}};
        QTest::addRow("a desk too high") << TicketCall{u"A013"_qs, 1000, {}, {}};
    }
    void whatIsNoCallIsNotSaid()
    {
        QFETCH(TicketCall, call);
        QCOMPARE(said(call, u"vi"_qs), QString());
        QCOMPARE(said(call, u"en"_qs), QString());
    }

    void everyLetterHasANameOfItsOwn()
    {
        for (const CallPhrases &phrases : m_words.languages) {
            QStringList names;
            for (char16_t letter = u'A'; letter <= u'Z'; ++letter) {
                const auto spoken = SpokenCall::of({QChar(letter) + u"1"_qs, 1, {}, {}}, phrases);
                QVERIFY(spoken);
                names.append(spoken->pieces.at(1).text);
            }
            QCOMPARE(names.removeDuplicates(), 0);
        }
    }

    void aSentenceIsCutWhereItIsRecorded()
    {
        const auto spoken = SpokenCall::of({u"A01"_qs, 12, {}, {}}, *m_words.in(u"vi"_qs));
        QVERIFY(spoken);
        QCOMPARE(spoken->language, u"vi"_qs);
        const QList<SpokenPiece> expected{{u"Mời số"_qs, false}, {u"a"_qs, false}, {u"không"_qs, false}, {u"một"_qs, true}, {u"đến quầy số"_qs, false},
            {u"mười"_qs, false}, {u"hai"_qs, true}};
        QVERIFY(spoken->pieces == expected);
    }

    void placesMayStandInEitherOrder()
    {
        CallPhrases phrases = *m_words.in(u"en"_qs);
        phrases.toNumber = u"{desk}: {ticket}"_qs;
        QCOMPARE(SpokenCall::of({u"B2"_qs, 3, {}, {}}, phrases)->text(), u"three, B two."_qs);
    }
};

QTEST_APPLESS_MAIN(tst_SpokenCall)
#include "tst_SpokenCall.moc"
