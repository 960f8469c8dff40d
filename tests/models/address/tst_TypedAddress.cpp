// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/TypedAddress.h"
#include "tests/models/address/ShippedUnits.h"

#include <QTest>

using namespace motcua;

/** What is offered while an address is typed. */
class tst_TypedAddress : public QObject
{
    Q_OBJECT

    const AdministrativeUnits m_units = test::shippedUnits();

    /** What the line would be with the first `most` communes offered. */
    QStringList lines(const QString &typed, qsizetype most = 3) const
    {
        const TypedAddress address(typed);
        const TypedAddress::Fitting fitting = address.fitting(m_units, most);
        QStringList lines;
        for (const Commune &commune : fitting.communes) {
            lines.append(address.with(commune, fitting.from));
        }
        return lines;
    }

private Q_SLOTS:
    void theEndsBeginAtTheLastCommas_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QList<TypedAddress::End>>("ends");
        using Ends = QList<TypedAddress::End>;
        QTest::addRow("the whole line without a comma") << u"hoa an"_qs << Ends{{0, u"hoa an"_qs}};
        QTest::addRow("spaces before it are no part of it") << u"  hoa an"_qs << Ends{{2, u"hoa an"_qs}};
        QTest::addRow("what stands behind the last comma") << u"12 Trần Phú, hoa an"_qs << Ends{{13, u"hoa an"_qs}};
        QTest::addRow("no space behind the comma") << u"12 Trần Phú,hoa an"_qs << Ends{{12, u"hoa an"_qs}};
        QTest::addRow("the last two parts, then the last")
            << u"12 Trần Phú, hoa an, cao"_qs << Ends{{13, u"hoa an, cao"_qs}, {21, u"cao"_qs}};
        QTest::addRow("one letter narrows, but is no commune") << u"thôn 3, hoa an, c"_qs << Ends{{8, u"hoa an, c"_qs}};
        QTest::addRow("of four parts the last two") << u"a b, c d, e f, g h"_qs << Ends{{10, u"e f, g h"_qs}, {15, u"g h"_qs}};
        QTest::addRow("a full-width comma") << u"to 3，hoa an"_qs << Ends{{0, u"to 3，hoa an"_qs}, {5, u"hoa an"_qs}};
        QTest::addRow("a comma at the end finishes a part") << u"hoa an, "_qs << Ends{};
        QTest::addRow("a house number") << u"12 tran phu"_qs << Ends{};
        QTest::addRow("a house number in full-width digits") << u"１２ tran phu"_qs << Ends{};
        QTest::addRow("a house number behind signs") << u"(12) tran phu"_qs << Ends{};
        QTest::addRow("a number behind the comma") << u"to, 12 tran phu"_qs << Ends{};
        QTest::addRow("one letter") << u"h"_qs << Ends{};
        QTest::addRow("a letter and digits") << u"P12"_qs << Ends{};
        QTest::addRow("signs") << u" -, ."_qs << Ends{};
        QTest::addRow("commas") << u",,,"_qs << Ends{};
        QTest::addRow("nothing") << QString() << Ends{};
    }
    void theEndsBeginAtTheLastCommas()
    {
        QFETCH(QString, line);
        QTEST(TypedAddress(line).ends(), "ends");
    }

    void onlyTheEndIsReplaced_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("lines");
        const QString caoBang = u"Xã Hòa An, Tỉnh Cao Bằng"_qs;
        const QStringList hoaAn{u"Xã Hòa An, Thành phố Cần Thơ"_qs, caoBang, u"Xã Hòa An, Tỉnh Tuyên Quang"_qs};
        QStringList behindStreet;
        for (const QString &one : hoaAn) {
            behindStreet.append(u"12 Trần Phú, "_qs + one);
        }
        QTest::addRow("without marks") << u"hoa an"_qs << hoaAn;
        QTest::addRow("behind a street") << u"12 Trần Phú, hoa an"_qs << behindStreet;
        QTest::addRow("narrowed by the province") << u"12 tran phu, hoa an, cao"_qs << QStringList(u"12 tran phu, "_qs + caoBang);
        QTest::addRow("narrowed by one letter") << u"hoa an, t"_qs << QStringList({hoaAn[0], hoaAn[2]});
        QTest::addRow("with a kind") << u"Tổ 3, x. hoa an, cao bang"_qs << QStringList(u"Tổ 3, "_qs + caoBang);
        QTest::addRow("what stood before stays as it was typed") << u" 12  Trần phú ,Hoà An, cao"_qs << QStringList(u" 12  Trần phú ,"_qs + caoBang);
        QTest::addRow("a hamlet of a commune's name before it") << u"Tân Lập, dac khu ly son"_qs << QStringList(u"Tân Lập, Đặc khu Lý Sơn, Tỉnh Quảng Ngãi"_qs);
        QTest::addRow("in full already") << u"12 Trần Phú, Xã Hòa An, Tỉnh Cao Bằng"_qs << QStringList();
        QTest::addRow("in full but for marks") << u"xa hoa an, tinh cao bang"_qs << QStringList(caoBang);
        QTest::addRow("only a kind") << u"thôn 3, xã"_qs << QStringList();
        QTest::addRow("only a kind, without marks") << u"thôn 3, phuong"_qs << QStringList();
        QTest::addRow("a province is no commune") << u"thôn 3, tỉnh Khê"_qs << QStringList();
        QTest::addRow("a district is no commune") << u"huyện Lý Sơn"_qs << QStringList();
        QTest::addRow("a street") << u"12 Trần Phú"_qs << QStringList();
        QTest::addRow("elsewhere in the world") << u"10 Downing Street, London"_qs << QStringList();
        QTest::addRow("too long for a name") << QString(5000, u'h') << QStringList();
    }
    void onlyTheEndIsReplaced()
    {
        QFETCH(QString, typed);
        QTEST(lines(typed), "lines");
    }

    void everyCommuneIsOfferedWithItsProvince()
    {
        for (const Province &province : m_units.provinces()) {
            for (const Commune &commune : m_units.communes(province.code)) {
                const QString typed = u"7 Trần Phú, "_qs + commune.fullName().toLower() + u", "_qs + province.name.toLower();
                QVERIFY2(lines(typed, 5).contains(u"7 Trần Phú, "_qs + commune.display()), qPrintable(typed));
            }
        }
    }

    void aCommuneOfBeforeIsOfferedAsItIsToday_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("lines");
        QTest::addRow("with district and province") << u"12 Trần Phú, xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs
                                                    << QStringList(u"12 Trần Phú, Xã Krông Pắc, Tỉnh Đắk Lắk"_qs);
        QTest::addRow("without marks") << u"12 tran phu, xa hoa an, huyen krong pac, dak lak"_qs
                                       << QStringList(u"12 tran phu, Xã Krông Pắc, Tỉnh Đắk Lắk"_qs);
        QTest::addRow("a district that is a commune today") << u"xã Hòa An, Krông Pắc, Đắk Lắk"_qs << QStringList(u"Xã Krông Pắc, Tỉnh Đắk Lắk"_qs);
        QTest::addRow("by its name behind its kind") << u"phường Trúc Bạch"_qs << QStringList(u"Phường Ba Đình, Thành phố Hà Nội"_qs);
        QTest::addRow("by its name and province") << u"Trúc Bạch, Hà Nội"_qs << QStringList(u"Phường Ba Đình, Thành phố Hà Nội"_qs);
        QTest::addRow("words nothing took are kept") << u"xã Hòa An, thôn Đông Anh, huyện Krông Pắc, Đắk Lắk"_qs
                                                     << QStringList(u"thôn Đông Anh, Xã Krông Pắc, Tỉnh Đắk Lắk"_qs);
        QTest::addRow("a street of the name of a ward") << u"12 Trúc Bạch"_qs << QStringList();
        QTest::addRow("several of this name") << u"xã Hòa An"_qs << QStringList();
        QTest::addRow("one of today") << u"Xã Hòa An, Tỉnh Cao Bằng"_qs << QStringList();
        QTest::addRow("one of today by its name") << u"phường Ba Đình"_qs << QStringList();
        QTest::addRow("one of today in a province that was a district") << u"Phường Vỹ Dạ, Thành phố Huế"_qs << QStringList();
        QTest::addRow("one of today behind a street that was a ward") << u"7 Trần Phú, Phường Từ Liêm, Thành phố Hà Nội"_qs << QStringList();
        QTest::addRow("a district that it was not in") << u"xã Hòa An, huyện Krông Bông, Đắk Lắk"_qs << QStringList();
        QTest::addRow("no commune") << u"12 Trần Phú, Hà Nội"_qs << QStringList();
        QTest::addRow("nothing") << QString() << QStringList();
        QTest::addRow("501 characters") << QString(501, u'x') << QStringList();
    }
    void aCommuneOfBeforeIsOfferedAsItIsToday()
    {
        QFETCH(QString, typed);
        const auto former = TypedAddress(typed).former(m_units);
        QStringList lines;
        for (const Commune &commune : former ? former->now : QList<Commune>()) {
            lines.append(former->line(commune));
        }
        QTEST(lines, "lines");
    }

    void whatIsInFullOfTodayIsNeverCalledFormer()
    {
        for (const Province &province : m_units.provinces()) {
            for (const Commune &commune : m_units.communes(province.code)) {
                const QString typed = u"7 Trần Phú, "_qs + commune.display();
                QVERIFY2(!TypedAddress(typed).former(m_units), qPrintable(typed));
                QVERIFY2(lines(typed).isEmpty(), qPrintable(typed));
            }
        }
    }

    void everyFormerCommuneIsOfferedByItsFullName()
    {
        for (qsizetype i = 0; i < m_units.formerUnitCount(); i += 7) {
            const FormerUnit unit = m_units.formerUnitAt(i);
            const auto former = TypedAddress(u"Số 7, "_qs + unit.display()).former(m_units);
            QVERIFY2(former, qPrintable(unit.display()));
            QCOMPARE(former->now, unit.now);
            QCOMPARE(former->kept, u"Số 7"_qs);
        }
    }

    void withoutUnitsNothingIsOffered()
    {
        QVERIFY(TypedAddress(u"hoa an"_qs).fitting(AdministrativeUnits()).communes.isEmpty());
        QVERIFY(!TypedAddress(u"phường Trúc Bạch"_qs).former(AdministrativeUnits()));
    }

    void howLongALookUpTakes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addRow("two letters") << u"ho"_qs;
        QTest::addRow("a name") << u"12 Trần Phú, hoa an"_qs;
        QTest::addRow("a name and a province") << u"12 Trần Phú, hoa an, cao"_qs;
        QTest::addRow("an address of before") << u"12 Trần Phú, xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs;
    }
    void howLongALookUpTakes()
    {
        QFETCH(QString, typed);
        const TypedAddress address(typed);
        QBENCHMARK {
            (void)address.fitting(m_units);
        }
    }
    void howLongLookingBackTakes_data() { howLongALookUpTakes_data(); }
    void howLongLookingBackTakes()
    {
        QFETCH(QString, typed);
        const TypedAddress address(typed);
        QBENCHMARK {
            (void)address.former(m_units);
        }
    }
};

QTEST_APPLESS_MAIN(tst_TypedAddress)
#include "tst_TypedAddress.moc"
