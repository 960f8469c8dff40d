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
                if (field.empty != SlipField::Empty::Omit) { // how the portal stands to it is ours, and is only there where there is one
                    labels.append(field.label);
                }
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
            << QByteArray("{applicant.name}") << QByteArray("{applicant.shoe}") << schema << u"f.json:39:91: no value is called {applicant.shoe} here"_qs;
        QTest::addRow("a placeholder of another place") << QByteArray("Trang {page}/{pages}") << QByteArray("Trang {applicant.name}") << schema
                                                        << u"f.json:30:42: no value is called {applicant.name} here"_qs;
        QTest::addRow("a placeholder of a table outside of one") << QByteArray("{request}") << QByteArray("{row.name}") << schema
                                                                 << u"no value is called {row.name} here"_qs;
        QTest::addRow("a person in the title of the file")
            << QByteArray("\"name\": \"Giấy") << QByteArray("\"name\": \"{applicant.name} Giấy") << schema << u"f.json:4:13: no value is called {applicant.name} here"_qs;
        QTest::addRow("an open brace") << QByteArray("{dueAt}") << QByteArray("{dueAt} {") << schema << u"f.json:54:"_qs;
        QTest::addRow("a comma too many") << QByteArray("\"form\": \"01\",") << QByteArray("\"form\": \"01\",,") << int(ErrorCode::CatalogueSyntax) << u"f.json:2:"_qs;
        QTest::addRow("a missing comma, after letters with marks")
            << QByteArray("\"validFrom\": \"2019-01-06\",") << QByteArray("\"validFrom\": \"2019-01-06\"") << int(ErrorCode::CatalogueSyntax) << u"f.json:6:"_qs;
        QTest::addRow("a key twice") << QByteArray("\"form\": \"01\",") << QByteArray("\"form\": \"01\", \"form\": \"02\",") << int(ErrorCode::CatalogueSyntax) << u"f.json:2:"_qs;
        QTest::addRow("a misspelt key") << QByteArray("\"strong\"") << QByteArray("\"stronk\"") << schema << u"unknown key \"stronk\""_qs;
        QTest::addRow("a kind of block that is not drawn") << QByteArray("\"kind\": \"title\"") << QByteArray("\"kind\": \"picture\"") << schema << u"f.json:38:19: \"kind\" must be one of: head"_qs;
        QTest::addRow("a sheet that no printer has") << QByteArray("\"paper\": \"A5\"") << QByteArray("\"paper\": \"A7\"") << schema << u"f.json:12:14: \"paper\" must be one of: A4, A5"_qs;
        QTest::addRow("a size of which nothing is said") << QByteArray("\"A5\": {") << QByteArray("\"B5\": {") << schema << u"f.json:14:9: unknown key \"B5\""_qs;
        QTest::addRow("its own size left out") << QByteArray("        \"A5\": { \"textPoints\": 9.5, \"marginMillimetres\": 8 },\n") << QByteArray() << schema
                                               << u"says nothing of the size that \"paper\" names"_qs;
        QTest::addRow("letters too small to read") << QByteArray("9.5") << QByteArray("3") << schema << u"f.json:14:31: \"textPoints\" must be a number from 7 to 20"_qs;
        QTest::addRow("a date that is none") << QByteArray("2019-01-06") << QByteArray("2019-02-30") << schema << u"f.json:5:18: \"validFrom\" must be a date"_qs;
        QTest::addRow("an edition that ends before it begins") << QByteArray("\"validFrom\": \"2019-01-06\",") << QByteArray("\"validFrom\": \"2019-01-06\", \"validUntil\": \"2018-01-01\",")
                                                               << schema << u"\"validUntil\" lies before \"validFrom\""_qs;
        QTest::addRow("a copy that does not say which") << QByteArray("BẢN SAO lần {copy}") << QByteArray("BẢN SAO") << schema << u"\"copy\" says which one with {copy}"_qs;
        QTest::addRow("a revised content that does not say which") << QByteArray("Nội dung lần {revision}") << QByteArray("Nội dung mới") << schema
                                                                   << u"\"revision\" says which one with {revision}"_qs;
        QTest::addRow("a revised content that names something else") << QByteArray("Nội dung lần {revision}") << QByteArray("Nội dung lần {revision} của {code}") << schema
                                                                     << u"no value is called {code} here"_qs;
        QTest::addRow("no words for a revised content") << QByteArray("\"revision\": \"Nội dung lần {revision}, thay cho bản in trước\",") << QByteArray() << schema
                                                        << u"\"revision\" is missing"_qs;
        QTest::addRow("a label that is a number") << QByteArray("\"label\": \"Email:\"") << QByteArray("\"label\": 5") << schema << u"\"label\" must be a text"_qs;
        QTest::addRow("no label") << QByteArray("\"label\": \"Email:\", ") << QByteArray() << schema << u"\"label\" is missing"_qs;
        QTest::addRow("no blocks") << QByteArray("\"blocks\": [") << QByteArray("\"blocks\": [], \"unverified2\": [") << schema << u"a slip has at least one block"_qs;
        QTest::addRow("an acceptance slip that may lack its code") << QByteArray("\"{code}\", \"empty\": \"dots\"") << QByteArray("\"{code}\", \"empty\": \"omit\"") << schema
                                                                   << u"the acceptance slip always shows its code"_qs;
        QTest::addRow("papers that name no list") << QByteArray("\"{papers}\"") << QByteArray("\"{request}\"") << schema << u"the value names one list: {papers} or {returned}"_qs;
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

    void refusesATable_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("detail");
        QTest::addRow("narrower than the sheet") << QByteArray("\"width\": 62") << QByteArray("\"width\": 60") << u"the columns are 98 percent wide together, not 100"_qs;
        QTest::addRow("a column of half a percent") << QByteArray("\"width\": 8,") << QByteArray("\"width\": 8.5,") << u"\"width\" must be a whole number from 4 to 92"_qs;
        QTest::addRow("a row's value that nobody knows") << QByteArray("{row.copies}") << QByteArray("{row.pages}") << u"no value is called {row.pages} here"_qs;
        QTest::addRow("a column that says nothing") << QByteArray("\"lines\": [\"{row.number}\"]") << QByteArray("\"lines\": [5]") << u"a text is expected here"_qs;
    }
    void refusesATable()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, detail);
        QFile file(samples::slipsFolder() + u"02-supplement-request.json"_qs);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray json = file.readAll();
        QVERIFY(json.contains(from));
        const QList<Error> faults = SlipTemplate::check(json.replace(from, to), u"f.json"_qs);
        QVERIFY(!faults.isEmpty());
        QVERIFY2(faults.constLast().detail.endsWith(detail), qPrintable(faults.constLast().detail));
    }

    void theOtherSizeIsTheSameForm()
    {
        const auto form = SlipTemplate::load(samples::receiptPath());
        QVERIFY(form);
        const SlipTemplate large = form->on(PaperSize::A4);
        QCOMPARE(large.paper(), PaperSize::A4);
        QVERIFY(large.textPoints() > form->textPoints());
        QCOMPARE(large.blocks().size(), form->blocks().size());
        QByteArray json = m_json;
        json.replace(",\n        \"A4\": { \"textPoints\": 13, \"marginMillimetres\": 15 }", "");
        const auto small = SlipTemplate::fromJson(json, u"f.json"_qs);
        QVERIFY2(small, small ? "" : qPrintable(small.error().detail));
        QCOMPARE(small->on(PaperSize::A4).paper(), PaperSize::A5);
    }

    void tellsEveryFaultAtOnce()
    {
        QByteArray json = m_json;
        json.replace("{limit}", "{limits}").replace("{sets}", "{set}").replace("\"paper\": \"A5\"", "\"paper\": \"B5\"");
        const QList<Error> faults = SlipTemplate::check(json, u"f.json"_qs);
        QCOMPARE(faults.size(), 3);
        QVERIFY2(faults.constFirst().detail.startsWith(u"f.json:12:"_qs), "in the order of the text");
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
        const QList<SlipTemplate> editions = {variant("old", "2019-01-01", nullptr), variant("new", "2027-01-01", nullptr),
            variant("short", "2026-01-01", "2026-06-30")};
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
        const QByteArray end = until ? QByteArray(", \"validUntil\": \"") + until + '"' : QByteArray();
        json.replace("\"2019-01-06\"", QByteArray("\"") + from + '"' + end);
        return *SlipTemplate::fromJson(json, u"f.json"_qs);
    }

    QByteArray m_json;
};

QTEST_GUILESS_MAIN(tst_SlipTemplate)
#include "tst_SlipTemplate.moc"
