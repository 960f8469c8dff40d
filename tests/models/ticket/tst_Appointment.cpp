// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket/Appointment.h"

#include "models/base/VietnamTime.h"
#include "models/journal/Kind.h"
#include "tests/models/journal/Author.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace motcua::journal;

namespace {

const Id One = testId('w');
const qint64 Morning = vietnamTime(QDate(2026, 11, 23), QTime(8, 30)).toMSecsSinceEpoch();
constexpr qint64 Minute = 60'000;

QJsonObject golden(const QString &name)
{
    QFile file(QStringLiteral(MOTCUA_TEST_DATA "/journal/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(name));
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

class tst_Appointment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsBookedAndKept()
    {
        Author a('a');
        Author b('b');
        const Entry booked = a.write(One, kind::AppointmentBooked, golden(u"appointment.booked.v1.json"_qs), {}, Morning);
        const Appointment ahead = Appointment::fold(One, {booked});
        QVERIFY(ahead.isBooked());
        QCOMPARE(ahead.atMs, vietnamTime(QDate(2026, 11, 24), QTime(9, 0)).toMSecsSinceEpoch());
        QCOMPARE(ahead.group, u"A"_qs);
        QCOMPARE(ahead.name, u"Lò Thị Ban"_qs);
        QCOMPARE(ahead.phone, u"0912345678"_qs);
        QCOMPARE(ahead.code, Appointment::codeOf(One));
        QCOMPARE(ahead.origin, a.origin());
        QCOMPARE(ahead.bookedMs, Morning);
        QCOMPARE(Appointment::fromJson(ahead.toJson()), ahead);
        const Entry kept = b.write(One, kind::AppointmentKept, golden(u"appointment.kept.v1.json"_qs), {booked.header.key}, Morning + Minute);
        const Entry late = a.write(One, kind::AppointmentCancelled, golden(u"appointment.cancelled.v1.json"_qs), {kept.header.key}, Morning + 2 * Minute);
        const Appointment here = Appointment::fold(One, {kept, late, booked});
        QCOMPARE(here.state, AppointmentState::Kept); // who is here is not cancelled any more
        QCOMPARE(here.ticket, Id::fromString(u"01935a10-0000-7000-8000-000000000077"_qs));
        QCOMPARE(here.endedMs, Morning + Minute);
        QCOMPARE(here.heads, QList<EntryKey>{late.header.key});
        QCOMPARE(Appointment::fromJson(here.toJson()), here);
        QCOMPARE(Appointment::fold(One, {late, kept, booked, booked}), here);
    }

    void itIsCancelled()
    {
        Author a('a');
        const Entry booked = a.write(One, kind::AppointmentBooked, golden(u"appointment.booked.v1.json"_qs), {}, Morning);
        const Entry off = a.write(One, kind::AppointmentCancelled, golden(u"appointment.cancelled.v1.json"_qs), {booked.header.key}, Morning + Minute);
        const Entry kept = a.write(One, kind::AppointmentKept, golden(u"appointment.kept.v1.json"_qs), {off.header.key}, Morning + 2 * Minute);
        const Appointment gone = Appointment::fold(One, {booked, off, kept});
        QCOMPARE(gone.state, AppointmentState::Cancelled);
        QVERIFY(gone.ticket.isNull());
        QVERIFY(!gone.isBooked() && gone.isKnown());
        // What alone arrived tells nothing yet.
        QVERIFY(!Appointment::fold(One, {off}).isKnown());
        QVERIFY(!Appointment::fold(testId('x'), {booked}).isKnown());
    }

    void aTimeThatIsNoneIsTheMomentItWasBooked()
    {
        Author a('a');
        const Entry booked = a.write(One, kind::AppointmentBooked, {{u"group"_qs, u"B"_qs}, {u"at"_qs, u"tomorrow"_qs}}, {}, Morning);
        QCOMPARE(Appointment::fold(One, {booked}).atMs, Morning);
    }

    void aCodeIsFoundInWhatIsScannedOrTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("as it is printed") << u"LH042817"_qs << u"042817"_qs;
        QTest::newRow("small") << u"lh042817"_qs << u"042817"_qs;
        QTest::newRow("digits alone") << u"042817"_qs << u"042817"_qs;
        QTest::newRow("as it is read to somebody") << u" 042 817 "_qs << u"042817"_qs;
        QTest::newRow("too short") << u"04281"_qs << QString();
        QTest::newRow("too long") << u"LH0428170"_qs << QString();
        QTest::newRow("a ticket") << u"A013"_qs << QString();
        QTest::newRow("digits of another script") << u"٠٤٢٨١٧"_qs << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void aCodeIsFoundInWhatIsScannedOrTyped()
    {
        QFETCH(QString, text);
        QTEST(Appointment::codeIn(text), "code");
    }

    void codesDifferAndHaveSixDigits()
    {
        QSet<QString> codes;
        for (int n = 0; n < 500; ++n) {
            QByteArray random(10, 'r');
            random[6] = static_cast<char>(n * 31);
            random[7] = static_cast<char>(n * 17);
            random[8] = static_cast<char>(n >> 8);
            random[9] = static_cast<char>(n);
            const QString code = Appointment::codeOf(Id::v7(1'770'000'000'000, random));
            QCOMPARE(code.size(), Appointment::CodeDigits);
            QCOMPARE(Appointment::codeIn(Appointment::textOf(code)), code);
            codes.insert(code);
        }
        QVERIFY(codes.size() > 495);
    }
};

QTEST_APPLESS_MAIN(tst_Appointment)
#include "tst_Appointment.moc"
