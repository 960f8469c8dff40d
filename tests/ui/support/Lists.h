// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/VietnamTime.h"
#include "tests/ui/support/Samples.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/shell/MainWindow.h"
#include "ui/worklist/DossierSheet.h"
#include "ui/worklist/WorklistPage.h"

#include <QListWidget>
#include <QTableView>
#include <QTest>

namespace motcua::test {

/** Opens the list of all that are open, which has no key: which dossiers are due today hangs on the hour. */
inline void chooseOpenDossiers(MainWindow *window)
{
    auto *page = static_cast<WorklistPage *>(window->page());
    page->findChild<QListWidget *>()->setFocus();
    for (const Qt::Key key : {Qt::Key_End, Qt::Key_Up, Qt::Key_Return}) {
        QTest::keyClick(window->focusWidget(), key);
    }
    QVERIFY(QTest::qWaitFor([page] { return !page->model()->isOpening(); }));
}

/** The lists of the counter with invented counts. */
inline QList<WorklistTab> nineLists()
{
    const QList<std::pair<QString, qint64>> lists{{u"Cần làm hôm nay"_qs, 23}, {u"Trực tuyến mới"_qs, 6}, {u"Bưu chính đến"_qs, 2}, {u"Chờ bổ sung"_qs, 11},
        {u"Sẵn sàng trả"_qs, 41}, {u"Chưa số hoá"_qs, 10'000}, {u"Bản nháp của tôi"_qs, 1}, {u"Giấy tờ đang giữ"_qs, 3}, {u"Cần chú ý"_qs, 1},
        {u"Hồ sơ đang giải quyết"_qs, 12'004}, {u"Tất cả hồ sơ"_qs, 1'000'000}};
    QList<WorklistTab> tabs;
    for (const auto &[title, count] : lists) {
        tabs.append({title, title, count, u"Hôm nay chưa có hồ sơ nào đến hạn"_qs, u"Hồ sơ hẹn trả hôm nay và hồ sơ quá hạn nằm ở đây."_qs, u"hạn trả ▴"_qs});
    }
    return tabs;
}

/** The page of lists with so many invented rows. */
inline std::unique_ptr<WorklistPage> listPage(InventedList &list)
{
    auto page = std::make_unique<WorklistPage>();
    page->setTabs(nineLists());
    page->setNow(vietnamTime(1'795'000'000'000 - 480'000)); // some are over since a minute ago
    page->setCalendar(shippedCatalogue().calendar());
    page->setProcedures({{u"1.001193"_qs, u"Đăng ký khai sinh"_qs}, {u"2.000635"_qs, u"Cấp bản sao Trích lục hộ tịch"_qs}});
    page->setNarrowable(true);
    page->open(u"Cần làm hôm nay"_qs, list.source());
    return page;
}

inline void narrowList(MainWindow *window)
{
    window->act(KeyAct::Filter);
    QTest::keyClicks(window->focusWidget(), u"trich luc"_qs);
    QTest::keyClick(window->focusWidget(), Qt::Key_Return);
}

inline void offerExport(MainWindow *window)
{
    static_cast<WorklistPage *>(window->page())->openExport({u"/srv/Tài liệu"_qs, u"/srv/USB"_qs});
}

inline void showQuick(MainWindow *window)
{
    auto *page = static_cast<WorklistPage *>(window->page());
    page->findChild<QTableView *>()->setFocus();
    QTest::keyClick(window->focusWidget(), Qt::Key_Space);
    DossierSheet sheet;
    sheet.procedure = u"Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"_qs;
    sheet.status = u"2 Được tiếp nhận"_qs;
    sheet.warnings = {u"Hai quầy đã ghi khác nhau cùng một lúc. Cả hai được giữ và hiện dưới đây. Trưởng ca quyết định bên nào đúng."_qs};
    sheet.lines = {{u"Người yêu cầu"_qs, {}, true, false}, {u"Họ, chữ đệm, tên"_qs, u"Nguyễn Thị Hoàn"_qs, false, false},
        {u"Ngày sinh"_qs, u"03/05/1985"_qs, false, false}, {u"Số định danh cá nhân"_qs, u"001085000017"_qs, false, false},
        {u"Nơi cư trú"_qs, u"Thôn 3, xã Hòa An, tỉnh Đắk Lắk"_qs, false, false}, {u"Số lượng bản sao"_qs, u"2"_qs, false, false}};
    page->setQuick(page->model()->row(0)->id, sheet);
}

} // namespace motcua::test
