// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/security/SlotsFixture.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

#include <functional>
#include <thread>

using namespace motcua;
using namespace motcua::security;

class tst_KeySlots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensForWhoWasAdmitted()
    {
        SlotsFixture desk;
        QVERIFY(!desk.keySlots.exists());
        QCOMPARE(desk.keySlots.open(desk.hoa, desk.hoaPassword).error().code, ErrorCode::NotFound);
        const OpenedKeys keys = desk.created();
        QCOMPARE(keys.dataKeys.current.size(), 32);
        QVERIFY(!keys.dataKeys.rotating());
        QCOMPARE(keys.slot, desk.hoa);
        QVERIFY(desk.keySlots.exists());
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));

        const Result<OpenedKeys> hoa = desk.keySlots.open(desk.hoa, desk.hoaPassword);
        const Result<OpenedKeys> binh = desk.keySlots.open(desk.binh, desk.binhPassword);
        const Result<OpenedKeys> paper = desk.keySlots.openWithRecovery(desk.recovery);
        QVERIFY(hoa && binh && paper);
        QVERIFY(hoa->dataKeys.current.equals(keys.dataKeys.current));
        QVERIFY(binh->dataKeys.current.equals(keys.dataKeys.current));
        QVERIFY(paper->dataKeys.current.equals(keys.dataKeys.current));
        QVERIFY(!hoa->privateKey.equals(binh->privateKey));
        QCOMPARE(paper->by, OpenedBy::Recovery);
        QVERIFY(paper->slot.isNull());
        QVERIFY(!hoa->fromBackup);
        QVERIFY(desk.keySlots.verify(keys.dataKeys));
        QCOMPARE(desk.keySlots.facts()->size(), 3);
    }

    void refusesEverybodyElse_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("a wrong password") << true << u"mưa rơi trên mái nha"_qs << ErrorCode::WrongPassword;
        QTest::addRow("nothing typed") << true << u""_qs << ErrorCode::WrongPassword;
        QTest::addRow("somebody else's password") << true << u"gió thổi qua đồi chè"_qs << ErrorCode::WrongPassword;
        QTest::addRow("an unknown person") << false << u"mưa rơi trên mái nhà"_qs << ErrorCode::PersonUnknown;
    }
    void refusesEverybodyElse()
    {
        QFETCH(bool, known);
        QFETCH(QString, typed);
        QFETCH(ErrorCode, code);
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        const Result<OpenedKeys> opened = desk.keySlots.open(known ? desk.hoa : random::id(7), Password::typed(typed));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, code);
        QCOMPARE(desk.keySlots.openWithRecovery(RecoveryKey::generate()).error().code, ErrorCode::WrongRecoveryKey);
    }

    void worksWithTheShippedCost()
    {
        SlotsFixture desk;
        KeySlots shipped(desk.store);
        const Result<OpenedKeys> keys = shipped.create(desk.storeId, desk.hoa, desk.hoaPassword, desk.recovery);
        QVERIFY(keys);
        QCOMPARE(shipped.personKey(desk.hoa)->cost, ScryptCost::shipped());
        QCOMPARE(shipped.open(desk.hoa, desk.binhPassword).error().code, ErrorCode::WrongPassword);
    }

    void isMadeOnce()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QCOMPARE(desk.keySlots.create(desk.storeId, desk.hoa, desk.hoaPassword, desk.recovery).error().code, ErrorCode::StoreExists);
        QVERIFY(QFile::remove(desk.file()));
        QCOMPARE(desk.keySlots.create(desk.storeId, desk.hoa, desk.hoaPassword, desk.recovery).error().code, ErrorCode::StoreExists);
        QVERIFY(desk.keySlots.open(desk.hoa, desk.hoaPassword)->dataKeys.current.equals(keys.dataKeys.current));
    }

    void aShortPasswordIsRefusedEverywhere()
    {
        SlotsFixture desk;
        const Password weak = Password::typed(u"chín ký t"_qs);
        QCOMPARE(desk.keySlots.create(desk.storeId, desk.hoa, weak, desk.recovery).error().code, ErrorCode::PasswordTooShort);
        const OpenedKeys keys = desk.created();
        QCOMPARE(desk.keySlots.addPerson(keys.dataKeys, desk.binh, weak).error().code, ErrorCode::PasswordTooShort);
        QCOMPARE(desk.keySlots.changePassword(desk.hoa, desk.hoaPassword, weak).error().code, ErrorCode::PasswordTooShort);
        QCOMPARE(desk.keySlots.resetPassword(keys.dataKeys, desk.hoa, weak).error().code, ErrorCode::PasswordTooShort);
        QVERIFY(desk.keySlots.open(desk.hoa, desk.hoaPassword));
    }

    void aNewPasswordRewrapsOneBlob()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        const PersonKey binhBefore = *desk.keySlots.personKey(desk.binh);
        const PersonKey hoaBefore = *desk.keySlots.personKey(desk.hoa);
        const Password fresh = Password::typed(u"nắng chiều bên sông"_qs);
        QCOMPARE(desk.keySlots.changePassword(desk.hoa, fresh, fresh).error().code, ErrorCode::WrongPassword);
        const Result<PersonKey> after = desk.keySlots.changePassword(desk.hoa, desk.hoaPassword, fresh);
        QVERIFY(after);
        QCOMPARE(after->publicKey, hoaBefore.publicKey);
        QCOMPARE(after->revision, hoaBefore.revision + 1);
        QVERIFY(after->salt != hoaBefore.salt);
        QCOMPARE(desk.keySlots.open(desk.hoa, desk.hoaPassword).error().code, ErrorCode::WrongPassword);
        QVERIFY(desk.keySlots.open(desk.hoa, fresh)->dataKeys.current.equals(keys.dataKeys.current));
        QCOMPARE(*desk.keySlots.personKey(desk.binh), binhBefore);
        // The old wrapping must not survive in the copy either.
        QVERIFY(!SlotsFixture::read(desk.copy()).contains(hoaBefore.wrapped.toBase64()));
        QCOMPARE(SlotsFixture::read(desk.copy()), SlotsFixture::read(desk.file()));
    }

    void theSamePasswordAgainRenewsTheCost()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        const ScryptCost grown = {.n = 64, .r = 2, .p = 1};
        KeySlots later(desk.store, grown);
        QVERIFY(later.changePassword(desk.hoa, desk.hoaPassword, desk.hoaPassword));
        QCOMPARE(later.personKey(desk.hoa)->cost, grown);
        QVERIFY(desk.keySlots.open(desk.hoa, desk.hoaPassword));
    }

    void aKeyTravelsToAnotherDesk()
    {
        SlotsFixture first;
        SlotsFixture second;
        const OpenedKeys here = first.created();
        QVERIFY(first.keySlots.addPerson(here.dataKeys, first.binh, first.binhPassword));
        second.hoa = random::id(9);
        const OpenedKeys there = second.created();
        const Result<PersonKey> travelled = PersonKey::fromBytes(first.keySlots.personKey(first.binh)->toBytes());
        QVERIFY(travelled);
        QVERIFY(second.keySlots.admit(there.dataKeys, *travelled));
        const Result<OpenedKeys> opened = second.keySlots.open(first.binh, first.binhPassword);
        QVERIFY(opened);
        QVERIFY(opened->dataKeys.current.equals(there.dataKeys.current));
        QVERIFY(!opened->dataKeys.current.equals(here.dataKeys.current));

        const Password fresh = Password::typed(u"nắng chiều bên sông"_qs);
        const Result<PersonKey> changed = first.keySlots.changePassword(first.binh, first.binhPassword, fresh);
        QVERIFY(changed);
        QVERIFY(second.keySlots.update(there.dataKeys, *changed));
        QVERIFY(second.keySlots.open(first.binh, fresh));
        QVERIFY(second.keySlots.update(there.dataKeys, *travelled)); // the older wrapping arrives late
        QVERIFY(second.keySlots.open(first.binh, fresh));
        QCOMPARE(second.keySlots.open(first.binh, first.binhPassword).error().code, ErrorCode::WrongPassword);

        PersonKey foreign = *PersonKey::create(first.binh, fresh, ScryptCost::forTests());
        QCOMPARE(second.keySlots.update(there.dataKeys, foreign).error().code, ErrorCode::Refused);
        QCOMPARE(second.keySlots.admit(there.dataKeys, foreign).error().code, ErrorCode::Refused);
        foreign.person = random::id(8);
        QCOMPARE(second.keySlots.update(there.dataKeys, foreign).error().code, ErrorCode::PersonUnknown);
    }

    void aDisabledPersonStaysOut()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QCOMPARE(desk.keySlots.disable(keys.dataKeys, desk.hoa).error().code, ErrorCode::Refused);
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        QVERIFY(desk.keySlots.disable(keys.dataKeys, desk.binh));
        QCOMPARE(desk.keySlots.open(desk.binh, desk.binhPassword).error().code, ErrorCode::PersonDisabled);
        QCOMPARE(desk.keySlots.open(desk.binh, desk.hoaPassword).error().code, ErrorCode::WrongPassword);
        const Password fresh = Password::typed(u"nắng chiều bên sông"_qs);
        QCOMPARE(desk.keySlots.changePassword(desk.binh, desk.binhPassword, fresh).error().code, ErrorCode::PersonDisabled);
        QCOMPARE(desk.keySlots.disable(keys.dataKeys, random::id(3)).error().code, ErrorCode::PersonUnknown);
        // Neither does the copy let them in.
        QVERIFY(QFile::remove(desk.file()));
        QCOMPARE(desk.keySlots.open(desk.binh, desk.binhPassword).error().code, ErrorCode::PersonDisabled);
        QVERIFY(desk.keySlots.admit(keys.dataKeys, *desk.keySlots.personKey(desk.binh)));
        QVERIFY(desk.keySlots.open(desk.binh, desk.binhPassword));
    }

    void aForgottenPasswordIsReplaced()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        const Password fresh = Password::typed(u"nắng chiều bên sông"_qs);
        const Result<OpenedKeys> paper = desk.keySlots.openWithRecovery(desk.recovery);
        QVERIFY(paper);
        const Result<PersonKey> renewed = desk.keySlots.resetPassword(paper->dataKeys, desk.hoa, fresh);
        QVERIFY(renewed);
        QCOMPARE(renewed->revision, 2U);
        QVERIFY(desk.keySlots.open(desk.hoa, fresh)->dataKeys.current.equals(paper->dataKeys.current));
        QCOMPARE(desk.keySlots.open(desk.hoa, desk.hoaPassword).error().code, ErrorCode::WrongPassword);
        QCOMPARE(desk.keySlots.resetPassword(paper->dataKeys, desk.binh, fresh).error().code, ErrorCode::PersonUnknown);
    }

    void aNewRecoveryKeyEndsTheOldOne()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const RecoveryKey fresh = RecoveryKey::generate();
        QVERIFY(desk.keySlots.replaceRecovery(keys.dataKeys, fresh));
        QVERIFY(desk.keySlots.openWithRecovery(fresh));
        QCOMPARE(desk.keySlots.openWithRecovery(desk.recovery).error().code, ErrorCode::WrongRecoveryKey);
        QCOMPARE(desk.keySlots.facts()->size(), 2);
    }

    void aMachineOpensWithItsFile()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const QString keyFile = desk.folder.filePath(u"machine.key"_qs);
        const Result<Id> machine = desk.keySlots.addMachine(keys.dataKeys, keyFile);
        QVERIFY(machine);
        const Result<OpenedKeys> opened = desk.keySlots.openWithMachine(keyFile);
        QVERIFY(opened);
        QVERIFY(opened->dataKeys.current.equals(keys.dataKeys.current));
        QCOMPARE(opened->slot, *machine);
        QCOMPARE(opened->by, OpenedBy::Machine);
        QVERIFY(desk.keySlots.removeMachine(keys.dataKeys, *machine));
        QCOMPARE(desk.keySlots.openWithMachine(keyFile).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.keySlots.removeMachine(keys.dataKeys, *machine).error().code, ErrorCode::NotFound);
        QCOMPARE(desk.keySlots.addMachine(keys.dataKeys, keyFile).error().code, ErrorCode::FileUnwritable);
    }

    void keysOfAnotherStoreChangeNothing()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        const QByteArray before = SlotsFixture::read(desk.file());
        const DataKeys foreign = {random::secret(32), {}};
        QCOMPARE(desk.keySlots.verify(foreign).error().code, ErrorCode::StoreWrongKey);
        QCOMPARE(desk.keySlots.addPerson(foreign, desk.binh, desk.binhPassword).error().code, ErrorCode::StoreWrongKey);
        QCOMPARE(desk.keySlots.beginRotation(foreign).error().code, ErrorCode::StoreWrongKey);
        QCOMPARE(SlotsFixture::read(desk.file()), before);
    }

    void theOwnerAloneReadsTheFiles()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        for (const QString &path : {desk.file(), desk.copy()}) {
            struct stat status = {};
            QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
            QCOMPARE(status.st_mode & 0777U, 0600U);
        }
    }

    void saysNothingInClear()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        const OpenedKeys binh = *desk.keySlots.open(desk.binh, desk.binhPassword);
        const Result<DataKeys> both = desk.keySlots.beginRotation(keys.dataKeys);
        QVERIFY(both);
        QList<QByteArray> canaries;
        for (const SecretBytes *secret : {&keys.privateKey, &binh.privateKey, &both->current, &both->next}) {
            const QByteArray raw = secret->view().toByteArray();
            canaries << raw << raw.toHex() << raw.toHex().toUpper() << raw.toBase64();
        }
        const QByteArray paper = desk.recovery.privateKey(desk.storeId.bytes()).view().toByteArray();
        canaries << paper << paper.toHex() << paper.toBase64() << desk.recovery.toText().toLatin1()
                 << desk.recovery.toText().remove(u'-').toLatin1() << desk.recovery.toText().left(5).toLatin1();
        // Nothing short: three letters stand in sealed bytes by chance once in some thousand runs.
        for (const QString &typed : {desk.hoaTyped, desk.binhTyped, u"mái nhà"_qs}) {
            canaries << typed.toUtf8() << typed.toUtf8().toBase64()
                     << QByteArray(reinterpret_cast<const char *>(typed.utf16()), typed.size() * 2);
        }
        int files = 0;
        QDirIterator each(desk.folder.path(), QDir::Files);
        while (each.hasNext()) {
            const QByteArray content = SlotsFixture::read(each.next());
            files += content.isEmpty() ? 0 : 1;
            for (const QByteArray &canary : canaries) {
                QVERIFY2(!content.contains(canary), qPrintable(each.filePath() + u' ' + QString::fromLatin1(canary.toHex())));
            }
        }
        QCOMPARE(files, 2);
    }

    // The n-th call that changes a file fails once: the old or the new content is there, nothing lies about, and a second try succeeds.
    void everyFailureLosesNothing_data()
    {
        QTest::addColumn<int>("operation");
        for (int operation = 0; operation < 8; ++operation) {
            static const char *const names[] = {"create", "add", "change password", "disable", "recovery", "machine", "begin", "reset"};
            QTest::addRow("%s", names[operation]) << operation;
        }
    }
    void everyFailureLosesNothing()
    {
        QFETCH(int, operation);
        bool reachedTheEnd = false;
        for (int failing = 1; !reachedTheEnd && failing < 40; ++failing) {
            SlotsFixture desk;
            const QString keyFile = desk.folder.filePath(u"machine.key"_qs);
            OpenedKeys keys;
            if (operation > 0) {
                keys = desk.created();
                QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
            }
            int step = 0;
            const auto probe = [&](const QString &) -> Result<> {
                return ++step == failing ? Result<>(Error{ErrorCode::DiskFull}) : Result<>();
            };
            KeySlots faulty(desk.store, ScryptCost::forTests(), probe);
            const Password fresh = Password::typed(u"nắng chiều bên sông"_qs);
            const RecoveryKey paper = RecoveryKey::generate();
            const Id third = random::id(5);
            const auto act = [&](KeySlots &with) -> Result<> {
                const auto plain = [](const auto &result) { return result ? Result<>() : Result<>(result.error()); };
                switch (operation) {
                case 0:
                    return plain(with.create(desk.storeId, desk.hoa, desk.hoaPassword, desk.recovery));
                case 1:
                    return plain(with.addPerson(keys.dataKeys, third, fresh));
                case 2:
                    return plain(with.changePassword(desk.hoa, desk.hoaPassword, fresh));
                case 3:
                    return with.disable(keys.dataKeys, desk.binh);
                case 4:
                    return with.replaceRecovery(keys.dataKeys, paper);
                case 5:
                    return plain(with.addMachine(keys.dataKeys, keyFile));
                case 6:
                    return plain(with.beginRotation(keys.dataKeys));
                default:
                    return plain(with.resetPassword(keys.dataKeys, desk.binh, fresh));
                }
            };
            const Result<> outcome = act(faulty);
            reachedTheEnd = step < failing;
            QCOMPARE(static_cast<bool>(outcome), reachedTheEnd);
            QVERIFY(QDir(desk.folder.path()).entryList({u"*.new"_qs}).isEmpty());
            if (reachedTheEnd) {
                break;
            }
            QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
            QCOMPARE(QFile::exists(keyFile), false);
            if (operation == 0) {
                if (desk.keySlots.exists()) {
                    QVERIFY(desk.keySlots.open(desk.hoa, desk.hoaPassword));
                } else {
                    QVERIFY(act(desk.keySlots));
                }
                continue;
            }
            const Result<OpenedKeys> old = desk.keySlots.open(desk.hoa, desk.hoaPassword);
            const Result<OpenedKeys> now = desk.keySlots.open(desk.hoa, fresh);
            QVERIFY(old || (operation == 2 && now));
            QVERIFY((old ? *old : *now).dataKeys.current.equals(keys.dataKeys.current));
            // Looking mended the copy.
            QCOMPARE(SlotsFixture::read(desk.copy()), SlotsFixture::read(desk.file()));
        }
        QVERIFY(reachedTheEnd);
    }

    void programsSideBySideLoseNobody()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const auto admitTen = [&desk, &keys](qint64 from) {
            KeySlots mine(desk.store, ScryptCost::forTests());
            for (qint64 index = 0; index < 10; ++index) {
                if (!mine.addPerson(keys.dataKeys, random::id(from + index), desk.binhPassword)) {
                    return;
                }
            }
        };
        std::thread one(admitTen, 1000);
        std::thread two(admitTen, 2000);
        one.join();
        two.join();
        QCOMPARE(desk.keySlots.facts()->size(), 22);
        QVERIFY(desk.keySlots.verify(keys.dataKeys));
    }
};

QTEST_APPLESS_MAIN(tst_KeySlots)
#include "tst_KeySlots.moc"
