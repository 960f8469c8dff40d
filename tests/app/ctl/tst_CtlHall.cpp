// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/app/ctl/CtlBench.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <cstdlib>

using motcua::vietnamTime;

/** The hall as a script at reception draws and moves tickets, and has a call said. */
class tst_CtlHall : public QObject
{
    Q_OBJECT

    CtlBench m_bench;

    [[nodiscard]] QStringList shown() const
    {
        QStringList numbers;
        const QJsonArray tickets = m_bench.asOfficer({u"hall"_qs, u"show"_qs}).json.value(u"tickets"_qs).toArray();
        for (const QJsonValue &one : tickets) {
            numbers.append(one[u"number"].toString() + u'/' + one[u"group"].toString() + u'/' + one[u"state"].toString());
        }
        return numbers;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_bench.prepare()); }

    void ticketsAreDrawnMovedAndGivenBack()
    {
        QVERIFY(shown().isEmpty());
        const CtlBench::Outcome first = m_bench.asOfficer({u"ticket"_qs, u"draw"_qs, u"A"_qs});
        QVERIFY2(first.code == 0, first.errors.constData());
        QCOMPARE(first.json.value(u"number"_qs).toString(), u"A001"_qs);
        QCOMPARE(m_bench.asOfficer({u"ticket"_qs, u"draw"_qs, u"A"_qs, u"elderly"_qs, u"deaf"_qs}).json.value(u"number"_qs).toString(), u"A002"_qs);
        QCOMPARE(shown(), QStringList({u"A002/A/waiting"_qs, u"A001/A/waiting"_qs})); // the old lady first
        QCOMPARE(m_bench.asOfficer({u"ticket"_qs, u"transfer"_qs, u"a001"_qs, u"B"_qs}).json.value(u"group"_qs).toString(), u"B"_qs);
        QCOMPARE(m_bench.asOfficer({u"ticket"_qs, u"cancel"_qs, u"A002"_qs}).json.value(u"state"_qs).toString(), u"finished"_qs);
        QCOMPARE(shown(), QStringList(u"A001/B/waiting"_qs));
    }

    void appointmentsAreGivenAndKept()
    {
        CtlBench bench;
        QVERIFY(bench.prepare());
        const auto hall = [&bench](const QStringList &words) { return bench.asOfficer(QStringList{u"hall"_qs} + words); };
        // The next day on which there is a time, as somebody at the telephone would look for it.
        QString day;
        QString time;
        for (int ahead = 1; ahead <= 14 && day.isEmpty(); ++ahead) {
            const QString asked = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date().addDays(ahead).toString(Qt::ISODate);
            const QJsonArray times = hall({u"times"_qs, u"A"_qs, u"--day"_qs, asked}).json.value(u"times"_qs).toArray();
            if (!times.isEmpty()) {
                day = asked;
                time = QDateTime::fromString(times.at(0)[u"at"].toString(), Qt::ISODate).toString(u"HH:mm");
                QCOMPARE(times.at(0)[u"left"].toInt(), 2);
            }
        }
        if (day.isEmpty()) {
            QSKIP("The shipped calendar says nothing of the days ahead: it is to be renewed.");
        }
        const CtlBench::Outcome booked = hall({u"book"_qs, u"A"_qs, time, u"--day"_qs, day});
        QVERIFY2(booked.code == 0, booked.errors.constData());
        const QString code = booked.json.value(u"code"_qs).toString();
        QCOMPARE(code.size(), 6);
        QCOMPARE(hall({u"times"_qs, u"A"_qs, u"--day"_qs, day}).json.value(u"times"_qs).toArray().at(0)[u"left"].toInt(), 1);
        QCOMPARE(hall({u"book"_qs, u"A"_qs, u"03:00"_qs, u"--day"_qs, day}).code, 6); // nobody is there at night
        QCOMPARE(hall({u"book"_qs, u"Q"_qs, time, u"--day"_qs, day}).code, 6);
        const QJsonArray expected = hall({u"expected"_qs, u"--day"_qs, day}).json.value(u"appointments"_qs).toArray();
        QCOMPARE(expected.size(), 1);
        QCOMPARE(expected.at(0)[u"code"].toString(), code);
        QCOMPARE(hall({u"times"_qs, u"Q"_qs, u"--day"_qs, day}).code, 6);
        QCOMPARE(hall({u"arrived"_qs, code}).json.value(u"error"_qs).toString(), u"Refused"_qs); // another day
        QCOMPARE(hall({u"arrived"_qs, u"999999"_qs}).json.value(u"error"_qs).toString(), u"NotFound"_qs);
        QCOMPARE(hall({u"unbook"_qs, code}).code, 0);
        QCOMPARE(hall({u"unbook"_qs, code}).json.value(u"error"_qs).toString(), u"NotFound"_qs);

        // What another program gave, for today: whoever comes has a number.
        const QString today = vietnamTime(QDateTime::currentMSecsSinceEpoch()).date().toString(Qt::ISODate);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"hen.csv"_qs);
        const auto write = [&path](const QByteArray &bytes) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        const QByteArray line = today.toUtf8() + ",23:59,A,Vàng A Sùng\n";
        QVERIFY(write("date,time,group,name\n" + line + today.toUtf8() + ",23:59,Không có,x\n"));
        const CtlBench::Outcome wrong = hall({u"import"_qs, path});
        QCOMPARE(wrong.code, 6);
        QVERIFY2(wrong.errors.contains("line 3"), wrong.errors.constData());
        QVERIFY(hall({u"expected"_qs}).json.value(u"appointments"_qs).toArray().isEmpty());
        QVERIFY(write("date,time,group,name\n" + line + line));
        QCOMPARE(hall({u"import"_qs, path}).json.value(u"booked"_qs).toInt(), 2);
        const CtlBench::Outcome again = hall({u"import"_qs, path});
        QCOMPARE(again.json.value(u"booked"_qs).toInt(), 0);
        QCOMPARE(again.json.value(u"known"_qs).toInt(), 2);
        const QString first = hall({u"expected"_qs}).json.value(u"appointments"_qs).toArray().at(0)[u"code"].toString();
        const CtlBench::Outcome here = hall({u"arrived"_qs, u"LH"_qs + first});
        QVERIFY2(here.code == 0, here.errors.constData());
        QCOMPARE(here.json.value(u"number"_qs).toString(), u"A001"_qs);
        const QJsonArray now = hall({u"expected"_qs}).json.value(u"appointments"_qs).toArray();
        QCOMPARE(now.at(0)[u"ticket"].toString(), u"A001"_qs);
        QCOMPARE(now.at(0)[u"state"].toString(), u"kept"_qs);
    }

    void theHallIsClosedAndOpenedAgain()
    {
        CtlBench bench;
        QVERIFY(bench.prepare() && bench.admitSupervisor());
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"close"_qs, u"Mất điện."_qs}).code, 3); // an officer's business is their desk
        const CtlBench::Outcome closed = bench.asSupervisor({u"hall"_qs, u"close"_qs, u"Mất điện."_qs, u"--minutes"_qs, u"30"_qs});
        QVERIFY2(closed.code == 0, closed.errors.constData());
        const CtlBench::Outcome refused = bench.asOfficer({u"hall"_qs, u"issue"_qs, u"A"_qs});
        QCOMPARE(refused.json.value(u"error"_qs).toString(), u"HallClosed"_qs);
        QVERIFY(bench.asOfficer({u"hall"_qs, u"word"_qs}).json.value(u"isClosed"_qs).toBool());
        QCOMPARE(bench.asSupervisor({u"hall"_qs, u"reopen"_qs}).json.value(u"withdrawn"_qs).toInt(), 1);
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"issue"_qs, u"A"_qs}).code, 0);
        QCOMPARE(bench.asSupervisor({u"hall"_qs, u"tell"_qs}).code, 2);
    }

    void aDayIsToldInFigures()
    {
        CtlBench bench;
        QVERIFY(bench.prepare() && bench.admitSupervisor());
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"figures"_qs}).code, 3);
        QCOMPARE(bench.asOfficer({u"ticket"_qs, u"draw"_qs, u"A"_qs}).code, 0);
        for (const QString &verb : {u"call"_qs, u"begin"_qs, u"finish"_qs}) {
            const CtlBench::Outcome done = bench.asOfficer({u"hall"_qs, verb});
            QVERIFY2(done.code == 0, done.errors.constData());
        }
        const QJsonObject told = bench.asSupervisor({u"hall"_qs, u"figures"_qs}).json;
        QCOMPARE(told.value(u"whole"_qs).toObject().value(u"served"_qs).toInt(), 1);
        QCOMPARE(told.value(u"groups"_qs).toArray().at(0).toObject().value(u"key"_qs).toString(), u"A"_qs);
        QCOMPARE(told.value(u"desks"_qs).toArray().at(0).toObject().value(u"walk"_qs).toObject().value(u"count"_qs).toInt(), 1);
        QCOMPARE(told.value(u"officers"_qs).toArray().size(), 1);
        QCOMPARE(bench.asSupervisor({u"hall"_qs, u"figures"_qs, u"--day"_qs, u"2020-01-01"_qs}).json.value(u"whole"_qs).toObject().value(u"drawn"_qs).toInt(), 0);
        QCOMPARE(bench.asSupervisor({u"hall"_qs, u"figures"_qs, u"--day"_qs, u"tomorrow"_qs}).code, 2);
    }

    void aDeskCallsASupervisor()
    {
        CtlBench bench;
        QVERIFY(bench.prepare() && bench.admitSupervisor());
        const QString call = bench.asOfficer({u"hall"_qs, u"help"_qs, u"--silent"_qs}).json.value(u"id"_qs).toString();
        QVERIFY(!call.isEmpty());
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"settled"_qs, call}).code, 3);
        QCOMPARE(bench.asSupervisor({u"hall"_qs, u"coming"_qs, call}).code, 0);
        const QJsonObject told = bench.asOfficer({u"hall"_qs, u"word"_qs}).json.value(u"calls"_qs).toArray().at(0).toObject();
        QCOMPARE(told.value(u"coming"_qs).toInt(), 1);
        QVERIFY(told.value(u"silent"_qs).toBool());
        QCOMPARE(bench.asSupervisor({u"hall"_qs, u"settled"_qs, call}).code, 0);
        QVERIFY(bench.asOfficer({u"hall"_qs, u"word"_qs}).json.value(u"calls"_qs).toArray().isEmpty());
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"coming"_qs, u"nonsense"_qs}).code, 2);
    }

    void aTicketComesOutOnPaperInTheFolderOfPractice()
    {
        CtlBench bench;
        QVERIFY(bench.prepare());
        const CtlBench::Outcome first = bench.asOfficer({u"ticket"_qs, u"draw"_qs, u"A"_qs, u"--print"_qs});
        QVERIFY2(first.code == 0, first.errors.constData());
        QCOMPARE(first.json.value(u"number"_qs).toString(), u"A001"_qs);
        QCOMPARE(first.json.value(u"paper"_qs).toString(), u"enough"_qs);
        QCOMPARE(QImage(bench.path(u"centre/printed/ticket-1.png"_qs)).width(), 576);
        const CtlBench::Outcome again = bench.asOfficer({u"ticket"_qs, u"print"_qs, u"A001"_qs});
        QVERIFY2(again.code == 0, again.errors.constData());
        QVERIFY(QFile::exists(bench.path(u"centre/printed/ticket-2.png"_qs)));
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"show"_qs}).json.value(u"tickets"_qs).toArray().size(), 1);
    }

    // The number counts whatever becomes of the paper, and a script is told it.
    void aDeskWithoutAPrinterTellsTheNumberAndThatNothingCameOut_data()
    {
        QTest::addColumn<QByteArray>("ini");
        QTest::addColumn<QString>("error");
        QTest::newRow("none is named") << QByteArray() << u"PrinterMissing"_qs;
        QTest::newRow("none is there") << QByteArray("[ticketPrinter]\ndevice=/dev/no-such-printer\n") << u"TicketPrinterNotThere"_qs;
        QTest::newRow("what is named is none") << QByteArray("[ticketPrinter]\ntcp=http://printer/\n") << u"TicketPrinterIsNone"_qs;
    }
    void aDeskWithoutAPrinterTellsTheNumberAndThatNothingCameOut()
    {
        QFETCH(QByteArray, ini);
        QFETCH(QString, error);
        CtlBench bench;
        QVERIFY(bench.prepare(3, false));
        QVERIFY(QDir().mkpath(bench.path(u"config/motcua"_qs)));
        QFile file(bench.path(u"config/motcua/desk.ini"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ini) == ini.size());
        file.close();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(bench.path(u"config"_qs)));
        const CtlBench::Outcome drawn = bench.asOfficer({u"ticket"_qs, u"draw"_qs, u"A"_qs, u"--print"_qs});
        qunsetenv("XDG_CONFIG_HOME");
        QCOMPARE(drawn.code, 1);
        QCOMPARE(drawn.json.value(u"number"_qs).toString(), u"A001"_qs);
        QCOMPARE(drawn.json.value(u"error"_qs).toString(), error);
        QVERIFY(drawn.errors.contains("A001"));
    }

    void aMorningOfPracticeFillsTheHall()
    {
        CtlBench bench;
        QVERIFY(bench.prepare());
        const CtlBench::Outcome filled = bench.asOfficer({u"training"_qs, u"morning"_qs, u"--tickets"_qs, u"4"_qs, u"--seed"_qs, u"1"_qs});
        QVERIFY2(filled.code == 0, filled.errors.constData());
        QCOMPARE(filled.json.value(u"tickets"_qs).toInt(), 4);
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"show"_qs}).json.value(u"tickets"_qs).toArray().size(), 4);
        QCOMPARE(bench.asOfficer({u"training"_qs, u"morning"_qs}).code, 2);
        QCOMPARE(bench.asOfficer({u"training"_qs, u"morning"_qs, u"--tickets"_qs, u"999"_qs}).code, 6);
    }

    void whatCannotBeDoneIsAnswered_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("no group") << QStringList{u"ticket"_qs, u"draw"_qs} << 2;
        QTest::newRow("an unknown group") << QStringList{u"ticket"_qs, u"draw"_qs, u"Z"_qs} << 6;
        QTest::newRow("an unknown need") << QStringList{u"ticket"_qs, u"draw"_qs, u"A"_qs, u"tall"_qs} << 6;
        QTest::newRow("an unknown ticket") << QStringList{u"ticket"_qs, u"cancel"_qs, u"A999"_qs} << 5;
        QTest::newRow("print nothing") << QStringList{u"ticket"_qs, u"print"_qs} << 2;
        QTest::newRow("print an unknown ticket") << QStringList{u"ticket"_qs, u"print"_qs, u"A999"_qs} << 5;
        QTest::newRow("half a transfer") << QStringList{u"ticket"_qs, u"transfer"_qs, u"A001"_qs} << 2;
        QTest::newRow("to where it is") << QStringList{u"ticket"_qs, u"transfer"_qs, u"A001"_qs, u"B"_qs} << 6;
        QTest::newRow("an officer sets up no hall") << QStringList{u"hall"_qs, u"serve"_qs, u"A"_qs} << 3;
        QTest::newRow("serve nothing") << QStringList{u"hall"_qs, u"serve"_qs} << 2;
    }
    void whatCannotBeDoneIsAnswered()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const CtlBench::Outcome outcome = m_bench.asOfficer(words);
        QVERIFY2(outcome.code == code, outcome.errors.constData());
        QVERIFY(!outcome.errors.isEmpty());
    }

    void aCallBecomesASoundFile_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("sentences");
        QTest::newRow("a number") << QStringList{u"a013"_qs, u"3"_qs} << QStringList{u"Mời số a không một ba, đến quầy số ba."_qs};
        QTest::newRow("a desk with a name, in two languages") << QStringList{u"G002"_qs, u"Hướng dẫn"_qs, u"vi"_qs, u"en"_qs}
                                                              << QStringList{u"Mời số giê không không hai, đến quầy Hướng dẫn."_qs,
                                                                     u"Number G zero zero two, please go to the counter Hướng dẫn."_qs};
    }
    void aCallBecomesASoundFile()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, sentences);
        const QString path = m_bench.path(u"call.wav"_qs);
        const CtlBench::Outcome said
            = m_bench.run(QStringList{u"hall"_qs, u"say"_qs} + words + QStringList{u"--into"_qs, path, u"--voice"_qs, u"espeak-ng"_qs});
        QVERIFY2(said.code == 0, said.errors.constData());
        QStringList texts;
        for (const QJsonValue &one : said.json.value(u"sentences"_qs).toArray()) {
            texts.append(one[u"text"].toString());
            QCOMPARE(one[u"source"].toString(), u"espeak-ng"_qs);
        }
        QCOMPARE(texts, sentences);

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray wav = file.readAll();
        const auto number = [&wav](qsizetype at) { return qFromLittleEndian<quint32>(wav.constData() + at); };
        const auto half = [&wav](qsizetype at) { return qFromLittleEndian<quint16>(wav.constData() + at); };
        QCOMPARE(wav.left(4) + wav.mid(8, 8), "RIFFWAVEfmt ");
        QCOMPARE(qint64(number(4)), wav.size() - 8);
        QCOMPARE(half(20), quint16(1)); // without compression
        QCOMPARE(half(22), quint16(1)); // one channel
        QCOMPARE(half(34), quint16(16)); // bits
        QCOMPARE(wav.mid(36, 4), "data");
        QCOMPARE(qint64(number(40)), wav.size() - 44);
        const quint32 rate = number(24);
        QCOMPARE(int(rate), said.json.value(u"rate"_qs).toInt());
        const qint64 milliseconds = (wav.size() - 44) * 1000 / 2 / rate;
        QCOMPARE(milliseconds, said.json.value(u"milliseconds"_qs).toInteger());
        QVERIFY(milliseconds > 2'500 * sentences.size() && milliseconds < 12'000 * sentences.size());
        // Loud in the chime, and in each second of the speech.
        for (qsizetype second = 0; second < milliseconds / 1000; ++second) {
            int peak = 0;
            for (qsizetype i = second * rate; i < (second + 1) * qsizetype(rate); ++i) {
                peak = std::max(peak, std::abs(int(static_cast<qint16>(half(44 + 2 * i)))));
            }
            QVERIFY2(peak > 1'000, qPrintable(QString::number(second)));
        }
    }

    void whatCannotBeSaidIsAnswered_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        const QString path = m_bench.path(u"none.wav"_qs);
        QTest::newRow("half a call") << QStringList{u"A013"_qs} << 2;
        QTest::newRow("no ticket") << QStringList{u"013"_qs, u"3"_qs, u"--into"_qs, path} << 6;
        QTest::newRow("desk 0") << QStringList{u"A013"_qs, u"0"_qs, u"--into"_qs, path} << 6;
        QTest::newRow("a language that is not spoken") << QStringList{u"A013"_qs, u"3"_qs, u"fr"_qs, u"--into"_qs, path} << 6;
        QTest::newRow("no sentences") << QStringList{u"A013"_qs, u"3"_qs, u"--into"_qs, path, u"--resources"_qs, m_bench.path(u"nowhere"_qs)} << 1;
        QTest::newRow("into a folder that is not there") << QStringList{u"A013"_qs, u"3"_qs, u"--into"_qs, m_bench.path(u"nowhere/none.wav"_qs)} << 1;
    }
    void whatCannotBeSaidIsAnswered()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const CtlBench::Outcome said = m_bench.run(QStringList{u"hall"_qs, u"say"_qs} + words);
        QVERIFY2(said.code == code, said.errors.constData());
        QVERIFY(!said.errors.isEmpty());
        QVERIFY(!QFile::exists(m_bench.path(u"none.wav"_qs)));
    }

    void thePublicPageIsWrittenOnce()
    {
        CtlBench bench;
        QVERIFY(bench.prepare());
        QCOMPARE(bench.asOfficer({u"ticket"_qs, u"draw"_qs, u"A"_qs}).code, 0);
        const QTemporaryDir folder;
        const QString page = folder.filePath(u"www/hall"_qs);
        const CtlBench::Outcome written = bench.asOfficer({u"hall"_qs, u"page"_qs, page});
        QVERIFY2(written.code == 0, written.errors.constData());
        QFile html(page + u"/index.html"_qs);
        QVERIFY(html.open(QIODevice::ReadOnly));
        QVERIFY(html.readAll().contains("data-number=\"A001\""));
        QFile json(page + u"/board.json"_qs);
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject told = QJsonDocument::fromJson(json.readAll()).object();
        QCOMPARE(told.value(u"lines"_qs).toArray().at(0).toArray().at(0).toString(), u"A001"_qs);
        QCOMPARE(bench.asOfficer({u"hall"_qs, u"page"_qs}).code, 2);
        QVERIFY(bench.asOfficer({u"hall"_qs, u"page"_qs, page + u"/index.html/below"_qs}).code != 0);
    }

    void aScreenIsInvitedToTheBoardAndShutOut()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"left.motcua"_qs);
        QVERIFY(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"status"_qs}).json.value(u"address"_qs).isNull());
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"invite"_qs, u"left"_qs, file}).code, 5); // nothing is fed yet
        QVERIFY(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"set"_qs, u"0.0.0.0"_qs}).code != 0);
        QVERIFY(m_bench.asOfficer({u"hall"_qs, u"feed"_qs, u"set"_qs}).code != 0);
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"set"_qs}).json.value(u"address"_qs).toString(), u"127.0.0.1"_qs); // this machine alone unless told
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"invite"_qs, u"left"_qs, file}).code, 0);
        QVERIFY(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"invite"_qs, u"right"_qs, file}).code != 0); // it is there already
        QFile made(file);
        QVERIFY(made.open(QIODevice::ReadOnly));
        QVERIFY(made.readAll().startsWith("motcua-board-1:"));
        QVERIFY(!(made.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"status"_qs}).json.value(u"screens"_qs).toArray().size(), 1);
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"revoke"_qs, u"left"_qs}).code, 0);
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"revoke"_qs, u"left"_qs}).code, 5);
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"off"_qs}).code, 0);
        QVERIFY(m_bench.asHead({u"hall"_qs, u"feed"_qs, u"status"_qs}).json.value(u"address"_qs).isNull());
    }

    void theAdministratorSaysWhomTheDesksCall()
    {
        const auto serves = [this] { return m_bench.asOfficer({u"hall"_qs, u"show"_qs}).json.value(u"serves"_qs).toArray().toVariantList(); };
        QVERIFY(serves().isEmpty());
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"serve"_qs, u"A"_qs, u"B"_qs, u"A"_qs}).code, 0);
        QCOMPARE(serves(), QVariantList({u"A"_qs, u"B"_qs}));
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"serve"_qs, u"Z"_qs}).code, 6);
        QCOMPARE(serves(), QVariantList({u"A"_qs, u"B"_qs}));
        QCOMPARE(m_bench.asHead({u"hall"_qs, u"serve"_qs, u"all"_qs}).code, 0);
        QVERIFY(serves().isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_CtlHall)
#include "tst_CtlHall.moc"
