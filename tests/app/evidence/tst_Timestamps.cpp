// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/Timestamps.h"
#include "app/security/Sha256.h"
#include "tests/app/evidence/SignatureBench.h"
#include "tests/support/TestServer.h"
#include "tests/support/TimeResponder.h"

#include <QTest>

using namespace motcua;
using namespace motcua::evidence;
using namespace motcua::test;
using testsupport::ServerTls;
using testsupport::TestServer;
using testsupport::TimeResponder;
using State = SignatureVerdict::State;

/** The time of a signature, by an authority that is asked over the network and believed only what it proves. */
class tst_Timestamps : public QObject
{
    Q_OBJECT

private:
    using Trick = TimeResponder::Trick;
    SignatureBench m_bench;
    const QByteArray m_paper = SignatureBench::paper();

    [[nodiscard]] static TestServer::Behaviour answering(const TimeResponder &responder)
    {
        return [&responder](TestServer::Connection &connection) {
            const auto request = connection.readRequest();
            const qsizetype body = request ? request->indexOf("\r\n\r\n") + 4 : 0;
            if (body > 4 && request->contains("application/timestamp-query")) {
                connection.answer("200 OK", "Content-Type: application/timestamp-reply\r\n", responder.answered(request->sliced(body)));
                connection.waitForClient();
            }
        };
    }
    [[nodiscard]] TimeAuthority at(quint16 port, const QString &scheme = QStringLiteral("http")) const
    {
        return {QUrl(QStringLiteral("%1://localhost:%2/tsa").arg(scheme).arg(port)), m_bench.root.pem()};
    }
    [[nodiscard]] static QString toldOf(const std::optional<Error> &error) { return error ? errorName(error->code) + u' ' + error->detail : QString(); }

private Q_SLOTS:
    void theTimeIsInTheSignature_data()
    {
        QTest::addColumn<bool>("isPlain");
        QTest::newRow("http") << true;
        QTest::newRow("https") << false;
    }
    void theTimeIsInTheSignature()
    {
        QFETCH(bool, isPlain);
        const TimeResponder responder(m_bench.root);
        const IssuedCertificate server({}, &m_bench.root);
        const TestServer listening(answering(responder), isPlain ? ServerTls{} : ServerTls{.chainPem = server.pem(), .keyPem = server.keyPem()});
        const auto made = signedCopyAtBest(
            m_paper, *m_bench.signer(), SignatureBench::look(), timestamperOf(at(listening.port(), isPlain ? QStringLiteral("http") : QStringLiteral("https"))));
        QVERIFY2(made, made ? "" : qPrintable(toldOf(made.error())));
        QVERIFY2(!made->timeless, qPrintable(toldOf(made->timeless)));
        const auto verdicts = m_bench.judged(made->pdf);
        QCOMPARE(verdicts.constFirst().state, State::Valid);
        QVERIFY(verdicts.constFirst().isTimestamped);
        QVERIFY(qAbs(verdicts.constFirst().at.secsTo(SignatureBench::now())) < 60);
        if (SignatureBench::whyNot().isEmpty()) {
            QVERIFY(SignatureBench::pdfsig(made->pdf).contains("Signature Validation: Signature is Valid."));
        }
    }

    void anAuthorityNobodyTrustsGivesNoTime()
    {
        const IssuedCertificate foreign(IssuedCertificate::authority("Foreign"));
        const TimeResponder responder(foreign);
        const auto question = TimeQuestion::of(security::sha256("signature"));
        QVERIFY(question);
        const QByteArray answer = responder.answered(question->der);
        QVERIFY(question->tokenIn(answer, foreign.pem()));
        QVERIFY(!question->tokenIn(answer, m_bench.root.pem()));
        // Whoever signs may believe it; who reads goes by their own.
        const auto made = signedCopy(m_paper, *m_bench.signer(), SignatureBench::look(), [&](const QByteArray &sha256) -> Result<QByteArray> {
            const auto asked = TimeQuestion::of(sha256);
            return asked->tokenIn(responder.answered(asked->der), foreign.pem());
        });
        QVERIFY(made);
        const auto verdicts = m_bench.judged(*made);
        QCOMPARE(verdicts.constFirst().state, State::Valid);
        QVERIFY(!verdicts.constFirst().isTimestamped);
    }

    void answersThatAreNone_data()
    {
        QTest::addColumn<Trick>("trick");
        QTest::newRow("an earlier answer") << Trick::OtherNonce;
        QTest::newRow("of something else") << Trick::OtherDigest;
        QTest::newRow("refused") << Trick::Refuses;
    }
    void answersThatAreNone()
    {
        QFETCH(Trick, trick);
        const TimeResponder responder(m_bench.root, trick);
        const auto question = TimeQuestion::of(security::sha256("signature"));
        QVERIFY(question);
        const auto token = question->tokenIn(responder.answered(question->der), m_bench.root.pem());
        QVERIFY(!token);
        QCOMPARE(token.error().code, ErrorCode::TimestampFailed);
    }

    void noiseIsNone()
    {
        const TimeResponder responder(m_bench.root);
        const auto question = TimeQuestion::of(security::sha256("signature"));
        const QByteArray answer = responder.answered(question->der);
        QVERIFY(question->tokenIn(answer, m_bench.root.pem()));
        for (qsizetype at = 0; at < answer.size(); at += 7) {
            QByteArray changed = answer;
            changed[at] = static_cast<char>(changed.at(at) ^ 0x55);
            (void)question->tokenIn(changed, m_bench.root.pem());
            QVERIFY(!question->tokenIn(answer.first(at), m_bench.root.pem()));
        }
        QVERIFY(!question->tokenIn(answer, {}));
    }

    void itsAbsenceCostsTheTimeAlone_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("nobody listens") << QByteArray();
        QTest::newRow("it fails") << QByteArray("500 Internal Server Error");
        QTest::newRow("it says something else") << QByteArray("200 OK");
    }
    void itsAbsenceCostsTheTimeAlone()
    {
        QFETCH(QByteArray, status);
        auto server = std::make_unique<TestServer>(TestServer::always(status, "Content-Type: text/html\r\n", "<html>"));
        const TimeAuthority authority = at(server->port());
        if (status.isEmpty()) {
            server.reset();
        }
        const auto signer = m_bench.signer();
        const auto made = signedCopyAtBest(m_paper, *signer, SignatureBench::look(), timestamperOf(authority));
        QVERIFY(made && made->timeless);
        QVERIFY2(made->timeless->code == ErrorCode::TimestampFailed, qPrintable(toldOf(made->timeless)));
        const auto verdicts = m_bench.judged(made->pdf);
        QCOMPARE(verdicts.constFirst().state, State::Valid);
        QVERIFY(!verdicts.constFirst().isTimestamped);
        const auto strictly = signedCopy(m_paper, *signer, SignatureBench::look(), timestamperOf(authority));
        QVERIFY(!strictly);
        QCOMPARE(strictly.error().code, ErrorCode::TimestampFailed);
    }

    void addresses()
    {
        QVERIFY(TimeAuthority::isAddress(QUrl(QStringLiteral("http://tsa.example.vn/a?b"))));
        for (const QString &text : {QString(), QStringLiteral("ftp://tsa.example.vn"), QStringLiteral("http:///a"), QStringLiteral("http://me:word@tsa.example.vn")}) {
            QVERIFY2(!TimeAuthority::isAddress(QUrl(text)), qPrintable(text));
        }
    }

    void aSignatureOfAnExpiredOneIsTold()
    {
        // By its own word it signed in time; the timestamp says when it did.
        IssuedCertificate::Wish wish = SignatureBench::wish();
        wish.fromS = -60 * 86'400LL;
        wish.toS = -10 * 86'400LL;
        const auto signer = m_bench.signer(IssuedCertificate(wish, &m_bench.root));
        const auto look = SignatureBench::look(SignatureBench::now().addDays(-20));
        const auto claimed = signedCopy(m_paper, *signer, look);
        QVERIFY(claimed);
        QCOMPARE(m_bench.judged(*claimed).constFirst().state, State::Valid);
        const TimeResponder responder(m_bench.root);
        const auto stamped = signedCopy(m_paper, *signer, look, [&](const QByteArray &sha256) -> Result<QByteArray> {
            const auto asked = TimeQuestion::of(sha256);
            return asked->tokenIn(responder.answered(asked->der), m_bench.root.pem());
        });
        QVERIFY(stamped);
        QCOMPARE(m_bench.judged(*stamped).constFirst().state, State::Expired);
    }
};

QTEST_MAIN(tst_Timestamps)
#include "tst_Timestamps.moc"
