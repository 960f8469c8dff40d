// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Appearance.h"

#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

class tst_Appearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasChosenHoldsAtTheNextStart_data();
    void whatWasChosenHoldsAtTheNextStart();
    void nonsenseIsAsShipped_data();
    void nonsenseIsAsShipped();
    void withoutAFileNothingIsKept();
};

void tst_Appearance::whatWasChosenHoldsAtTheNextStart_data()
{
    QTest::addColumn<Appearance>("chosen");
    QTest::newRow("as shipped") << Appearance{};
    QTest::newRow("English, dark") << Appearance{Language::Code::English, Theme::Name::Dark, 100};
    QTest::newRow("large, high contrast") << Appearance{Language::Code::Vietnamese, Theme::Name::HighContrast, 150};
    QTest::newRow("without what pages guide by") << Appearance{Language::Code::Vietnamese, Theme::Name::Light, 100, false};
}

void tst_Appearance::whatWasChosenHoldsAtTheNextStart()
{
    QFETCH(Appearance, chosen);
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("motcua/desk.ini"));
    chosen.save(file);
    QCOMPARE(Appearance::load(file), chosen);
}

void tst_Appearance::nonsenseIsAsShipped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unknown words") << QByteArray("[General]\nlanguage=fr\ntheme=pink\ntext=900\n");
    QTest::newRow("not a settings file") << QByteArray("\x7f\x45\x4c\x46\0\0", 6);
}

void tst_Appearance::nonsenseIsAsShipped()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("desk.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QCOMPARE(Appearance::load(file.fileName()), Appearance());
}

void tst_Appearance::withoutAFileNothingIsKept()
{
    Appearance{Language::Code::English, Theme::Name::Dark, 150}.save({});
    QCOMPARE(Appearance::load({}), Appearance());
}

QTEST_GUILESS_MAIN(tst_Appearance)
#include "tst_Appearance.moc"
