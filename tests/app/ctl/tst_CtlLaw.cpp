// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/** The commands that ask the law and open no store: words in, an exit code and one JSON object out. */
class tst_CtlLaw : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int code = -1;
        QJsonObject json = {};
        QByteArray errors = {};
    };

    QTemporaryDir m_dir;

    static Outcome run(const QStringList &words, const QByteArray &input = {})
    {
        QProcess process;
        const QString json = QStringLiteral("--json");
        process.start(QStringLiteral(MOTCUA_CTL), words.contains(json) ? words : words + QStringList{json});
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000)) {
            return {};
        }
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(), process.readAllStandardError()};
    }

    /** What a person reads who does not ask for JSON, lines and mistakes together. */
    static QString spoken(const QStringList &words)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(MOTCUA_CTL), words);
        return process.waitForFinished(60'000) ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
    }

    [[nodiscard]] QString written(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("cannot write %s", qPrintable(name));
        }
        return file.fileName();
    }

    static QByteArray extract(const QJsonObject &changes = {}, const QJsonObject &besides = {})
    {
        QJsonObject fields{{u"requester.name"_qs, u"Nguyễn Thị Hoa"_qs}, {u"requester.birth"_qs, u"1/6/85"_qs},
            {u"requester.residence"_qs, u"Số 1, tổ 5, phường Hòa An"_qs}, {u"requester.personalNumber"_qs, u"001 185 012 345"_qs},
            {u"requester.relation"_qs, u"child"_qs}, {u"record.kind"_qs, u"birth"_qs}, {u"record.name"_qs, u"Nguyễn Văn An"_qs},
            {u"record.birth"_qs, u"1941"_qs}, {u"record.sex"_qs, u"male"_qs}, {u"record.registeredAt"_qs, u"UBND xã Hòa An"_qs},
            {u"copies"_qs, u"3"_qs}};
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            fields.insert(it.key(), *it);
        }
        QJsonObject json{{u"fields"_qs, fields}, {u"receivedAt"_qs, u"2026-11-23T08:15:00+07:00"_qs},
            {u"papers"_qs, QJsonObject{{u"declaration"_qs, u"met"_qs}, {u"identity"_qs, QJsonObject{{u"state"_qs, u"met"_qs}, {u"kind"_qs, u"fromDatabase"_qs}}}}}};
        for (auto it = besides.begin(); it != besides.end(); ++it) {
            json.insert(it.key(), *it);
        }
        return QJsonDocument(json).toJson();
    }

    static QStringList codes(const QJsonArray &told)
    {
        QStringList all;
        for (const QJsonValue &one : told) {
            all.append(one[u"field"_qs].toString() + u' ' + one[u"code"_qs].toString());
        }
        return all;
    }

private Q_SLOTS:
    void speaksToAPersonAtATerminal_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("notTold");
        const auto words = [](const QString &line) { return line.split(u' '); };
        QTest::addRow("lunar: Vietnamese") << words(u"calendar lunar 2026-02-17"_qs) << u"Ngày 17/02/2026 là ngày 1 tháng 1 năm 2026 âm lịch."_qs << u"lunar"_qs;
        QTest::addRow("lunar: said to be Vietnamese")
            << words(u"calendar lunar 23/7/2017 --language vi"_qs) << u"Ngày 23/07/2017 là ngày 1 tháng 6 nhuận năm 2017 âm lịch."_qs << u"lunar"_qs;
        QTest::addRow("lunar: English")
            << words(u"calendar lunar 2026-02-17 --language en"_qs) << u"17/02/2026 is day 1 of lunar month 1, 2026."_qs << u"Ngày"_qs;
        QTest::addRow("lunar: outside of what is known") << words(u"calendar lunar 1949-12-31"_qs) << u"từ 1950 đến 2099"_qs << u"hẹn trả"_qs;
        QTest::addRow("lunar: no such day, no key") << words(u"calendar lunar 31/4/2026"_qs) << u"[31/4/2026]"_qs << u"Ctrl+"_qs;
        QTest::addRow("lunar: no such day, no form") << words(u"calendar lunar 31/4/2026"_qs) << u"chạy lại lệnh"_qs << u"còn nguyên"_qs;
        QTest::addRow("not found: no key") << words(u"address find xyz"_qs) << u"chạy lại lệnh"_qs << u"F2"_qs;
        QTest::addRow("person: another sex") << words(u"person check 001185012345 --sex male"_qs) << u"! Số định danh cho biết giới tính khác"_qs
                                             << u"sexDiffers"_qs;
        QTest::addRow("person: nine digits") << words(u"person check 012345678"_qs) << u"chín chữ số là số chứng minh nhân dân cũ"_qs << u"wrongLength"_qs;
        QTest::addRow("card: no such day") << QStringList{u"card"_qs, u"qr"_qs, u"001185012345|012345678|Nguyễn Thị Hoa|31021985|Nữ|Số 1, Hòa An|01012022"_qs}
                                           << u"Ngày sinh: không có ngày này trong lịch"_qs << u"badDate"_qs;
        QTest::addRow("card: issued in a time to come")
            << QStringList{u"card"_qs, u"qr"_qs, u"001185012345|012345678|Nguyễn Thị Hoa|01061985|Nữ|Số 1, Hòa An|01012999"_qs}
            << u"! Thẻ ghi ngày cấp là một ngày chưa đến"_qs << u"issuedLater"_qs;
        QTest::addRow("card: a look-alike in the name")
            << QStringList{u"card"_qs, u"qr"_qs, u"001185012345|012345678|Ðặng Thị Hoa|01061985|Nữ|Số 1, Hòa An|01012022"_qs}
            << u"! Ký tự thứ 1 trông giống chữ Đ"_qs << u"lookAlikeD"_qs;
        QTest::addRow("payment: the erratum of NAPAS")
            << QStringList{u"vietqr"_qs, u"decode"_qs, u"00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5"_qs}
            << u"Vị trí: trường 38/01/01 (số tài khoản hoặc số thẻ), ký tự thứ 61."_qs << u"LengthMismatch"_qs;
        QTest::addRow("payment: a fraction of a đồng") << words(u"vietqr encode --bin 970436 --account 1 --amount 0.5"_qs) << u"Số tiền phải là số nguyên"_qs
                                                       << u"AmountMalformed"_qs;
    }
    void speaksToAPersonAtATerminal()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, told);
        QFETCH(QString, notTold);
        const QString said = spoken(words);
        QVERIFY2(said.contains(told), qPrintable(said));
        QVERIFY2(!said.contains(notTold), qPrintable(said));
    }

    void aScriptReadsCodesAndNoSentences_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("detail");
        const QStringList card{u"card"_qs, u"qr"_qs};
        QTest::addRow("a field of a card") << card + QStringList{u"001185012345|012345678|Nguyễn Thị Hoa|31021985|Nữ|Số 1, Hòa An|01012022"_qs} << u"badDate at field 4"_qs;
        QTest::addRow("no card") << card + QStringList{u"https://example.vn"_qs} << u"notACard"_qs;
        QTest::addRow("a personal number") << QStringList{u"person"_qs, u"check"_qs, u"012345678"_qs} << u"wrongLength"_qs;
    }
    void aScriptReadsCodesAndNoSentences()
    {
        QFETCH(QStringList, words);
        const Outcome outcome = run(words);
        QTEST(outcome.json.value(u"detail"_qs).toString(), "detail");
        QVERIFY(outcome.json.value(u"sentence"_qs).toString().endsWith(u'.'));
    }

    void wrongUsageHasAnObject_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const QString &line, const QString &told) { QTest::addRow("%s", name) << line.split(u' ') << told; };
        row("no day", u"calendar lunar"_qs, u"Which day?"_qs);
        row("no code", u"vietqr decode"_qs, u"Which code?"_qs);
        row("no number", u"person check"_qs, u"person check NUMBER"_qs);
        row("no limit", u"deadline --limit 3"_qs, u"--unit"_qs);
        row("no such command", u"make tea"_qs, u"make tea"_qs);
        row("no such option", u"list --tea"_qs, u"tea"_qs);
        row("an option without its value", u"list --json --limit"_qs, u"limit"_qs);
    }
    void wrongUsageHasAnObject()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, told);
        const Outcome outcome = run(words);
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.json.value(u"error"_qs).toString(), u"Usage"_qs);
        QCOMPARE(outcome.json.value(u"exit"_qs).toInt(), 2);
        QVERIFY2(outcome.json.value(u"detail"_qs).toString().contains(told), outcome.errors.constData());
    }

    void answersWithACodeAndAnObject_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        const QString lunar = u"calendar lunar"_qs;
        const auto words = [](const QString &line) { return line.split(u' '); };
        QTest::addRow("lunar: Tết 2030 is a day before China's") << words(u"calendar lunar 2030-02-02"_qs) << 0 << u"day"_qs << QVariant(1);
        QTest::addRow("lunar: a leap month") << words(u"calendar lunar 23/7/2017"_qs) << 0 << u"leap"_qs << QVariant(true);
        QTest::addRow("lunar: no such day") << words(u"calendar lunar 31/4/2026"_qs) << 6 << QString() << QVariant();
        QTest::addRow("lunar: outside of what is known") << words(u"calendar lunar 1949-12-31"_qs) << 1 << QString() << QVariant();
        QTest::addRow("lunar: no day") << words(u"calendar lunar"_qs) << 2 << QString() << QVariant();
        QTest::addRow("deadline: three working days over Tết") << words(u"deadline --received 2026-02-12T09:00 --limit 3 --unit working-day"_qs) << 0
                                                              << u"dueAt"_qs << QVariant(u"2026-02-24T17:00:00+07:00"_qs);
        QTest::addRow("deadline: ten days over Giỗ Tổ") << words(u"deadline --received 2026-04-16T09:00 --limit 10 --unit day"_qs) << 0 << u"dueAt"_qs
                                                        << QVariant(u"2026-04-28T17:00:00+07:00"_qs);
        QTest::addRow("deadline: a month to the end of February") << words(u"deadline --received 2025-01-31T09:00 --limit 1 --unit month"_qs) << 0
                                                                  << u"dueAt"_qs << QVariant(u"2025-02-28T17:00:00+07:00"_qs);
        QTest::addRow("deadline: two hours over the midday break") << words(u"deadline --received 2026-11-23T10:30 --limit 2 --unit hour"_qs) << 0
                                                                   << u"dueAt"_qs << QVariant(u"2026-11-23T14:30:00+07:00"_qs);
        QTest::addRow("deadline: ninety minutes to the end of the morning") << words(u"deadline --received 2026-11-23T10:00 --limit 90 --unit minute"_qs)
                                                                            << 0 << u"dueAt"_qs << QVariant(u"2026-11-23T11:30:00+07:00"_qs);
        QTest::addRow("deadline: the offset counts") << words(u"deadline --received 2026-11-23T09:00:00Z --procedure 2.000635"_qs) << 0 << u"rule"_qs
                                                     << QVariant(u"sameDay.afterCutOff"_qs);
        QTest::addRow("deadline: two days more for many pages") << words(u"deadline --received 2026-06-01T09:00 --procedure 2.000815 --longer manyPages=2"_qs) << 0
                                                                << u"dueAt"_qs << QVariant(u"2026-06-03T17:00:00+07:00"_qs);
        QTest::addRow("deadline: three days more for many pages") << words(u"deadline --received 2026-06-01T09:00 --procedure 2.000815 --longer manyPages=3"_qs) << 6
                                                                  << QString() << QVariant();
        QTest::addRow("deadline: longer without days") << words(u"deadline --received 2026-06-01T09:00 --procedure 2.000815 --longer manyPages"_qs) << 6
                                                       << QString() << QVariant();
        QTest::addRow("deadline: longer where the law knows none") << words(u"deadline --received 2026-06-01T09:00 --procedure 2.000635 --longer manyPages=1"_qs) << 6
                                                                   << QString() << QVariant();
        QTest::addRow("deadline: longer than a limit that is only stated") << words(u"deadline --received 2026-06-01T09:00 --limit 3 --unit day --longer manyPages=1"_qs) << 2
                                                                          << QString() << QVariant();
        QTest::addRow("deadline: no such channel") << words(u"deadline --received 2026-06-01T09:00 --procedure 2.000635 --channel 9"_qs) << 6 << QString() << QVariant();
        QTest::addRow("deadline: a channel that is not open") << words(u"deadline --received 2026-06-01T09:00 --procedure 2.000815 --channel 2"_qs) << 6
                                                              << QString() << QVariant();
        QTest::addRow("deadline: a channel that is a word") << words(u"deadline --received 2026-06-01T09:00 --procedure 2.000635 --channel post"_qs) << 6
                                                            << QString() << QVariant();
        QTest::addRow("deadline: an unpublished year is marked") << words(u"deadline --received 2027-02-01T09:00 --limit 5 --unit working-day"_qs) << 0
                                                                 << u"provisional"_qs << QVariant(true);
        QTest::addRow("deadline: both ways at once") << words(u"deadline --received 2026-02-12T09:00 --limit 3 --unit day --procedure 2.000635"_qs) << 2
                                                     << QString() << QVariant();
        QTest::addRow("deadline: no unit") << words(u"deadline --received 2026-02-12T09:00 --limit 3"_qs) << 2 << QString() << QVariant();
        QTest::addRow("deadline: no such time") << words(u"deadline --received 2026-02-30T09:00 --limit 3 --unit day"_qs) << 6 << QString() << QVariant();
        QTest::addRow("deadline: no such limit") << words(u"deadline --received 2026-02-12T09:00 --limit 0 --unit day"_qs) << 6 << QString() << QVariant();
        QTest::addRow("deadline: no such procedure") << words(u"deadline --received 2026-02-12T09:00 --procedure 9.999999"_qs) << 5 << QString() << QVariant();
        QTest::addRow("deadline: before its edition") << words(u"deadline --received 2025-02-12T09:00 --procedure 2.000635"_qs) << 5 << QString() << QVariant();
        QTest::addRow("person: what a number says") << words(u"person check 001185012345"_qs) << 0 << u"birthYear"_qs << QVariant(1985);
        QTest::addRow("person: a contradiction is no refusal") << words(u"person check 001185012345 --sex male"_qs) << 0 << u"contradictions"_qs
                                                               << QVariant(QVariantList{u"sexDiffers"_qs});
        QTest::addRow("person: full-width digits") << words(u"person check ００１１８５０１２３４５"_qs) << 0 << u"number"_qs << QVariant(u"001185012345"_qs);
        QTest::addRow("person: nine digits") << words(u"person check 012345678"_qs) << 6 << QString() << QVariant();
        QTest::addRow("person: no birth") << words(u"person check 001185012345 --born 31/2/1985"_qs) << 6 << QString() << QVariant();
        QTest::addRow("card: format of 2021") << QStringList{u"card"_qs, u"qr"_qs, u"001185012345|012345678|Nguyễn Thị Hoa|01061985|Nữ|Số 1, Hòa An|01012022"_qs} << 0
                                              << u"format"_qs << QVariant(u"2021"_qs);
        QTest::addRow("card: empty fields at the end are kept")
            << QStringList{u"card"_qs, u"qr"_qs, u"001185012345||Nguyễn Thị Hoa|01061985|Nữ|Số 1, Hòa An|01082024||||"_qs} << 0 << u"further"_qs
            << QVariant(QVariantList{u""_qs, u""_qs, u""_qs, u""_qs});
        QTest::addRow("card: issued in a time to come is no refusal")
            << QStringList{u"card"_qs, u"qr"_qs, u"001185012345|012345678|Nguyễn Thị Hoa|01061985|Nữ|Số 1, Hòa An|01012999"_qs} << 0
            << u"contradictions"_qs << QVariant(QVariantList{u"issuedLater"_qs});
        QTest::addRow("card: issued before birth is no refusal")
            << QStringList{u"card"_qs, u"qr"_qs, u"001185012345||Nguyễn Thị Hoa|01061985|Nữ|Số 1, Hòa An|31051985||||"_qs} << 0
            << u"contradictions"_qs << QVariant(QVariantList{u"issuedBeforeBirth"_qs});
        QTest::addRow("card: no such day") << QStringList{u"card"_qs, u"qr"_qs, u"001185012345|012345678|Nguyễn Thị Hoa|31021985|Nữ|Số 1, Hòa An|01012022"_qs} << 6
                                           << QString() << QVariant();
        QTest::addRow("card: some other code") << QStringList{u"card"_qs, u"qr"_qs, u"https://example.vn"_qs} << 6 << QString() << QVariant();
        QTest::addRow("catalogue: a good file in its place")
            << QStringList{u"catalogue"_qs, u"check"_qs, QStringLiteral(MOTCUA_RESOURCES_SOURCE "/forms/extract-request.json")} << 0 << u"faults"_qs << QVariant(QVariantList{});
        QTest::addRow("catalogue: no such file") << words(u"catalogue check /no/such/file.json"_qs) << 1 << QString() << QVariant();
    }
    void answersWithACodeAndAnObject()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QString, key);
        QFETCH(QVariant, value);
        const Outcome outcome = run(words);
        QVERIFY2(outcome.code == code, outcome.errors.constData());
        if (!key.isEmpty()) {
            QCOMPARE(outcome.json.value(key).toVariant().toJsonValue(), QJsonValue::fromVariant(value));
        } else {
            QVERIFY(!outcome.errors.isEmpty());
        }
    }

    void aFaultyFileIsNamedWithLineAndColumn()
    {
        const QString path = QStringLiteral(MOTCUA_TEST_DATA "/catalogue/bad-form-key-twice.json");
        const Outcome outcome = run({u"catalogue"_qs, u"check"_qs, path});
        QCOMPARE(outcome.code, 6);
        QCOMPARE(outcome.json.value(u"faults"_qs).toArray().at(0).toString(), path + u":5:19: the key \"title\" is written twice"_qs);
    }

    void aFilledFileIsJudged_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QStringList>("violations");
        const QStringList none;
        QTest::addRow("complete") << extract() << 0 << none;
        QTest::addRow("an answer missing") << extract({{u"record.sex"_qs, u""_qs}}) << 6 << QStringList{u"record.sex Missing"_qs};
        QTest::addRow("an answer to follow where it may not") << extract({{u"record.sex"_qs, QJsonObject{{u"e"_qs, u"toFollow"_qs}}}}) << 6
                                                              << QStringList{u"record.sex MayNotFollow"_qs};
        QTest::addRow("a paper missing") << extract({}, {{u"papers"_qs, QJsonObject{{u"identity"_qs, u"met"_qs}}}}) << 6
                                         << QStringList{u"declaration PaperMissing"_qs};
        QTest::addRow("an identity nothing proves") << extract({}, {{u"papers"_qs, QJsonObject{{u"declaration"_qs, u"met"_qs}}}}) << 6
                                                    << QStringList{u" IdentityNotProved"_qs};
        QTest::addRow("no identity paper where it is still asked for")
            << extract({}, {{u"receivedAt"_qs, u"2026-08-04T08:15:00+07:00"_qs}, {u"papers"_qs, QJsonObject{{u"declaration"_qs, u"met"_qs}}}}) << 6
            << QStringList{u"identity PaperMissing"_qs};
        QTest::addRow("an unknown answer") << extract({{u"nonsense"_qs, u"x"_qs}}) << 6 << QStringList{u"nonsense UnknownField"_qs};
        QTest::addRow("a day before the edition") << extract({}, {{u"receivedAt"_qs, u"2025-11-23T08:15:00+07:00"_qs}}) << 5 << none;
        QTest::addRow("no JSON") << QByteArray("{\"fields\": ") << 6 << none;
        QTest::addRow("filled for another procedure") << extract({}, {{u"procedure"_qs, u"2.000815"_qs}}) << 6 << none;
        QTest::addRow("filled for this one") << extract({}, {{u"procedure"_qs, u"2.000635"_qs}}) << 0 << none;
        QTest::addRow("a member nobody knows") << extract({}, {{u"chanel"_qs, 3}}) << 6 << none;
        QTest::addRow("a list") << QByteArray("[]") << 6 << none;
        QTest::addRow("an answer that is a number") << extract({{u"copies"_qs, 3}}) << 6 << none;
        QTest::addRow("a paper in no state") << extract({}, {{u"papers"_qs, QJsonObject{{u"declaration"_qs, u"yes"_qs}}}}) << 6 << none;
        QTest::addRow("a receipt without an offset") << extract({}, {{u"receivedAt"_qs, u"2026-11-23T14:30:00"_qs}}) << 0 << none;
        QTest::addRow("a channel there is not") << extract({}, {{u"channel"_qs, 4}}) << 6 << none;
        QTest::addRow("a later day where the limit allows none") << extract({}, {{u"longer"_qs, QJsonObject{{u"ground"_qs, u"manyPages"_qs}, {u"days"_qs, 1}}}}) << 6
                                                                 << QStringList{u" LongerTermUnknown"_qs};
        QTest::addRow("a later day that is a text") << extract({}, {{u"longer"_qs, u"two days"_qs}}) << 6 << none;
        QTest::addRow("a receipt at no time") << extract({}, {{u"receivedAt"_qs, u"yesterday"_qs}}) << 6 << none;
    }
    void aFilledFileIsJudged()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, code);
        QFETCH(QStringList, violations);
        const Outcome outcome = run({u"validate"_qs, u"--procedure"_qs, u"2.000635"_qs, written(u"filled.json"_qs, file)});
        QVERIFY2(outcome.code == code, outcome.errors.constData());
        QCOMPARE(codes(outcome.json.value(u"violations"_qs).toArray()), violations);
        QCOMPARE(outcome.json.value(u"valid"_qs).toBool(), code == 0);
        QCOMPARE(run({u"validate"_qs, u"--procedure"_qs, u"2.000635"_qs, u"-"_qs}, file).code, code); // the same from a pipe
    }

    void theSamplesOfEveryProcedureAreInOrder_data()
    {
        QTest::addColumn<QString>("sample");
        for (const QString &sample : {u"1.001193/complete"_qs, u"1.001193/twins"_qs, u"1.001193/father-absent"_qs, u"1.004194/family"_qs, u"1.001612/complete"_qs, u"2.000635/complete"_qs, u"2.000635/before-august"_qs, u"2.000635/organisation"_qs, u"2.000815/complete"_qs}) {
            QTest::addRow("%s", qPrintable(sample)) << sample;
        }
    }
    void theSamplesOfEveryProcedureAreInOrder()
    {
        QFETCH(QString, sample);
        const QString file = QStringLiteral(MOTCUA_TEST_DATA "/samples/%1.json").arg(sample);
        const Outcome outcome = run({u"validate"_qs, u"--procedure"_qs, sample.section(u'/', 0, 0), file});
        QCOMPARE(codes(outcome.json.value(u"violations"_qs).toArray()), QStringList());
        QVERIFY2(outcome.code == 0, outcome.errors.constData());
        QVERIFY(!outcome.json.value(u"papers"_qs).toArray().isEmpty());
    }

    void aTimeWithoutOffsetIsThatOfTheCentre_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("dueAt");
        QTest::addRow("before 15:00 on the wall") << u"2026-11-23T14:30"_qs << u"2026-11-23T17:00:00+07:00"_qs;
        QTest::addRow("after 15:00 on the wall") << u"2026-11-23T15:30"_qs << u"2026-11-25T17:00:00+07:00"_qs;
        QTest::addRow("told in UTC") << u"2026-11-23T07:30:00Z"_qs << u"2026-11-23T17:00:00+07:00"_qs;
    }
    void aTimeWithoutOffsetIsThatOfTheCentre()
    {
        QFETCH(QString, received);
        QFETCH(QString, dueAt);
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "America/New_York"); // where the machine believes it stands must not matter
        const Outcome asked = run({u"validate"_qs, u"--procedure"_qs, u"2.000635"_qs, written(u"wall.json"_qs, extract()), u"--received"_qs, received});
        const Outcome written = run({u"validate"_qs, u"--procedure"_qs, u"2.000635"_qs, this->written(u"wall.json"_qs, extract({}, {{u"receivedAt"_qs, received}}))});
        zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
        QCOMPARE(asked.json.value(u"dueAt"_qs).toString(), dueAt);
        QCOMPARE(written.json.value(u"dueAt"_qs).toString(), dueAt);
    }

    void aFeeIsWorkedOut()
    {
        const Outcome outcome = run({u"fee"_qs, u"--procedure"_qs, u"2.000635"_qs, written(u"fee.json"_qs, extract())});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.json.value(u"total"_qs).toInteger(), 24000);
        QCOMPARE(run({u"fee"_qs, u"--procedure"_qs, u"2.000635"_qs, u"/no/such/file"_qs}).code, 1);
        QCOMPARE(run({u"fee"_qs, u"--procedure"_qs, u"2.000635"_qs}).code, 2);
    }

    void aFeeNeedsWhatItIsMadeOf_data()
    {
        QTest::addColumn<QString>("copies");
        QTest::addColumn<QString>("violation");
        QTest::addRow("not answered") << u""_qs << u"copies Missing"_qs;
        QTest::addRow("a word") << u"ba"_qs << u"copies NotANumber"_qs;
        QTest::addRow("below zero") << u"-1"_qs << u"copies NotANumber"_qs;
        QTest::addRow("more than there are") << u"9999999"_qs << u"copies OutOfRange"_qs;
        QTest::addRow("more than numbers can hold") << u"9223372036854775807"_qs << u"copies OutOfRange"_qs;
    }
    void aFeeNeedsWhatItIsMadeOf()
    {
        QFETCH(QString, copies);
        QFETCH(QString, violation);
        const Outcome outcome = run({u"fee"_qs, u"--procedure"_qs, u"2.000635"_qs, written(u"fee.json"_qs, extract({{u"copies"_qs, copies}}))});
        QCOMPARE(outcome.code, 6);
        QVERIFY(!outcome.json.value(u"complete"_qs).toBool());
        QCOMPARE(codes(outcome.json.value(u"violations"_qs).toArray()), QStringList{violation});
    }

    void whatNobodyKnowsIsNotNothing()
    {
        const auto sample = [](const QString &name) { return QStringLiteral(MOTCUA_TEST_DATA "/samples/%1.json").arg(name); };
        const Outcome late = run({u"validate"_qs, u"--procedure"_qs, u"1.001193"_qs, sample(u"1.001193/late"_qs)});
        QVERIFY2(late.code == 0, late.errors.constData());
        QVERIFY(late.json.contains(u"fee"_qs) && late.json.value(u"fee"_qs).isNull()); // the province sets it
        QCOMPARE(run({u"fee"_qs, u"--procedure"_qs, u"1.001193"_qs, sample(u"1.001193/late"_qs)}).code, 6);
        const Outcome next = run({u"validate"_qs, u"--procedure"_qs, u"2.000635"_qs, written(u"next.json"_qs, extract()), u"--received"_qs, u"2027-03-02T09:00"_qs});
        QVERIFY2(next.code == 0, next.errors.constData());
        QVERIFY(next.json.value(u"provisional"_qs).toBool()); // a year that is not published yet
        const Outcome closed = run({u"fee"_qs, u"--procedure"_qs, u"1.004194"_qs, sample(u"1.004194/complete"_qs), u"--channel"_qs, u"3"_qs});
        QCOMPARE(closed.code, 6);
        QVERIFY(!closed.json.contains(u"total"_qs));
    }
};

QTEST_APPLESS_MAIN(tst_CtlLaw)
#include "tst_CtlLaw.moc"
