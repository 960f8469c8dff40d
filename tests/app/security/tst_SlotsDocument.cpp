// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/SlotsDocument.h"
#include "tests/app/security/SlotsFixture.h"

#include <QCryptographicHash>
#include <QTest>

using namespace motcua;
using namespace motcua::security;

class tst_SlotsDocument : public QObject
{
    Q_OBJECT

    static constexpr qsizetype FirstLine = 14;
    static constexpr qsizetype SumEnd = FirstLine + 65;

    static QByteArray withRightSum(const QByteArray &file)
    {
        const QByteArray first = file.left(FirstLine);
        const QByteArray rest = file.mid(SumEnd);
        return first + QCryptographicHash::hash(first + rest, QCryptographicHash::Sha256).toHex() + '\n' + rest;
    }

    static QByteArray flipped(const QByteArray &file, qsizetype at, int bit)
    {
        QByteArray changed = file;
        changed[at] = static_cast<char>(changed.at(at) ^ (1 << bit));
        return changed;
    }

private Q_SLOTS:
    void readsBackWhatItWrote()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const QByteArray file = SlotsFixture::read(desk.file());
        const Result<SlotsDocument> document = SlotsDocument::decoded(file);
        QVERIFY(document);
        QCOMPARE(document->store, desk.storeId);
        QCOMPARE(document->entries.size(), 2);
        QVERIFY(document->authenticated(keys.dataKeys.current));
        QCOMPARE(document->encoded(keys.dataKeys.current), file);
        QCOMPARE(withRightSum(file), file);
    }

    void aFlippedByteIsReadFromTheCopyAndMended()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        const QByteArray sound = SlotsFixture::read(desk.file());
        for (qsizetype at = 0; at < sound.size(); ++at) {
            SlotsFixture::write(desk.file(), flipped(sound, at, static_cast<int>(at % 8)));
            const Result<OpenedKeys> opened = desk.keySlots.open(desk.hoa, desk.hoaPassword);
            QVERIFY2(opened, QByteArray::number(at).constData());
            QVERIFY(opened->fromBackup);
            QVERIFY(opened->dataKeys.current.equals(keys.dataKeys.current));
            QCOMPARE(SlotsFixture::read(desk.file()), sound);
        }
    }

    void aFlippedByteInBothIsRefused()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        const QByteArray sound = SlotsFixture::read(desk.file());
        for (qsizetype at = 0; at < sound.size(); ++at) {
            for (const int bit : {0, 5, 7}) {
                const QByteArray damaged = flipped(sound, at, bit);
                QCOMPARE(SlotsDocument::decoded(damaged).error().code, ErrorCode::SlotsDamaged);
            }
            SlotsFixture::write(desk.file(), flipped(sound, at, 1));
            SlotsFixture::write(desk.copy(), flipped(sound, at, 2));
            QCOMPARE(desk.keySlots.open(desk.hoa, desk.hoaPassword).error().code, ErrorCode::SlotsDamaged);
        }
    }

    // Somebody without the data key alters the file and mends the sum: no key comes out, neither the right nor a wrong one.
    void whatAStrangerAltersIsRefused()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        const QByteArray sound = SlotsFixture::read(desk.file());
        for (qsizetype at = SumEnd; at < sound.size(); ++at) {
            const QByteArray altered = withRightSum(flipped(sound, at, static_cast<int>(at % 7)));
            SlotsFixture::write(desk.file(), altered);
            SlotsFixture::write(desk.copy(), altered);
            QVERIFY2(!desk.keySlots.open(desk.hoa, desk.hoaPassword), QByteArray::number(at).constData());
            QVERIFY2(!desk.keySlots.openWithRecovery(desk.recovery), QByteArray::number(at).constData());
        }
    }

    void aStrangersPublicKeyNeverGetsTheNextKey()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        const QByteArray mine = x25519Public().toBase64();
        const QByteArray theirs = desk.keySlots.personKey(desk.binh)->publicKey.toBase64();
        const QByteArray altered = withRightSum(SlotsFixture::read(desk.file()).replace(theirs, mine));
        SlotsFixture::write(desk.file(), altered);
        QCOMPARE(desk.keySlots.beginRotation(keys.dataKeys).error().code, ErrorCode::SlotsDamaged);
        QCOMPARE(desk.keySlots.open(desk.hoa, desk.hoaPassword).error().code, ErrorCode::SlotsDamaged);
    }

    void aSlotMovedToAnotherPersonIsRefused()
    {
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        QVERIFY(desk.keySlots.addPerson(keys.dataKeys, desk.binh, desk.binhPassword));
        QByteArray file = SlotsFixture::read(desk.file());
        file.replace(desk.binh.toString().toLatin1(), random::id(5).toString().toLatin1());
        SlotsFixture::write(desk.file(), withRightSum(file));
        QVERIFY(!desk.keySlots.open(desk.hoa, desk.hoaPassword));
    }

    void truncatedAnywhereIsDamaged()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        const QByteArray sound = SlotsFixture::read(desk.file());
        for (qsizetype size = 0; size < sound.size(); ++size) {
            QCOMPARE(SlotsDocument::decoded(sound.left(size)).error().code, ErrorCode::SlotsDamaged);
        }
        QCOMPARE(SlotsDocument::decoded(sound + ' ').error().code, ErrorCode::SlotsDamaged);
    }

    void aNewerFileIsNotCalledDamaged()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        QByteArray newer = SlotsFixture::read(desk.file());
        newer[FirstLine - 2] = '2';
        SlotsFixture::write(desk.file(), withRightSum(newer));
        const QByteArray copy = SlotsFixture::read(desk.copy());
        QCOMPARE(desk.keySlots.open(desk.hoa, desk.hoaPassword).error().code, ErrorCode::FileNewer);
        QCOMPARE(desk.keySlots.facts().error().code, ErrorCode::FileNewer);
        // Nobody "mends" it with the older copy.
        QCOMPARE(SlotsFixture::read(desk.file()), withRightSum(newer));
        QCOMPARE(SlotsFixture::read(desk.copy()), copy);
    }

    void aBoxBelongsToOneStoreSlotAndKeyNumber_data()
    {
        QTest::addColumn<bool>("otherStore");
        QTest::addColumn<bool>("otherSlot");
        QTest::addColumn<quint32>("number");
        QTest::addColumn<bool>("opens");
        QTest::addRow("its own") << false << false << 1U << true;
        QTest::addRow("another store") << true << false << 1U << false;
        QTest::addRow("another slot") << false << true << 1U << false;
        QTest::addRow("the next key") << false << false << 2U << false;
    }
    void aBoxBelongsToOneStoreSlotAndKeyNumber()
    {
        QFETCH(bool, otherStore);
        QFETCH(bool, otherSlot);
        QFETCH(quint32, number);
        SlotsFixture desk;
        const OpenedKeys keys = desk.created();
        SlotsDocument document = *SlotsDocument::decoded(SlotsFixture::read(desk.file()));
        KeySlot slot = *document.find(SlotFact::Kind::Person, desk.hoa);
        document.store = otherStore ? random::id(6) : document.store;
        slot.id = otherSlot ? random::id(6) : slot.id;
        QTEST(document.openBox(slot, keys.privateKey, slot.box, number).has_value(), "opens");
    }

    void aMissingCopyComesBack()
    {
        SlotsFixture desk;
        static_cast<void>(desk.created());
        QVERIFY(QFile::remove(desk.copy()));
        QVERIFY(desk.keySlots.open(desk.hoa, desk.hoaPassword));
        QCOMPARE(SlotsFixture::read(desk.copy()), SlotsFixture::read(desk.file()));
    }

private:
    static QByteArray x25519Public()
    {
        return PersonKey::create(random::id(1), Password::typed(u"kẻ lạ mặt nào đó"_qs), ScryptCost::forTests())->publicKey;
    }
};

QTEST_APPLESS_MAIN(tst_SlotsDocument)
#include "tst_SlotsDocument.moc"
