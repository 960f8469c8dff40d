// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/security/Random.h"
#include "app/security/SecretBytes.h"

#include <QDebug>
#include <QFile>
#include <QString>
#include <QTest>

#include <sys/resource.h>

#include <type_traits>
#include <utility>
#include <vector>

using namespace motcua;
using security::SecretBytes;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> && std::is_nothrow_move_assignable_v<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, QByteArray> && !std::is_convertible_v<SecretBytes, QByteArrayView>);
static_assert(!std::is_convertible_v<SecretBytes, QString>);

template <typename T>
concept Printable = requires(QDebug debug, const T &value) { debug << value; };
static_assert(Printable<QByteArray> && !Printable<SecretBytes>);

class tst_SecretBytes : public QObject
{
    Q_OBJECT

    // The flags of the mapping that holds `address`, from the kernel itself.
    static QByteArray mappingFlags(const void *address)
    {
        QFile file(QStringLiteral("/proc/self/smaps"));
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        const auto wanted = reinterpret_cast<quintptr>(address);
        bool inside = false;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QByteArray range = line.left(line.indexOf(' '));
            const qsizetype dash = range.indexOf('-');
            bool isRange = false;
            const quintptr from = dash > 0 ? range.left(dash).toULongLong(&isRange, 16) : 0;
            if (isRange) {
                inside = from <= wanted && wanted < range.mid(dash + 1).toULongLong(nullptr, 16);
            } else if (inside && line.startsWith("VmFlags:")) {
                return line.mid(8) + ' ';
            }
        }
        return {};
    }

private Q_SLOTS:
    void startsAsZeros()
    {
        const SecretBytes bytes(100);
        QCOMPARE(bytes.view().toByteArray(), QByteArray(100, '\0'));
        QVERIFY(SecretBytes().isEmpty());
        QVERIFY(SecretBytes(0).isEmpty());
    }

    void movesAndLeavesNothingBehind()
    {
        SecretBytes first = SecretBytes::copyOf("abc");
        SecretBytes second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT: the state after a move is the claim
        QCOMPARE(second.view().toByteArray(), QByteArray("abc"));
        second = SecretBytes::copyOf("longer");
        QCOMPARE(second.size(), 6);
        SecretBytes &itself = second;
        second = std::move(itself);
        QCOMPARE(second.view().toByteArray(), QByteArray("longer"));
        second.wipe();
        QVERIFY(second.isEmpty() && second.data() == nullptr);
    }

    void comparesByContent_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<bool>("same");
        QTest::addRow("same") << QByteArray("key") << QByteArray("key") << true;
        QTest::addRow("both empty") << QByteArray() << QByteArray() << true;
        QTest::addRow("last byte differs") << QByteArray("key") << QByteArray("kez") << false;
        QTest::addRow("a prefix is not the whole") << QByteArray("key") << QByteArray("ke") << false;
        QTest::addRow("empty is not a zero byte") << QByteArray() << QByteArray(1, '\0') << false;
    }
    void comparesByContent()
    {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QTEST(SecretBytes::copyOf(left).equals(SecretBytes::copyOf(right)), "same");
    }

    void whatIsGivenBackIsZerosForTheNext()
    {
        const unsigned char *place = nullptr;
        {
            const SecretBytes first = SecretBytes::copyOf(QByteArray(64, 'k'));
            place = first.data();
        }
        const SecretBytes next(20);
        QCOMPARE(next.data(), place); // the room of the one before
        QCOMPARE(QByteArrayView(place, 64).toByteArray(), QByteArray(64, '\0'));
    }

    void manySecretsKeepApart()
    {
        std::vector<SecretBytes> all;
        for (int i = 0; i < 2000; ++i) { // more than there is common room for
            all.push_back(SecretBytes::copyOf(QByteArray(1 + i % 70, static_cast<char>(i))));
            if (i % 3 == 0) {
                all[static_cast<std::size_t>(i / 2)].wipe();
            }
        }
        for (int i = 0; i < 2000; ++i) {
            const SecretBytes &one = all[static_cast<std::size_t>(i)];
            QVERIFY(one.isEmpty() || one.view() == QByteArray(1 + i % 70, static_cast<char>(i)));
        }
    }

    void staysOutOfCoreFilesAndSwap_data()
    {
        QTest::addColumn<int>("size");
        QTest::addRow("pages of its own") << 5000;
        QTest::addRow("a key") << 32;
        QTest::addRow("the largest of the small") << 64;
    }
    void staysOutOfCoreFilesAndSwap()
    {
        QFETCH(int, size);
        const SecretBytes bytes = security::random::secret(size);
        const QByteArray flags = mappingFlags(bytes.data() + size - 1);
        if (flags.isEmpty()) {
            QSKIP("this system does not show its mappings");
        }
        QVERIFY2(flags.contains(" dd "), flags.constData());
        // The address sanitizer makes mlock() do nothing, and a machine may allow no locked memory.
#ifndef __SANITIZE_ADDRESS__
        rlimit locked = {};
        ::getrlimit(RLIMIT_MEMLOCK, &locked);
        QVERIFY2(flags.contains(" lo ") || locked.rlim_cur < 65536, flags.constData());
#endif
    }

    void randomNumbersAreEvenAndWithinBounds()
    {
        QList<int> seen(17, 0);
        for (int draw = 0; draw < 17000; ++draw) {
            const int value = security::random::below(17);
            QVERIFY(value >= 0 && value < 17);
            ++seen[value];
        }
        for (const int count : seen) {
            QVERIFY(count > 700 && count < 1300); // ±10 standard deviations
        }
        QVERIFY(security::random::bytes(32) != security::random::bytes(32));
        QCOMPARE(security::random::id(1790000000000).unixMs(), 1790000000000);
    }
};

QTEST_APPLESS_MAIN(tst_SecretBytes)
#include "tst_SecretBytes.moc"
