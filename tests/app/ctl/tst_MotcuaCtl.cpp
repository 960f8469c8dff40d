// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/** The program as a script meets it: words, exit codes, JSON. */
class tst_MotcuaCtl : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int code = -1;
        QJsonObject json = {};
        QByteArray errors = {};
    };

    QTemporaryDir m_dir;
    const QString m_password = QStringLiteral("con meo den tren mai");
    const QString m_citizen = QStringLiteral("Hoàng Thị Canary");

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }

    Outcome run(const QStringList &words, const QString &password = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MOTCUA_PASSWORD"), password.isEmpty() ? m_password : password);
        environment.insert(QStringLiteral("MOTCUA_NEW_PASSWORD"), QStringLiteral("mot mat khau that dai"));
        process.setProcessEnvironment(environment);
        QStringList all = words;
        if (!all.contains(QStringLiteral("--store"))) {
            all << QStringLiteral("--store") << path(QStringLiteral("centre"));
        }
        all << QStringLiteral("--json");
        process.start(QStringLiteral(MOTCUA_CTL), all);
        if (!process.waitForFinished(60'000)) {
            return {};
        }
        return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object(), process.readAllStandardError()};
    }

    Outcome asHead(QStringList words, const QString &password = {}) const
    {
        words << QStringLiteral("--person") << QStringLiteral("pham thu ha");
        return run(words, password);
    }

    QString filled(const QString &name, const QJsonObject &fields) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly)) {
            return {};
        }
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("fields"), fields},
                                     {QStringLiteral("papers"),
                                         QJsonObject{{QStringLiteral("declaration"), QStringLiteral("met")},
                                             {QStringLiteral("identity"), QStringLiteral("met")}}}})
                       .toJson());
        return file.fileName();
    }

    QJsonObject goodFields() const
    {
        return {{QStringLiteral("requester.name"), m_citizen}, {QStringLiteral("requester.birth"), QStringLiteral("5/3/85")},
            {QStringLiteral("requester.residence"), QStringLiteral("12 Trần Phú, phường Hòa An")},
            {QStringLiteral("requester.personalNumber"), QStringLiteral("000185012345")},
            {QStringLiteral("requester.relation"), QStringLiteral("self")}, {QStringLiteral("record.kind"), QStringLiteral("birth")},
            {QStringLiteral("record.name"), QStringLiteral("Nguyễn Bảo An")},
            {QStringLiteral("record.birth"), QStringLiteral("15/11/2019")}, {QStringLiteral("record.sex"), QStringLiteral("male")},
            {QStringLiteral("record.registeredAt"), QStringLiteral("Ủy ban nhân dân phường Hòa An")},
            {QStringLiteral("copies"), QStringLiteral("2")}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Outcome made = run({QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("TTPVHCC phường Hòa An"),
            QStringLiteral("--governing-body"), QStringLiteral("Ủy ban nhân dân phường Hòa An"), QStringLiteral("--place"), QStringLiteral("Hòa An"),
            QStringLiteral("--organisation"), QStringLiteral("H26.31.05"), QStringLiteral("--desk"), QStringLiteral("3"),
            QStringLiteral("--training"), QStringLiteral("--person"), QStringLiteral("Phạm Thu Hà")});
        QVERIFY2(made.code == 0, made.errors.constData());
        QCOMPARE(made.json.value(QStringLiteral("recoveryKey")).toString().size(), 8 * 5 + 7);
        QFile key(path(QStringLiteral("recovery")));
        QVERIFY(key.open(QIODevice::WriteOnly));
        key.write(made.json.value(QStringLiteral("recoveryKey")).toString().toUtf8());
    }

    void wrongUseHasItsOwnCode_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addRow("no such command") << QStringList{QStringLiteral("paint")} << 2;
        QTest::addRow("no such option") << QStringList{QStringLiteral("list"), QStringLiteral("--paint")} << 2;
        QTest::addRow("nobody named") << QStringList{QStringLiteral("list")} << 3;
        QTest::addRow("somebody unknown") << QStringList{QStringLiteral("list"), QStringLiteral("--person"), QStringLiteral("nobody")} << 3;
        QTest::addRow("no store") << QStringList{QStringLiteral("list"), QStringLiteral("--person"), QStringLiteral("x"),
            QStringLiteral("--store"), QStringLiteral("/nonexistent")}
                                  << 5;
        QTest::addRow("no such procedure") << QStringList{QStringLiteral("catalogue"), QStringLiteral("show"), QStringLiteral("9.999999")}
                                           << 5;
        QTest::addRow("a desk twice") << QStringList{QStringLiteral("init"), QStringLiteral("--unit"), QStringLiteral("X"),
            QStringLiteral("--governing-body"), QStringLiteral("Y"), QStringLiteral("--place"), QStringLiteral("Z"),
            QStringLiteral("--organisation"), QStringLiteral("H26.31.05"), QStringLiteral("--desk"), QStringLiteral("3"),
            QStringLiteral("--person"), QStringLiteral("Ai Đó")}
                                      << 1;
        QTest::addRow("help") << QStringList{QStringLiteral("help")} << 0;
        QTest::addRow("the catalogue is sound") << QStringList{QStringLiteral("catalogue"), QStringLiteral("check")} << 0;
    }
    void wrongUseHasItsOwnCode()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        const Outcome outcome = run(words);
        QVERIFY2(outcome.code == code, outcome.errors + QByteArray::number(outcome.code));
    }

    void aDossierIsFiledFoundAndVerified()
    {
        const QString slip = path(QStringLiteral("slip.pdf"));
        const Outcome made = asHead({QStringLiteral("file"), QStringLiteral("--procedure"), QStringLiteral("2.000635"),
            filled(QStringLiteral("good.json"), goodFields()), QStringLiteral("--slip"), slip});
        QVERIFY2(made.code == 0, made.errors.constData());
        const QString code = made.json.value(QStringLiteral("code")).toString();
        QVERIFY2(code.endsWith(QStringLiteral("-0301")), qPrintable(code));
        QCOMPARE(made.json.value(QStringLiteral("fee")).toInt(), 16000);
        QFile pdf(slip);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.readAll().startsWith("%PDF-"));

        for (const QString &asked :
            {code, code.toLower(), QStringLiteral("hoang thi can"), QStringLiteral("canary hoang"), QStringLiteral("0001850")}) {
            const Outcome found = asHead({QStringLiteral("search"), asked});
            QVERIFY2(found.code == 0, qPrintable(asked));
            QCOMPARE(found.json.value(QStringLiteral("dossiers"))[0][QStringLiteral("code")].toString(), code);
        }
        QCOMPARE(asHead({QStringLiteral("search"), QStringLiteral("khong ai ca")}).code, 5);
        QCOMPARE(asHead({QStringLiteral("list")}).json.value(QStringLiteral("count")).toInt(), 1);
        QVERIFY(asHead({QStringLiteral("journal"), QStringLiteral("verify")}).code == 0);
        const Outcome shown = asHead({QStringLiteral("journal"), QStringLiteral("show"), code});
        QCOMPARE(shown.code, 0);
        QCOMPARE(shown.json.value(QStringLiteral("entries")).toArray().size(), 2);
    }

    void whoDecidesIsNamedByACode_data()
    {
        QTest::addColumn<QString>("competent");
        QTest::addRow("a name") << QStringLiteral("Sở Tư pháp");
        QTest::addRow("a code with a blank") << QStringLiteral("H26.31.06 ");
        QTest::addRow("a code in small letters") << QStringLiteral("h26.31.06");
    }
    void whoDecidesIsNamedByACode()
    {
        QFETCH(QString, competent);
        const Outcome refused = asHead({QStringLiteral("file"), QStringLiteral("--procedure"), QStringLiteral("2.000635"),
            filled(QStringLiteral("good.json"), goodFields()), QStringLiteral("--competent"), competent});
        QCOMPARE(refused.code, 6);
        QCOMPARE(asHead({QStringLiteral("list")}).json.value(QStringLiteral("count")).toInt(), 1);
    }

    void whatIsMissingIsListedAndNothingIsFiled()
    {
        QJsonObject fields = goodFields();
        fields.remove(QStringLiteral("record.name"));
        const Outcome outcome = asHead({QStringLiteral("file"), QStringLiteral("--procedure"), QStringLiteral("2.000635"),
            filled(QStringLiteral("bad.json"), fields)});
        QCOMPARE(outcome.code, 6);
        QCOMPARE(outcome.json.value(QStringLiteral("missing"))[0][QStringLiteral("field")].toString(), QStringLiteral("record.name"));
        QCOMPARE(asHead({QStringLiteral("list")}).json.value(QStringLiteral("count")).toInt(), 1);
    }

    void theExportIsVerifiedByAnOutsider()
    {
        const QString file = path(QStringLiteral("journal.mcj"));
        const Outcome made = asHead({QStringLiteral("journal"), QStringLiteral("export"), file, QStringLiteral("--payloads")});
        QVERIFY2(made.code == 0, made.errors.constData());
        const auto verdict = [](const QString &export_) {
            QProcess python;
            python.start(QStringLiteral("python3"), {QStringLiteral(MOTCUA_VERIFIER), export_});
            return python.waitForFinished(30'000) ? python.exitCode() : -1;
        };
        QCOMPARE(verdict(file), 0);
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QByteArray flipped = bytes.readAll();
        flipped[flipped.size() / 2] = static_cast<char>(flipped.at(flipped.size() / 2) ^ 1);
        QFile other(path(QStringLiteral("flipped.mcj")));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write(flipped);
        other.close();
        QVERIFY(verdict(other.fileName()) > 0);
    }

    void peopleComeAndGo()
    {
        QVERIFY(asHead({QStringLiteral("person"), QStringLiteral("add"), QStringLiteral("Ksor H’Lan"), QStringLiteral("--roles"),
                           QStringLiteral("officer")})
                    .code
            == 0);
        const QString secret = QStringLiteral("mot mat khau that dai");
        QCOMPARE(run({QStringLiteral("list"), QStringLiteral("--person"), QStringLiteral("ksor h lan")}, secret).code, 0);
        QCOMPARE(run({QStringLiteral("person"), QStringLiteral("add"), QStringLiteral("Kẻ Lạ"), QStringLiteral("--roles"),
                         QStringLiteral("officer"), QStringLiteral("--person"), QStringLiteral("ksor h lan")},
                     secret)
                     .code,
            3);
        const Outcome gone = asHead({QStringLiteral("person"), QStringLiteral("disable"), QStringLiteral("ksor h lan"),
            QStringLiteral("--reason"), QStringLiteral("nghỉ việc")});
        QVERIFY2(gone.code == 0, gone.errors.constData());
        QCOMPARE(run({QStringLiteral("list"), QStringLiteral("--person"), QStringLiteral("ksor h lan")}, secret).code, 3);
        QVERIFY(asHead({QStringLiteral("person"), QStringLiteral("disable"), QStringLiteral("pham thu ha"), QStringLiteral("--reason"),
                           QStringLiteral("x")})
                    .code
            != 0);
    }

    void theHeadOfTheSlipsIsShownAndChanged()
    {
        const QString slip = path(QStringLiteral("head.pdf"));
        const auto unit = [this](const QString &member) {
            return asHead({QStringLiteral("unit"), QStringLiteral("show")}).json.value(member).toVariant().toString();
        };
        QCOMPARE(unit(QStringLiteral("governingBody")), QStringLiteral("Ủy ban nhân dân phường Hòa An"));
        QCOMPARE(asHead({QStringLiteral("unit"), QStringLiteral("configure")}).code, 2);
        QCOMPARE(asHead({QStringLiteral("unit"), QStringLiteral("configure"), QStringLiteral("--place"), QStringLiteral("Hòa An, ngày")}).code, 6);
        const Outcome changed = asHead({QStringLiteral("unit"), QStringLiteral("configure"), QStringLiteral("--place"), QStringLiteral("Gia Lai"),
            QStringLiteral("--governing-body"), QStringLiteral("Ủy ban nhân dân tỉnh Gia Lai")});
        QVERIFY2(changed.code == 0, changed.errors.constData());
        QVERIFY(changed.json.value(QStringLiteral("changed")).toBool());
        QCOMPARE(unit(QStringLiteral("place")), QStringLiteral("Gia Lai"));
        QCOMPARE(unit(QStringLiteral("unitName")), QStringLiteral("TTPVHCC phường Hòa An"));
        QCOMPARE(unit(QStringLiteral("rangeFirst")), QStringLiteral("301"));
        const Outcome same = asHead({QStringLiteral("unit"), QStringLiteral("configure"), QStringLiteral("--place"), QStringLiteral("Gia Lai")});
        QVERIFY2(same.code == 0, same.errors.constData());
        QVERIFY(!same.json.value(QStringLiteral("changed")).toBool(true));
        // Who only receives dossiers may look, not change.
        QVERIFY(asHead({QStringLiteral("person"), QStringLiteral("add"), QStringLiteral("Lê Văn Tính"), QStringLiteral("--roles"),
                           QStringLiteral("officer")})
                    .code
            == 0);
        const QString secret = QStringLiteral("mot mat khau that dai");
        const QStringList officer{QStringLiteral("--person"), QStringLiteral("le van tinh")};
        QCOMPARE(run(QStringList{QStringLiteral("unit"), QStringLiteral("show")} + officer, secret).code, 0);
        QCOMPARE(run(QStringList{QStringLiteral("unit"), QStringLiteral("configure"), QStringLiteral("--place"), QStringLiteral("X")} + officer, secret)
                     .code,
            3);
        const Outcome made = asHead({QStringLiteral("file"), QStringLiteral("--procedure"), QStringLiteral("2.000635"),
            filled(QStringLiteral("head.json"), goodFields()), QStringLiteral("--slip"), slip});
        QVERIFY2(made.code == 0, made.errors.constData());
        QProcess text;
        text.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), slip, QStringLiteral("-")});
        QVERIFY2(text.waitForFinished(30'000), "pdftotext is missing: install the package poppler-utils");
        const QString words = QString::fromUtf8(text.readAllStandardOutput()).simplified();
        QVERIFY2(words.contains(QStringLiteral("Gia Lai, ngày")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("GIA LAI")), qPrintable(words));
    }

    void theAccountForFeesIsSetAndTakenAway()
    {
        const auto configured = [this](const QStringList &more) { return asHead(QStringList{QStringLiteral("unit"), QStringLiteral("configure")} + more); };
        const auto account = [this] {
            return asHead({QStringLiteral("unit"), QStringLiteral("show")}).json.value(QStringLiteral("account")).toObject();
        };
        const QStringList whole{QStringLiteral("--bin"), QStringLiteral("970405"), QStringLiteral("--account"), QStringLiteral("1500201000001"),
            QStringLiteral("--account-holder"), QStringLiteral("UBND PHUONG HOA AN")};
        QVERIFY(account().isEmpty());
        // A number alone is nobody's, and a bank nobody knows is a slip of the hand.
        QCOMPARE(configured({QStringLiteral("--account"), QStringLiteral("1500201000001")}).code, 6);
        QStringList unknown = whole;
        unknown[1] = QStringLiteral("970499");
        QCOMPARE(configured(unknown).code, 6);
        QCOMPARE(configured(whole + QStringList{QStringLiteral("--no-account")}).code, 2);
        QVERIFY(account().isEmpty());
        const Outcome made = configured(whole);
        QVERIFY2(made.code == 0, made.errors.constData());
        QCOMPARE(account().value(QStringLiteral("number")).toString(), QStringLiteral("1500201000001"));
        QCOMPARE(configured({QStringLiteral("--no-account")}).code, 0);
        QVERIFY(account().isEmpty());
        QCOMPARE(configured(whole).code, 0);
        // What is not given stays.
        QCOMPARE(configured({QStringLiteral("--account-holder"), QStringLiteral("TTPVHCC PHUONG HOA AN")}).code, 0);
        QCOMPARE(account(),
            (QJsonObject{{QStringLiteral("bin"), QStringLiteral("970405")}, {QStringLiteral("number"), QStringLiteral("1500201000001")},
                {QStringLiteral("holder"), QStringLiteral("TTPVHCC PHUONG HOA AN")}}));
    }

    void theDoctorFindsAllWell()
    {
        const Outcome outcome = asHead({QStringLiteral("doctor"), QStringLiteral("--rebuild")});
        QVERIFY2(outcome.code == 0, outcome.errors.constData());
        for (const QJsonValue value : outcome.json.value(QStringLiteral("findings")).toArray()) {
            QVERIFY2(
                value[QStringLiteral("grade")].toString() != QStringLiteral("bad"), qPrintable(value[QStringLiteral("text")].toString()));
        }
    }

    void aBackUpComesBackOnAnotherMachine()
    {
        const Outcome made = asHead({QStringLiteral("backup"), path(QStringLiteral("backup"))});
        QVERIFY2(made.code == 0, made.errors.constData());
        QFile key(path(QStringLiteral("recovery")));
        QVERIFY(key.open(QIODevice::ReadOnly));
        const Outcome restored = run(
            {QStringLiteral("restore"), path(QStringLiteral("backup")), QStringLiteral("--store"), path(QStringLiteral("other")),
                QStringLiteral("--numbers-used"), QStringLiteral("0")},
            QString::fromUtf8(key.readAll()));
        QVERIFY2(restored.code == 0, restored.errors.constData());
        const Outcome list = run({QStringLiteral("list"), QStringLiteral("--store"), path(QStringLiteral("other")),
            QStringLiteral("--person"), QStringLiteral("pham thu ha")});
        QVERIFY2(list.code == 0, list.errors.constData());
        QCOMPARE(list.json.value(QStringLiteral("count")).toInt(), 2);
    }

    void anOrganisationIsFoundByItsNameAndByWhoCame()
    {
        const Outcome made = asHead({QStringLiteral("file"), QStringLiteral("--procedure"), QStringLiteral("2.000635"),
            QStringLiteral(MOTCUA_TEST_DATA "/samples/2.000635/organisation.json")});
        QVERIFY2(made.code == 0, made.errors.constData());
        for (const QString &asked : {QStringLiteral("toa an nhan dan khu vuc"), QStringLiteral("pham thu ha")}) {
            const Outcome found = asHead({QStringLiteral("search"), asked});
            QVERIFY2(found.code == 0, qPrintable(asked));
            const QJsonValue dossier = found.json.value(QStringLiteral("dossiers"))[0];
            QCOMPARE(dossier[QStringLiteral("code")], made.json.value(QStringLiteral("code")));
            QCOMPARE(dossier[QStringLiteral("name")].toString(), QStringLiteral("Tòa án nhân dân khu vực 2 – Hòa An"));
        }
    }

    void nothingOnTheDiskTellsWhoCame()
    {
        QDirIterator files(path(QStringLiteral("centre")), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int looked = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++looked;
            for (const QByteArray &canary : {QByteArray("Canary"), QByteArray("canary"), QByteArray("000185012345"), QByteArray("Bảo An"),
                     QByteArray("con meo"), QByteArray("SQLite format 3")}) {
                QVERIFY2(!bytes.contains(canary), qPrintable(file.fileName() + QStringLiteral(": ") + QString::fromUtf8(canary)));
            }
        }
        QVERIFY(looked >= 4);
    }
};

QTEST_GUILESS_MAIN(tst_MotcuaCtl)
#include "tst_MotcuaCtl.moc"
