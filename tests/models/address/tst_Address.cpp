// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/Address.h"
#include "tests/models/address/ShippedUnits.h"

#include <QTest>

using namespace motcua;

class tst_Address : public QObject
{
    Q_OBJECT

    const AdministrativeUnits m_units = test::shippedUnits();

    static Address house()
    {
        return {.detail = u"12 Trần Phú"_qs, .commune = u"00004"_qs, .province = u"01"_qs, .place = u"012345678901"_qs};
    }

private Q_SLOTS:
    void isOneLine_data()
    {
        QTest::addColumn<Address>("address");
        QTest::addColumn<QString>("line");
        QTest::addRow("detail, commune, province") << house() << u"12 Trần Phú, Phường Ba Đình, Thành phố Hà Nội"_qs;
        QTest::addRow("no detail") << Address{.commune = u"00004"_qs, .province = u"01"_qs} << u"Phường Ba Đình, Thành phố Hà Nội"_qs;
        QTest::addRow("only a province") << Address{.province = u"75"_qs} << u"Thành phố Đồng Nai"_qs;
        QTest::addRow("only a detail") << Address{.detail = u"Thôn 3"_qs} << u"Thôn 3"_qs;
        QTest::addRow("codes of a newer list") << Address{.detail = u"Thôn 3"_qs, .commune = u"99999"_qs, .province = u"99"_qs}
                                               << u"Thôn 3, 99999, 99"_qs;
        QTest::addRow("quoted") << Address{.quoted = u"xã Hoà An,  h. Krông Pắc"_qs} << u"xã Hoà An,  h. Krông Pắc"_qs;
        QTest::addRow("quoted, with what it is today")
            << Address{.commune = u"24490"_qs, .province = u"66"_qs, .quoted = u"xã Hoà An, huyện Krông Pắc"_qs}
            << u"xã Hoà An, huyện Krông Pắc"_qs;
        QTest::addRow("nothing") << Address() << u""_qs;
    }
    void isOneLine()
    {
        QFETCH(Address, address);
        QTEST(address.line(m_units), "line");
        QCOMPARE(address.isEmpty(), address == Address());
    }

    void comesBackFromJson_data()
    {
        QTest::addColumn<Address>("address");
        QTest::addRow("a house") << house();
        QTest::addRow("an old document") << Address{.quoted = u"xã Hoà An, huyện Krông Pắc"_qs.normalized(QString::NormalizationForm_D)};
        QTest::addRow("nothing") << Address();
    }
    void comesBackFromJson()
    {
        QFETCH(Address, address);
        const auto back = Address::fromJson(address.toJson());
        QVERIFY(back);
        QCOMPARE(*back, address);
    }

    void leavesOutWhatIsEmpty()
    {
        QCOMPARE(Address().toJson(), QJsonObject());
        QCOMPARE(Address{.province = u"01"_qs}.toJson(), (QJsonObject{{u"province"_qs, u"01"_qs}}));
        QCOMPARE(house().toJson().keys(), QStringList({u"commune"_qs, u"detail"_qs, u"place"_qs, u"province"_qs}));
    }

    void refusesJsonThatIsNoAddress_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("what");
        QTest::addRow("another member") << QJsonObject{{u"district"_qs, u"x"_qs}} << u"an unknown member"_qs;
        QTest::addRow("a number") << QJsonObject{{u"commune"_qs, 4}} << u"commune"_qs;
        QTest::addRow("null") << QJsonObject{{u"detail"_qs, QJsonValue()}} << u"detail"_qs;
        QTest::addRow("a commune of four digits") << QJsonObject{{u"commune"_qs, u"0004"_qs}} << u"commune"_qs;
        QTest::addRow("a commune in full-width digits") << QJsonObject{{u"commune"_qs, u"0000４"_qs}} << u"commune"_qs;
        QTest::addRow("a province of one digit") << QJsonObject{{u"province"_qs, u"1"_qs}} << u"province"_qs;
        QTest::addRow("a province of letters") << QJsonObject{{u"province"_qs, u"HN"_qs}} << u"province"_qs;
        QTest::addRow("a detail of 5,000 characters") << QJsonObject{{u"detail"_qs, QString(5000, u'x')}} << u"detail"_qs;
        QTest::addRow("a quotation of 501") << QJsonObject{{u"quoted"_qs, QString(501, u'x')}} << u"quoted"_qs;
        QTest::addRow("a place of 33") << QJsonObject{{u"place"_qs, QString(33, u'1')}} << u"place"_qs;
    }
    void refusesJsonThatIsNoAddress()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, what);
        const auto address = Address::fromJson(json);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::EntryMalformed);
        QCOMPARE(address.error().detail, u"address: "_qs + what);
    }

    void checksThatItsPartsBelongTogether_data()
    {
        QTest::addColumn<Address>("address");
        QTest::addColumn<QString>("wrong");
        const auto changed = [](auto change) {
            Address address = house();
            change(address);
            return address;
        };
        QTest::addRow("a house") << house() << u""_qs;
        QTest::addRow("nothing") << Address() << u""_qs;
        QTest::addRow("a commune of another province") << changed([](Address &one) { one.province = u"04"_qs; }) << u"commune"_qs;
        QTest::addRow("a commune without its province") << changed([](Address &one) { one.province.clear(); }) << u"commune"_qs;
        QTest::addRow("a province that is gone") << changed([](Address &one) { one.province = u"10"_qs; }) << u"province"_qs;
        QTest::addRow("a commune nobody knows") << changed([](Address &one) { one.commune = u"99999"_qs; }) << u"commune"_qs;
        QTest::addRow("a place of eleven digits") << changed([](Address &one) { one.place.chop(1); }) << u"place"_qs;
        QTest::addRow("a place in full-width digits") << changed([](Address &one) { one.place[3] = u'３'; }) << u"place"_qs;
        QTest::addRow("a long detail") << changed([](Address &one) { one.detail = QString(301, u'x'); }) << u"detail"_qs;
        QTest::addRow("the longest detail") << changed([](Address &one) { one.detail = QString(300, u'x'); }) << u""_qs;
    }
    void checksThatItsPartsBelongTogether()
    {
        QFETCH(Address, address);
        QFETCH(QString, wrong);
        const Result<> checked = address.check(m_units);
        QCOMPARE(checked ? QString() : checked.error().detail, wrong.isEmpty() ? QString() : u"address: "_qs + wrong);
        QVERIFY(checked || checked.error().code == ErrorCode::Invalid);
    }
};

QTEST_APPLESS_MAIN(tst_Address)
#include "tst_Address.moc"
