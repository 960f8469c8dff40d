// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/eid/Dg13.h"
#include "tests/app/devices/eid/CardFiles.h"

#include <QTest>

#include <algorithm>

using namespace motcua;

class tst_Dg13 : public QObject
{
    Q_OBJECT

    static QByteArray text(const QByteArray &utf8) { return tlv(0x0C, utf8); }
    static QByteArray field(int number, const QByteArray &inside) { return tlv(0x30, tlv(0x02, QByteArray(1, static_cast<char>(number))) + inside); }
    static QByteArray file(const QByteArray &fields)
    {
        return tlv(0x6D, tlv(0x30, tlv(0x02, "\1") + QByteArray::fromHex("060628D316010008") + tlv(0x31, fields)));
    }

private Q_SLOTS:
    void readsTheCards()
    {
        for (const QString &card : test::cards()) {
            const auto group = Dg13::fromBytes(test::cardFile(card, u"ef_010D.bin"_qs));
            QVERIFY(group);
            QCOMPARE(group->version, 1);
            QCOMPARE(group->fields.size(), 16);
            QVERIFY(group->text(Dg13::PersonalNumber)->startsWith(u"001199"_qs));
            QCOMPARE(group->text(Dg13::Name), std::optional(u"NGUYỄN THỊ THỬ NGHIỆM"_qs));
            QCOMPARE(group->text(Dg13::Birth), std::optional(u"09/02/1999"_qs));
            QCOMPARE(group->text(Dg13::Sex), std::optional(u"Nữ"_qs));
            QCOMPARE(group->text(Dg13::Residence), std::optional(u"Số 1, Đường Thử Nghiệm, Phường Mẫu, Quận Giả Lập, Hà Nội"_qs));
            QCOMPARE(group->text(Dg13::Parents, 0), std::optional(u"NGUYỄN VĂN THỬ"_qs));
            QCOMPARE(group->text(Dg13::Parents, 1), std::optional(u"TRẦN THỊ NGHIỆM"_qs));
            QCOMPARE(group->text(Dg13::Spouse), std::optional(u"LÊ VĂN GIẢ"_qs));
            QCOMPARE(group->text(Dg13::OldNumber), std::optional(u"012345678"_qs));
            QVERIFY(std::none_of(group->fields.cbegin(), group->fields.cend(), [](const Dg13::Field &one) { return one.isUnreadable; }));
        }
    }

    void fields_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("number");
        QTest::addColumn<bool>("there");
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<bool>("unreadable");
        QTest::newRow("found by number, not by place") << field(9, text("Huế")) + field(1, text("1")) << 1 << true << QStringList{u"1"_qs} << false;
        QTest::newRow("missing") << field(1, text("1")) << 15 << false << QStringList() << false;
        QTest::newRow("empty") << field(15, text({})) << 15 << true << QStringList{QString()} << false;
        QTest::newRow("a number and nothing more") << field(14, {}) << 14 << true << QStringList() << false;
        QTest::newRow("a bare number") << tlv(0x02, "\x0E") + field(15, text("1")) << 14 << true << QStringList() << false;
        QTest::newRow("what stands behind a bare number") << tlv(0x02, "\x0E") + field(15, text("1")) << 15 << true << QStringList{u"1"_qs} << false;
        QTest::newRow("two in sequences") << field(13, tlv(0x30, text("cha")) + tlv(0x30, text("mẹ"))) << 13 << true << QStringList({u"cha"_qs, u"mẹ"_qs}) << false;
        QTest::newRow("no father: the mother stays the second") << field(13, tlv(0x30, {}) + tlv(0x30, text("mẹ"))) << 13 << true << QStringList({QString(), u"mẹ"_qs}) << false;
        QTest::newRow("nothing at all in a text's place") << field(13, tlv(0x05, {}) + text("mẹ")) << 13 << true << QStringList({QString(), u"mẹ"_qs}) << false;
        QTest::newRow("words for a date") << field(12, text("Không thời hạn")) << 12 << true << QStringList{u"Không thời hạn"_qs} << false;
        QTest::newRow("a printable string") << field(11, tlv(0x13, "24/07/2021")) << 11 << true << QStringList{u"24/07/2021"_qs} << false;
        QTest::newRow("a number nobody knows survives") << field(77, text("O+")) << 77 << true << QStringList{u"O+"_qs} << false;
        QTest::newRow("of two the first") << field(10, text("a")) + field(10, text("b")) << 10 << true << QStringList{u"a"_qs} << false;
        QTest::newRow("no UTF-8") << field(2, text("\xC6")) << 2 << true << QStringList{QString()} << true;
        QTest::newRow("no text") << field(2, tlv(0x04, "a") + text("b")) << 2 << true << QStringList{u"b"_qs} << true;
        QTest::newRow("broken inside, the rest is read") << field(2, text("a") + QByteArray::fromHex("0C7F")) << 2 << true << QStringList{u"a"_qs} << true;
        QTest::newRow("a field without a number") << tlv(0x30, text("a")) << 0 << true << QStringList{u"a"_qs} << true;
        QTest::newRow("something that is no field") << tlv(0x0C, "a") << 0 << true << QStringList{u"a"_qs} << true;
        QTest::newRow("a number below nothing") << tlv(0x30, tlv(0x02, "\xFF") + text("a")) << 0 << true << QStringList{u"a"_qs} << true;
        QTest::newRow("a number of two bytes") << tlv(0x30, tlv(0x02, QByteArray("\1\0", 2)) + text("a")) << 256 << true << QStringList{u"a"_qs} << false;
        QByteArray deep = text("a");
        for (int i = 0; i < 6; ++i) {
            deep = tlv(0x30, deep);
        }
        QTest::newRow("deeper than any") << field(2, deep) << 2 << true << QStringList() << true;
        QByteArray many;
        for (int i = 0; i < 21; ++i) {
            many += text("a");
        }
        QTest::newRow("more texts than any") << field(2, many) << 2 << true << QStringList(20, u"a"_qs) << true;
    }
    void fields()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, number);
        const auto group = Dg13::fromBytes(file(fields));
        QVERIFY(group);
        const Dg13::Field *found = group->field(number);
        QTEST(found != nullptr, "there");
        QTEST(found ? found->texts : QStringList(), "texts");
        QTEST(found && found->isUnreadable, "unreadable");
        QVERIFY(!group->text(number, 20));
    }

    void theOrderDoesNotMatter()
    {
        const auto one = Dg13::fromBytes(file(field(1, text("1")) + field(2, text("2")) + field(16, text("3"))));
        const auto other = Dg13::fromBytes(file(field(16, text("3")) + field(2, text("2")) + field(1, text("1"))));
        for (const int number : {1, 2, 16}) {
            QCOMPARE(*one->field(number), *other->field(number));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray many;
        for (int i = 0; i < 101; ++i) {
            many += field(2, {});
        }
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another group") << tlv(0x6C, {});
        QTest::newRow("no sequence") << tlv(0x6D, tlv(0x31, {}));
        QTest::newRow("no set") << tlv(0x6D, tlv(0x30, tlv(0x02, "\1")));
        QTest::newRow("a broken field") << file(QByteArray::fromHex("307F02"));
        QTest::newRow("more fields than any") << file(many);
        QTest::newRow("something behind it") << file({}) + '\0';
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto group = Dg13::fromBytes(bytes);
        QVERIFY(!group);
        QCOMPARE(group.error().fault, CardFault::Nonsense);
    }

    void aHundredFieldsAreTaken()
    {
        QByteArray many;
        for (int i = 0; i < 100; ++i) {
            many += field(2, {});
        }
        QCOMPARE(Dg13::fromBytes(file(many))->fields.size(), 100);
    }

    void survivesDamage()
    {
        QVERIFY(test::survives(test::cardFile(u"bp512-ec"_qs, u"ef_010D.bin"_qs), [](const QByteArray &bytes) { (void)Dg13::fromBytes(bytes); }));
    }
};

QTEST_GUILESS_MAIN(tst_Dg13)
#include "tst_Dg13.moc"
