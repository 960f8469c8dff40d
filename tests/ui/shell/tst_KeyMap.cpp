// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"
#include "ui/shell/KeyMap.h"

#include <QSet>
#include <QTest>

using namespace motcua;

class tst_KeyMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedTableHasNoFault();
    void forbidden_data();
    void forbidden();
    void everyKeyHasAName();
    void numberBlockEnterIsEnter();
    void aTakenKeyIsRefused();
    void aFreeKeyReplacesTheOld();
};

void tst_KeyMap::shippedTableHasNoFault()
{
    QCOMPARE(KeyMap().faults(), QStringList());
}

void tst_KeyMap::forbidden_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<bool>("forbidden");
    QTest::newRow("Ctrl+Space switches the input method") << "Ctrl+Space" << true;
    QTest::newRow("Ctrl+Shift with anything") << "Ctrl+Shift+A" << true;
    QTest::newRow("Alt+Shift with anything") << "Alt+Shift+A" << true;
    QTest::newRow("Super belongs to the desktop") << "Meta+L" << true;
    QTest::newRow("Alt+F4 closes") << "Alt+F4" << true;
    QTest::newRow("Ctrl+Alt+F1 leaves the desktop") << "Ctrl+Alt+F1" << true;
    QTest::newRow("two strokes") << "Ctrl+K, Ctrl+C" << true;
    QTest::newRow("a function key") << "F9" << false;
    QTest::newRow("Ctrl with a letter") << "Ctrl+E" << false;
}

void tst_KeyMap::forbidden()
{
    QFETCH(QString, keys);
    QFETCH(bool, forbidden);
    QCOMPARE(KeyMap::isForbidden(QKeySequence(keys)), forbidden);
}

void tst_KeyMap::everyKeyHasAName()
{
    const Language vietnamese;
    QSet<QString> ids;
    const KeyMap map;
    for (const KeyBinding &one : map.bindings()) {
        QVERIFY2(!KeyMap::label(one.act, one.number).isEmpty(), qPrintable(one.id));
        QVERIFY2(!one.shown().isEmpty(), qPrintable(one.id));
        ids.insert(one.id);
    }
    QCOMPARE(ids.size(), map.bindings().size());
}

void tst_KeyMap::numberBlockEnterIsEnter()
{
    const KeyMap map;
    const auto main = map.binding(QKeyCombination(Qt::ControlModifier, Qt::Key_Return));
    const auto block = map.binding(QKeyCombination(Qt::ControlModifier | Qt::KeypadModifier, Qt::Key_Enter));
    QVERIFY(main && block);
    QCOMPARE(block->act, KeyAct::Main);
    QCOMPARE(map.shown(KeyAct::Main), QStringLiteral("Ctrl+Enter"));
    QCOMPARE(map.binding(QKeyCombination(Qt::AltModifier, Qt::Key_3))->number, 3);
}

void tst_KeyMap::aTakenKeyIsRefused()
{
    const KeyMap map;
    QVERIFY(!map.with(KeyAct::Find, 0, QKeySequence(Qt::Key_F9)));
    QVERIFY(!map.with(KeyAct::Find, 0, QKeySequence(Qt::Key_S)));
    QVERIFY(!map.with(KeyAct::Find, 0, QKeySequence(QStringLiteral("Ctrl+Space"))));
}

void tst_KeyMap::aFreeKeyReplacesTheOld()
{
    const auto changed = KeyMap().with(KeyAct::Find, 0, QKeySequence(QStringLiteral("Ctrl+Q")));
    QVERIFY(changed);
    QCOMPARE(changed->shown(KeyAct::Find), QStringLiteral("Ctrl+Q"));
    QVERIFY(!changed->binding(QKeyCombination(Qt::NoModifier, Qt::Key_F2)));
}

QTEST_GUILESS_MAIN(tst_KeyMap)
#include "tst_KeyMap.moc"
