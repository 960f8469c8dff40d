// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/StateCodes.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

class tst_StateCodes : public QObject
{
    Q_OBJECT

    static QHash<QString, QStringList> written(const QByteArray &json)
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("trust/states.json")));
        if (!QDir(dir.path()).mkpath(QStringLiteral("trust")) || !file.open(QIODevice::WriteOnly) || file.write(json) != json.size()) {
            qFatal("no file");
        }
        file.close();
        return stateCodes(dir.path());
    }

private Q_SLOTS:
    void ofTheProgram()
    {
        const auto codes = stateCodes(QStringLiteral(MOTCUA_TEST_DATA "/../../resources"));
        QCOMPARE(codes.value(QStringLiteral("VNM")), QStringList{QStringLiteral("VN")});
        QCOMPARE(codes.value(QStringLiteral("D")), QStringList{QStringLiteral("DE")});
        QCOMPARE(codes.value(QStringLiteral("GBN")), QStringList{QStringLiteral("GB")});
        QCOMPARE(codes.value(QStringLiteral("UNO")), QStringList{QStringLiteral("UN")});
        QCOMPARE(codes.value(QStringLiteral("EUE")), QStringList{QStringLiteral("EU")});
        QVERIFY(codes.value(QStringLiteral("CHN")).contains(QStringLiteral("HK"))); // passports of Hong Kong write CHN
        for (const auto *nobody : {"XXA", "XXB", "XXC", "XXX", "UNK", "XOM", ""}) {
            QVERIFY2(!codes.contains(QLatin1String(nobody)), nobody);
        }
        for (auto state = codes.cbegin(); state != codes.cend(); ++state) {
            QVERIFY(!state->isEmpty());
            for (const QString &letters : *state) {
                QVERIFY2(letters.size() == 2 && letters == letters.toUpper(), qPrintable(state.key()));
            }
        }
    }

    void nothingIsNobody()
    {
        QVERIFY(stateCodes(QStringLiteral("/nowhere")).isEmpty());
        QVERIFY(written("nonsense").isEmpty());
        QVERIFY(written("{\"states\": {}}").isEmpty());
        // A code without letters would agree with a certificate that names no country.
        QVERIFY(written("{\"states\": {\"XXX\": \"\", \"YYY\": [], \"ZZZ\": [\"\", 7]}}").isEmpty());
        QCOMPARE(written("{\"states\": {\"XYZ\": [\"XY\", \"YZ\"]}}").value(QStringLiteral("XYZ")), (QStringList{QStringLiteral("XY"), QStringLiteral("YZ")}));
    }
};

QTEST_GUILESS_MAIN(tst_StateCodes)
#include "tst_StateCodes.moc"
