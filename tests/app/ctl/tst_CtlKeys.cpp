// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlBench.h"

#include "app/workflows/RotateKeys.h"
#include "app/workflows/SignIn.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace motcua;
using Ended = CtlBench::Outcome;

/** What the administrator does about keys without a window. */
class tst_CtlKeys : public QObject
{
    Q_OBJECT

    CtlBench m_desk;

    [[nodiscard]] security::KeySlots keySlots() const { return security::KeySlots(m_desk.storeFile()); }

    [[nodiscard]] Result<security::OpenedKeys> byRecovery(const QString &typed) const
    {
        const Result<security::RecoveryKey> key = security::RecoveryKey::fromTyped(typed);
        return key ? keySlots().openWithRecovery(*key) : Result<security::OpenedKeys>(key.error());
    }

    /** Asks for a new recovery key and types `typedBack` of it. */
    template <typename Typing>
    std::pair<QString, Ended> newRecovery(Typing typedBack) const
    {
        QProcess process;
        m_desk.start(
            process, {u"keys"_qs, u"recovery"_qs, u"--typed-fd"_qs, u"0"_qs}, CtlBench::head(), CtlBench::headPassword());
        while (!process.canReadLine() && process.waitForReadyRead(30'000)) {
        }
        const QString key = QJsonDocument::fromJson(process.readLine())[u"recoveryKey"].toString();
        process.write(typedBack(key).toUtf8());
        process.closeWriteChannel();
        return {key, CtlBench::ended(process)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_desk.prepare());
        QVERIFY(byRecovery(m_desk.recoveryKey()));
    }

    void aRotationLetsEverybodyInAsBefore()
    {
        const Result<security::OpenedKeys> before = byRecovery(m_desk.recoveryKey());
        QVERIFY(before);
        const Ended rotated = m_desk.asHead({u"keys"_qs, u"rotate"_qs});
        QVERIFY2(rotated.code == 0, rotated.errors.constData());
        const Result<security::OpenedKeys> after = byRecovery(m_desk.recoveryKey());
        QVERIFY(after);
        QVERIFY(!after->dataKeys.rotating());
        QVERIFY(!after->dataKeys.current.equals(before->dataKeys.current));
        QCOMPARE(m_desk.entering(CtlBench::head(), CtlBench::headPassword()), 0);
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
        QCOMPARE(m_desk.asHead({u"journal"_qs, u"verify"_qs}).code, 0);
    }

    void aStoreInUseIsNotRotated()
    {
        const Result<security::OpenedKeys> keys = byRecovery(m_desk.recoveryKey());
        QVERIFY(keys);
        const Result<storage::Store> open = storage::Store::open(m_desk.storeFile(), keys->dataKeys.current, {});
        QVERIFY(open);
        const Ended refused = m_desk.asHead({u"keys"_qs, u"rotate"_qs});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.json.value(u"error").toString(), u"StoreBusy"_qs);
        QVERIFY2(refused.errors.contains("Close motcua"), refused.errors.constData());
        QVERIFY(!byRecovery(m_desk.recoveryKey())->dataKeys.rotating());
    }

    void whatWasLeftHalfDoneJustWorks_data()
    {
        QTest::addColumn<bool>("rekeyed");
        QTest::addColumn<QStringList>("words");
        const QStringList list{u"list"_qs};
        const QStringList rotate{u"keys"_qs, u"rotate"_qs};
        QTest::addRow("before the pages, an ordinary command") << false << list;
        QTest::addRow("after the pages, an ordinary command") << true << list;
        QTest::addRow("before the pages, asked again") << false << rotate;
        QTest::addRow("after the pages, asked again") << true << rotate;
    }
    void whatWasLeftHalfDoneJustWorks()
    {
        QFETCH(bool, rekeyed);
        QFETCH(QStringList, words);
        const Result<security::OpenedKeys> keys = byRecovery(m_desk.recoveryKey());
        QVERIFY(keys);
        const Result<security::DataKeys> both = keySlots().beginRotation(keys->dataKeys);
        QVERIFY(both);
        if (rekeyed) {
            QVERIFY(storage::Store::rekey(m_desk.storeFile(), both->current, both->next, {}));
        }
        const Ended outcome = m_desk.asHead(words);
        QVERIFY2(outcome.code == 0, outcome.errors.constData());
        QVERIFY(!byRecovery(m_desk.recoveryKey())->dataKeys.rotating());
        QCOMPARE(m_desk.entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
    }

    void aRecoveryKeyNotTypedBackDoesNotCount_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("code");
        QTest::addRow("something else") << u"XXXXX-\n"_qs << 6;
        QTest::addRow("nothing") << u""_qs << 1;
    }
    void aRecoveryKeyNotTypedBackDoesNotCount()
    {
        QFETCH(QString, typed);
        QFETCH(int, code);
        const auto [key, outcome] = newRecovery([&typed](const QString &) { return typed; });
        QVERIFY(!key.isEmpty());
        QVERIFY2(outcome.code == code, outcome.errors.constData());
        QVERIFY(byRecovery(m_desk.recoveryKey()));
        QCOMPARE(byRecovery(key).error().code, ErrorCode::WrongRecoveryKey);
    }

    void aMachineOpensUnattendedUntilItIsRemoved()
    {
        const QString file = m_desk.path(u"board.key"_qs);
        const Ended added = m_desk.asHead({u"keys"_qs, u"machine"_qs, u"add"_qs, file});
        QVERIFY2(added.code == 0, added.errors.constData());
        const QString id = added.json.value(u"machine").toString();
        QVERIFY(keySlots().openWithMachine(file));
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(m_desk.asHead({u"keys"_qs, u"machine"_qs, u"add"_qs, file}).code, 1);
        QCOMPARE(m_desk.asHead({u"keys"_qs, u"machine"_qs, u"list"_qs}).json.value(u"machines").toArray(), QJsonArray{id});

        QCOMPARE(m_desk.asHead({u"keys"_qs, u"rotate"_qs}).code, 0);
        QVERIFY(keySlots().openWithMachine(file));
        QCOMPARE(m_desk.asHead({u"keys"_qs, u"machine"_qs, u"remove"_qs, id}).code, 0);
        QVERIFY(!keySlots().openWithMachine(file));
        QCOMPARE(m_desk.asHead({u"keys"_qs, u"machine"_qs, u"remove"_qs, id}).code, 5);
        QCOMPARE(m_desk.asHead({u"keys"_qs, u"machine"_qs, u"remove"_qs, u"no-id"_qs}).code, 2);
        QVERIFY(m_desk.asHead({u"keys"_qs, u"machine"_qs, u"list"_qs}).json.value(u"machines").toArray().isEmpty());
    }

    void onlyWhoManagesStaffTouchesKeys_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addRow("rotate") << QStringList{u"rotate"_qs};
        QTest::addRow("recovery") << QStringList{u"recovery"_qs, u"--typed-fd"_qs, u"0"_qs};
        QTest::addRow("machine add") << QStringList{u"machine"_qs, u"add"_qs, m_desk.path(u"never.key"_qs)};
        QTest::addRow("machine remove") << QStringList{u"machine"_qs, u"remove"_qs, Id::v7(1, QByteArray(10, 'm')).toString()};
        QTest::addRow("machine list") << QStringList{u"machine"_qs, u"list"_qs};
    }
    void onlyWhoManagesStaffTouchesKeys()
    {
        QFETCH(QStringList, words);
        const Ended refused = m_desk.asOfficer(QStringList{u"keys"_qs} + words);
        QCOMPARE(refused.code, 3);
        QCOMPARE(refused.json.value(u"error").toString(), u"NotAllowed"_qs);
        QVERIFY(!QFile::exists(m_desk.path(u"never.key"_qs)));
    }

    void aRecoveryKeyTypedBackTakesThePlaceOfTheOldOne()
    {
        const auto [key, outcome] = newRecovery([](const QString &shown) { return shown.toLower() + u'\n'; });
        QVERIFY2(outcome.code == 0, outcome.errors.constData());
        QCOMPARE(outcome.json.value(u"replaced").toBool(), true);
        QVERIFY(byRecovery(key));
        QCOMPARE(byRecovery(m_desk.recoveryKey()).error().code, ErrorCode::WrongRecoveryKey);
    }

    void theHelpNamesEveryCommand()
    {
        QProcess process;
        process.start(QStringLiteral(MOTCUA_CTL), {u"--help"_qs});
        QVERIFY(process.waitForFinished());
        const QByteArray help = process.readAllStandardOutput();
        for (const QByteArray &line : {QByteArray("person change NAME|ID"), QByteArray("person password [NAME|ID]"), QByteArray("keys rotate"),
                 QByteArray("keys recovery"), QByteArray("keys machine add NEW-FILE"), QByteArray("keys machine remove ID"),
                 QByteArray("keys machine list"), QByteArray("--typed-fd"), QByteArray("--enable"), QByteArray("restore FOLDER --store NEW-FOLDER --numbers-used N"),
                 QByteArray("salvage --numbers-used N"), QByteArray("unit numbers --numbers-used N"), QByteArray("Exit codes:")}) {
            QVERIFY2(help.contains(line), line.constData());
        }
    }
};

QTEST_GUILESS_MAIN(tst_CtlKeys)
#include "tst_CtlKeys.moc"
