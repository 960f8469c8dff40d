// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/PinUnlock.h"
#include "app/security/Random.h"
#include "models/base/VietnamTime.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace motcua;
using namespace motcua::security;

class tst_PinUnlock : public QObject
{
    Q_OBJECT

    static qint64 ms(int day, int hour, int minute, int second = 0)
    {
        return vietnamTime(QDate(2026, 9, day), QTime(hour, minute, second)).toMSecsSinceEpoch();
    }

    static OpenedKeys keysOf(const Id &person, OpenedBy by = OpenedBy::Password)
    {
        return {by, person, random::secret(32), {random::secret(32), {}}, false};
    }

    const QString m_pin = QStringLiteral("407193");
    const Id m_hoa = random::id(1);

private Q_SLOTS:
    void refusesPinsEverybodyTries_data()
    {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<int>("flaw");
        QTest::addRow("six digits") << u"407193"_qs << int(PinFlaw::None);
        QTest::addRow("twelve digits") << u"407193528604"_qs << int(PinFlaw::None);
        QTest::addRow("nothing") << u""_qs << int(PinFlaw::TooShort);
        QTest::addRow("five digits") << u"40719"_qs << int(PinFlaw::TooShort);
        QTest::addRow("thirteen digits") << u"4071935286041"_qs << int(PinFlaw::TooLong);
        QTest::addRow("a letter") << u"40719a"_qs << int(PinFlaw::NotDigits);
        QTest::addRow("digits of another script") << u"٤٠٧١٩٣"_qs << int(PinFlaw::NotDigits);
        QTest::addRow("one digit") << u"777777"_qs << int(PinFlaw::Trivial);
        QTest::addRow("a pair") << u"121212"_qs << int(PinFlaw::Trivial);
        QTest::addRow("a triple") << u"123123"_qs << int(PinFlaw::Trivial);
        QTest::addRow("counting") << u"123456"_qs << int(PinFlaw::Trivial);
        QTest::addRow("counting past nine") << u"789012"_qs << int(PinFlaw::Trivial);
        QTest::addRow("counting down") << u"654321"_qs << int(PinFlaw::Trivial);
    }
    void refusesPinsEverybodyTries()
    {
        QFETCH(QString, pin);
        QFETCH(int, flaw);
        QCOMPARE(int(PinUnlock::flaw(pin)), flaw);
        PinUnlock pins({}, ScryptCost::forTests());
        QCOMPARE(static_cast<bool>(pins.set(keysOf(m_hoa), pin, ms(21, 8, 0), ms(21, 8, 0))), flaw == int(PinFlaw::None));
    }

    void givesTheKeysBack_data()
    {
        QTest::addColumn<bool>("inFolder");
        QTest::addColumn<bool>("rotating");
        QTest::addRow("from memory") << false << false;
        QTest::addRow("from memory, during a rotation") << false << true;
        QTest::addRow("from the run-time folder") << true << false;
        QTest::addRow("from the run-time folder, during a rotation") << true << true;
    }
    void givesTheKeysBack()
    {
        QFETCH(bool, inFolder);
        QFETCH(bool, rotating);
        const QTemporaryDir folder;
        PinUnlock pins(inFolder ? folder.filePath(u"pin"_qs) : QString(), ScryptCost::forTests());
        OpenedKeys keys = keysOf(m_hoa);
        if (rotating) {
            keys.dataKeys.next = random::secret(32);
        }
        QVERIFY(!pins.available(m_hoa, ms(21, 8, 0)));
        QVERIFY(pins.set(keys, m_pin, ms(21, 7, 30), ms(21, 8, 0)));
        QVERIFY(pins.available(m_hoa, ms(21, 8, 0)));
        const Result<OpenedKeys> back = pins.unlock(m_hoa, m_pin, ms(21, 11, 59));
        QVERIFY(back);
        QCOMPARE(back->by, OpenedBy::Pin);
        QCOMPARE(back->slot, m_hoa);
        QVERIFY(back->privateKey.equals(keys.privateKey));
        QVERIFY(back->dataKeys.current.equals(keys.dataKeys.current));
        QVERIFY(back->dataKeys.next.equals(keys.dataKeys.next));
        QCOMPARE(pins.unlock(random::id(2), m_pin, ms(21, 12, 0)).error().code, ErrorCode::PinUnavailable);
    }

    void worksWithTheShippedCost()
    {
        PinUnlock pins;
        QVERIFY(pins.set(keysOf(m_hoa), m_pin, ms(21, 8, 0), ms(21, 8, 0)));
        QVERIFY(pins.unlock(m_hoa, m_pin, ms(21, 8, 1)));
    }

    void needsAPasswordOfToday_data()
    {
        QTest::addColumn<int>("by");
        QTest::addColumn<qint64>("signedIn");
        QTest::addColumn<bool>("set");
        QTest::addRow("a password this morning") << int(OpenedBy::Password) << ms(21, 0, 0) << true;
        QTest::addRow("a password last night") << int(OpenedBy::Password) << ms(20, 23, 59, 59) << false;
        QTest::addRow("never a password") << int(OpenedBy::Password) << qint64(0) << false;
        QTest::addRow("a PIN begets no PIN") << int(OpenedBy::Pin) << ms(21, 8, 0) << false;
        QTest::addRow("the recovery key") << int(OpenedBy::Recovery) << ms(21, 8, 0) << false;
        QTest::addRow("a machine") << int(OpenedBy::Machine) << ms(21, 8, 0) << false;
    }
    void needsAPasswordOfToday()
    {
        QFETCH(int, by);
        QFETCH(qint64, signedIn);
        QFETCH(bool, set);
        PinUnlock pins({}, ScryptCost::forTests());
        const Result<> done = pins.set(keysOf(m_hoa, static_cast<OpenedBy>(by)), m_pin, signedIn, ms(21, 9, 0));
        QCOMPARE(static_cast<bool>(done), set);
        if (!set) {
            QCOMPARE(done.error().code, ErrorCode::PinUnavailable);
        }
    }

    // Set at 8:00 on the 21st, used at 10:00; then the clock shows …
    void endsWithTheDay_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<bool>("opens");
        QTest::addRow("a minute later") << ms(21, 10, 1) << true;
        QTest::addRow("the last second of the day in Vietnam") << ms(21, 23, 59, 59) << true;
        QTest::addRow("midnight in Vietnam, still yesterday in London") << ms(22, 0, 0) << false;
        QTest::addRow("next week") << ms(28, 10, 0) << false;
        QTest::addRow("a correction of the clock by a minute") << ms(21, 9, 59) << true;
        QTest::addRow("the clock set back an hour, same day") << ms(21, 9, 0) << false;
        QTest::addRow("the clock set back a day") << ms(20, 10, 0) << false;
    }
    void endsWithTheDay()
    {
        QFETCH(qint64, now);
        QFETCH(bool, opens);
        const QTemporaryDir folder;
        for (const QString &where : {QString(), folder.path()}) {
            PinUnlock pins(where, ScryptCost::forTests());
            QVERIFY(pins.set(keysOf(m_hoa), m_pin, ms(21, 8, 0), ms(21, 8, 0)));
            QVERIFY(pins.unlock(m_hoa, m_pin, ms(21, 10, 0)));
            QCOMPARE(pins.available(m_hoa, now), opens);
            const Result<OpenedKeys> keys = pins.unlock(m_hoa, m_pin, now);
            QCOMPARE(static_cast<bool>(keys), opens);
            if (!opens) {
                QCOMPARE(keys.error().code, ErrorCode::PinUnavailable);
                // It is gone, not merely hidden: putting the clock right does not bring it back.
                QVERIFY(!pins.available(m_hoa, ms(21, 10, 2)));
                QVERIFY(QDir(folder.path()).entryList({u"*.pin"_qs}).isEmpty());
            }
        }
    }

    void fiveWrongOnesRemoveIt()
    {
        const QTemporaryDir folder;
        for (const QString &where : {QString(), folder.path()}) {
            PinUnlock pins(where, ScryptCost::forTests());
            QVERIFY(pins.set(keysOf(m_hoa), m_pin, ms(21, 8, 0), ms(21, 8, 0)));
            for (int left = 4; left >= 0; --left) {
                QCOMPARE(pins.unlock(m_hoa, u"407194"_qs, ms(21, 9, 0)).error(), (Error{ErrorCode::WrongPin, QString::number(left)}));
            }
            QCOMPARE(pins.unlock(m_hoa, m_pin, ms(21, 9, 0)).error().code, ErrorCode::PinUnavailable);
            QVERIFY(!pins.available(m_hoa, ms(21, 9, 0)));
        }
        QVERIFY(QDir(folder.path()).entryList({u"*.pin"_qs}).isEmpty());
    }

    void theRightOneClearsTheCount()
    {
        PinUnlock pins({}, ScryptCost::forTests());
        QVERIFY(pins.set(keysOf(m_hoa), m_pin, ms(21, 8, 0), ms(21, 8, 0)));
        for (int round = 0; round < 3; ++round) {
            for (int wrong = 0; wrong < 4; ++wrong) {
                QVERIFY(!pins.unlock(m_hoa, u"40719"_qs, ms(21, 9, 0)));
            }
            QVERIFY(pins.unlock(m_hoa, m_pin, ms(21, 9, 0)));
        }
    }

    void programsAtOneDeskCountTogether()
    {
        const QTemporaryDir folder;
        PinUnlock one(folder.path(), ScryptCost::forTests());
        PinUnlock two(folder.path(), ScryptCost::forTests());
        QVERIFY(one.set(keysOf(m_hoa), m_pin, ms(21, 8, 0), ms(21, 8, 0)));
        QVERIFY(two.unlock(m_hoa, m_pin, ms(21, 8, 30)));
        for (int left = 4; left >= 0; --left) {
            PinUnlock &turn = left % 2 == 0 ? one : two;
            QCOMPARE(turn.unlock(m_hoa, u"000001"_qs, ms(21, 9, 0)).error().detail, QString::number(left));
        }
        QVERIFY(!one.available(m_hoa, ms(21, 9, 0)) && !two.available(m_hoa, ms(21, 9, 0)));
    }

    void memoryOnlyMeansThisProcessOnly()
    {
        PinUnlock one({}, ScryptCost::forTests());
        PinUnlock two({}, ScryptCost::forTests());
        QVERIFY(one.set(keysOf(m_hoa), m_pin, ms(21, 8, 0), ms(21, 8, 0)));
        QVERIFY(!two.available(m_hoa, ms(21, 8, 0)));
    }

    void isForgottenOnDemand()
    {
        const QTemporaryDir folder;
        const Id binh = random::id(2);
        for (const QString &where : {QString(), folder.path()}) {
            PinUnlock pins(where, ScryptCost::forTests());
            QVERIFY(pins.set(keysOf(m_hoa), m_pin, ms(21, 8, 0), ms(21, 8, 0)));
            QVERIFY(pins.set(keysOf(binh), m_pin, ms(21, 8, 0), ms(21, 8, 0)));
            pins.forget(m_hoa);
            QVERIFY(!pins.available(m_hoa, ms(21, 9, 0)));
            QVERIFY(pins.available(binh, ms(21, 9, 0)));
            pins.forgetAll();
            QVERIFY(!pins.available(binh, ms(21, 9, 0)));
        }
    }

    void theFileIsPrivateAndEveryFlippedByteRefused()
    {
        const QTemporaryDir folder;
        const QString runtime = folder.filePath(u"pin"_qs);
        PinUnlock pins(runtime, ScryptCost::forTests());
        const OpenedKeys keys = keysOf(m_hoa);
        QVERIFY(pins.set(keys, m_pin, ms(21, 8, 0), ms(21, 8, 0)));
        const QStringList files = QDir(runtime).entryList({u"*.pin"_qs});
        QCOMPARE(files.size(), 1);
        const QString path = runtime + u'/' + files.first();
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QCOMPARE(::stat(QFile::encodeName(runtime).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0700U);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sound = file.readAll();
        QVERIFY(!sound.contains(m_pin.toLatin1()));
        QVERIFY(!sound.contains(keys.privateKey.view().toByteArray()) && !sound.contains(keys.dataKeys.current.view().toByteArray()));
        for (qsizetype at = 0; at < sound.size(); ++at) {
            QByteArray damaged = sound;
            damaged[at] = static_cast<char>(damaged.at(at) ^ (1 << (at % 8)));
            QFile target(path);
            QVERIFY(target.open(QIODevice::WriteOnly) && target.write(damaged) == damaged.size());
            target.close();
            const Result<OpenedKeys> opened = pins.unlock(m_hoa, m_pin, ms(21, 9, 0));
            QVERIFY2(!opened || opened->dataKeys.current.equals(keys.dataKeys.current), QByteArray::number(at).constData());
        }
    }
};

QTEST_APPLESS_MAIN(tst_PinUnlock)
#include "tst_PinUnlock.moc"
