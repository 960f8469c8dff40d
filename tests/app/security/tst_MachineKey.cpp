// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/MachineKey.h"
#include "app/security/Random.h"
#include "app/security/X25519.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace motcua;
using namespace motcua::security;

class tst_MachineKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"machine.key"_qs);
        const MachineKey key = {random::id(1), x25519::generate()};
        QVERIFY(key.write(path));
        const Result<MachineKey> read = MachineKey::read(path);
        QVERIFY(read);
        QCOMPARE(read->slot, key.slot);
        QVERIFY(read->privateKey.equals(key.privateKey));
        QCOMPARE(key.write(path).error(), (Error{ErrorCode::FileUnwritable, u"exists"_qs}));
        QCOMPARE(key.write(folder.filePath(u"no/such"_qs)).error().code, ErrorCode::FileUnwritable);
    }

    void refusesWhatOthersCouldUse_data()
    {
        QTest::addColumn<uint>("mode");
        QTest::addColumn<uint>("folderMode");
        QTest::addColumn<bool>("read");
        QTest::addRow("the owner alone") << 0600U << 0700U << true;
        QTest::addRow("the owner may only read") << 0400U << 0700U << true;
        QTest::addRow("others see the folder") << 0600U << 0755U << true;
        QTest::addRow("a shared folder where nobody removes another's file") << 0600U << 01777U << true;
        QTest::addRow("the group may read") << 0640U << 0700U << false;
        QTest::addRow("the world may read") << 0604U << 0700U << false;
        QTest::addRow("the group may write") << 0620U << 0700U << false;
        QTest::addRow("the world may run it") << 0601U << 0700U << false;
        QTest::addRow("the world may replace it") << 0600U << 0777U << false;
        QTest::addRow("the group may replace it") << 0600U << 0770U << false;
    }
    void refusesWhatOthersCouldUse()
    {
        QFETCH(uint, mode);
        QFETCH(uint, folderMode);
        QFETCH(bool, read);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"machine.key"_qs);
        QVERIFY((MachineKey{random::id(1), x25519::generate()}.write(path)));
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
        QCOMPARE(::chmod(QFile::encodeName(folder.path()).constData(), folderMode), 0);
        const Result<MachineKey> key = MachineKey::read(path);
        QCOMPARE(static_cast<bool>(key), read);
        if (!read) {
            QCOMPARE(key.error().code, ErrorCode::FileUnreadable);
        }
    }

    void refusesAForeignOwner()
    {
        if (::geteuid() != 0) {
            QSKIP("only root can give a file away");
        }
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"machine.key"_qs);
        QVERIFY((MachineKey{random::id(1), x25519::generate()}.write(path)));
        QCOMPARE(::chown(QFile::encodeName(path).constData(), 12345, 12345), 0);
        QCOMPARE(MachineKey::read(path).error(), (Error{ErrorCode::FileUnreadable, u"belongs to somebody else"_qs}));
    }

    void refusesLinksAndFolders()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"machine.key"_qs);
        const QString link = folder.filePath(u"link"_qs);
        QVERIFY((MachineKey{random::id(1), x25519::generate()}.write(path)));
        QVERIFY(QFile::link(path, link));
        QCOMPARE(MachineKey::read(link).error(), (Error{ErrorCode::FileUnreadable, u"a link"_qs}));
        QCOMPARE(MachineKey::read(folder.path()).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(MachineKey::read(folder.filePath(u"none"_qs)).error().code, ErrorCode::NotFound);
    }

    void everyFlippedByteIsDamaged()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"machine.key"_qs);
        QVERIFY((MachineKey{random::id(1), x25519::generate()}.write(path)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        const QByteArray sound = file.readAll();
        QCOMPARE(sound.size(), 72);
        for (qsizetype at = 0; at < sound.size(); ++at) {
            QByteArray damaged = sound;
            damaged[at] = static_cast<char>(damaged.at(at) ^ 0x10);
            QVERIFY(file.seek(0) && file.write(damaged) == damaged.size());
            QCOMPARE(MachineKey::read(path).error().code, ErrorCode::SlotsDamaged);
        }
        QVERIFY(file.seek(0) && file.write(sound + '\n') == 73);
        QCOMPARE(MachineKey::read(path).error().code, ErrorCode::SlotsDamaged);
        QVERIFY(file.resize(71));
        QCOMPARE(MachineKey::read(path).error().code, ErrorCode::SlotsDamaged);
        QVERIFY(file.resize(0));
        QCOMPARE(MachineKey::read(path).error().code, ErrorCode::SlotsDamaged);
    }
};

QTEST_APPLESS_MAIN(tst_MachineKey)
#include "tst_MachineKey.moc"
