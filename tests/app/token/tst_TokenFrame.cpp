// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/TokenFrame.h"

#include <QTest>

using namespace motcua;
using namespace motcua::token;

/** What goes to the helper and comes back: whole, or nothing. */
class tst_TokenFrame : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static Question question()
    {
        return {.verb = Verb::Sign,
            .isAttended = true,
            .uri = QStringLiteral("pkcs11:token=a;object=b"),
            .pin = security::SecretBytes::copyOf("271828"),
            .digest = QByteArray(32, 'd')};
    }

private Q_SLOTS:
    void aQuestionComesAsItWas()
    {
        const auto read = questionOf(framed(question()));
        QVERIFY(read);
        QCOMPARE(read->verb, Verb::Sign);
        QVERIFY(read->isAttended);
        QCOMPARE(read->uri, question().uri);
        QVERIFY(read->pin.equals(question().pin));
        QCOMPARE(read->digest, question().digest);
    }
    void anAnswerComesAsItWas()
    {
        const auto read = answerOf(
            framed(Answer{.outcome = Outcome::PinLocked, .isMade = true, .bytes = "bytes", .detail = QStringLiteral("C_Login 0xa4")}));
        QVERIFY(read);
        QCOMPARE(read->outcome, Outcome::PinLocked);
        QVERIFY(read->isMade);
        QCOMPARE(read->bytes, "bytes");
        QCOMPARE(read->detail, QStringLiteral("C_Login 0xa4"));
    }
    void onlyVerbsThatAreKnown()
    {
        Question document = question();
        document.verb = Verb::SignDocument;
        QCOMPARE(questionOf(framed(document))->verb, Verb::SignDocument);
        for (const int verb : {0, 5, 255}) {
            document.verb = static_cast<Verb>(verb);
            QVERIFY(!questionOf(framed(document)));
        }
    }
    void aPartOfOneIsNone()
    {
        const security::SecretBytes whole = framed(question());
        const QByteArray answer = framed(Answer{.outcome = Outcome::Done, .bytes = "bytes"});
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QVERIFY(!questionOf(security::SecretBytes::copyOf(whole.view().first(size))));
        }
        for (qsizetype size = 0; size < answer.size(); ++size) {
            QVERIFY(!answerOf(answer.first(size)));
        }
        QVERIFY(!answerOf(answer + 'x'));
        QVERIFY(!answerOf("\x02" + answer.sliced(1))); // of a later version
        QVERIFY(!answerOf(answer.first(1) + '\x08' + answer.sliced(2))); // an outcome nobody knows
    }
    void whatIsTooLongForAPipeIsNone()
    {
        Question long_ = question();
        long_.pin = security::SecretBytes(5'000);
        QVERIFY(framed(long_).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_TokenFrame)
#include "tst_TokenFrame.moc"
