// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/Problem.h"

#include <QTest>

using namespace motcua;

/** Problem details are read strictly where programs decide by them, and as RFC 9457 wants it where they do not. */
class tst_Problem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead();
    void whatIsNotSaid();
    void isRefused_data();
    void isRefused();
    void isTaken_data();
    void isTaken();
    void faultsHaveNames();
};

void tst_Problem::isRead()
{
    const auto problem = Problem::fromJson(
        R"({"type":"https://example.vn/p/vector","title":"Vector","status":409,"detail":"Lỗ hổng","instance":"/b/7",
        "code":"vector.gap","fault":"desk","extra":{"a":[1,2]}})");
    QVERIFY(problem);
    const Problem expected{u"https://example.vn/p/vector"_qs, u"Vector"_qs, 409, u"Lỗ hổng"_qs, u"/b/7"_qs, u"vector.gap"_qs, Fault::Desk};
    QCOMPARE(*problem, expected);
}

void tst_Problem::whatIsNotSaid()
{
    const auto problem = Problem::fromJson("{}");
    QVERIFY(problem);
    QCOMPARE(*problem, Problem{});
    QCOMPARE(problem->type, u"about:blank"_qs);
}

void tst_Problem::isRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("cut off") << QByteArray(R"({"code":"a")");
    QTest::newRow("more behind it") << QByteArray("{} {}");
    QTest::newRow("too long") << "{\"x\":\"" + QByteArray(Problem::MostBytes, 'x') + "\"}";
    QTest::newRow("too deep") << "{\"x\":" + QByteArray("[").repeated(Problem::MostDepth) + QByteArray("]").repeated(Problem::MostDepth)
            + "}";
    QTest::newRow("deep beyond every reader") << QByteArray("{\"x\":").repeated(10'000);
    QTest::newRow("a text too long") << "{\"detail\":\"" + QByteArray(Problem::LongestText + 1, 'x') + "\"}";
    QTest::newRow("a code that is a number") << QByteArray(R"({"code":7})");
    QTest::newRow("an empty code") << QByteArray(R"({"code":""})");
    QTest::newRow("a code of other letters") << QByteArray(R"({"code":"lỗi"})");
    QTest::newRow("a code with a space") << QByteArray(R"({"code":"a b"})");
    QTest::newRow("a code too long") << "{\"code\":\"" + QByteArray(Problem::LongestCode + 1, 'x') + "\"}";
    QTest::newRow("a fault nobody knows") << QByteArray(R"({"fault":"citizen"})");
    QTest::newRow("a fault that is none") << QByteArray(R"({"fault":null})");
}

void tst_Problem::isRefused()
{
    QFETCH(QByteArray, json);
    const auto problem = Problem::fromJson(json);
    QVERIFY(!problem && problem.error().code == ErrorCode::AnswerMalformed);
}

void tst_Problem::isTaken_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    QTest::newRow("members of another type are as if not there")
        << QByteArray(R"({"type":1,"title":[],"detail":null,"instance":{},"status":"500"})") << 0;
    QTest::newRow("a status that is no failure") << QByteArray(R"({"status":200})") << 0;
    QTest::newRow("half a status") << QByteArray(R"({"status":400.5})") << 0;
    QTest::newRow("a status") << QByteArray(R"({"status":599})") << 599;
    QTest::newRow("brackets in a text are no depth") << "{\"x\":\"\\\"" + QByteArray("[").repeated(20) + "\"}" << 0;
    QTest::newRow("as deep as it may be") << "{\"x\":" + QByteArray("[").repeated(Problem::MostDepth - 1)
            + QByteArray("]").repeated(Problem::MostDepth - 1)
            + "}" << 0;
}

void tst_Problem::isTaken()
{
    QFETCH(QByteArray, json);
    const auto problem = Problem::fromJson(json);
    QVERIFY(problem);
    QTEST(problem->status, "status");
    QVERIFY(problem->title.isEmpty() && problem->detail.isEmpty());
}

void tst_Problem::faultsHaveNames()
{
    for (const Fault fault : {Fault::Network, Fault::Portal, Fault::Data, Fault::Desk}) {
        QCOMPARE(faultOf(faultName(fault)), std::optional(fault));
    }
    QVERIFY(!faultOf(u"Portal"));
    QVERIFY(!faultOf(ErrorCode::DiskFull));
    // Each code of the network is somebody's.
    for (int code = static_cast<int>(ErrorCode::NetUnreachable); code <= static_cast<int>(ErrorCode::ServerRefused); ++code) {
        QVERIFY2(faultOf(static_cast<ErrorCode>(code)), qPrintable(errorName(static_cast<ErrorCode>(code))));
    }
}

QTEST_GUILESS_MAIN(tst_Problem)
#include "tst_Problem.moc"
