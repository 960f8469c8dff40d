// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/national/NationalReply.h"

#include "tests/app/portal/national/ShippedProfile.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::national;

using Outcome = NationalReply::Outcome;
Q_DECLARE_METATYPE(NationalReply::Outcome)

namespace {

NationalProfile profileWithCodes()
{
    QByteArray bytes = shippedProfileBytes();
    bytes.replace("\"known\": []", "\"known\": [\"07\"]");
    bytes.replace("\"later\": []", "\"later\": [\"99\"]");
    bytes.replace("\"sessionOver\": []", "\"sessionOver\": [\"-3\"]");
    return *NationalProfile::fromFile({u"profile.json"_qs, bytes});
}

} // namespace

/** Whatever comes back is taken, refused, or nothing that says either. */
class tst_NationalReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("perhapsTaken");
        QTest::addColumn<bool>("isOfLine");
        const auto row = [](const char *name, int status, const char *body, Outcome outcome, const char *code = "", bool perhaps = false,
                             bool line = false) {
            QTest::addRow("%s", name) << status << QByteArray(body) << outcome << QString::fromLatin1(code) << perhaps << line;
        };
        row("taken", 200, "{\"error_code\": \"00\"}", Outcome::Accepted, "00");
        row("taken, with a number", 200, "{\"error_code\": 0, \"result\": []}", Outcome::Accepted, "0");
        row("refused", 200, "{\"error_code\": \"12\", \"error_message\": \"Sai mã thủ tục\"}", Outcome::Refused, "12");
        row("refused, with a number", 200, "{\"error_code\": -1}", Outcome::Refused, "-1");
        row("known", 200, "{\"error_code\": \"07\"}", Outcome::Known, "07");
        row("busy by its own code", 200, "{\"error_code\": \"99\"}", Outcome::Later, "99");
        row("a session that is over", 200, "{\"error_code\": \"-3\"}", Outcome::SessionOver, "-3");
        row("no code", 200, "{\"status\": \"ok\"}", Outcome::Later, "", true);
        row("a code that is none", 200, "{\"error_code\": null}", Outcome::Later, "", true);
        row("a list", 200, "[]", Outcome::Later, "", true);
        row("a page", 200, "<html>Bảo trì</html>", Outcome::Later, "", true);
        row("nothing", 200, "", Outcome::Later, "", true);
        row("too deep", 200, "{\"a\":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}", Outcome::Later, "", true);
        row("who are you", 401, "", Outcome::SessionOver);
        row("you may not", 403, "", Outcome::SessionOver);
        row("what is that", 400, "", Outcome::Refused, "http400");
        row("too much", 413, "", Outcome::Refused, "http413");
        row("cannot be", 422, "", Outcome::Refused, "http422");
        row("not here", 404, "", Outcome::Later);
        row("too often", 429, "", Outcome::Later, "", false, true);
        row("closed for now", 503, "", Outcome::Later, "", false, true);
        row("broken", 500, "", Outcome::Later, "", true);
        row("broken behind", 502, "", Outcome::Later, "", true);
        row("elsewhere", 302, "", Outcome::Later, "", true);
    }
    void understandsAnswers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        HttpAnswer answer;
        answer.status = status;
        answer.body = body;
        const NationalReply reply = NationalReply::of(answer, profileWithCodes());
        QTEST(reply.outcome, "outcome");
        QTEST(reply.code, "code");
        QTEST(reply.perhapsTaken, "perhapsTaken");
        QTEST(reply.isOfLine, "isOfLine");
    }

    void understandsWhatNeverCame_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("perhapsTaken");
        QTest::newRow("no way there") << int(ErrorCode::NetUnreachable) << false;
        QTest::newRow("nobody there") << int(ErrorCode::NetRefused) << false;
        QTest::newRow("not who was meant") << int(ErrorCode::ServerUntrusted) << false;
        QTest::newRow("no answer in time") << int(ErrorCode::NetTimedOut) << true;
        QTest::newRow("cut off") << int(ErrorCode::NetCut) << true;
        QTest::newRow("half an answer") << int(ErrorCode::AnswerCutOff) << true;
        QTest::newRow("an endless answer") << int(ErrorCode::AnswerTooLarge) << true;
    }
    void understandsWhatNeverCame()
    {
        QFETCH(int, code);
        QFETCH(bool, perhapsTaken);
        const NationalReply reply = NationalReply::of(Error{static_cast<ErrorCode>(code), {}}, shippedProfile());
        QCOMPARE(reply.outcome, Outcome::Later);
        QCOMPARE(reply.perhapsTaken, perhapsTaken);
        // What certainly never left says that the line is gone; what may lie with one dossier must not hold up the others.
        QCOMPARE(reply.isOfLine, !perhapsTaken);
        QVERIFY(reply.code.isEmpty());
    }

    void hearsHowLongItWantsToBeLeftAlone()
    {
        HttpAnswer answer;
        answer.status = 429;
        answer.retryAfter = std::chrono::seconds(90);
        QCOMPARE(NationalReply::of(answer, shippedProfile()).retryAfterMs, std::optional(90'000));
    }

    void takesInNoMoreOfItsWordsThanItKeeps()
    {
        HttpAnswer answer;
        answer.status = 200;
        answer.body = QJsonDocument(QJsonObject{{u"error_code"_qs, QString(80, u'1')}, {u"error_message"_qs, QString(5000, u'x')}})
                          .toJson();
        const NationalReply reply = NationalReply::of(answer, shippedProfile());
        QCOMPARE(reply.code.size(), 64);
        QCOMPARE(reply.text.size(), NationalReply::LongestText);
        answer.body = QJsonDocument(QJsonObject{{u"error_code"_qs, u"12"_qs}, {u"error_message"_qs, u" Sai\u202e mã\n thủ tục "_qs}})
                          .toJson();
        QCOMPARE(NationalReply::of(answer, shippedProfile()).text, u"Sai mã thủ tục"_qs);
    }
};

QTEST_APPLESS_MAIN(tst_NationalReply)
#include "tst_NationalReply.moc"
