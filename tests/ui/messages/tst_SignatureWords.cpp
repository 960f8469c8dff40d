// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "ui/messages/Language.h"
#include "ui/messages/SignatureWords.h"

#include <QSet>
#include <QTest>

using namespace motcua;
using Verdict = evidence::SignatureVerdict;

/** What is said of a signature, in both languages. */
class tst_SignatureWords : public QObject
{
    Q_OBJECT

    static constexpr int Last = int(Verdict::State::Unreadable);

private Q_SLOTS:
    void everyStateHasAShapeWordsAndWhatFollows()
    {
        for (const auto code : {Language::Code::English, Language::Code::Vietnamese}) {
            const Language spoken(code);
            QSet<QString> seen;
            QSet<QString> told;
            for (int state = 0; state <= Last; ++state) {
                const SignatureMark held = mark(static_cast<Verdict::State>(state));
                QVERIFY(!held.shape.isEmpty() && !held.words.isEmpty() && held.told.endsWith(u'.'));
                seen.insert(held.words);
                told.insert(held.told);
            }
            QCOMPARE(seen.size(), Last + 1);
            QCOMPARE(told.size(), Last + 1);
        }
    }

    void onlyAValidOneIsDone()
    {
        for (int state = 0; state <= Last; ++state) {
            const auto one = static_cast<Verdict::State>(state);
            QCOMPARE(mark(one).tone == u"done", one == Verdict::State::Valid || one == Verdict::State::SignedOn);
            QCOMPARE(mark(one).shape == u"✔", one == Verdict::State::Valid || one == Verdict::State::SignedOn);
        }
        QCOMPARE(mark(Verdict::State::Altered).tone, u"danger"_qs);
    }

    void signerAndTime_data()
    {
        QTest::addColumn<QString>("signer");
        QTest::addColumn<QString>("organisation");
        QTest::addColumn<QString>("shown");
        QTest::newRow("both") << u"Trần Minh Đức"_qs << u"UBND phường Hòa An"_qs << u"Trần Minh Đức · UBND phường Hòa An"_qs;
        QTest::newRow("an agency signs itself") << u"UBND phường Hòa An"_qs << u"UBND phường Hòa An"_qs << u"UBND phường Hòa An"_qs;
        QTest::newRow("no organisation") << u"Trần Minh Đức"_qs << QString() << u"Trần Minh Đức"_qs;
        QTest::newRow("no name") << QString() << u"UBND phường Hòa An"_qs << u"UBND phường Hòa An"_qs;
        QTest::newRow("neither") << QString() << QString() << u"—"_qs;
    }
    void signerAndTime()
    {
        QFETCH(QString, signer);
        QFETCH(QString, organisation);
        const Language english(Language::Code::English);
        Verdict verdict{.state = Verdict::State::Valid, .signer = signer, .organisation = organisation};
        QTEST(signerWords(verdict), "shown");
        QCOMPARE(signedAtWords(verdict), u"time not said"_qs);
        verdict.at = vietnamTime(QDate(2026, 11, 23), QTime(14, 58, 7)).toUTC();
        QCOMPARE(signedAtWords(verdict), u"14:58:07 23/11/2026, as the signer says"_qs);
        verdict.isTimestamped = true;
        QCOMPARE(signedAtWords(verdict), u"14:58:07 23/11/2026, proved by a timestamp"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_SignatureWords)
#include "tst_SignatureWords.moc"
