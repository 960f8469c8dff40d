// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"
#include "ui/messages/TicketSentence.h"

#include <QTest>

using namespace motcua;

using What = TicketFault::What;

Q_DECLARE_METATYPE(motcua::TicketFault::What)

/** What is said of a printer of tickets, in both languages. */
class tst_TicketSentence : public QObject
{
    Q_OBJECT

    static QList<What> all()
    {
        return {What::NotThere, What::NotAllowed, What::InUse, What::NoPrinter, What::PaperOut, What::CoverOpen, What::Broken, What::Stuck, What::Unplugged, What::NotDrawn, What::Closed};
    }

private Q_SLOTS:
    void everyFaultSaysWhatHappenedWhatIsKeptAndWhatToDo_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<What>("what");
        QTest::addColumn<bool>("mayBeOut");
        for (const auto language : {Language::Code::English, Language::Code::Vietnamese}) {
            for (const What what : all()) {
                for (const bool mayBeOut : {false, true}) {
                    QTest::addRow("%d, %d, %d", int(language), int(what), int(mayBeOut)) << int(language) << what << mayBeOut;
                }
            }
        }
    }
    void everyFaultSaysWhatHappenedWhatIsKeptAndWhatToDo()
    {
        QFETCH(int, language);
        QFETCH(What, what);
        QFETCH(bool, mayBeOut);
        const Language spoken(static_cast<Language::Code>(language));
        const TicketFault fault{.what = what, .mayBeOut = mayBeOut, .detail = u"errno 5"_qs};
        for (const Reader reader : {Reader::Window, Reader::Terminal}) {
            const Sentence told = sentence(fault, u"A013"_qs, reader);
            QVERIFY(told.happened.endsWith(u'.') && told.kept.endsWith(u'.') && told.next.endsWith(u'.'));
            QVERIFY(told.kept.contains(u"A013"));
            QVERIFY(!told.code.isEmpty());
            QVERIFY(!told.text().contains(u"errno") && !told.text().contains(u'%'));
            QCOMPARE(told.next.contains(u"Ctrl+P"), reader == Reader::Window);
        }
        const Sentence ofPrinter = sentence(fault, QString());
        QVERIFY(!ofPrinter.text().contains(u'%') && !ofPrinter.text().contains(u"Ctrl+P"));
        QVERIFY(!ofPrinter.kept.isEmpty());
    }

    void aTicketThatMayBeOutIsNotCalledMissing()
    {
        const Language spoken(Language::Code::English);
        QVERIFY(sentence(TicketFault{.what = What::PaperOut, .mayBeOut = true}, u"A013"_qs).kept.contains(u"may have come out"));
        QVERIFY(!sentence(TicketFault{.what = What::PaperOut}, u"A013"_qs).kept.contains(u"may have come out"));
    }

    void onlyPaperThatEndsIsSpokenOf()
    {
        for (const auto code : {Language::Code::English, Language::Code::Vietnamese}) {
            const Language spoken(code);
            QVERIFY(sentence(TicketPaper::Enough).isEmpty());
            QVERIFY(sentence(TicketPaper::Unknown).isEmpty());
            QVERIFY(sentence(TicketPaper::Low).endsWith(u'.'));
            QVERIFY(sentence(TicketPaper::Out).endsWith(u'.'));
            QVERIFY(sentence(TicketPaper::Low) != sentence(TicketPaper::Out));
        }
    }
};

QTEST_GUILESS_MAIN(tst_TicketSentence)
#include "tst_TicketSentence.moc"
