// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/HttpAnswer.h"

#include <QTest>

using namespace motcua;
using namespace std::chrono_literals;

/** Dates and waits as servers write them. */
class tst_HttpAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dates_data();
    void dates();
    void waits_data();
    void waits();
    void headersAreFoundInAnyCase();
};

void tst_HttpAnswer::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("ms"); // -1: none
    QTest::newRow("of RFC 9110") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << qint64(784'111'777'000);
    QTest::newRow("a leap day") << QByteArray("Thu, 29 Feb 2024 00:00:00 GMT") << qint64(1'709'164'800'000);
    QTest::newRow("another zone") << QByteArray("Sun, 06 Nov 1994 08:49:37 +0700") << qint64(-1);
    QTest::newRow("no such day") << QByteArray("Thu, 30 Feb 2024 00:00:00 GMT") << qint64(-1);
    QTest::newRow("ISO") << QByteArray("1994-11-06T08:49:37Z") << qint64(-1);
    QTest::newRow("nothing") << QByteArray() << qint64(-1);
}

void tst_HttpAnswer::dates()
{
    QFETCH(QByteArray, text);
    QTEST(HttpAnswer::httpDateMs(text).value_or(-1), "ms");
}

void tst_HttpAnswer::waits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("none") << QByteArray("0") << 0;
    QTest::newRow("more than is kept to") << QByteArray("7200") << 3'600;
    QTest::newRow("more than a number holds") << QByteArray("99999999999999999999") << 3'600;
    QTest::newRow("a date") << QByteArray("Sun, 06 Nov 1994 08:50:07 GMT") << 30;
    QTest::newRow("a date that is past") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << 0;
    QTest::newRow("a date far off") << QByteArray("Sat, 06 Nov 2094 08:00:00 GMT") << 3'600;
    QTest::newRow("less than nothing") << QByteArray("-5") << -1;
    QTest::newRow("with words") << QByteArray("5 s") << -1;
    QTest::newRow("nothing") << QByteArray() << -1;
}

void tst_HttpAnswer::waits()
{
    QFETCH(QByteArray, text);
    const auto wait = HttpAnswer::retryAfterOf(text, 784'111'777'000, 3'600s);
    QTEST(int(wait.value_or(-1s).count()), "seconds");
}

void tst_HttpAnswer::headersAreFoundInAnyCase()
{
    HttpAnswer answer;
    answer.headers = {{"Upload-Offset", "70"}};
    QCOMPARE(answer.header("upload-offset"), "70");
    QCOMPARE(answer.header("Upload"), "");
}

QTEST_GUILESS_MAIN(tst_HttpAnswer)
#include "tst_HttpAnswer.moc"
