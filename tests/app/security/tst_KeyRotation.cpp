// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/security/SlotsFixture.h"

#include <QTest>

#include <memory>
#include <vector>

using namespace motcua;
using namespace motcua::security;

class tst_KeyRotation : public QObject
{
    Q_OBJECT

    struct Image
    {
        QString step;
        QList<DurableFile> files;
        SecretBytes storeKey; // with which the store opens at that moment
    };

    static QList<DurableFile> content(const SlotsFixture &desk)
    {
        QList<DurableFile> files;
        const QDir folder(desk.folder.path());
        for (const QString &name : folder.entryList(QDir::Files)) {
            files.append({name, SlotsFixture::read(folder.filePath(name))});
        }
        return files;
    }

private Q_SLOTS:
    void aNewKeyReachesEverybodyAdmitted()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const Id gone = random::id(4);
        const QString keyFile = desk.folder.filePath(u"machine.key"_qs);
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, gone, desk.binhPassword));
        QVERIFY(desk.keySlots.disable(keys.dataKeys, gone));
        QVERIFY(desk.keySlots.addMachine(keys.dataKeys, keyFile));

        const Result<DataKeys> both = desk.keySlots.beginRotation(keys.dataKeys);
        QVERIFY(both);
        QVERIFY(both->current.equals(keys.dataKeys.current));
        QCOMPARE(both->next.size(), 32);
        QVERIFY(!both->next.equals(both->current));
        for (int who = 0; who < 4; ++who) {
            const Result<OpenedKeys> opened = who == 0 ? desk.keySlots.open(desk.hoa, desk.hoaPassword)
                : who == 1                             ? desk.keySlots.open(desk.binh, desk.binhPassword)
                : who == 2                             ? desk.keySlots.openWithRecovery(desk.recovery)
                                                       : desk.keySlots.openWithMachine(keyFile);
            QVERIFY(opened);
            QVERIFY(opened->dataKeys.current.equals(both->current));
            QVERIFY(opened->dataKeys.next.equals(both->next));
        }
        const Result<DataKeys> after = desk.keySlots.finishRotation(*both);
        QVERIFY(after);
        QVERIFY(after->current.equals(both->next));
        QVERIFY(!after->rotating());
        QVERIFY(desk.keySlots.open(desk.binh, desk.binhPassword)->dataKeys.current.equals(both->next));
        QVERIFY(desk.keySlots.openWithRecovery(desk.recovery)->dataKeys.current.equals(both->next));
        QVERIFY(desk.keySlots.openWithMachine(keyFile)->dataKeys.current.equals(both->next));
        QCOMPARE(desk.keySlots.open(gone, desk.binhPassword).error().code, ErrorCode::PersonDisabled);
        QCOMPARE(desk.keySlots.verify(keys.dataKeys).error().code, ErrorCode::StoreWrongKey);
        QVERIFY(desk.keySlots.verify(*after));
        QCOMPARE(SlotsFixture::read(desk.copy()), SlotsFixture::read(desk.file()));
    }

    void whoHoldsAPrivateKeyLearnsWhatIsCurrent()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        const Result<OpenedKeys> binh = desk.keySlots.open(desk.binh, desk.binhPassword);
        const Result<OpenedKeys> paper = desk.keySlots.openWithRecovery(desk.recovery);
        QVERIFY(binh && paper);
        const Result<DataKeys> both = desk.keySlots.beginRotation(keys.dataKeys);
        QVERIFY(both);
        QVERIFY(desk.keySlots.renewed(*binh)->dataKeys.next.equals(both->next));
        QVERIFY(desk.keySlots.finishRotation(*both));
        for (const OpenedKeys *held : {&*binh, &*paper}) {
            const Result<OpenedKeys> now = desk.keySlots.renewed(*held);
            QVERIFY(now);
            QVERIFY(now->dataKeys.current.equals(both->next));
            QCOMPARE(now->by, held->by);
            QCOMPARE(now->slot, held->slot);
        }
        const DataKeys current = {both->next.clone(), {}};
        QVERIFY(desk.keySlots.resetPassword(current, desk.binh, desk.hoaPassword));
        QCOMPARE(desk.keySlots.renewed(*binh).error().code, ErrorCode::StoreWrongKey);
        QVERIFY(desk.keySlots.disable(current, desk.binh));
        QCOMPARE(desk.keySlots.renewed(*binh).error().code, ErrorCode::PersonDisabled);
        OpenedKeys nobody = binh->clone();
        nobody.slot = random::id(9);
        QCOMPARE(desk.keySlots.renewed(nobody).error().code, ErrorCode::PersonUnknown);
    }

    void canBeGivenUp()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const Result<DataKeys> both = desk.keySlots.beginRotation(keys.dataKeys);
        QVERIFY(both);
        const Result<DataKeys> after = desk.keySlots.cancelRotation(*both);
        QVERIFY(after);
        QVERIFY(after->current.equals(keys.dataKeys.current));
        const Result<OpenedKeys> opened = desk.keySlots.open(desk.hoa, desk.hoaPassword);
        QVERIFY(opened && !opened->dataKeys.rotating());
        QCOMPARE(desk.keySlots.finishRotation(*both).error().code, ErrorCode::Refused);
        QVERIFY(desk.keySlots.verify(keys.dataKeys));
    }

    void beginningAgainKeepsTheSuccessor()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const Result<DataKeys> both = desk.keySlots.beginRotation(keys.dataKeys);
        QVERIFY(both);
        const Result<DataKeys> again = desk.keySlots.beginRotation(desk.keySlots.open(desk.hoa, desk.hoaPassword)->dataKeys);
        QVERIFY(again);
        QVERIFY(again->next.equals(both->next));
        // Whoever does not know the successor must not make up a second one.
        QCOMPARE(desk.keySlots.beginRotation(keys.dataKeys).error().code, ErrorCode::Refused);
    }

    void aSuccessorOfAnotherTryIsRefused()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const Result<DataKeys> first = desk.keySlots.beginRotation(keys.dataKeys);
        QVERIFY(first);
        QVERIFY(desk.keySlots.cancelRotation(*first));
        const Result<DataKeys> second = desk.keySlots.beginRotation(keys.dataKeys);
        QVERIFY(second);
        QCOMPARE(desk.keySlots.beginRotation(*first).error().code, ErrorCode::Refused);
        QCOMPARE(desk.keySlots.finishRotation(*first).error().code, ErrorCode::Refused);
        QVERIFY(desk.keySlots.finishRotation(*second));
    }

    void admissionWaitsButPasswordsMayChange()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        const Result<DataKeys> both = desk.keySlots.beginRotation(keys.dataKeys);
        QVERIFY(both);
        QCOMPARE(desk.keySlots.addPerson(*both, random::id(4), desk.hoaPassword).error().code, ErrorCode::Refused);
        QCOMPARE(desk.keySlots.disable(*both, desk.binh).error().code, ErrorCode::Refused);
        const Password fresh = Password::typed(u"nắng chiều bên sông"_qs);
        QVERIFY(desk.keySlots.changePassword(desk.binh, desk.binhPassword, fresh));
        QVERIFY(desk.keySlots.finishRotation(*both));
        QVERIFY(desk.keySlots.open(desk.binh, fresh)->dataKeys.current.equals(both->next));
    }

    // The folder as it stood before every file call of a whole rotation, the store being re-keyed in the middle: whoever comes
    // back after a crash there holds the key with which the store opens, also when the slots file itself was torn.
    void aCrashAnywhereLosesNoKey_data()
    {
        QTest::addColumn<bool>("torn");
        QTest::addRow("file whole") << false;
        QTest::addRow("file torn: the copy serves") << true;
    }
    void aCrashAnywhereLosesNoKey()
    {
        QFETCH(bool, torn);
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));

        std::vector<Image> images;
        SecretBytes storeKey = keys.dataKeys.current.clone();
        const auto probe = [&](const QString &step) -> Result<> {
            images.push_back({step, content(desk), storeKey.clone()});
            return {};
        };
        KeySlots recorded(desk.store, ScryptCost::forTests(), probe);
        const Result<DataKeys> both = recorded.beginRotation(keys.dataKeys);
        QVERIFY(both);
        QVERIFY(probe(u"before the store"_qs));
        storeKey = both->next.clone();
        QVERIFY(probe(u"after the store"_qs));
        QVERIFY(recorded.finishRotation(*both));
        QVERIFY(probe(u"end"_qs));
        QVERIFY(images.size() >= 2 * 9 + 3);

        for (const Image &image : images) {
            SlotsFixture after;
            const QDir folder(after.folder.path());
            for (const DurableFile &file : image.files) {
                SlotsFixture::write(folder.filePath(file.path), file.bytes);
            }
            if (torn) {
                SlotsFixture::write(after.file(), SlotsFixture::read(after.file()).chopped(100));
            }
            for (int who = 0; who < 2; ++who) {
                const Result<OpenedKeys> opened
                    = who == 0 ? after.keySlots.open(desk.hoa, desk.hoaPassword) : after.keySlots.openWithRecovery(desk.recovery);
                QVERIFY2(opened, qPrintable(image.step));
                const bool opensNow = opened->dataKeys.current.equals(image.storeKey);
                const bool opensNext = opened->dataKeys.next.equals(image.storeKey);
                QVERIFY2(opensNow || opensNext, qPrintable(image.step));
                if (who == 0 || !opened->dataKeys.rotating()) {
                    continue;
                }
                // What the program does then ends the matter either way.
                const Result<DataKeys> settled
                    = opensNow ? after.keySlots.cancelRotation(opened->dataKeys) : after.keySlots.finishRotation(opened->dataKeys);
                QVERIFY2(settled, qPrintable(image.step));
                QVERIFY(settled->current.equals(image.storeKey));
                const Result<OpenedKeys> binh = after.keySlots.open(desk.binh, desk.binhPassword);
                QVERIFY(binh && binh->dataKeys.current.equals(image.storeKey) && !binh->dataKeys.rotating());
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_KeyRotation)
#include "tst_KeyRotation.moc"
