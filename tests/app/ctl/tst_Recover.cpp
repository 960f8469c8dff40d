// SPDX-License-Identifier: GPL-3.0-or-later
#include "CtlBench.h"

#include "app/storage/PageSeal.h"
#include "app/workflows/RotateKeys.h"
#include "tests/app/workflows/ClonedLog.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace motcua;
using Ended = CtlBench::Outcome;

/** What the IT person does when a machine died, a page is bad, or a disk was copied: afterwards the desk receives dossiers again. */
class tst_Recover : public QObject
{
    Q_OBJECT

    std::unique_ptr<CtlBench> m_desk;

    [[nodiscard]] QString filled() const
    {
        const QJsonObject fields{{u"requester.name"_qs, u"Hoàng Thị Mai"_qs}, {u"requester.birth"_qs, u"5/3/85"_qs},
            {u"requester.residence"_qs, u"12 Trần Phú, phường Hòa An"_qs}, {u"requester.personalNumber"_qs, u"000185012345"_qs},
            {u"requester.relation"_qs, u"self"_qs}, {u"record.kind"_qs, u"birth"_qs}, {u"record.name"_qs, u"Nguyễn Bảo An"_qs},
            {u"record.birth"_qs, u"15/11/2019"_qs}, {u"record.sex"_qs, u"male"_qs},
            {u"record.registeredAt"_qs, u"Ủy ban nhân dân phường Hòa An"_qs}, {u"copies"_qs, u"2"_qs}};
        const QJsonObject papers{{u"declaration"_qs, u"met"_qs}, {u"identity"_qs, u"met"_qs}};
        QFile file(m_desk->path(u"filled.json"_qs));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(QJsonDocument(QJsonObject{{u"fields"_qs, fields}, {u"papers"_qs, papers}}).toJson());
        }
        return file.fileName();
    }

    [[nodiscard]] QStringList other() const { return {u"--store"_qs, m_desk->path(u"other"_qs)}; }

    /** The number of a dossier received now; 0 when it was refused. */
    [[nodiscard]] int received(const QStringList &where = {}) const
    {
        const Ended made = m_desk->asHead(QStringList{u"file"_qs, u"--procedure"_qs, u"2.000635"_qs, filled()} + where);
        if (made.code != 0) {
            qWarning("%s", made.errors.constData());
        }
        return made.json.value(u"code").toString().section(u'-', -1).toInt();
    }

    [[nodiscard]] Ended restored(const QStringList &options, const QString &person = {}, const QString &password = {}) const
    {
        return m_desk->run(QStringList{u"restore"_qs, m_desk->path(u"backup"_qs)} + other() + options, person,
            person.isEmpty() ? m_desk->recoveryKey() : password);
    }

    [[nodiscard]] Result<security::OpenedKeys> keys() const
    {
        const Result<security::RecoveryKey> key = security::RecoveryKey::fromTyped(m_desk->recoveryKey());
        return key ? security::KeySlots(m_desk->storeFile()).openWithRecovery(*key) : Result<security::OpenedKeys>(key.error());
    }

    [[nodiscard]] QString badFindings(const QStringList &where = {}) const
    {
        QStringList bad;
        const Ended doctor = m_desk->asHead(QStringList{u"doctor"_qs} + where);
        for (const QJsonValue &finding : doctor.json.value(u"findings").toArray()) {
            if (finding[u"grade"].toString() == u"bad") {
                bad.append(finding[u"what"].toString() + u": "_qs + finding[u"text"].toString());
            }
        }
        return QString::number(doctor.code) + u' ' + bad.join(u'|');
    }

    void damage(qint64 page) const
    {
        QFile file(m_desk->storeFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 at = (page < 0 ? file.size() / storage::PageSeal::PageSize + page : page) * storage::PageSeal::PageSize + 1000;
        QVERIFY(file.seek(at));
        char byte = 0;
        QVERIFY(file.getChar(&byte));
        QVERIFY(file.seek(at));
        QVERIFY(file.putChar(static_cast<char>(byte ^ 8)));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<CtlBench>();
        QVERIFY(m_desk->prepare());
    }

    void aRestoredDeskReceivesDossiersUnderNumbersOfItsOwn_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("password");
        QTest::addRow("by the recovery key") << QString() << QString();
        QTest::addRow("by the administrator's password") << CtlBench::head() << CtlBench::headPassword();
        QTest::addRow("by the password of anybody admitted") << CtlBench::officer() << CtlBench::officerPassword();
    }
    void aRestoredDeskReceivesDossiersUnderNumbersOfItsOwn()
    {
        QFETCH(QString, person);
        QFETCH(QString, password);
        const int before = received();
        QVERIFY(before >= 301);
        QCOMPARE(m_desk->asHead({u"backup"_qs, m_desk->path(u"backup"_qs)}).code, 0);
        QVERIFY(received() > before);
        const int lost = received(); // the machine dies after this one
        const Ended done = restored({u"--numbers-used"_qs, QString::number(lost)}, person, password);
        QVERIFY2(done.code == 0, done.errors.constData());
        QCOMPARE(received(other()), lost + 1);
        QCOMPARE(m_desk->asHead(QStringList{u"list"_qs} + other()).json.value(u"count").toInt(), 2);
        QCOMPARE(m_desk->asHead(QStringList{u"journal"_qs, u"verify"_qs} + other()).code, 0);
        const Ended was = m_desk->asHead({u"unit"_qs, u"show"_qs});
        QCOMPARE(m_desk->asHead(QStringList{u"unit"_qs, u"show"_qs} + other()).json, was.json);
    }

    void aRestoreThatCannotBeLeavesNothing_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("person");
        QTest::addColumn<int>("code");
        QTest::addRow("nobody says how far the numbers are used up") << QStringList() << QString() << 6;
        QTest::addRow("a number that is none") << QStringList{u"--numbers-used"_qs, u"all"_qs} << QString() << 6;
        QTest::addRow("a number of another desk") << QStringList{u"--numbers-used"_qs, u"512"_qs} << QString() << 6;
        QTest::addRow("the password of somebody else") << QStringList{u"--numbers-used"_qs, u"0"_qs} << u"nobody of this name"_qs << 3;
    }
    void aRestoreThatCannotBeLeavesNothing()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, person);
        QFETCH(int, code);
        QCOMPARE(m_desk->asHead({u"backup"_qs, m_desk->path(u"backup"_qs)}).code, 0);
        const Ended refused = restored(options, person, CtlBench::officerPassword());
        QVERIFY2(refused.code == code, refused.errors.constData());
        QVERIFY(!QFile::exists(m_desk->path(u"other/centre.db"_qs)));
        QVERIFY(!QFile::exists(m_desk->path(u"other/centre.db.keys"_qs)));
        const Ended done = restored({u"--numbers-used"_qs, u"0"_qs});
        QVERIFY2(done.code == 0, done.errors.constData());
    }

    void aBackUpFromTheMiddleOfARotationComesBack()
    {
        const Result<security::OpenedKeys> old = keys();
        QVERIFY(old);
        security::KeySlots slots(m_desk->storeFile());
        const Result<security::DataKeys> both = slots.beginRotation(old->dataKeys);
        QVERIFY(both);
        QVERIFY(storage::Store::rekey(m_desk->storeFile(), both->current, both->next, {}));
        {
            const Result<storage::Store> store = storage::Store::open(m_desk->storeFile(), both->next, {});
            QVERIFY(store);
            QVERIFY(store->backUp(m_desk->path(u"backup"_qs)).result());
        }
        const Ended done = restored({u"--numbers-used"_qs, u"0"_qs});
        QVERIFY2(done.code == 0, done.errors.constData());
        QVERIFY(received(other()) > 0);
    }

    void aDamagedStoreIsSalvagedAndReceivesDossiers_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("rotating");
        QTest::addRow("by the administrator") << CtlBench::head() << CtlBench::headPassword() << false;
        QTest::addRow("by an officer, who has a key slot too") << CtlBench::officer() << CtlBench::officerPassword() << false;
        QTest::addRow("by the recovery key") << QString() << QString() << false;
        QTest::addRow("in the middle of a rotation") << CtlBench::head() << CtlBench::headPassword() << true;
    }
    void aDamagedStoreIsSalvagedAndReceivesDossiers()
    {
        QFETCH(QString, person);
        QFETCH(QString, password);
        QFETCH(bool, rotating);
        QCOMPARE(m_desk->asHead({u"seed"_qs, u"--dossiers"_qs, u"150"_qs}).code, 0);
        const int last = received();
        if (rotating) {
            const Result<security::OpenedKeys> old = keys();
            const Result<security::DataKeys> both = security::KeySlots(m_desk->storeFile()).beginRotation(old->dataKeys);
            QVERIFY(both);
            QVERIFY(storage::Store::rekey(m_desk->storeFile(), both->current, both->next, {}));
        }
        damage(-20);
        if (!rotating) {
            const QString found = badFindings();
            QVERIFY2(found.startsWith(u"4 file") && found.contains(u"motcua-ctl salvage"), qPrintable(found));
        }
        const auto salvaged = [&](const QStringList &options) {
            return m_desk->run(QStringList{u"salvage"_qs} + options, person, person.isEmpty() ? m_desk->recoveryKey() : password);
        };
        QCOMPARE(salvaged({}).code, 6);
        QCOMPARE(QDir(m_desk->path(u"centre"_qs)).entryList({u"centre.db.damaged-*"_qs}), QStringList());
        const Ended done = salvaged({u"--numbers-used"_qs, QString::number(last + 4)});
        QVERIFY2(done.code == 0, done.errors.constData());
        QVERIFY(done.json.value(u"entries").toInt() > 100);
        QVERIFY(QFile::exists(done.json.value(u"damagedFile").toString()));
        QCOMPARE(received(), last + 5);
        QCOMPARE(m_desk->asHead({u"journal"_qs, u"verify"_qs}).code, 0);
        QCOMPARE(badFindings(), u"0 "_qs);
        QCOMPARE(m_desk->entering(CtlBench::officer(), CtlBench::officerPassword()), 0);
        // Once is enough: a store that is whole is left alone.
        const Ended again = salvaged({u"--numbers-used"_qs, u"0"_qs});
        QVERIFY2(again.code == 0, again.errors.constData());
        QCOMPARE(again.json.value(u"salvaged").toBool(true), false);
        QCOMPARE(received(), last + 6);
    }

    void aSalvageNeedsASlot()
    {
        damage(-3);
        QCOMPARE(m_desk->run({u"salvage"_qs, u"--numbers-used"_qs, u"0"_qs}, CtlBench::head(), u"khong phai mat khau"_qs).code, 3);
        QCOMPARE(m_desk->run({u"salvage"_qs, u"--numbers-used"_qs, u"0"_qs}, u"nobody"_qs, CtlBench::headPassword()).code, 3);
        QCOMPARE(QDir(m_desk->path(u"centre"_qs)).entryList({u"centre.db.damaged-*"_qs}), QStringList());
    }

    void numbersThatStandOnSlipsAreSkipped()
    {
        const QStringList skip{u"unit"_qs, u"numbers"_qs, u"--numbers-used"_qs};
        const int first = received();
        QCOMPARE(m_desk->asOfficer(skip + QStringList{u"310"_qs}).code, 3);
        QCOMPARE(m_desk->asHead(skip + QStringList{u"612"_qs}).code, 6);
        QCOMPARE(m_desk->asHead({u"unit"_qs, u"numbers"_qs}).code, 2);
        QCOMPARE(received(), first + 1);
        QCOMPARE(m_desk->asHead(skip + QStringList{u"310"_qs}).code, 0);
        QCOMPARE(received(), 311);
    }

    void aClonedStoreIsReadAndLeftButNothingIsWritten()
    {
        const int number = received();
        QVERIFY(number > 0);
        {
            const Result<security::OpenedKeys> open = keys();
            QVERIFY(open);
            const Result<storage::Store> store = storage::Store::open(m_desk->storeFile(), open->dataKeys.current, {});
            QVERIFY(store);
            QVERIFY(learnOfAClone(*store));
        }
        const Ended list = m_desk->asHead({u"list"_qs});
        QVERIFY2(list.code == 0, list.errors.constData());
        QCOMPARE(list.json.value(u"count").toInt(), 1);
        QVERIFY2(list.errors.contains("OriginForked"), list.errors.constData());
        const Ended refused = m_desk->asHead({u"file"_qs, u"--procedure"_qs, u"2.000635"_qs, filled()});
        QCOMPARE(refused.code, 4);
        QCOMPARE(refused.json.value(u"error").toString(), u"OriginForked"_qs);
        const QString found = badFindings();
        QVERIFY2(found.startsWith(u"4 log") && found.contains(u"motcua-ctl restore"), qPrintable(found));
        const Ended exported = m_desk->asHead({u"journal"_qs, u"export"_qs, m_desk->path(u"journal.mcj"_qs)});
        QVERIFY2(exported.code == 0, exported.errors.constData());
        // The way out that the doctor names.
        const Ended copied = m_desk->asHead({u"backup"_qs, m_desk->path(u"backup"_qs)});
        QVERIFY2(copied.code == 0, copied.errors.constData());
        const Ended done = restored({u"--numbers-used"_qs, QString::number(number)});
        QVERIFY2(done.code == 0, done.errors.constData());
        QCOMPARE(received(other()), number + 1);
        QCOMPARE(badFindings(other()), u"0 "_qs);
    }
};

QTEST_GUILESS_MAIN(tst_Recover)
#include "tst_Recover.moc"
