// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/visit/Envelope.h"
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
    void rowsStandUnderTheirNames();
    void whatIsAbsentSaysWhy();
    void aPromiseThatMovedSaysFromWhere_data();
    void aPromiseThatMovedSaysFromWhere();
    void whatThePortalSentBackSaysWhoseFaultItIs_data();
    void whatThePortalSentBackSaysWhoseFaultItIs();
    void whatThePortalCallsItStandsAmongTheFacts();
    void whatCameByPostSaysInWhichEnvelope();
};

namespace {

const QDateTime Now = vietnamTime(QDate(2026, 11, 23), QTime(15, 0));

journal::Register given(const QString &text)
{
    journal::Register made;
    made.value = QJsonObject{{QStringLiteral("v"), text}};
    return made;
}

/** An answer as the journal keeps it. */
QJsonValue written(const QString &path, const FieldValue &value)
{
    FormDraft draft;
    draft.set(path, value);
    return draft.toJson().value(path);
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

void tst_DossierSheet::rowsStandUnderTheirNames()
{
    Dossier dossier = whole();
    dossier.fields.insert(QStringLiteral("child"), given(QStringLiteral("2")));
    dossier.fields.insert(QStringLiteral("child[1].name"), given(QStringLiteral("Êñuôl Bảo An")));
    dossier.fields.insert(QStringLiteral("child[2].name"), given(QStringLiteral("Êñuôl Bảo Ân")));
    dossier.fields.insert(QStringLiteral("mother.ethnicity"), given(QStringLiteral("12")));
    const FormSchema form = test::family().form();
    const DossierSheet sheet = dossierSheet(dossier, &form, Now);
    QStringList children;
    for (qsizetype at = 0; at + 1 < sheet.lines.size(); ++at) {
        if (sheet.lines.at(at).label.startsWith(QStringLiteral("Child "))) {
            QVERIFY(sheet.lines.at(at).isTitle);
            children.append(sheet.lines.at(at).label + u'=' + sheet.lines.at(at + 1).value);
        }
    }
    QCOMPARE(children, QStringList({QStringLiteral("Child 1=Êñuôl Bảo An"), QStringLiteral("Child 2=Êñuôl Bảo Ân")}));
    QCOMPARE(line(sheet, QStringLiteral("Dân tộc người mẹ")), QStringLiteral("Ê Đê"));
}

void tst_DossierSheet::whatIsAbsentSaysWhy()
{
    Dossier dossier = whole();
    journal::Register father;
    father.value = written(QStringLiteral("father"), FieldValue::absent(QStringLiteral("wish")));
    dossier.fields.insert(QStringLiteral("father"), father);
    journal::Register married;
    married.value = written(QStringLiteral("mother.married"), FieldValue::absent(QStringLiteral("lost")));
    dossier.fields.insert(QStringLiteral("mother.married"), married);
    const FormSchema form = test::family().form();
    const DossierSheet sheet = dossierSheet(dossier, &form, Now);
    QCOMPARE(line(sheet, QStringLiteral("Không khai người cha")), QStringLiteral("Theo yêu cầu của người mẹ"));
    QCOMPARE(line(sheet, QStringLiteral("Họ, chữ đệm, tên người cha")), QStringLiteral("(no such line)"));
    QVERIFY(line(sheet, QStringLiteral("Ngày đăng ký kết hôn")).endsWith(QStringLiteral(": Không còn giấy tờ")));
}

void tst_DossierSheet::aPromiseThatMovedSaysFromWhere_data()
{
    QTest::addColumn<int>("first"); // day of November 2026, 0: none
    QTest::addColumn<int>("now");
    QTest::addColumn<QString>("longer");
    QTest::addColumn<QStringList>("lines");
    const QString first = QStringLiteral("First promised");
    const QString later = QStringLiteral("Later than the limit");
    QTest::newRow("as promised") << 26 << 26 << QString() << QStringList();
    QTest::newRow("moved") << 26 << 30 << QString() << QStringList{first};
    QTest::newRow("settled on at the counter") << 26 << 26 << QStringLiteral("Nhiều trang") << QStringList{later};
    QTest::newRow("settled on, then moved") << 26 << 30 << QStringLiteral("Nhiều trang") << QStringList{first, later};
    QTest::newRow("nobody knows from where") << 0 << 30 << QString() << QStringList();
}

void tst_DossierSheet::aPromiseThatMovedSaysFromWhere()
{
    QFETCH(int, first);
    QFETCH(int, now);
    QFETCH(QString, longer);
    const auto closing = [](int day) { return vietnamTime(QDate(2026, 11, day), QTime(17, 0)); };
    Dossier dossier = whole();
    dossier.firstDueAtMs = first == 0 ? 0 : closing(first).toMSecsSinceEpoch();
    dossier.due.value = closing(now).toString(Qt::ISODate);
    if (!longer.isEmpty()) {
        dossier.acceptance.insert(QStringLiteral("longer"), QJsonObject{{QStringLiteral("text"), longer}});
    }
    QStringList labels;
    for (const SheetLine &one : dossierSheet(dossier, nullptr, Now).promised) {
        labels.append(one.label);
        QVERIFY(one.value.contains(QStringLiteral("26/11")) || one.value == longer);
    }
    QTEST(labels, "lines");
}

void tst_DossierSheet::whatThePortalSentBackSaysWhoseFaultItIs_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("next");
    using Fault = PortalVerdict::Fault;
    QTest::newRow("the data") << int(Fault::Data) << QStringLiteral("(a fault in the data)") << QStringLiteral("Correct after acceptance");
    QTest::newRow("the portal") << int(Fault::Portal) << QStringLiteral("(a fault of the portal)") << QStringLiteral("nothing to do");
    QTest::newRow("the network") << int(Fault::Network) << QStringLiteral("(a fault of the network)") << QStringLiteral("nothing to do");
    QTest::newRow("this desk") << int(Fault::Desk) << QStringLiteral("(a fault of this desk)") << QStringLiteral("IT person");
    QTest::newRow("nobody knows") << int(Fault::Unknown) << QStringLiteral("Điện thoại.") << QStringLiteral("IT person");
}

void tst_DossierSheet::whatThePortalSentBackSaysWhoseFaultItIs()
{
    QFETCH(int, fault);
    QFETCH(QString, said);
    QFETCH(QString, next);
    Dossier dossier = whole();
    PortalVerdict refused;
    refused.judged = Id::fromBytes(QByteArray(16, 'e'));
    refused.state = PortalVerdict::State::Refused;
    refused.fault = PortalVerdict::Fault(fault);
    refused.code = QStringLiteral("missingField");
    refused.fields = {QStringLiteral("phone")};
    dossier.portal.verdicts.insert(refused.judged, refused);
    const FormSchema form = test::everyType();
    const DossierSheet sheet = dossierSheet(dossier, &form, Now);
    QCOMPARE(sheet.warnings.size(), 1);
    const QString told = sheet.warnings.constFirst();
    QVERIFY2(told.startsWith(QStringLiteral("The portal sent ")) && told.contains(QStringLiteral("back: missing: Điện thoại")), qPrintable(told));
    QVERIFY2(told.contains(said) && told.contains(QStringLiteral("stays valid at the centre")) && told.contains(next), qPrintable(told));
    dossier.portal.verdicts[refused.judged].state = PortalVerdict::State::Settled;
    QVERIFY(dossierSheet(dossier, &form, Now).warnings.isEmpty());
}

void tst_DossierSheet::whatThePortalCallsItStandsAmongTheFacts()
{
    Dossier dossier = whole();
    const auto told = [&dossier] {
        for (const SheetLine &one : dossierSheet(dossier, nullptr, Now).promised) {
            if (one.label == QStringLiteral("Number at the portal")) {
                return one.value;
            }
        }
        return QString();
    };
    QVERIFY(told().isEmpty());
    dossier.portal.acceptedAtMs = 1;
    QCOMPARE(told(), QStringLiteral("taken, without a number"));
    dossier.portal.number = QStringLiteral("26.11.23.88121");
    QCOMPARE(told(), QStringLiteral("26.11.23.88121"));
}

void tst_DossierSheet::whatCameByPostSaysInWhichEnvelope()
{
    Dossier dossier = whole();
    const auto labels = [&dossier] {
        QStringList all;
        for (const SheetLine &one : dossierSheet(dossier, nullptr, Now).promised) {
            all.append(one.label + QStringLiteral(": ") + one.value);
        }
        return all.join(u'\n');
    };
    QVERIFY2(!labels().contains(QStringLiteral("Came by post")), qPrintable(labels()));
    const Envelope letter{.isOrdinary = true, .arrivedOn = QDate(2026, 11, 20), .sheets = 2, .answer = Envelope::Answer::AtCounter};
    dossier.acceptance.insert(QStringLiteral("post"), letter.toJson());
    QVERIFY2(labels().contains(QStringLiteral("Came by post: ordinary letter · arrived 20/11/2026 · 2 sheet(s) · the answer is fetched at the counter")), qPrintable(labels()));
}

QTEST_GUILESS_MAIN(tst_DossierSheet)
#include "tst_DossierSheet.moc"
