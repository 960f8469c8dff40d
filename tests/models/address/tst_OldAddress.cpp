// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/address/OldAddress.h"
#include "tests/models/address/ShippedUnits.h"

#include <QTest>

using namespace motcua;

using Verdict = OldAddress::Verdict;

class tst_OldAddress : public QObject
{
    Q_OBJECT

    const AdministrativeUnits m_units = test::shippedUnits();

    OldAddress read(const QString &text) const
    {
        const auto address = OldAddress::read(m_units, text);
        return address ? *address : OldAddress{.unread = u"refused"_qs};
    }

    static QStringList olds(const OldAddress &address)
    {
        QStringList names;
        for (const OldAddress::Candidate &candidate : address.candidates) {
            names.append(candidate.unit.display());
        }
        return names;
    }

private Q_SLOTS:
    void namesWhatItBecame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        const QString hoaAn = u"Xã Hòa An, Huyện Krông Pắc, Tỉnh Đắk Lắk"_qs;
        const auto here = [&hoaAn](const char *row, const QString &text, const QString &detail = {}) {
            QTest::addRow("%s", row) << text << hoaAn << u"24490"_qs << detail;
        };
        here("as documents have it", u"xã Hòa An, huyện Krông Pắc, tỉnh Đắk Lắk"_qs);
        here("in full", u"Xã Hòa An, Huyện Krông Pắc, Tỉnh Đắk Lắk"_qs);
        here("the province without its kind", u"xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs);
        here("no kinds", u"Hòa An, Krông Pắc, Đắk Lắk"_qs);
        here("no province", u"xã Hòa An, huyện Krông Pắc"_qs);
        here("no district", u"xã Hòa An, tỉnh Đắk Lắk"_qs);
        here("shortened kinds", u"X. Hòa An, H. Krông Pắc, T. Đắk Lắk"_qs);
        here("tone on the other vowel", u"xã Hoà An, huyện Krông Pắc, tỉnh Đắk Lắk"_qs);
        here("no marks", u"xa hoa an, huyen krong pac, tinh dak lak"_qs);
        here("no marks, no commas", u"thon 5 xa hoa an huyen krong pac tinh dak lak"_qs, u"thon 5"_qs);
        here("no commas", u"Thôn 5 xã Hòa An huyện Krông Pắc tỉnh Đắk Lắk"_qs, u"Thôn 5"_qs);
        here("no kinds, no commas, no marks", u"hoa an krong pac dak lak"_qs);
        here("capitals", u"XÃ HÒA AN, HUYỆN KRÔNG PẮC, TỈNH ĐẮK LẮK"_qs);
        here("dashes", u"Hòa An - Krông Pắc - Đắk Lắk"_qs);
        here("long dashes", u"xã Hòa An – huyện Krông Pắc – tỉnh Đắk Lắk"_qs);
        here("on three lines", u"xã Hòa An\nhuyện Krông Pắc\r\ntỉnh Đắk Lắk"_qs);
        here("other spellings", u"xã Hòa An, huyện Krông Pak, tỉnh Daklak"_qs);
        here("yet others", u"xã Hòa An, huyện Krông Păk, tỉnh Đắc Lắc"_qs);
        here("the country behind it", u"xã Hòa An, huyện Krông Pắc, tỉnh Đắk Lắk, Việt Nam"_qs);
        here("the other way round", u"Đắk Lắk, Krông Pắc, Hòa An"_qs);
        here("the other way round with a hamlet", u"tỉnh Đắk Lắk, huyện Krông Pắc, xã Hòa An, thôn 3"_qs, u"thôn 3"_qs);
        here("the district last", u"xã Hòa An, tỉnh Đắk Lắk, huyện Krông Pắc"_qs);
        here("decomposed", u"xã Hòa An, huyện Krông Pắc, tỉnh Đắk Lắk"_qs.normalized(QString::NormalizationForm_D));
        here("full-width", u"ｘã　Hòa　An，　ｈｕｙện　Krông Pắc，　Đắk Lắk"_qs);
        here("zero-width and right-to-left", u"\ufeffxã Hòa\u200b An,\u202e huyện Krông Pắc, Đắk Lắk\u2069"_qs);
        here("no-break spaces", u"xã\u00a0Hòa\u00a0An, huyện\u00a0Krông\u00a0Pắc, Đắk\u00a0Lắk"_qs);
        here("the look-alike Đ", u"xã Hòa An, huyện Krông Pắc, tỉnh Ðắk Lắk"_qs);
        here("number and street before", u"Số 12/5 đường Trần Phú, xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs, u"Số 12/5 đường Trần Phú"_qs);
        here("a street that is a commune elsewhere", u"12 Trần Phú, Hòa An, Krông Pắc, Đắk Lắk"_qs, u"12 Trần Phú"_qs);
        here("a hamlet that is a commune elsewhere", u"Tân Lập, xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs, u"Tân Lập"_qs);
        here("a hamlet of the name of a commune beside it", u"Ea Kênh, Hòa An, Krông Pắc, Đắk Lắk"_qs, u"Ea Kênh"_qs);
        here("a street of the province's name", u"3 Đắk Lắk, xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs, u"3 Đắk Lắk"_qs);
        here("too many signs", u" ,, xã Hòa An ; huyện Krông Pắc ,(Đắk Lắk)."_qs);

        QTest::addRow("a ward of a city") << u"P.12, Q. Gò Vấp, TP.HCM"_qs << u"Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh"_qs
                                          << u"26882"_qs << u""_qs;
        QTest::addRow("a ward, all run together")
            << u"P12 Q.Gò Vấp Tp.HCM"_qs << u"Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh"_qs << u"26882"_qs << u""_qs;
        QTest::addRow("a ward with a zero") << u"Phường 05, Quận Gò Vấp, TPHCM"_qs << u"Phường 5, Quận Gò Vấp, Thành phố Hồ Chí Minh"_qs
                                            << u"26876"_qs << u""_qs;
        QTest::addRow("a ward and a district by number")
            << u"123 Võ Văn Tần, P. 4, Q. 3, TP. Hồ Chí Minh"_qs << u"Phường 4, Quận 3, Thành phố Hồ Chí Minh"_qs << u"27154"_qs
            << u"123 Võ Văn Tần"_qs;
        QTest::addRow("a district that went into a city before")
            << u"phường An Phú, quận 2, Tp. Hồ Chí Minh"_qs << u"Phường An Phú, Thành phố Thủ Đức, Thành phố Hồ Chí Minh"_qs << u"27097"_qs
            << u""_qs;
        QTest::addRow("a province under its older name") << u"phường Kim Long, thành phố Huế, tỉnh Thừa Thiên Huế"_qs
                                                         << u"Phường Kim Long, Quận Phú Xuân, Thành phố Huế"_qs << u"19774"_qs << u""_qs;
        QTest::addRow("TT is no township here")
            << u"P. Kim Long, TT Huế"_qs << u"Phường Kim Long, Quận Phú Xuân, Thành phố Huế"_qs << u"19774"_qs << u""_qs;
        QTest::addRow("a name with a dash") << u"phường 1, thành phố Vũng Tàu, tỉnh Bà Rịa - Vũng Tàu"_qs
                                            << u"Phường 1, Thành phố Vũng Tàu, Tỉnh Bà Rịa - Vũng Tàu"_qs << u"26506"_qs << u""_qs;
        QTest::addRow("a name with a dash and none")
            << u"P1, TP Vũng Tàu, BR-VT"_qs << u"Phường 1, Thành phố Vũng Tàu, Tỉnh Bà Rịa - Vũng Tàu"_qs << u"26506"_qs << u""_qs;
        QTest::addRow("the new province in an old address")
            << u"xã Hòa An, huyện Phú Hòa, tỉnh Đắk Lắk"_qs << u"Xã Hòa An, Huyện Phú Hoà, Tỉnh Phú Yên"_qs << u"22015"_qs << u""_qs;
        QTest::addRow("a town") << u"phường Sơn Lộc, TX. Sơn Tây, Hà Nội"_qs << u"Phường Sơn Lộc, Thị xã Sơn Tây, Thành phố Hà Nội"_qs
                                << u"09574"_qs << u""_qs;
        QTest::addRow("a township") << u"TT. Krông Năng, H. Krông Năng, Đắk Lắk"_qs
                                    << u"Thị trấn Krông Năng, Huyện Krông Năng, Tỉnh Đắk Lắk"_qs << u"24343"_qs << u""_qs;
        QTest::addRow("a district without communes")
            << u"huyện Lý Sơn, tỉnh Quảng Ngãi"_qs << u"Huyện Lý Sơn, Tỉnh Quảng Ngãi"_qs << u"21548"_qs << u""_qs;
        QTest::addRow("a commune that was not changed")
            << u"xã Ia Mơ, huyện Chư Prông, Gia Lai"_qs << u"Xã Ia Mơ, Huyện Chư Prông, Tỉnh Gia Lai"_qs << u"23737"_qs << u""_qs;
        QTest::addRow("the longer of two names, nothing but words")
            << u"so 3 du hang kenh le chan hai phong"_qs << u"Phường Dư Hàng Kênh, Quận Lê Chân, Thành phố Hải Phòng"_qs << u"11383"_qs
            << u"so 3"_qs;
        QTest::addRow("an apostrophe of another shape")
            << u"xã Ea H'Leo, huyện Ea H'leo, Đắk Lắk"_qs << u"Xã Ea H'leo, Huyện Ea H'leo, Tỉnh Đắk Lắk"_qs << u"24184"_qs << u""_qs;
    }
    void namesWhatItBecame()
    {
        QFETCH(QString, text);
        QFETCH(QString, old);
        QFETCH(QString, code);
        const OldAddress address = read(text);
        QTEST(address.detail, "detail");
        QCOMPARE(address.unread, QString());
        QCOMPARE(address.contradicted, QStringList());
        QCOMPARE(olds(address), QStringList(old));
        QCOMPARE(address.verdict(), Verdict::One);
        QCOMPARE(address.communes().size(), 1);
        QCOMPARE(address.communes()[0].code, code);
    }

    void saysWhenOneWasSplit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("codes");
        QTest::addRow("over two") << u"phường 9, thành phố Tuy Hòa, tỉnh Phú Yên"_qs << QStringList({u"22015"_qs, u"22045"_qs});
        QTest::addRow("over four") << u"thị trấn Nông trường Mộc Châu, thị xã Mộc Châu, Sơn La"_qs
                                   << QStringList({u"03980"_qs, u"03982"_qs, u"04000"_qs, u"04033"_qs});
    }
    void saysWhenOneWasSplit()
    {
        QFETCH(QString, text);
        const OldAddress address = read(text);
        QCOMPARE(address.verdict(), Verdict::Split);
        QCOMPARE(address.candidates.size(), 1);
        QVERIFY(address.candidates[0].unit.isSplit());
        QStringList codes;
        for (const Commune &commune : address.communes()) {
            codes.append(commune.code);
        }
        QTEST(codes, "codes");
    }

    void saysWhenTheNameIsAmbiguous_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("atLeast");
        QTest::addColumn<QString>("one");
        QTest::addRow("a name all over the country") << u"xã Hòa An"_qs << 6 << u"Xã Hòa An, Huyện Chiêm Hóa, Tỉnh Tuyên Quang"_qs;
        QTest::addRow("a number all over the city") << u"phường 12, TP.HCM"_qs << 8 << u"Phường 12, Quận 10, Thành phố Hồ Chí Minh"_qs;
        QTest::addRow("a name twice in a province")
            << u"xã Tân Mỹ, Bắc Giang"_qs << 1 << u"Xã Tân Mỹ, Thành phố Bắc Giang, Tỉnh Bắc Giang"_qs;
    }
    void saysWhenTheNameIsAmbiguous()
    {
        QFETCH(QString, text);
        QFETCH(int, atLeast);
        QFETCH(QString, one);
        const OldAddress address = read(text);
        QVERIFY2(address.candidates.size() >= atLeast, qPrintable(olds(address).join(u'|')));
        QVERIFY2(olds(address).contains(one), qPrintable(olds(address).join(u'|')));
        QCOMPARE(address.verdict(), atLeast > 1 ? Verdict::Ambiguous : Verdict::One);
        QVERIFY(!address.candidates[0].districtNamed);
    }

    void saysWhichPartContradicts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("parts");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("detail");
        const QString hoaAn = u"Xã Hòa An, Huyện Krông Pắc, Tỉnh Đắk Lắk"_qs;
        const auto row = [](const char *name, const QString &text, const QStringList &parts, const QString &one, const QString &detail = {}) {
            QTest::addRow("%s", name) << text << parts << one << detail;
        };
        row("a province that has none of the name", u"Xã Hòa An, Cao Bằng"_qs, {u"Cao Bằng"_qs}, hoaAn);
        row("the same with its kind", u"Xã Hòa An, tỉnh Cao Bằng"_qs, {u"tỉnh Cao Bằng"_qs}, hoaAn);
        row("the same without marks", u"xa hoa an, cao bang"_qs, {u"cao bang"_qs}, hoaAn);
        row("the same without commas", u"xã Hòa An Cao Bằng"_qs, {u"Cao Bằng"_qs}, hoaAn);
        row("the same before it", u"tỉnh Cao Bằng, xã Hòa An"_qs, {u"tỉnh Cao Bằng"_qs}, hoaAn);
        row("the same before it, and a street", u"12 Trần Phú, tỉnh Cao Bằng, xã Hòa An"_qs, {u"tỉnh Cao Bằng"_qs}, hoaAn, u"12 Trần Phú"_qs);
        row("a district nobody knows, and one commune left", u"Xã Tân Lập, huyện Không Có, tỉnh Thái Nguyên"_qs, {u"huyện Không Có"_qs},
            u"Phường Tân Lập, Thành phố Thái Nguyên, Tỉnh Thái Nguyên"_qs);
        row("the same without marks and commas", u"xa tan lap huyen khong co tinh thai nguyen"_qs, {u"huyen khong co"_qs},
            u"Phường Tân Lập, Thành phố Thái Nguyên, Tỉnh Thái Nguyên"_qs);
        row("the same shortened", u"X. Tân Lập, H. Không Có, T. Thái Nguyên"_qs, {u"H. Không Có"_qs},
            u"Phường Tân Lập, Thành phố Thái Nguyên, Tỉnh Thái Nguyên"_qs);
        row("another district of the province", u"xã Hòa An, huyện Krông Bông, Đắk Lắk"_qs, {u"huyện Krông Bông"_qs}, hoaAn);
        row("the same with a word behind it", u"xã Hòa An, huyện Krông Bông cũ, Đắk Lắk"_qs, {u"huyện Krông Bông"_qs}, hoaAn);
        row("another district without its kind", u"xã Hòa An, Krông Bông, Đắk Lắk"_qs, {u"Krông Bông"_qs}, hoaAn);
        row("another province", u"xã Hòa An, huyện Krông Pắc, tỉnh Cao Bằng"_qs, {u"tỉnh Cao Bằng"_qs}, hoaAn);
        row("a province nobody knows", u"xã Hòa An, huyện Krông Pắc, tỉnh Xyz"_qs, {u"tỉnh Xyz"_qs}, hoaAn);
        row("another district and another province", u"xã Dĩnh Trì, huyện Krông Bông, tỉnh Cao Bằng"_qs,
            {u"huyện Krông Bông"_qs, u"tỉnh Cao Bằng"_qs}, u"Xã Dĩnh Trì, Thành phố Bắc Giang, Tỉnh Bắc Giang"_qs);
        row("a district by a number it has not", u"phường An Phú, quận 77, TP.HCM"_qs, {u"quận 77"_qs},
            u"Phường An Phú, Thành phố Thủ Đức, Thành phố Hồ Chí Minh"_qs);
        row("a city under another name for it", u"xã Hòa An, TPHCM"_qs, {u"TPHCM"_qs}, hoaAn);
    }
    void saysWhichPartContradicts()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, parts);
        QFETCH(QString, one);
        const OldAddress address = read(text);
        QCOMPARE(address.contradicted, parts);
        QCOMPARE(address.verdict(), Verdict::Contradicted);
        QVERIFY2(olds(address).contains(one), qPrintable(olds(address).join(u'|')));
        QTEST(address.detail, "detail");
        for (const QString &part : parts) {
            QVERIFY2(address.unread.contains(part), qPrintable(address.unread));
        }
    }

    void whatOnlyLooksLikeAPlaceContradictsNothing_data()
    {
        QTest::addColumn<QString>("text");
        const QString rest = u", xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs;
        for (const QString &front : {u"12 Cao Bằng"_qs, u"Cao Bằng"_qs, u"Số 5 đường tỉnh 8"_qs, u"tỉnh lộ 8"_qs, u"Km 5 huyện lộ"_qs,
                 u"khu tập thể huyện đội"_qs, u"nhà khách tỉnh Cao Bằng"_qs, u"x1 t2 q3 ?? h"_qs, u"hẻm 3/4, KP 2, tổ 7"_qs, u"asdf"_qs}) {
            QTest::addRow("%s", qPrintable(front)) << front + rest;
        }
        QTest::addRow("a remark") << u"xã Hòa An, huyện Krông Pắc (huyện cũ), Đắk Lắk (tỉnh cũ)"_qs;
        QTest::addRow("a hamlet behind it") << u"xã Hòa An, thôn Đông Anh, huyện Krông Pắc, Đắk Lắk"_qs;
        QTest::addRow("a road behind it") << u"xã Hòa An, tỉnh lộ 8, huyện Krông Pắc, Đắk Lắk"_qs;
        QTest::addRow("the province of before and of today") << u"xã Hòa An, huyện Phú Hòa, tỉnh Phú Yên (nay là tỉnh Đắk Lắk)"_qs;
        QTest::addRow("a typing error in a name of the same sound") << u"xã Hoà An, huyện Krong Pac, Dak Lak"_qs;
        QTest::addRow("its district named before it and behind") << u"huyện Krông Pắc, xã Hòa An, huyện Krông Pắc, Đắk Lắk"_qs;
        QTest::addRow("only the commune") << u"xã Hòa An"_qs;
    }
    void whatOnlyLooksLikeAPlaceContradictsNothing()
    {
        QFETCH(QString, text);
        const OldAddress address = read(text);
        QVERIFY(!address.candidates.isEmpty());
        QCOMPARE(address.contradicted, QStringList());
        QVERIFY(address.verdict() != Verdict::Contradicted);
    }

    void twoFormerOnesThatBecameTheSameAreNoQuestion()
    {
        // Dĩnh Trì was a commune before it was a ward of the same city.
        const OldAddress address = read(u"Dĩnh Trì, TP Bắc Giang, Bắc Giang"_qs);
        QCOMPARE(address.candidates.size(), 2);
        QCOMPARE(address.verdict(), Verdict::One);
        QCOMPARE(read(u"xã Dĩnh Trì, TP Bắc Giang, Bắc Giang"_qs).candidates.size(), 1);
    }

    void aNumberIsADistrictOnlyBehindItsKind()
    {
        QVERIFY(read(u"phường An Phú, quận 2, TP.HCM"_qs).candidates[0].districtNamed);
        QVERIFY(!read(u"2, phường An Phú, TP.HCM"_qs).candidates[0].districtNamed);
    }

    void typedMarksTellNamesApart()
    {
        const QStringList both{u"Phường Sa Pa, Thị xã Sa Pa, Tỉnh Lào Cai"_qs, u"Phường Sa Pả, Thị xã Sa Pa, Tỉnh Lào Cai"_qs};
        QCOMPARE(olds(read(u"phuong sa pa, thi xa sa pa, lao cai"_qs)), both);
        QCOMPARE(olds(read(u"phường Sa Pa, thị xã Sa Pa, Lào Cai"_qs)), both.first(1));
        QCOMPARE(olds(read(u"phường Sa Pả, thị xã Sa Pa, Lào Cai"_qs)), both.last(1));
        const OldAddress marked = read(u"xã Hoà An"_qs);
        const OldAddress unmarked = read(u"xa hoa an"_qs);
        QVERIFY(unmarked.candidates.size() >= marked.candidates.size());
        for (const OldAddress::Candidate &candidate : marked.candidates) {
            QVERIFY(candidate.unit.name == u"Xã Hòa An" || candidate.unit.name == u"Xã Hoà An");
        }
    }

    void whatWasNotUnderstoodIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("unread");
        const QString hoaAn = u"Xã Hòa An, Huyện Krông Pắc, Tỉnh Đắk Lắk"_qs;
        QTest::addRow("another district of the province") << u"xã Hòa An, huyện Krông Bông, Đắk Lắk"_qs << hoaAn << u"huyện Krông Bông"_qs;
        QTest::addRow("a district nobody knows") << u"xã Hòa An, huyện Xyz, Đắk Lắk"_qs << hoaAn << u"huyện Xyz"_qs;
        QTest::addRow("a province nobody knows") << u"xã Hòa An, huyện Krông Pắc, tỉnh Xyz"_qs << hoaAn << u"tỉnh Xyz"_qs;
        QTest::addRow("words behind it") << u"xã Hòa An, huyện Krông Pắc, Đắk Lắk (cũ)"_qs << hoaAn << u"cũ"_qs;
    }
    void whatWasNotUnderstoodIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(QString, old);
        const OldAddress address = read(text);
        QCOMPARE(olds(address), QStringList(old));
        QTEST(address.unread, "unread");
    }

    void whatNamesNoCommuneIsNotFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("a street and a city") << u"12 Trần Phú, Hà Nội"_qs;
        QTest::addRow("only a district") << u"huyện Krông Pắc, Đắk Lắk"_qs;
        QTest::addRow("only a province") << u"Đắk Lắk"_qs;
        QTest::addRow("a commune's name as a district") << u"huyện Hòa An"_qs;
        QTest::addRow("a number alone") << u"12"_qs;
        QTest::addRow("numbers without kinds") << u"12, 3, TP.HCM"_qs;
        QTest::addRow("no such commune") << u"xã Xyz, huyện Krông Pắc, Đắk Lắk"_qs;
        QTest::addRow("a kind alone") << u"xã"_qs;
        QTest::addRow("signs") << u".,-"_qs;
        QTest::addRow("another language") << u"10 Downing Street, London"_qs;
        QTest::addRow("another script") << u"河内市"_qs;
    }
    void whatNamesNoCommuneIsNotFound()
    {
        QFETCH(QString, text);
        const OldAddress address = read(text);
        QVERIFY2(address.candidates.isEmpty(), qPrintable(olds(address).join(u'|')));
        QCOMPARE(address.verdict(), Verdict::NotFound);
        QVERIFY(address.communes().isEmpty());
        QVERIFY(address.unread != u"refused");
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("nothing") << u""_qs;
        QTest::addRow("spaces") << u" \u00a0\n"_qs;
        QTest::addRow("only zero-width") << u"\u200b\ufeff"_qs;
        QTest::addRow("501 characters") << QString(501, u'x');
        QTest::addRow("5,000 characters") << u"xã Hòa An, "_qs.repeated(455);
    }
    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, text);
        const auto address = OldAddress::read(m_units, text);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::Invalid);
        QVERIFY(!address.error().detail.contains(u"Hòa An"));
    }

    void theLongestTextIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("one word again and again") << u"an "_qs.repeated(166);
        QTest::addRow("one commune again and again") << u"xã Hòa An, "_qs.repeated(45);
        QTest::addRow("numbered wards") << u"P1 "_qs.repeated(166);
        QTest::addRow("one long word") << QString(500, u'a');
        QTest::addRow("marks upon marks") << u"a"_qs + QString(499, QChar(0x301));
        QTest::addRow("half surrogates") << QString(500, QChar(0xd800));
    }
    void theLongestTextIsRead()
    {
        QFETCH(QString, text);
        const auto address = OldAddress::read(m_units, text);
        QVERIFY(address);
        QVERIFY(address->candidates.size() <= OldAddress::MostCandidates);
    }

    void everyFormerCommuneIsFoundByItsFullName()
    {
        for (qsizetype i = 0; i < m_units.formerUnitCount(); ++i) {
            const FormerUnit unit = m_units.formerUnitAt(i);
            const OldAddress address = read(u"Số 7, "_qs + unit.display());
            QCOMPARE(olds(address), QStringList(unit.display()));
            QCOMPARE(address.candidates[0].unit, unit);
            QCOMPARE(address.detail, u"Số 7"_qs);
            QCOMPARE(address.unread, QString());
            QCOMPARE(address.contradicted, QStringList());
            QCOMPARE(address.verdict(), unit.isSplit() ? Verdict::Split : Verdict::One);
        }
    }

    void noRightAddressContradictsItself()
    {
        // Every one as documents write it is read above; here without commas, the other way round, in capitals, with what it lies in now.
        for (qsizetype i = 0; i < m_units.formerUnitCount(); i += 7) {
            const FormerUnit unit = m_units.formerUnitAt(i);
            const QStringList parts{unit.name, unit.district, unit.province};
            QStringList forms{u"Tổ 3 "_qs + parts.join(u' '), QStringList{parts[2], parts[1], parts[0]}.join(u", "),
                parts.join(u", ").toUpper().normalized(QString::NormalizationForm_D)};
            forms.append(unit.display() + u" (nay là "_qs + unit.now[0].province.fullName() + u')');
            for (const QString &text : forms) {
                const OldAddress address = read(text);
                QVERIFY2(address.contradicted.isEmpty(), qPrintable(text + u" | "_qs + address.contradicted.join(u';')));
                QVERIFY2(olds(address).contains(unit.display()), qPrintable(text));
            }
        }
    }

    void everyFormerCommuneIsAmongWhatItsUnmarkedNameGives()
    {
        for (qsizetype i = 0; i < m_units.formerUnitCount(); i += 17) {
            const FormerUnit unit = m_units.formerUnitAt(i);
            QString plain;
            for (const QChar c : unit.display().normalized(QString::NormalizationForm_D).toLower()) {
                if (!c.isMark()) {
                    plain.append(c == u'đ' ? QChar(u'd') : c);
                }
            }
            const OldAddress address = read(plain);
            QVERIFY2(olds(address).contains(unit.display()), qPrintable(plain));
            QVERIFY2(address.contradicted.isEmpty(), qPrintable(plain));
        }
    }
};

QTEST_APPLESS_MAIN(tst_OldAddress)
#include "tst_OldAddress.moc"
