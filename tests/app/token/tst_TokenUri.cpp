// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token/TokenUri.h"

#include <QTest>

using namespace motcua;

/** Where a key lies: read to the letter or not at all, and never with a PIN. */
class tst_TokenUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, const char *text, const char *written) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(written);
        };
        row("as it is written", "pkcs11:token=Desk%203;object=portal", "pkcs11:token=Desk%203;object=portal");
        row("in another order", "PKCS11:object=portal;token=Desk%203", "pkcs11:token=Desk%203;object=portal");
        row("by numbers", "pkcs11:serial=0a1b;id=%01%ff", "pkcs11:serial=0a1b;id=%01%FF");
        row("in Vietnamese", "pkcs11:token=Qu%E1%BA%A7y;object=c%E1%BB%95ng", "pkcs11:token=Qu%E1%BA%A7y;object=c%E1%BB%95ng");
        row("letters as they are", "pkcs11:token=Quầy;object=cổng", "pkcs11:token=Qu%E1%BA%A7y;object=c%E1%BB%95ng");
        row("with everything", "pkcs11:token=a;manufacturer=b;model=c;serial=d;object=e;id=f;type=private?module-path=/usr/lib/x.so",
            "pkcs11:token=a;manufacturer=b;model=c;serial=d;object=e;id=f?module-path=/usr/lib/x.so");
        row("signs that separate", "pkcs11:token=a%3Bb%3Fc%26d;object=e%25?module-path=/a%20b/c.so",
            "pkcs11:token=a%3Bb%3Fc%26d;object=e%25?module-path=/a%20b/c.so");
    }
    void isRead()
    {
        QFETCH(QString, text);
        const Result<TokenUri> uri = TokenUri::fromString(text);
        QVERIFY2(uri, uri ? "" : qPrintable(uri.error().detail));
        QTEST(uri->toString(), "written");
        const Result<TokenUri> again = TokenUri::fromString(uri->toString());
        QVERIFY(again && *again == *uri);
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
            {"", "pkcs11:", "token=a;object=b", "https://token", "pkcs11:token=a", "pkcs11:object=b", "pkcs11:token=;object=b",
                "pkcs11:token=a;token=b;object=c", "pkcs11:token=a;object=b;colour=red", "pkcs11:token=a;object=b;type=cert",
                "pkcs11:token=a;object=%2", "pkcs11:token=a;object=%zz", "pkcs11:token=a;object=b?module-path=x.so",
                "pkcs11:token=a;object=b;module-path=/x.so", "pkcs11:token=a;object=b?token=c", "pkcs11:token=a;object=b?pin-value=4711",
                "pkcs11:token=a;object=b?pin-source=file:/4711", "pkcs11:token=a;object=b;pin-value=4711"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
        QTest::newRow("far too long") << QStringLiteral("pkcs11:token=a;object=") + QString(2'000, u'x');
    }
    void isRefused()
    {
        QFETCH(QString, text);
        const Result<TokenUri> uri = TokenUri::fromString(text);
        QVERIFY(!uri);
        QCOMPARE(uri.error().code, ErrorCode::Invalid);
        QVERIFY(!uri.error().detail.contains(QStringLiteral("4711")));
    }
};

QTEST_GUILESS_MAIN(tst_TokenUri)
#include "tst_TokenUri.moc"
