// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/CopySignature.h"
#include "app/evidence/SignatureBlock.h"
#include "tests/app/evidence/SignatureBench.h"
#include "tests/app/token/SoftToken.h"

#include <QElapsedTimer>
#include <QTest>

using namespace motcua;
using namespace motcua::evidence;
using namespace motcua::test;
using State = SignatureVerdict::State;

/** A copy is signed, and every program that reads PDF agrees. */
class tst_CopySignature : public QObject
{
    Q_OBJECT

private:
    using Key = IssuedCertificate::Key;
    SignatureBench m_bench;
    const QByteArray m_paper = SignatureBench::paper();

    [[nodiscard]] std::shared_ptr<Signer> onToken(const SoftToken &token, Key kind) const
    {
        const IssuedCertificate own(SignatureBench::wish(kind), &m_bench.root);
        return token.import(own.keyPem(), QStringLiteral("portal"), QStringLiteral("0a"))
            ? std::make_shared<TokenSigner>(SoftToken::key(), QList<QByteArray>{own.der(), m_bench.root.der()})
            : nullptr;
    }
    [[nodiscard]] QString toldOf(const Result<QByteArray> &made) const { return made ? QString() : errorName(made.error().code) + made.error().detail; }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!m_paper.isEmpty());
        if (const QString why = SignatureBench::whyNot(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
    }

    void othersAgree_data()
    {
        QTest::addColumn<bool>("isOnToken");
        QTest::addColumn<Key>("kind");
        QTest::newRow("in the store, RSA") << false << Key::Rsa2048;
        QTest::newRow("in the store, P-256") << false << Key::P256;
        QTest::newRow("on a token, RSA") << true << Key::Rsa2048;
        QTest::newRow("on a token, P-256") << true << Key::P256;
    }
    void othersAgree()
    {
        QFETCH(bool, isOnToken);
        QFETCH(Key, kind);
        if (const QString why = SoftToken::whyNot(); isOnToken && !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        SoftToken token;
        QVERIFY(!isOnToken || token.begin());
        const auto signer = isOnToken ? onToken(token, kind) : m_bench.signer(IssuedCertificate(SignatureBench::wish(kind), &m_bench.root));
        QVERIFY(signer);
        const auto made = signedCopy(m_paper, *signer, SignatureBench::look());
        QVERIFY2(made, qPrintable(toldOf(made)));
        QVERIFY(made->startsWith(m_paper));
        const QByteArray said = SignatureBench::pdfsig(*made);
        QVERIFY2(said.contains("Signature Validation: Signature is Valid."), said.constData());
        QVERIFY2(said.contains("Signature Type: ETSI.CAdES.detached"), said.constData());
        QVERIFY2(said.contains("Signing Hash Algorithm: SHA-256"), said.constData());
        QVERIFY2(said.contains("Total document signed"), said.constData());
        const auto verdicts = m_bench.judged(*made);
        QCOMPARE(verdicts.size(), 1);
        QCOMPARE(verdicts.constFirst().state, State::Valid);
        QCOMPARE(verdicts.constFirst().signer, QStringLiteral("Ksor H’Lan"));
        QVERIFY(!verdicts.constFirst().isTimestamped);
    }

    void theFileStaysWhole()
    {
        const auto made = signedCopy(m_paper, *m_bench.signer(), SignatureBench::look());
        QVERIFY2(made, qPrintable(toldOf(made)));
        const auto checked = SignatureBench::ran(QStringLiteral("qpdf"), {QStringLiteral("--check"), QStringLiteral("%1")}, *made);
        QVERIFY2(checked.code == 0 && checked.said.contains("No syntax or stream encoding errors found"), checked.said.constData());
        const auto fonts = SignatureBench::ran(QStringLiteral("pdffonts"), {QStringLiteral("%1")}, *made).said.split('\n');
        for (const QByteArray &row : fonts.mid(2)) {
            // emb, sub, uni
            QVERIFY2(row.isEmpty() || row.contains("yes no  yes") || row.contains("yes yes yes"), row.constData());
        }
    }

    void showsTopRightOfTheFirstPage()
    {
        const QDateTime at(QDate(2026, 12, 1), QTime(3, 4, 5), Qt::UTC);
        const IssuedCertificate own(SignatureBench::wish(), &m_bench.root);
        SignatureLook look = SignatureBench::look();
        const auto made = signedCopy(m_paper, *m_bench.signer(own), look);
        QVERIFY2(made, qPrintable(toldOf(made)));
        const auto corner = SignatureBench::ran(QStringLiteral("pdftotext"),
            {QStringLiteral("-x"), QStringLiteral("300"), QStringLiteral("-y"), QStringLiteral("0"), QStringLiteral("-W"), QStringLiteral("295"), QStringLiteral("-H"),
                QStringLiteral("80"), QStringLiteral("-r"), QStringLiteral("72"), QStringLiteral("-layout"), QStringLiteral("%1"), QStringLiteral("-")},
            *made);
        const QString text = QString::fromUtf8(corner.said);
        QVERIFY2(text.contains(QStringLiteral("Ủy ban nhân dân phường Hòa An")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Sao từ bản chính")), qPrintable(text));
        QVERIFY2(text.contains(shownTime(look.at)), qPrintable(text));
        QCOMPARE(shownTime(at), QStringLiteral("01-12-2026 10:04:05 +07:00"));
    }

    void twoSign()
    {
        const auto first = signedCopy(m_paper, *m_bench.signer(), SignatureBench::look());
        QVERIFY2(first, qPrintable(toldOf(first)));
        const auto second = signedCopy(*first, *m_bench.signer(IssuedCertificate(SignatureBench::wish(Key::Rsa2048), &m_bench.root)), SignatureBench::look());
        QVERIFY2(second, qPrintable(toldOf(second)));
        QVERIFY(second->startsWith(*first));
        const QByteArray said = SignatureBench::pdfsig(*second);
        QCOMPARE(said.count("Signature Validation: Signature is Valid."), 2);
        QCOMPARE(said.count("Total document signed"), 1);
        const auto checked = SignatureBench::ran(QStringLiteral("qpdf"), {QStringLiteral("--check"), QStringLiteral("%1")}, *second);
        QVERIFY2(checked.code == 0, checked.said.constData());
        const auto verdicts = m_bench.judged(*second);
        QCOMPARE(verdicts.size(), 2);
        QCOMPARE(verdicts.at(0).state, State::SignedOn); // what came after it the second one vouches for
        QCOMPARE(verdicts.at(1).state, State::Valid);
        const auto more = m_bench.judged(*second + "\n% more\n");
        QCOMPARE(more.at(0).state, State::AddedAfter);
        QCOMPARE(more.at(1).state, State::AddedAfter);
        // A stranger who signs on vouches for nothing.
        const SignatureBench stranger;
        const auto strange = signedCopy(*first, *stranger.signer(), SignatureBench::look());
        QVERIFY2(strange, qPrintable(toldOf(strange)));
        const auto doubtful = m_bench.judged(*strange);
        QCOMPARE(doubtful.at(0).state, State::AddedAfter);
        QCOMPARE(doubtful.at(1).state, State::UnknownSigner);
        // Each is to be seen: the second one below the first.
        const auto text = SignatureBench::ran(QStringLiteral("pdftotext"), {QStringLiteral("%1"), QStringLiteral("-")}, *second);
        QCOMPARE(text.said.count("Sao từ bản chính"), 2);
        static const QRegularExpression Place(QStringLiteral("/Subtype /Widget [^R]*/Rect \\[([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+)\\]"));
        auto places = Place.globalMatch(QString::fromLatin1(*second));
        const auto upper = places.next();
        const auto lower = places.next();
        QVERIFY(lower.captured(4).toDouble() <= upper.captured(2).toDouble());
        QVERIFY(upper.captured(4).toDouble() > 800 && upper.captured(3).toDouble() > 570);
    }

    void aSmallPaperHasRoomToo()
    {
        const QByteArray card = SignatureBench::paper(QPageSize(QSizeF(85.6, 54), QPageSize::Millimeter, QStringLiteral("card"), QPageSize::ExactMatch));
        const auto made = signedCopy(card, *m_bench.signer(), SignatureBench::look());
        QVERIFY2(made, qPrintable(toldOf(made)));
        const auto verdicts = m_bench.judged(*made);
        QCOMPARE(verdicts.constFirst().state, State::Valid);
    }

    void isRefused_data()
    {
        using Make = std::function<Result<QByteArray>(const SignatureBench &, const QByteArray &)>;
        QTest::addColumn<Make>("make");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, ErrorCode code, Make make) { QTest::newRow(name) << make << code; };
        row("no PDF", ErrorCode::RenderFailed, [](const SignatureBench &bench, const QByteArray &) { return signedCopy("text", *bench.signer(), SignatureBench::look()); });
        row("half of one", ErrorCode::RenderFailed,
            [](const SignatureBench &bench, const QByteArray &paper) { return signedCopy(paper.first(paper.size() / 2), *bench.signer(), SignatureBench::look()); });
        row("a certificate that is over", ErrorCode::OwnCertificateExpired, [](const SignatureBench &bench, const QByteArray &paper) {
            return signedCopy(paper, *bench.signer(), SignatureBench::look(SignatureBench::now().addYears(1)));
        });
        row("one of tomorrow", ErrorCode::ClockWrong, [](const SignatureBench &bench, const QByteArray &paper) {
            return signedCopy(paper, *bench.signer(), SignatureBench::look(SignatureBench::now().addYears(-1)));
        });
        row("a letter no font has", ErrorCode::RenderFailed, [](const SignatureBench &bench, const QByteArray &paper) {
            SignatureLook look = SignatureBench::look();
            look.agency = QString::fromUcs4(U"\U000F0000");
            return signedCopy(paper, *bench.signer(), look);
        });
    }
    void isRefused()
    {
        QFETCH(std::function<Result<QByteArray>(const SignatureBench &, const QByteArray &)>, make);
        QFETCH(ErrorCode, code);
        const auto made = make(m_bench, m_paper);
        QVERIFY(!made);
        QVERIFY2(made.error().code == code, qPrintable(toldOf(made)));
    }

    void whatTheTokenSaysIsHeldAgainstTheCertificate()
    {
        struct Liar final : Signer
        {
            QList<QByteArray> all = {};
            [[nodiscard]] QList<QByteArray> certificates() const override { return all; }
            [[nodiscard]] Result<QByteArray> sign(const QByteArray &) const override { return QByteArray(256, 'x'); }
        } liar;
        liar.all = {IssuedCertificate(SignatureBench::wish(Key::Rsa2048), &m_bench.root).der()};
        const auto made = signedCopy(m_paper, liar, SignatureBench::look());
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::OwnKeyOther);
    }

    void howLong()
    {
        const auto signer = m_bench.signer(IssuedCertificate(SignatureBench::wish(Key::Rsa2048), &m_bench.root));
        QElapsedTimer timer;
        timer.start();
        constexpr int Times = 20;
        for (int i = 0; i < Times; ++i) {
            QVERIFY(signedCopy(m_paper, *signer, SignatureBench::look()));
        }
        qInfo("%.1f ms a signature", static_cast<double>(timer.nsecsElapsed()) / 1e6 / Times);
        QVERIFY(timer.elapsed() < Times * 500);
    }
};

QTEST_MAIN(tst_CopySignature)
#include "tst_CopySignature.moc"
