// SPDX-License-Identifier: GPL-3.0-or-later
#include "SlipSamples.h"

#include <QFile>
#include <QTest>

using namespace motcua;

class tst_SlipTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(samples::receiptPath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_json = file.readAll();
    }

    void readsTheFormOfTheLawWordForWord()
    {
        const auto form = SlipTemplate::load(samples::receiptPath());
        QVERIFY2(form, qPrintable(form ? QString() : form.error().detail));
        QCOMPARE(form->form(), u"01"_qs);
        QCOMPARE(form->paper(), PaperSize::A5);
        QCOMPARE(form->validFrom(), QDate(2019, 1, 6));
        QVERIFY(!form->validUntil().isValid());
        QVERIFY(!form->unverified().isEmpty());
        QStringList labels;
        for (const SlipBlock &block : form->blocks()) {
            for (const SlipField &field : block.fields) {
                labels.append(field.label);
            }
            if (block.kind == SlipBlock::Kind::Title) {
                labels.append(block.text);
            }
            if (block.kind == SlipBlock::Kind::Signatures) {
                labels += {block.left.at(0), block.left.at(1), block.right.at(0), block.right.at(1)};
            }
        }
        // TT 01/2018/TT-VPCP, mẫu số 01, in its order.
        const QStringList law = {u"Mã số hồ sơ:"_qs, u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_qs, u"Tiếp nhận hồ sơ của ông/bà:"_qs,
            u"Địa chỉ:"_qs, u"Số điện thoại:"_qs, u"Email:"_qs, u"Nội dung yêu cầu giải quyết:"_qs, u"Thành phần hồ sơ nộp gồm:"_qs,
            u"Số lượng hồ sơ:"_qs, u"Thời gian giải quyết hồ sơ theo quy định là:"_qs, u"Thời gian nhận hồ sơ:"_qs,
            u"Thời gian trả kết quả giải quyết hồ sơ:"_qs, u"Đăng ký nhận kết quả tại:"_qs, u"Vào Sổ theo dõi hồ sơ, Quyển số:"_qs,
            u"Số thứ tự:"_qs, u"NGƯỜI NỘP HỒ SƠ"_qs, u"(Ký và ghi rõ họ tên)"_qs, u"NGƯỜI TIẾP NHẬN HỒ SƠ"_qs, u"(Ký và ghi rõ họ tên)"_qs};
        QCOMPARE(labels, law);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("detail");
        const int schema = int(ErrorCode::CatalogueSchema);
        QTest::addRow("a placeholder that no value fills, at its place")
            << QByteArray("{applicant.name}") << QByteArray("{applicant.shoe}") << schema << u"f.json:38:92: blocks[3].fields[0].value: no value is called {applicant.shoe}"_qs;
        QTest::addRow("a placeholder of another place") << QByteArray("Trang {page}/{pages}") << QByteArray("Trang {applicant.name}") << schema
                                                        << u"foot.right: no value is called {applicant.name}"_qs;
        QTest::addRow("a person in the title of the file")
            << QByteArray("\"name\": \"Giấy") << QByteArray("\"name\": \"{applicant.name} Giấy") << schema << u"name: no value is called {applicant.name}"_qs;
        QTest::addRow("an open brace") << QByteArray("{dueAt}") << QByteArray("{dueAt} {") << schema << u"blocks[11].fields[0].value: a brace has no partner"_qs;
        QTest::addRow("a comma too many") << QByteArray("\"form\": \"01\",") << QByteArray("\"form\": \"01\",,") << int(ErrorCode::CatalogueSyntax) << u"f.json:2:"_qs;
        QTest::addRow("a missing comma, after letters with marks")
            << QByteArray("\"validFrom\": \"2019-01-06\",") << QByteArray("\"validFrom\": \"2019-01-06\"") << int(ErrorCode::CatalogueSyntax) << u"f.json:6:"_qs;
        QTest::addRow("a misspelt key") << QByteArray("\"strong\"") << QByteArray("\"stronk\"") << schema << u"blocks[1].fields[0].stronk: unknown key"_qs;
        QTest::addRow("a kind of block that is not drawn") << QByteArray("\"kind\": \"title\"") << QByteArray("\"kind\": \"table\"") << schema << u"no kind of block is called table"_qs;
        QTest::addRow("a sheet that no printer has") << QByteArray("\"A5\"") << QByteArray("\"A7\"") << schema << u"paper: A4 or A5, not A7"_qs;
        QTest::addRow("letters too small to read") << QByteArray("9.5") << QByteArray("3") << schema << u"textPoints: a number from 7 to 20"_qs;
        QTest::addRow("a date that is none") << QByteArray("2019-01-06") << QByteArray("2019-02-30") << schema << u"f.json:5:5: validFrom: a date"_qs;
        QTest::addRow("an edition that ends before it begins")
            << QByteArray("\"validUntil\": null") << QByteArray("\"validUntil\": \"2018-01-01\"") << schema << u"validUntil: before validFrom"_qs;
        QTest::addRow("a copy that does not say which") << QByteArray("BẢN SAO lần {copy}") << QByteArray("BẢN SAO") << schema << u"marks.copy: says which copy"_qs;
        QTest::addRow("a revised content that does not say which") << QByteArray("Nội dung lần {revision}") << QByteArray("Nội dung mới") << schema
                                                                   << u"marks.revision: says which revision"_qs;
        QTest::addRow("a revised content that names something else") << QByteArray("Nội dung lần {revision}") << QByteArray("Nội dung lần {revision} của {code}") << schema
                                                                     << u"marks.revision: no value is called {code}"_qs;
        QTest::addRow("no words for a revised content") << QByteArray("\"revision\": \"Nội dung lần {revision}, thay cho bản in trước\",") << QByteArray() << schema
                                                        << u"marks.revision"_qs;
        QTest::addRow("a label that is a number") << QByteArray("\"label\": \"Email:\"") << QByteArray("\"label\": 5") << schema << u"label: a text"_qs;
        QTest::addRow("no blocks") << QByteArray("\"blocks\": [") << QByteArray("\"blocks\": [], \"unverified2\": [") << schema << u"blocks: a slip has at least one"_qs;
    }
    void refuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, code);
        QFETCH(QString, detail);
        QByteArray json = m_json;
        const qsizetype at = json.indexOf(from);
        QVERIFY(at >= 0);
        json.replace(at, from.size(), to);
        const auto form = SlipTemplate::fromJson(json, u"f.json"_qs);
        QVERIFY(!form);
        QStringList details;
        for (const Error &fault : SlipTemplate::check(json, u"f.json"_qs)) {
            details.append(fault.detail);
        }
        QVERIFY2(details.join(u'\n').contains(detail), qPrintable(details.join(u'\n')));
        QCOMPARE(int(form.error().code), code);
        QCOMPARE(form.error().detail, details.constFirst());
    }

    void tellsEveryFaultAtOnce()
    {
        QByteArray json = m_json;
        json.replace("{limit}", "{limits}").replace("{sets}", "{set}").replace("\"A5\"", "\"B5\"");
        QCOMPARE(SlipTemplate::check(json, u"f.json"_qs).size(), 3);
        QVERIFY(SlipTemplate::check(m_json, u"f.json"_qs).isEmpty());
    }

    void survivesAnyTruncation()
    {
        for (qsizetype length = 0; length < m_json.size() - 2; length += 7) {
            QVERIFY(!SlipTemplate::fromJson(m_json.left(length), u"f.json"_qs));
        }
    }

    void saysThatAFileCannotBeRead()
    {
        const auto form = SlipTemplate::load(u"/nonexistent/01.json"_qs);
        QVERIFY(!form);
        QCOMPARE(form.error().code, ErrorCode::FileUnreadable);
    }

    void choosesTheEditionInForce_data()
    {
        QTest::addColumn<QString>("form");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("edition");
        QTest::addRow("the day before the first") << u"01"_qs << QDate(2018, 12, 31) << QString();
        QTest::addRow("its first day") << u"01"_qs << QDate(2019, 1, 1) << u"old"_qs;
        QTest::addRow("its last day") << u"01"_qs << QDate(2026, 12, 31) << u"old"_qs;
        QTest::addRow("the later where two overlap") << u"01"_qs << QDate(2027, 3, 1) << u"new"_qs;
        QTest::addRow("another form") << u"02"_qs << QDate(2027, 3, 1) << QString();
    }
    void choosesTheEditionInForce()
    {
        QFETCH(QString, form);
        QFETCH(QDate, day);
        QFETCH(QString, edition);
        const QList<SlipTemplate> editions = {variant("old", "2019-01-01", "null"), variant("new", "2027-01-01", "null"),
            variant("short", "2026-01-01", "\"2026-06-30\"")};
        const auto found = SlipTemplate::inForce(editions, form, day);
        QCOMPARE(found ? found->edition() : QString(), edition);
        if (!found) {
            QCOMPARE(found.error().code, ErrorCode::EditionMissing);
        }
    }

private:
    SlipTemplate variant(const char *edition, const char *from, const char *until) const
    {
        QByteArray json = m_json;
        json.replace("01/2018/TT-VPCP\",\n", QByteArray(edition) + "\",\n");
        json.replace("2019-01-06", from).replace("\"validUntil\": null", QByteArray("\"validUntil\": ") + until);
        return *SlipTemplate::fromJson(json, u"f.json"_qs);
    }

    QByteArray m_json;
};

QTEST_GUILESS_MAIN(tst_SlipTemplate)
#include "tst_SlipTemplate.moc"
