// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/TicketWords.h"

#include <QFile>
#include <QTest>

using namespace motcua;

/** Most rows change one piece of a good file; the complaint must name the place and what is wrong. */
class tst_TicketWords : public QObject
{
    Q_OBJECT

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.ticket/1", "mark": "test",
  "title": "SỐ", "titleEn": "Number",
  "wait": "{from}–{to} phút", "waitEn": "{from}–{to} minutes",
  "longWait": "{from} phút trở lên", "longWaitEn": "{from} minutes or longer",
  "ahead": "Trước: {count}", "aheadEn": "Ahead: {count}",
  "nobodyAhead": "Chưa ai chờ", "nobodyAheadEn": "Nobody",
  "drawn": "{hour}:{minute} {day}/{month}/{year}",
  "notices": [ { "text": "Giữ phiếu này.", "textEn": "Keep this." } ],
  "appointment": { "title": "HẸN", "titleEn": "Appointment", "time": "{hour}:{minute}", "notices": [ { "text": "Đến sớm.", "textEn": "Be early." } ] },
  "training": "TẬP HUẤN"
})json";
    }

private Q_SLOTS:
    void keepsWhatAGoodFileSays()
    {
        const auto read = TicketWords::read({u"good.json"_qs, good()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        const TicketWords expected{.title = {u"SỐ"_qs, u"Number"_qs},
            .wait = {u"{from}–{to} phút"_qs, u"{from}–{to} minutes"_qs},
            .longWait = {u"{from} phút trở lên"_qs, u"{from} minutes or longer"_qs},
            .ahead = {u"Trước: {count}"_qs, u"Ahead: {count}"_qs},
            .nobodyAhead = {u"Chưa ai chờ"_qs, u"Nobody"_qs},
            .drawn = u"{hour}:{minute} {day}/{month}/{year}"_qs,
            .notices = {{u"Giữ phiếu này."_qs, u"Keep this."_qs}},
            .training = u"TẬP HUẤN"_qs,
            .appointment = {{u"HẸN"_qs, u"Appointment"_qs}, u"{hour}:{minute}"_qs, {{u"Đến sớm."_qs, u"Be early."_qs}}}};
        QVERIFY(*read == expected);
    }

    void theShippedWordsAreRead()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/hall/ticket.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = TicketWords::read({u"ticket.json"_qs, file.readAll()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        QVERIFY(!read->notices.isEmpty());
    }

    void complainsWhereSomethingIsWrong_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *name, const char *from, const char *to, const QString &complaint) { QTest::newRow(name) << QByteArray(from) << QByteArray(to) << complaint; };
        row("another kind of file", "ticket/1", "ticket/2", u"\"schema\" must be one of"_qs);
        row("no English", "\"titleEn\": \"Number\",", "", u"\"titleEn\""_qs);
        row("an empty text", "\"SỐ\"", "\"\"", u"\"title\""_qs);
        row("a member nobody knows", "\"mark\": \"test\",", "\"mark\": \"test\", \"logo\": \"x\",", u"\"logo\""_qs);
        row("a placeholder nothing fills", "Trước: {count}", "Trước: {name}", u"good.json:6"_qs);
        row("a placeholder of another text", "SỐ\"", "SỐ {count}\"", u"\"title\" has a placeholder that nothing fills: {count}"_qs);
        row("a brace that stays open", "{year}\"", "{year\"", u"\"drawn\" has a placeholder"_qs);
        row("an appointment without a time", "\"time\": \"{hour}:{minute}\",", "", u"\"time\""_qs);
        row("a time that nothing fills", "\"{hour}:{minute}\"", "\"{hour}:{second}\"", u"\"time\" has a placeholder that nothing fills: {second}"_qs);
        row("a notice in one language", ", \"textEn\": \"Keep this.\"", "", u"\"textEn\""_qs);
    }
    void complainsWhereSomethingIsWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, complaint);
        QByteArray bytes = good();
        QVERIFY(bytes.contains(from));
        const auto read = TicketWords::read({u"good.json"_qs, bytes.replace(bytes.indexOf(from), from.size(), to)});
        QVERIFY(!read);
        QVERIFY2(read.error().constFirst().detail.contains(complaint), qPrintable(read.error().constFirst().detail));
    }

    void placeholdersAreFilledOnce()
    {
        QCOMPARE(TicketWords::filled(u"{from}–{to}"_qs, {{u"from"_qs, u"{to}"_qs}, {u"to"_qs, u"20"_qs}}), u"{to}–20"_qs);
        QCOMPARE(TicketWords::filled(u"a {other} b"_qs, {}), u"a  b"_qs);
        QCOMPARE(TicketWords::filled(u"half {open"_qs, {{u"open"_qs, u"x"_qs}}), u"half {open"_qs);
        QCOMPARE(TicketWords::filled(QString(), {}), QString());
    }
};

QTEST_GUILESS_MAIN(tst_TicketWords)
#include "tst_TicketWords.moc"
