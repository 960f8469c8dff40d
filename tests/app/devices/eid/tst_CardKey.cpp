// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/CardKey.h"

#include <QTest>

using namespace motcua;

class tst_CardKey : public QObject
{
    Q_OBJECT

    static QByteArray secretOf(const std::optional<CardKey> &key) { return key ? key->secret().toByteArray() : QByteArray(); }

private Q_SLOTS:
    void informationOfAZone()
    {
        // ICAO Doc 9303-11, appendix D.2.
        QCOMPARE(CardKey::mrzInformation("L898902C", "690806", "940623"), QByteArray("L898902C<369080619406236"));
        QCOMPARE(CardKey::mrzInformation("T22000129", "640812", "101031"), QByteArray("T22000129364081251010318"));
        QCOMPARE(CardKey::mrzInformation("D23145890734", "340712", "950712").first(13), QByteArray("D231458907349"));
        QCOMPARE(secretOf(CardKey::mrz(QStringLiteral("L898902C"), QStringLiteral("690806"), QStringLiteral("940623"))).first(16).toHex(),
            QByteArray("239ab9cb282daf66231dc5a4df6bfbae"));
    }

    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind"); // 0: none
        QTest::newRow("a CAN") << QStringLiteral("140891") << 2;
        QTest::newRow("a number") << QStringLiteral("001199140891") << 2;
        QTest::newRow("a number with spaces and points") << QStringLiteral(" 001 199.140 891\n") << 2;
        QTest::newRow("three words") << QStringLiteral("199140891 990209 390209") << 1;
        QTest::newRow("seven digits") << QStringLiteral("1408911") << 0;
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("words") << QStringLiteral("what is this") << 0;
    }
    void typed()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        const QString before = QString(text.constData(), text.size()); // what is wiped is ours, never the caller's
        const auto key = CardKey::typed(text, {2026, 11, 28});
        QCOMPARE(key ? int(key->kind()) : 0, kind);
        QCOMPARE(text, before);
        if (kind == 2) {
            QCOMPARE(secretOf(key), QByteArray("140891"));
        }
    }
};

QTEST_GUILESS_MAIN(tst_CardKey)
#include "tst_CardKey.moc"
