// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Screenshot.h"
#include "ui/shell/VisitPanel.h"
#include "ui/widgets/GuideStrip.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

#include <algorithm>

using namespace motcua;

namespace {

const QString LongName = u"Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp"_qs;

VisitFacts facts()
{
    VisitFacts told;
    told.person = u"CÔNG TẰNG TÔN NỮ THỊ NGỌC MINH HUYỀN TRANG"_qs;
    told.proof = u"000185012345"_qs;
    told.dossier = LongName;
    told.missing = u"○ còn thiếu 12"_qs;
    told.promise = u"17:00 Thứ Hai 30/11/2026"_qs;
    told.fee = u"8.000 đ"_qs;
    return told;
}

} // namespace

/** Region V: a column of facts with the guide below, or in large letters two lines over the work. */
class tst_VisitPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { Theme::named(Theme::Name::Light).wear(*qApp, 100); }

    void inLargeLettersItIsTwoLinesHigh()
    {
        Theme::named(Theme::Name::Light).wear(*qApp, 150);
        VisitPanel panel;
        panel.draw(facts());
        panel.setStrip(true);
        panel.resize(1366, panel.heightForWidth(1366));
        panel.show();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const int line = panel.fontMetrics().lineSpacing();
        QVERIFY2(panel.heightForWidth(1366) < 4 * line, qPrintable(QString::number(panel.heightForWidth(1366))));
        const QList<QLabel *> labels = panel.findChildren<QLabel *>();
        const auto name = std::find_if(labels.cbegin(), labels.cend(), [](const QLabel *one) { return one->accessibleName() == LongName; });
        QVERIFY(name != labels.cend()); // the whole of it is heard
        QVERIFY((*name)->text().endsWith(u'…'));
        QCOMPARE((*name)->toolTip(), LongName);
        QVERIFY(test::clipped(&panel).isEmpty());
        test::screenshot(&panel, u"visit-strip"_qs);
        panel.setStrip(false);
        QCOMPARE((*name)->text(), LongName);
        QVERIFY((*name)->toolTip().isEmpty());
    }

    void theGuideHasTheRestOfTheColumn()
    {
        VisitPanel panel;
        panel.draw(facts());
        panel.setStrip(false);
        auto *guide = new GuideStrip;
        guide->setUpright(true);
        guide->setBlocks({{u"HỎI"_qs, {u"Đã thống nhất tên chưa?"_qs, u"Ai đi khai?"_qs}}, {u"XEM"_qs, {u"Ngày sinh trên giấy chứng sinh"_qs}}});
        panel.takeGuide(guide);
        panel.setFixedSize(280, 586);
        panel.show();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QVERIFY(guide->isVisible());
        QVERIFY(panel.rect().contains(guide->geometry()));
        QVERIFY(guide->height() > 200);
        const int top = guide->geometry().top();
        guide->hide(); // the facts stay where they are
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        guide->show();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(guide->geometry().top(), top);
        test::screenshot(&panel, u"visit-guide"_qs);
    }
};

QTEST_MAIN(tst_VisitPanel)
#include "tst_VisitPanel.moc"
