// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/person/Identity.h"

#include <QTest>

using namespace motcua;

using Presence = IdentityValue::Presence;
using Source = IdentitySource;
using Part = IdentityPart;

Q_DECLARE_METATYPE(motcua::IdentityPart)
Q_DECLARE_METATYPE(motcua::IdentityValue)

class tst_Identity : public QObject
{
    Q_OBJECT

    static Mrz zone(const QString &name = u"NGUYEN<<THI<THU<NGHIEM<<<<<<<<"_qs)
    {
        const auto mrz = Mrz::fromText(u"IDVNM1991408916001199140891<<7\n9902093F3902091VNM<<<<<<<<<<<6\n"_qs + name, {2026, 11, 28});
        return mrz ? *mrz : Mrz();
    }
    static CardQr code()
    {
        const auto card = CardQr::fromText(
            u"001199140891|012345678|Nguyễn Thị Thử Nghiệm|09021999|Nữ|Số 1, Đường Thử Nghiệm, Phường Mẫu, Quận Giả Lập, Hà Nội|24072021"_qs);
        return card ? *card : CardQr();
    }
    static IdentityValue given(const QString &text, Source source = Source::Typed, int group = 0)
    {
        return {.source = source, .text = text, .group = group};
    }
    static IdentityValue none(const QString &words) { return {.presence = Presence::None, .text = words}; }
    static IdentityValue empty() { return {.presence = Presence::Empty}; }
    static IdentityValue plain(const QString &text, bool shortened = false)
    {
        return {.source = Source::ChipVerified, .text = text, .group = 1, .isPlain = true, .isShortened = shortened};
    }

private Q_SLOTS:
    void whatAZoneSays()
    {
        const Identity identity = Identity::ofMrz(zone());
        QCOMPARE(identity.text(Part::Name), u"NGUYEN THI THU NGHIEM"_qs);
        QVERIFY(identity.best(Part::Name)->isPlain);
        QVERIFY(!identity.best(Part::Name)->isShortened);
        QCOMPARE(identity.text(Part::PersonalNumber), u"001199140891"_qs);
        QCOMPARE(identity.text(Part::DocumentNumber), u"199140891"_qs);
        QCOMPARE(identity.text(Part::Birth), u"1999-02-09"_qs);
        QCOMPARE(identity.text(Part::Sex), u"female"_qs);
        QCOMPARE(identity.text(Part::Nationality), u"VNM"_qs);
        QCOMPARE(identity.text(Part::Expiry), u"2039-02-09"_qs);
        QVERIFY(!identity.best(Part::Residence)); // a zone has no place for it
        QVERIFY(Identity::ofMrz(zone(u"NGUYEN<<THI<THU<NGHIEM<DAI<LAM"_qs)).best(Part::Name)->isShortened);
    }

    void whatACodeSays()
    {
        const Identity identity = Identity::ofQr(code(), Source::QrOnPhone);
        QCOMPARE(identity.text(Part::Name), u"Nguyễn Thị Thử Nghiệm"_qs);
        QCOMPARE(identity.text(Part::Sex), u"female"_qs);
        QCOMPARE(identity.text(Part::OldNumber), u"012345678"_qs);
        QCOMPARE(identity.text(Part::Issued), u"2021-07-24"_qs);
        for (const Part part : identity.parts()) {
            QCOMPARE(identity.best(part)->source, Source::QrOnPhone);
        }
        CardQr without = code();
        without.oldNumber.clear();
        QCOMPARE(Identity::ofQr(without).best(Part::OldNumber)->presence, Presence::Empty);
    }

    void theBestIsShown_data()
    {
        QTest::addColumn<Part>("part");
        QTest::addColumn<QList<IdentityValue>>("said");
        QTest::addColumn<int>("shown");
        const auto rising = [](Source source) { return given(u"a"_qs, source); };
        QTest::newRow("a printed code before one on a telephone") << Part::Residence << QList{rising(Source::QrOnPhone), rising(Source::Qr)} << 1;
        QTest::newRow("one on a telephone before what was typed") << Part::Residence << QList{rising(Source::QrOnPhone), rising(Source::Typed)} << 0;
        QTest::newRow("the zone before the code") << Part::Birth << QList{rising(Source::Qr), rising(Source::Mrz)} << 1;
        QTest::newRow("the chip before the zone") << Part::Birth << QList{rising(Source::Mrz), rising(Source::Chip)} << 1;
        QTest::newRow("a verified chip before all") << Part::Birth << QList{rising(Source::ChipVerified), rising(Source::Chip), rising(Source::Mrz)} << 0;
        QTest::newRow("who spoke first of two that are as good") << Part::Birth << QList{given(u"1"_qs, Source::Chip, 1), given(u"2"_qs, Source::Chip, 13)} << 0;
        QTest::newRow("a printed name before a verified one without marks") << Part::Name << QList{plain(u"TRAN VAN MAU"_qs), given(u"Trần Văn Mẫu"_qs, Source::Qr)} << 1;
        QTest::newRow("a whole name before a cut one") << Part::Name << QList{plain(u"TRAN VAN M"_qs, true), plain(u"TRAN VAN MAU"_qs)} << 1;
        QTest::newRow("what is given before what is not") << Part::Religion << QList{none(u"Không"_qs), empty(), given(u"Phật giáo"_qs)} << 2;
        QTest::newRow("that there is none before an empty place") << Part::Religion << QList{empty(), none(u"Không"_qs)} << 1;
        QTest::newRow("a card that never expires, whatever its zone names") << Part::Expiry << QList{given(u"2099-12-31"_qs), none(u"Không thời hạn"_qs)} << 1;
        QTest::newRow("a better source's expiry all the same") << Part::Expiry << QList{given(u"2039-02-09"_qs, Source::Chip), none(u"Không thời hạn"_qs)} << 0;
    }
    void theBestIsShown()
    {
        QFETCH(Part, part);
        QFETCH(QList<IdentityValue>, said);
        QFETCH(int, shown);
        Identity identity;
        for (const IdentityValue &value : said) {
            identity.add(part, value);
        }
        QCOMPARE(*identity.best(part), said[shown]);
        QCOMPARE(identity.text(part), said[shown].presence == Presence::Given ? said[shown].text : QString());
        QCOMPARE(identity.all(part).size(), said.size());
    }

    void aMergeLosesNothing()
    {
        const Identity zoneSays = Identity::ofMrz(zone());
        const Identity codeSays = Identity::ofQr(code());
        for (const Identity &both : {zoneSays.merged(codeSays), codeSays.merged(zoneSays)}) {
            for (const Identity &one : {zoneSays, codeSays}) {
                for (const Part part : one.parts()) {
                    for (const IdentityValue &value : one.all(part)) {
                        QVERIFY(both.all(part).contains(value));
                    }
                }
            }
            QCOMPARE(both.text(Part::Name), u"Nguyễn Thị Thử Nghiệm"_qs);
            QCOMPARE(both.best(Part::Birth)->source, Source::Mrz);
            QVERIFY(both.contradictions().isEmpty());
            QCOMPARE(both.merged(zoneSays), both); // said again, it is said once
        }
        QVERIFY(Identity().merged(Identity()).isEmpty());
    }

    void whatContradictsStandsSideBySide()
    {
        CardQr other = code();
        other.birth = QDate(1998, 2, 9);
        other.name = u"Nguyễn Thị Khác"_qs;
        const Identity both = Identity::ofQr(other).merged(Identity::ofMrz(zone()));
        const QList<IdentityContradiction> found = both.contradictions();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].part, Part::Name);
        QCOMPARE(found[0].shown.text, u"Nguyễn Thị Khác"_qs);
        QCOMPARE(found[0].other.text, u"NGUYEN THI THU NGHIEM"_qs);
        QCOMPARE(found[1].part, Part::Birth);
        QCOMPARE(found[1].shown.text, u"1999-02-09"_qs);
        QCOMPARE(found[1].shown.source, Source::Mrz);
        QCOMPARE(found[1].other.text, u"1998-02-09"_qs);
        QCOMPARE(found[1].other.source, Source::Qr);
    }

    void goesTogether_data()
    {
        QTest::addColumn<Part>("part");
        QTest::addColumn<IdentityValue>("one");
        QTest::addColumn<IdentityValue>("other");
        QTest::addColumn<bool>("together");
        const auto printed = [](const QString &text) { return given(text, Source::Qr); };
        QTest::newRow("a name and its letters in a zone") << Part::Name << printed(u"Đỗ Thị Thử"_qs) << plain(u"DO THI THU"_qs) << true;
        QTest::newRow("an apostrophe that a zone cannot write") << Part::Name << printed(u"H’Lan Êñuôl"_qs) << plain(u"HLAN ENUOL"_qs) << true;
        QTest::newRow("another name") << Part::Name << printed(u"Đỗ Thị Thử"_qs) << plain(u"DO THI THO"_qs) << false;
        QTest::newRow("less of a name, and not cut") << Part::Name << printed(u"Đỗ Thị Thử"_qs) << plain(u"DO THI"_qs) << false;
        QTest::newRow("a name cut at its end") << Part::Name << printed(u"Đỗ Thị Thử"_qs) << plain(u"DO THI TH"_qs, true) << true;
        QTest::newRow("a name cut in its words") << Part::Name << printed(u"Đỗ Thị Thử Nghiệm"_qs) << plain(u"DO T T NGHIEM"_qs, true) << true;
        QTest::newRow("a cut name of somebody else") << Part::Name << printed(u"Đỗ Thị Thử"_qs) << plain(u"DO VAN TH"_qs, true) << false;
        QTest::newRow("capitals and the place of a tone") << Part::Name << printed(u"NGUYỄN THỊ HÒA"_qs) << given(u"Nguyễn Thị Hoà"_qs) << true;
        QTest::newRow("marks count where both have them") << Part::Name << printed(u"Trần Văn Mẫu"_qs) << given(u"Trần Văn Mâu"_qs) << false;
        QTest::newRow("a year and a day in it") << Part::Birth << given(u"1941"_qs) << given(u"1941-03-05"_qs) << true;
        QTest::newRow("a year and a day of another") << Part::Birth << given(u"1941"_qs) << given(u"1942-03-05"_qs) << false;
        QTest::newRow("two days") << Part::Birth << given(u"1941-03-05"_qs) << given(u"1941-03-06"_qs) << false;
        QTest::newRow("sexes") << Part::Sex << given(u"male"_qs) << given(u"female"_qs) << false;
        QTest::newRow("a code and words say nothing of one another") << Part::Nationality << given(u"VNM"_qs) << given(u"Lào"_qs) << true;
        QTest::newRow("two codes") << Part::Nationality << given(u"VNM"_qs) << given(u"LAO"_qs) << false;
        QTest::newRow("an address in other capitals and spaces") << Part::Residence << given(u"Số 1,  Phường Mẫu"_qs) << given(u"SỐ 1, phường mẫu"_qs) << true;
        QTest::newRow("another address") << Part::Residence << given(u"Số 1, Phường Mẫu"_qs) << given(u"Số 2, Phường Mẫu"_qs) << false;
        QTest::newRow("an empty place says nothing") << Part::OldNumber << given(u"012345678"_qs) << empty() << true;
        QTest::newRow("that there is none says something") << Part::Religion << given(u"Phật giáo"_qs) << none(u"Không"_qs) << false;
        QTest::newRow("two that say there is none") << Part::Religion << none(u"không"_qs) << none(u"Không"_qs) << true;
        QTest::newRow("an expiry in a zone beside words that there is none") << Part::Expiry << given(u"2099-12-31"_qs) << none(u"Không thời hạn"_qs) << true;
        QTest::newRow("two expiries") << Part::Expiry << given(u"2039-02-09"_qs) << given(u"2039-02-10"_qs) << false;
    }
    void goesTogether()
    {
        QFETCH(Part, part);
        QFETCH(IdentityValue, one);
        QFETCH(IdentityValue, other);
        QFETCH(bool, together);
        QCOMPARE(goTogether(part, one, other), together);
        QCOMPARE(goTogether(part, other, one), together);
    }

    void verifiedAreTheGroupsThatWere()
    {
        Identity read;
        read.add(Part::Birth, given(u"1999-02-09"_qs, Source::Chip, 1));
        read.add(Part::Residence, given(u"Hà Nội"_qs, Source::Chip, 13));
        read.add(Part::Residence, given(u"Huế"_qs, Source::Qr));
        const Identity verified = read.withVerified({1});
        QCOMPARE(verified.best(Part::Birth)->source, Source::ChipVerified);
        QCOMPARE(verified.best(Part::Residence)->source, Source::Chip);
        QCOMPARE(verified.all(Part::Residence)[1].source, Source::Qr);
        // What was verified falls back when a later proof fails.
        QCOMPARE(verified.withVerified({}), read);
        // A value of no group was never in a hash.
        read.add(Part::Sex, given(u"male"_qs, Source::Chip, 0));
        QCOMPARE(read.withVerified({0, 1, 13}).best(Part::Sex)->source, Source::Chip);
    }
};

QTEST_GUILESS_MAIN(tst_Identity)
#include "tst_Identity.moc"
