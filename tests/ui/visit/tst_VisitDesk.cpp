// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/workflows/ScriptedPrinter.h"
#include "tests/app/workflows/TrainingDesk.h"
#include "tests/ui/support/Screenshot.h"
#include "ui/form/AddressBox.h"
#include "ui/form/FieldRow.h"
#include "ui/form/FormPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/visit/VisitDesk.h"

#include <QTest>

using namespace motcua;

/** A dossier at a real desk, where an address is typed. */
class tst_VisitDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesKnowTheCommunesOfTheResources();
};

void tst_VisitDesk::addressesKnowTheCommunesOfTheResources()
{
    const TrainingDesk desk;
    const Result<Workplace> place = desk.setUp();
    QVERIFY(place);
    ScriptedPrinter printer;
    SlipDesk slips(&printer);
    MainWindow window;
    VisitDesk visit(&window, &slips);
    visit.begin(*place);
    visit.chooseProcedure();
    QVERIFY(visit.filing()->choose(u"2.000635"_qs));
    test::present(&window, {1366, 698});
    auto *form = qobject_cast<FormPage *>(window.page());
    QVERIFY(form);
    QVERIFY(form->focusField(u"requester.residence"_qs));
    test::commit(&window, u"12 Trần Phú, hoa an, cao"_qs);
    const auto *box = qobject_cast<AddressBox *>(window.focusWidget());
    QVERIFY(box);
    const auto asked = [&] {
        QTest::keyClick(window.focusWidget(), Qt::Key_Down);
        return box->isListOpen();
    };
    QTRY_VERIFY(asked());
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QCOMPARE(visit.filing()->form().text(u"requester.residence"_qs), u"12 Trần Phú, Xã Hòa An, Tỉnh Cao Bằng"_qs);
    visit.end();
}

QTEST_MAIN(tst_VisitDesk)
#include "tst_VisitDesk.moc"
