// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"
#include "ui/messages/ScanSentence.h"

#include <QSet>
#include <QTest>

using namespace motcua;

/** What is said of a stack that was not scanned to its end, in both languages. */
class tst_ScanSentence : public QObject
{
    Q_OBJECT

    static constexpr int Last = int(ScanFault::What::TooMany);

private Q_SLOTS:
    void everyFaultSaysWhatHappenedWhatIsKeptAndWhatToDo()
    {
        for (const auto code : {Language::Code::English, Language::Code::Vietnamese}) {
            const Language spoken(code);
            QSet<QString> codes;
            QSet<QString> sentences;
            for (int what = 0; what <= Last; ++what) {
                const ScanFault fault{static_cast<ScanFault::What>(what), u"sane_read"_qs};
                for (const int pages : {0, 7}) {
                    const Sentence told = sentence(fault, pages);
                    QVERIFY(told.happened.endsWith(u'.') && told.kept.endsWith(u'.') && told.next.endsWith(u'.'));
                    QVERIFY(!told.text().contains(u"sane_read") && !told.text().contains(u'%'));
                    QCOMPARE(told.kept.contains(u'7'), pages == 7);
                    codes.insert(told.code);
                    sentences.insert(told.happened);
                }
            }
            QCOMPARE(codes.size(), Last + 1);
            QCOMPARE(sentences.size(), Last + 1);
        }
    }
};

QTEST_GUILESS_MAIN(tst_ScanSentence)
#include "tst_ScanSentence.moc"
