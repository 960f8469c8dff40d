// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "tests/ui/support/Samples.h"
#include "ui/worklist/DossierSheet.h"

#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_DossierSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersReadAsTheFormWouldShowThem();
    void aContradictionShowsBothValues();
    void withoutItsFormFieldsGoByTheirIds();
    void whatIsNotWholeSaysSo();
};

namespace {

const QDateTime Now = vietnamTime(QDate(2026, 11, 23), QTime(15, 0));

journal::Register given(const QString &text)
{
    journal::Register made;
    made.value = QJsonObject{{QStringLiteral("v"), text}};
    return made;
}

Dossier whole()
{
    Dossier made;
    made.incomplete = false;
    made.code = QStringLiteral("H26.31.05-261123-0301");
    made.status.status = DossierStatus::Accepted;
    made.fields.insert(QStringLiteral("name"), given(QStringLiteral("Y Thiêm Êñuôl")));
    made.fields.insert(QStringLiteral("birth"), given(QStringLiteral("1941-03-05")));
    made.fields.insert(QStringLiteral("relation"), given(QStringLiteral("sibling")));
    return made;
}

QString line(const DossierSheet &sheet, const QString &label)
{
    const auto found = std::find_if(sheet.lines.begin(), sheet.lines.end(), [&label](const SheetLine &one) { return one.label == label; });
    return found == sheet.lines.end() ? QStringLiteral("(no such line)") : found->value;
}

} // namespace

void tst_DossierSheet::answersReadAsTheFormWouldShowThem()
{
    const FormSchema form = test::everyType();
    const DossierSheet sheet = dossierSheet(whole(), &form, Now);
    QCOMPARE(line(sheet, QStringLiteral("Ngày sinh")), QStringLiteral("05/03/1941"));
    QCOMPARE(line(sheet, QStringLiteral("Họ, chữ đệm, tên")), QStringLiteral("Y Thiêm Êñuôl"));
    QVERIFY(line(sheet, QStringLiteral("Quan hệ")) != QStringLiteral("sibling"));
    QCOMPARE(line(sheet, QStringLiteral("Điện thoại")), QStringLiteral("—"));
    QCOMPARE(line(sheet, QStringLiteral("Nêu rõ")), QStringLiteral("(no such line)"));
    QVERIFY(sheet.warnings.isEmpty());
    QCOMPARE(sheet.status, QStringLiteral("2 Received"));
}

void tst_DossierSheet::aContradictionShowsBothValues()
{
    Dossier dossier = whole();
    journal::Register phone;
    phone.conflict = {{QJsonObject{{QStringLiteral("v"), QStringLiteral("0912")}}, {}, {}}, {QJsonObject{{QStringLiteral("v"), QStringLiteral("0987")}}, {}, {}}};
    dossier.fields.insert(QStringLiteral("phone"), phone);
    const FormSchema form = test::everyType();
    const DossierSheet sheet = dossierSheet(dossier, &form, Now);
    QVERIFY(line(sheet, QStringLiteral("Điện thoại")).contains(QStringLiteral("0912")));
    QVERIFY(line(sheet, QStringLiteral("Điện thoại")).contains(QStringLiteral("0987")));
    QCOMPARE(sheet.warnings.size(), 1);
}

void tst_DossierSheet::withoutItsFormFieldsGoByTheirIds()
{
    QCOMPARE(line(dossierSheet(whole(), nullptr, Now), QStringLiteral("birth")), QStringLiteral("1941-03-05"));
}

void tst_DossierSheet::whatIsNotWholeSaysSo()
{
    Dossier dossier = whole();
    dossier.purged = true;
    dossier.fromNewerProgram = true;
    dossier.incomplete = true;
    QCOMPARE(dossierSheet(dossier, nullptr, Now).warnings.size(), 3);
}

QTEST_GUILESS_MAIN(tst_DossierSheet)
#include "tst_DossierSheet.moc"
