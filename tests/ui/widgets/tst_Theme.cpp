// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace motcua;

class tst_Theme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratioIsThatOfTheStandard_data();
    void ratioIsThatOfTheStandard();
    void everyPairCanBeRead_data();
    void everyPairCanBeRead();
    void sheetNamesOnlyColoursThatExist_data();
    void sheetNamesOnlyColoursThatExist();
    void textScaleIsKeptInBounds_data();
    void textScaleIsKeptInBounds();
};

void tst_Theme::ratioIsThatOfTheStandard_data()
{
    QTest::addColumn<QColor>("one");
    QTest::addColumn<QColor>("other");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black on white is 21") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("white on black is the same") << QColor(Qt::white) << QColor(Qt::black) << 21.0;
    QTest::newRow("a colour on itself is 1") << QColor(0x12, 0x34, 0x56) << QColor(0x12, 0x34, 0x56) << 1.0;
    QTest::newRow("grey 767676 on white is the lightest grey allowed") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.54;
}

void tst_Theme::ratioIsThatOfTheStandard()
{
    QFETCH(QColor, one);
    QFETCH(QColor, other);
    QFETCH(double, ratio);
    QVERIFY(qAbs(contrastRatio(one, other) - ratio) < 0.01);
}

void tst_Theme::everyPairCanBeRead_data()
{
    QTest::addColumn<int>("name");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << int(Theme::Name::Light) << 4.5;
    QTest::newRow("dark") << int(Theme::Name::Dark) << 4.5;
    QTest::newRow("high contrast") << int(Theme::Name::HighContrast) << 7.0;
}

void tst_Theme::everyPairCanBeRead()
{
    QFETCH(int, name);
    QFETCH(double, least);
    const Theme theme = Theme::named(static_cast<Theme::Name>(name));
    for (const ThemePair &pair : Theme::pairs()) {
        const QColor text = theme.colour(pair.text);
        const QColor ground = theme.colour(pair.ground);
        QVERIFY(text.isValid() && ground.isValid());
        QVERIFY2(contrastRatio(text, ground) >= least, qPrintable(QStringLiteral("%1 on %2: %3").arg(pair.text, pair.ground).arg(contrastRatio(text, ground))));
    }
}

void tst_Theme::sheetNamesOnlyColoursThatExist_data()
{
    everyPairCanBeRead_data();
}

void tst_Theme::sheetNamesOnlyColoursThatExist()
{
    QFETCH(int, name);
    QFile sheet(QStringLiteral(":/styles/motcua.qss"));
    QVERIFY(sheet.open(QIODevice::ReadOnly));
    const QString dressed = Theme::named(static_cast<Theme::Name>(name)).dressed(QString::fromUtf8(sheet.readAll()));
    const auto left = QRegularExpression(QStringLiteral("@[A-Za-z]+@")).match(dressed);
    QVERIFY2(!left.hasMatch(), qPrintable(left.captured()));
    auto pictures = QRegularExpression(QStringLiteral("url\\(([^)]+)\\)")).globalMatch(dressed);
    QVERIFY(pictures.hasNext());
    while (pictures.hasNext()) {
        const QString file = pictures.next().captured(1);
        QVERIFY2(QFile::exists(file), qPrintable(file));
    }
}

void tst_Theme::textScaleIsKeptInBounds_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<int>("pixels");
    QTest::newRow("as it is") << 100 << 14;
    QTest::newRow("half as large again") << 150 << 21;
    QTest::newRow("never smaller") << 50 << 14;
    QTest::newRow("never larger") << 400 << 21;
}

void tst_Theme::textScaleIsKeptInBounds()
{
    QFETCH(int, asked);
    QFETCH(int, pixels);
    Theme::named(Theme::Name::Light).wear(*qApp, asked);
    QCOMPARE(QApplication::font().pixelSize(), pixels);
}

QTEST_MAIN(tst_Theme)
#include "tst_Theme.moc"
