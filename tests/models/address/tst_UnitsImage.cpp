// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/AddressWords.h"
#include "models/address/OldAddress.h"
#include "models/address/UnitsRows.h"
#include "models/address/UnitsWriter.h"
#include "tests/models/address/ShippedUnits.h"

#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_UnitsImage : public QObject
{
    Q_OBJECT

    const QByteArray m_small = unitsFile(test::smallCountry());

    static QString faultOf(const QByteArray &bytes)
    {
        const auto image = UnitsImage::fromBytes(bytes);
        return image ? QString() : faultName(image.error());
    }

    /** Where the rows of a table begin in the small file. */
    qsizetype start(UnitsImage::Table table) const
    {
        const auto image = UnitsImage::fromBytes(m_small);
        const qsizetype lengths[] = {units::ProvinceRow::Length, units::CommuneRow::Length, units::FormerProvinceRow::Length,
            units::FormerDistrictRow::Length, units::FormerUnitRow::Length, units::LinkLength};
        qsizetype at = m_small.size() - textLength();
        for (int above = UnitsImage::Tables - 1; above >= int(table); --above) {
            at -= image->rows(UnitsImage::Table(above)) * lengths[above];
        }
        return at;
    }
    qsizetype textLength() const
    {
        const QByteArrayView count = QByteArrayView(m_small).sliced(UnitsImage::HeadAt - 4, 4);
        return (quint8(count[2]) << 8) + quint8(count[3]);
    }

private Q_SLOTS:
    void keepsEveryRow()
    {
        const auto image = UnitsImage::fromBytes(m_small);
        QVERIFY(image);
        QCOMPARE(image->source(), u"test"_qs);
        QCOMPARE(image->mark(), u"invented"_qs);
        QCOMPARE(image->kinds(), test::smallCountry().kinds);
        QCOMPARE(image->rows(UnitsImage::Provinces), 2);
        QCOMPARE(image->province(0).text(), u"Biển Gần"_qs); // by code
        QCOMPARE(image->province(0).code, 3);
        QCOMPARE(image->province(0).firstCommune, 0);
        QCOMPARE(image->province(0).communes, 2);
        QCOMPARE(image->provinceMark(1), u"marked"_qs);
        QCOMPARE(image->commune(1).text(), u"Sóng"_qs);
        QCOMPARE(image->commune(1).code, 99999);
        QCOMPARE(image->commune(2).province, 1);
        QCOMPARE(image->commune(2).sounds, QByteArrayView("đa5 đen"));
        QCOMPARE(image->formerProvince(0).text(), u"Biển Gần"_qs);
        QCOMPARE(image->formerProvince(1).code, 9);
        QCOMPARE(image->formerDistrict(0).text(), u"Bãi"_qs);
        QCOMPARE(image->formerUnit(0).text(), u"Cát"_qs);
        QCOMPARE(image->formerUnit(0).links, 2);
        QCOMPARE(image->commune(image->link(image->formerUnit(0).firstLink + 1)).text(), u"Sóng"_qs);
        QCOMPARE(image->formerDistrict(image->formerUnit(1).district).text(), u"Suối"_qs);
        QCOMPARE(image->aliases().size(), 2);
        QCOMPARE(image->formerDistrict(int(image->aliases()[0].unit)).text(), u"Bãi"_qs);
        QVERIFY(image->placePattern().match(u"012345678901"_qs).hasMatch());
    }

    void findsRowsByKey()
    {
        const auto image = UnitsImage::fromBytes(test::shippedUnitsFile());
        QVERIFY(image);
        for (const UnitsImage::Table table : {UnitsImage::FormerDistricts, UnitsImage::FormerUnits}) {
            QByteArray last;
            for (int row = 0; row < image->rows(table); ++row) {
                const QByteArrayView key = table == UnitsImage::FormerUnits ? image->formerUnit(row).key : image->formerDistrict(row).key;
                const QByteArray loose = address::looseKey(key);
                QVERIFY(last <= loose);
                last = loose;
                const auto [first, end] = image->withKey(table, loose);
                QVERIFY(first <= row && row < end);
            }
            QCOMPARE(image->withKey(table, "zzz").first, image->withKey(table, "zzz").second);
            QCOMPARE(image->withKey(table, "").first, image->withKey(table, "").second);
        }
    }

    void theOrderOfTheListDoesNotMatter()
    {
        UnitsTables turned = test::smallCountry();
        std::reverse(turned.provinces.begin(), turned.provinces.end());
        std::reverse(turned.communes.begin(), turned.communes.end());
        std::reverse(turned.formerProvinces.begin(), turned.formerProvinces.end());
        std::reverse(turned.formerDistricts.begin(), turned.formerDistricts.end());
        std::reverse(turned.formerUnits.begin(), turned.formerUnits.end());
        std::reverse(turned.aliases.begin(), turned.aliases.end());
        for (UnitsTables::Commune &commune : turned.communes) {
            commune.province = 1 - commune.province;
        }
        for (UnitsTables::FormerProvince &province : turned.formerProvinces) {
            province.now = 1 - province.now;
        }
        for (UnitsTables::FormerDistrict &district : turned.formerDistricts) {
            district.province = 1 - district.province;
        }
        for (UnitsTables::FormerUnit &unit : turned.formerUnits) {
            unit.district = 1 - unit.district;
            for (qsizetype &commune : unit.now) {
                commune = 2 - commune;
            }
        }
        for (UnitsTables::Alias &alias : turned.aliases) {
            alias.unit = alias.of == UnitsTables::Alias::Of::Country ? alias.unit : 1 - alias.unit;
        }
        QCOMPARE(unitsFile(turned), m_small);
    }

    void refusesByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("fault");
        QTest::addRow("nothing") << QByteArray() << u"Truncated"_qs;
        QTest::addRow("three bytes of ours") << m_small.first(3) << u"Truncated"_qs;
        QTest::addRow("three bytes of another file") << QByteArray("{\n ") << u"Foreign"_qs;
        QTest::addRow("another kind of file") << QByteArray(5000, 'x') << u"Foreign"_qs;
        QTest::addRow("a list as it is published") << QByteArray("[{\"type\": \"header\"}]") << u"Foreign"_qs;
        QTest::addRow("a later version") << QByteArray(m_small).replace("MCAU0001", "MCAU0002") << u"Newer"_qs;
        QTest::addRow("the last byte missing") << m_small.chopped(1) << u"Truncated"_qs;
        QTest::addRow("a byte too many") << m_small + 'x' << u"Damaged"_qs;
        QTest::addRow("a byte too many under the seal") << UnitsImage::sealed(m_small + 'x') << u"Damaged"_qs;
        QByteArray huge = m_small;
        huge.replace(UnitsImage::HeadAt - 4, 4, QByteArray::fromHex("ffffffff"));
        QTest::addRow("a count beyond everything") << huge << u"Truncated"_qs;
    }
    void refusesByName()
    {
        QFETCH(QByteArray, bytes);
        QTEST(faultOf(bytes), "fault");
    }

    void noCutAndNoChangedByteIsTaken()
    {
        for (qsizetype at = 0; at < m_small.size(); ++at) {
            QVERIFY(!faultOf(m_small.first(at)).isEmpty());
            QByteArray changed = m_small;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY2(!faultOf(changed).isEmpty(), qPrintable(QString::number(at)));
        }
    }

    void whatIsImpossibleIsDamageThoughItIsSealed_data()
    {
        QTest::addColumn<qsizetype>("at");
        using namespace units;
        QTest::addRow("a kind of province nobody knows") << start(UnitsImage::Provinces) + ProvinceRow::Kind;
        QTest::addRow("communes past the end") << start(UnitsImage::Provinces) + ProvinceRow::Count;
        QTest::addRow("a text outside") << start(UnitsImage::Provinces) + ProvinceRow::Name;
        QTest::addRow("a key outside") << start(UnitsImage::Communes) + CommuneRow::Key;
        QTest::addRow("sounds outside") << start(UnitsImage::Communes) + CommuneRow::Sounds;
        QTest::addRow("a province that is not there") << start(UnitsImage::Communes) + CommuneRow::Province;
        QTest::addRow("a province of today that is not there") << start(UnitsImage::FormerProvinces) + FormerProvinceRow::Now;
        QTest::addRow("a former province that is not there") << start(UnitsImage::FormerDistricts) + FormerDistrictRow::Province;
        QTest::addRow("a district that is not there") << start(UnitsImage::FormerUnits) + FormerUnitRow::District;
        QTest::addRow("links past the end") << start(UnitsImage::FormerUnits) + FormerUnitRow::First;
        QTest::addRow("a commune that is not there") << start(UnitsImage::Links);
        QTest::addRow("a head that is no JSON") << UnitsImage::HeadAt;
    }
    void whatIsImpossibleIsDamageThoughItIsSealed()
    {
        QFETCH(qsizetype, at);
        QCOMPARE(faultOf(UnitsImage::sealed(m_small)), QString());
        QByteArray changed = m_small;
        changed[at] = '\xff';
        QCOMPARE(faultOf(UnitsImage::sealed(changed)), u"Damaged"_qs);
    }

    void aFormerCommuneBecameSomething()
    {
        QByteArray changed = m_small;
        changed[start(UnitsImage::FormerUnits) + units::FormerUnitRow::Count] = 0;
        QCOMPARE(faultOf(UnitsImage::sealed(changed)), u"Damaged"_qs);
    }

    void anAliasNamesAUnit()
    {
        QByteArray changed = m_small;
        const qsizetype at = changed.indexOf("\"unit\":", changed.indexOf("\"aliases\""));
        QVERIFY(at > 0);
        for (const char digit : {'2', '9'}) {
            changed[at + 7] = digit;
            QCOMPARE(faultOf(UnitsImage::sealed(changed)), u"Damaged"_qs);
        }
    }

    void anythingThatIsTakenCanBeSearched()
    {
        // Every byte replaced, the seal made right: refused, or sound enough for every question.
        for (qsizetype at = UnitsImage::HeadAt; at < m_small.size(); ++at) {
            for (const char byte : {'\0', '\xff', '"'}) {
                QByteArray changed = m_small;
                changed[at] = byte;
                if (const auto units = AdministrativeUnits::fromBytes(UnitsImage::sealed(changed))) {
                    (void)units->find(u"cat"_qs);
                    (void)units->communes(u"03"_qs);
                    (void)units->formerUnitAt(1);
                    QVERIFY(OldAddress::read(*units, u"xã Cát, huyện Bãi, tỉnh Biển Gần"_qs));
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_UnitsImage)
#include "tst_UnitsImage.moc"
