// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/AppointmentFile.h"

#include "models/base/VietnamTime.h"
#include "models/ticket/Appointment.h"

#include <QTest>

using namespace motcua;
using Fault = AppointmentFile::Fault;
using What = Fault::What;

namespace {

const qint64 Now = vietnamTime(QDate(2026, 11, 24), QTime(8, 0)).toMSecsSinceEpoch();

HallRules rules()
{
    return {.groups = {{u"A"_qs, u"Hộ tịch"_qs, u"Civil status"_qs, {}}, {u"B"_qs, u"Chứng thực"_qs, u"Certification"_qs, {}}}};
}

QStringList shown(const AppointmentFile &file)
{
    QStringList all;
    for (const BookAppointment &one : file.appointments) {
        all.append(QStringList{vietnamTime(one.atMs).toString(u"dd/MM/yyyy HH:mm"), one.group, one.name, one.phone}.join(u'|'));
    }
    return all;
}

} // namespace

class tst_AppointmentFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tablesOfManyKindsAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray commas = "date,time,group,name,phone\n2026-11-24,09:00,A,\"Sùng Thị Dợ\",0912345678\n2026-11-24,09:15,Chứng thực,,\n";
        QTest::newRow("commas") << commas;
        QTest::newRow("semicolons, as an office writes them here") << QByteArray(commas).replace(',', ';');
        QTest::newRow("tabs") << QByteArray(commas).replace(',', '\t');
        QTest::newRow("with a byte order mark and the line ends of Windows") << "\xEF\xBB\xBF" + QByteArray(commas).replace("\n", "\r\n");
        QTest::newRow("Vietnamese") << QByteArray("Ngày,Giờ,Nhóm,Họ tên,Điện thoại\n24/11/2026,9h00,hộ tịch,Sùng Thị Dợ,0912345678\n24/11/2026,9h15,b,,\n");
        QTest::newRow("in another order, with what nobody asked for") << QByteArray("phone,note,group,name,time,date\n0912345678,x,A,Sùng Thị Dợ,0900,24/11/2026\n,,B,,09.15,2026-11-24\n");
        QTest::newRow("letters in two pieces") << QString::fromUtf8("Ngày,Giờ,Nhóm,Họ tên,Điện thoại\n24/11/2026,9h00,hộ tịch,Sùng Thị Dợ,0912345678\n24/11/2026,9h15,b,,\n").normalized(QString::NormalizationForm_D).toUtf8();
        QTest::newRow("without a line end, and with empty lines") << QByteArray(commas).replace("\n2026-11-24,09:15", "\n\n,,,,\n2026-11-24,09:15").chopped(1);
    }
    void tablesOfManyKindsAreRead()
    {
        QFETCH(QByteArray, bytes);
        const AppointmentFile file = AppointmentFile::read(bytes, rules(), Now);
        QVERIFY(file.faults.isEmpty());
        QCOMPARE(shown(file), QStringList({u"24/11/2026 09:00|A|Sùng Thị Dợ|0912345678"_qs, u"24/11/2026 09:15|B||"_qs}));
    }

    void aCellMayHoldWhatStandsBetweenCells()
    {
        const AppointmentFile file = AppointmentFile::read("date,time,group,name\n2026-11-24,09:00,A,\"Dợ, bà \"\"Sùng\"\";\nngười nhà\"\n", rules(), Now);
        QVERIFY(file.faults.isEmpty());
        QCOMPARE(file.appointments.size(), 1);
        QCOMPARE(file.appointments.constFirst().name, u"Dợ, bà \"Sùng\"; người nhà"_qs);
    }

    void whatIsGoneByIsLeftOut()
    {
        const AppointmentFile file = AppointmentFile::read("date,time,group\n2026-11-24,07:59,A\n2026-11-23,09:00,A\n2026-11-24,08:00,B\n", rules(), Now);
        QVERIFY(file.faults.isEmpty());
        QCOMPARE(file.goneBy, 2);
        QCOMPARE(shown(file), QStringList{u"24/11/2026 08:00|B||"_qs});
    }

    void whatIsWrongIsToldByItsLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<Fault>>("faults");
        const QByteArray head = "date,time,group\n";
        QTest::newRow("nothing") << QByteArray() << QList<Fault>{{0, What::NoColumns}};
        QTest::newRow("no time at all") << QByteArray("date,group\n2026-11-24,A\n") << QList<Fault>{{0, What::NoColumns}};
        QTest::newRow("another table of letters") << head + QByteArray("2026-11-24,09:00,H\xF4 t\x9E") << QList<Fault>{{0, What::NotUtf8}};
        QTest::newRow("too large") << QByteArray(AppointmentFile::LargestBytes + 1, 'x') << QList<Fault>{{0, What::TooLarge}};
        QTest::newRow("too many lines") << head + QByteArray("2026-11-24,09:00,A\n").repeated(AppointmentFile::MostLines + 1) << QList<Fault>{{0, What::TooLarge}};
        QTest::newRow("a quotation mark that stays open") << head + QByteArray("2026-11-24,09:00,A\n2026-11-24,09:15,\"A\n2026-11-24,09:30,A\n") << QList<Fault>{{0, What::OpenQuote}};
        QTest::newRow("a telephone of words, a name without end, a day too far ahead")
            << QByteArray("date,time,group,name,phone\n2026-11-24,09:00,A,,không có\n2026-11-24,09:00,A,") + QByteArray(Appointment::LongestName + 1, 'x') + ",\n2027-11-24,09:00,A,,\n"
            << QList<Fault>{{2, What::NoPhone}, {3, What::LongName}, {4, What::TooFarAhead}};
        QTest::newRow("a day that is none, and a time, and a group")
            << head + QByteArray("31/02/2026,09:00,A\n2026-11-24,09:00,A\n2026-11-24,25:00,A\n2026-11-24,09:00,Đất đai\n2026-11-24\n")
            << QList<Fault>{{2, What::NoDate}, {4, What::NoTime}, {5, What::NoGroup}, {6, What::NoTime}};
    }
    void whatIsWrongIsToldByItsLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<Fault>, faults);
        QCOMPARE(AppointmentFile::read(bytes, rules(), Now).faults, faults);
    }
};

QTEST_APPLESS_MAIN(tst_AppointmentFile)
#include "tst_AppointmentFile.moc"
