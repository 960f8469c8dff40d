// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/ProxyChoice.h"

#include <QNetworkProxyFactory>
#include <QTest>

using namespace motcua;

/** What a configuration may say of a proxy. */
class tst_ProxyChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void whatIsAsked();
};

void tst_ProxyChoice::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOne");
    for (const char *good : {"none", "system", "proxy.example.vn:3128", "10.0.0.1:80", "[fd00::1]:65535"}) {
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    }
    for (const char *bad : {"", "None", "proxy.example.vn", "proxy:0", "proxy:65536", "proxy:80/x", "http://proxy:80", "a:b@proxy:80",
             "fd00::1:80", "proxy:80\n"}) {
        QTest::newRow(bad) << QString::fromLatin1(bad) << false;
    }
}

void tst_ProxyChoice::texts()
{
    QFETCH(QString, text);
    QFETCH(bool, isOne);
    const auto choice = ProxyChoice::fromText(text);
    QCOMPARE(choice.has_value(), isOne);
    QVERIFY(!isOne || choice->text() == text);
}

void tst_ProxyChoice::whatIsAsked()
{
    const QNetworkProxyQuery query(QUrl(u"https://portal.example.vn"_qs));
    const auto first = [&query](const ProxyChoice &choice) {
        const std::unique_ptr<QNetworkProxyFactory> factory(choice.factory());
        return factory->queryProxy(query).value(0);
    };
    QCOMPARE(first({}).type(), QNetworkProxy::NoProxy);
    const QNetworkProxy fixed = first(*ProxyChoice::fromText(u"[fd00::1]:3128"_qs));
    QCOMPARE(fixed.type(), QNetworkProxy::HttpProxy);
    QCOMPARE(fixed.hostName(), u"fd00::1"_qs);
    QCOMPARE(fixed.port(), 3'128);
}

QTEST_GUILESS_MAIN(tst_ProxyChoice)
#include "tst_ProxyChoice.moc"
