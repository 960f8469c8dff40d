// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/token/SoftToken.h"
#include "tests/support/IssuedCertificate.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using motcua::test::SoftToken;
using motcua::testsupport::IssuedCertificate;

/** With what a desk signs its copies, as its administrator says. */
class tst_CtlSigning : public QObject
{
    Q_OBJECT

    CtlBench m_bench;
    const IssuedCertificate m_root{IssuedCertificate::authority("Gốc thử")};

    [[nodiscard]] IssuedCertificate signer(IssuedCertificate::Key kind = IssuedCertificate::Key::Rsa2048) const
    {
        IssuedCertificate::Wish wish;
        wish.name = "Ksor H’Lan";
        wish.key = kind;
        wish.extendedUsage.clear();
        wish.names.clear();
        return IssuedCertificate(wish, &m_root);
    }
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(m_bench.path(name));
        return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName() : QString();
    }
    [[nodiscard]] CtlBench::Outcome shown() const { return m_bench.asOfficer({u"signing"_qs, u"show"_qs}); }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bench.prepare()); }

    void nobodySignsAtFirst()
    {
        const CtlBench::Outcome told = shown();
        QCOMPARE(told.code, 0);
        QVERIFY(told.json.value(u"signer"_qs).isNull());
        QVERIFY(told.json.value(u"trusted"_qs).toArray().isEmpty());
    }

    void aKeyIsUsedShownAndForgotten()
    {
        const IssuedCertificate own = signer();
        const QString key = file(u"key.pem"_qs, own.keyPem());
        const QString certificate = file(u"own.pem"_qs, own.pem() + m_root.pem());
        const QStringList words{u"signing"_qs, u"use"_qs, key, u"--certificate"_qs, certificate};
        QCOMPARE(m_bench.asOfficer(words).code, 3);
        const CtlBench::Outcome told = m_bench.asHead(words + QStringList{u"--tsa"_qs, u"http://tsa.example.vn/a"_qs, u"--ca"_qs, certificate});
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(u"signer"_qs)[u"name"_qs].toString(), u"Ksor H’Lan"_qs);
        QCOMPARE(told.json.value(u"tsa"_qs).toString(), u"http://tsa.example.vn/a"_qs);
        QVERIFY(QDir(m_bench.path(u"centre"_qs)).mkpath(u"signers"_qs));
        QVERIFY(!file(u"centre/signers/root.pem"_qs, m_root.pem()).isEmpty() && !file(u"centre/signers/bad.cer"_qs, "none").isEmpty());
        const CtlBench::Outcome after = shown();
        QCOMPARE(after.json.value(u"signer"_qs)[u"issuer"_qs].toString(), u"Gốc thử"_qs);
        QVERIFY(after.json.value(u"token"_qs).isNull());
        QCOMPARE(after.json.value(u"trusted"_qs).toArray().size(), 1);
        QCOMPARE(after.json.value(u"leftOut"_qs).toArray().size(), 1);
        QCOMPARE(m_bench.asOfficer({u"signing"_qs, u"forget"_qs}).code, 3);
        QCOMPARE(m_bench.asHead({u"signing"_qs, u"forget"_qs}).code, 0);
        QVERIFY(shown().json.value(u"signer"_qs).isNull());
    }

    void isRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const IssuedCertificate one = signer();
        const QString own = file(u"a.pem"_qs, one.keyPem());
        const QString certificate = file(u"c.pem"_qs, one.pem());
        const QString other = file(u"b.pem"_qs, signer().pem());
        QTest::newRow("nothing said") << QStringList{} << 2;
        QTest::newRow("both said") << QStringList{own, u"--token"_qs, u"pkcs11:token=a;object=b"_qs} << 2;
        QTest::newRow("no file") << QStringList{u"/nowhere.p12"_qs} << 5;
        QTest::newRow("no key in it") << QStringList{other, u"--certificate"_qs, other} << 1;
        QTest::newRow("a certificate of somebody else") << QStringList{own, u"--certificate"_qs, other} << 1;
        QTest::newRow("no address") << QStringList{own, u"--certificate"_qs, certificate, u"--tsa"_qs, u"tsa"_qs, u"--ca"_qs, certificate} << 6;
        QTest::newRow("nobody certifies the time") << QStringList{own, u"--certificate"_qs, certificate, u"--tsa"_qs, u"http://tsa.example.vn"_qs} << 6;
        QTest::newRow("a token nobody has") << QStringList{u"--token"_qs, u"pkcs11:token=a"_qs, u"--certificate"_qs, other} << 6;
    }
    void isRefused()
    {
        QFETCH(QStringList, words);
        const CtlBench::Outcome told = m_bench.asHead(QStringList{u"signing"_qs, u"use"_qs} + words);
        QTEST(told.code, "code");
        QVERIFY(shown().json.value(u"signer"_qs).isNull());
    }

    void aTokenShowsItsKeyAndItsPinIsNotKept()
    {
        if (const QString why = SoftToken::whyNot(); !why.isEmpty()) {
            QSKIP(qPrintable(why));
        }
        SoftToken token;
        QVERIFY(token.begin());
        const IssuedCertificate own = signer();
        QVERIFY(token.import(own.keyPem(), u"portal"_qs, u"0a"_qs));
        const QStringList words{u"signing"_qs, u"use"_qs, u"--token"_qs, SoftToken::uri().toString(), u"--certificate"_qs, file(u"own.pem"_qs, own.pem())};
        qputenv("MOTCUA_TOKEN_PIN", "000000");
        QVERIFY(m_bench.asHead(words).code != 0);
        qputenv("MOTCUA_TOKEN_PIN", SoftToken::pin());
        const CtlBench::Outcome told = m_bench.asHead(words);
        QVERIFY2(told.code == 0, told.errors.constData());
        qunsetenv("MOTCUA_TOKEN_PIN");
        QCOMPARE(shown().json.value(u"token"_qs).toString(), SoftToken::uri().toString());
    }
};

QTEST_GUILESS_MAIN(tst_CtlSigning)
#include "tst_CtlSigning.moc"
