// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/IdleWatch.h"

#include <QDir>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

class tst_IdleWatch : public QObject
{
    Q_OBJECT

    static constexpr int Quiet = 40; // ms
    static constexpr int Warned = 1500; // what is looked at between the two is looked at in time on a busy machine too

private Q_SLOTS:
    void saysSoTwiceWhenNobodyIsThere()
    {
        IdleWatch watch;
        watch.setAllowed([] { return true; });
        QSignalSpy nearly(&watch, &IdleWatch::nearlyIdle);
        QSignalSpy idled(&watch, &IdleWatch::idled);
        watch.setTimes(Quiet, Warned);
        QTRY_COMPARE(nearly.size(), 1);
        QCOMPARE(idled.size(), 0);
        QTRY_COMPARE(idled.size(), 1);
    }

    void aKeyAfterTheWarningKeepsTheWindowOpen()
    {
        QLineEdit line;
        line.show();
        IdleWatch watch;
        watch.setAllowed([] { return true; });
        QSignalSpy nearly(&watch, &IdleWatch::nearlyIdle);
        QSignalSpy idled(&watch, &IdleWatch::idled);
        QSignalSpy touched(&watch, &IdleWatch::touched);
        watch.setTimes(Quiet, 60'000);
        QTRY_COMPARE(nearly.size(), 1);
        QTest::keyClick(&line, Qt::Key_A);
        QCOMPARE(touched.size(), 1);
        QTRY_COMPARE(nearly.size(), 2); // the time began again
        watch.touch(); // a scanned code counts as well
        QCOMPARE(touched.size(), 2);
        QCOMPARE(idled.size(), 0);
    }

    void doesNotEvenWarnWhileSomebodyIsServed()
    {
        bool serving = true;
        int asked = 0;
        IdleWatch watch;
        watch.setAllowed([&serving, &asked] {
            ++asked;
            return !serving;
        });
        QSignalSpy nearly(&watch, &IdleWatch::nearlyIdle);
        watch.setTimes(5, Warned);
        QTRY_VERIFY(asked >= 3);
        QCOMPARE(nearly.size(), 0);
        serving = false;
        QTRY_COMPARE(nearly.size(), 1);
    }

    void whoIsCalledBetweenWarningAndEndKeepsTheWindowOpen()
    {
        bool serving = false;
        IdleWatch watch;
        watch.setAllowed([&serving] { return !serving; });
        QSignalSpy nearly(&watch, &IdleWatch::nearlyIdle);
        QSignalSpy idled(&watch, &IdleWatch::idled);
        QSignalSpy touched(&watch, &IdleWatch::touched);
        watch.setTimes(Quiet, Warned);
        QTRY_COMPARE(nearly.size(), 1);
        serving = true;
        QTRY_COMPARE(touched.size(), 1);
        QCOMPARE(idled.size(), 0);
    }

    void neverMeansNever()
    {
        bool wasAsked = false;
        IdleWatch watch;
        watch.setAllowed([&wasAsked] { return wasAsked = true; });
        watch.setTimes(5, 5);
        watch.setMinutes(0);
        IdleWatch other;
        QSignalSpy idled(&other, &IdleWatch::idled);
        other.setAllowed([] { return true; });
        other.setTimes(20, 20);
        QTRY_COMPARE(idled.size(), 1); // by then the first would have said so long ago
        QVERIFY(!wasAsked);
    }

    void theSettingIsReadWithSense_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<int>("minutes");
        QTest::newRow("nothing") << "" << IdleWatch::DefaultMinutes;
        QTest::newRow("five") << "5" << 5;
        QTest::newRow("never") << "0" << 0;
        QTest::newRow("words") << "soon" << IdleWatch::DefaultMinutes;
        QTest::newRow("below nothing") << "-3" << IdleWatch::DefaultMinutes;
        QTest::newRow("longer than a morning") << "1000" << IdleWatch::DefaultMinutes;
    }
    void theSettingIsReadWithSense()
    {
        QFETCH(QString, written);
        QFETCH(int, minutes);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"desk.ini"_qs);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(written.isEmpty() ? "[idle]\n" : "[idle]\nlockMinutes=" + written.toUtf8() + "\n");
        file.close();
        QCOMPARE(IdleWatch::minutesIn(path), minutes);
        QCOMPARE(IdleWatch::minutesIn({}), IdleWatch::DefaultMinutes);
    }
};

QTEST_MAIN(tst_IdleWatch)
#include "tst_IdleWatch.moc"
