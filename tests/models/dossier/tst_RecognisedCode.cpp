// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/RecognisedCode.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;

class tst_RecognisedCode : public QObject
{
    Q_OBJECT

    const Catalogue m_catalogue = test::shippedCatalogue();

private Q_SLOTS:
    void tellsTheKindByTheContent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<RecognisedCode::Kind>("kind");
        QTest::addColumn<bool>("deviant");
        using Kind = RecognisedCode::Kind;
        QTest::addRow("a dossier") << u"H26.31.05-261123-0301"_qs << u""_qs << Kind::Dossier << false;
        QTest::addRow("a dossier, level one last") << u"000.00.01.H26-260930-0012"_qs << u""_qs << Kind::Dossier << false;
        QTest::addRow("a dossier of a ministry's portal") << u"G09-261123-0901234"_qs << u""_qs << Kind::Dossier << false;
        QTest::addRow("a procedure") << u"2.000635"_qs << u"procedure"_qs << Kind::Procedure << false;
        QTest::addRow("a province's procedure") << u"2.000815.000.00.00.H55"_qs << u"procedure-local"_qs << Kind::LocalProcedure << false;
        QTest::addRow("a result") << u"KQ.G15.000342"_qs << u"result"_qs << Kind::Result << false;
        QTest::addRow("a result of five digits") << u"KQ.G15.00342"_qs << u"result-other-length"_qs << Kind::Result << true;
        QTest::addRow("a result of seven digits") << u"KQ.G15.0003421"_qs << u"result-other-length"_qs << Kind::Result << true;
        QTest::addRow("a result of a province") << u"KQ.H26.000342"_qs << u"result-province"_qs << Kind::Result << true;
        QTest::addRow("a province") << u"H26"_qs << u"organisation-level-one"_qs << Kind::OrganisationLevelOne << false;
        QTest::addRow("a unit of a province") << u"H26.31.05"_qs << u"organisation"_qs << Kind::Organisation << false;
        QTest::addRow("a unit, level one last") << u"000.00.01.H26"_qs << u"organisation-level-one-last"_qs << Kind::Organisation << false;
        QTest::addRow("a unit of 35 characters")
            << u"H26.123456.123456.123456.123456.123"_qs << u"organisation"_qs << Kind::Organisation << false;
    }
    void tellsTheKindByTheContent()
    {
        QFETCH(QString, text);
        const auto code = RecognisedCode::of(m_catalogue, text);
        QVERIFY(code);
        QCOMPARE(code->code, text);
        QTEST(code->pattern, "pattern");
        QTEST(code->kind, "kind");
        QTEST(code->deviant, "deviant");
        QCOMPARE(code->dossier.has_value(), code->kind == RecognisedCode::Kind::Dossier);
        QCOMPARE(RecognisedCode::of(m_catalogue, u"\ufeff "_qs + text.toLower() + u"\r\n"_qs), code);
    }

    void whatIsNoCodeIsNothing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("nothing") << u""_qs;
        QTest::addRow("only spaces") << u" \u200b\r\n"_qs;
        QTest::addRow("a name") << u"Nguyễn Thị Hòa"_qs;
        QTest::addRow("a personal number") << u"000185012345"_qs;
        QTest::addRow("a telephone number") << u"0912345678"_qs;
        QTest::addRow("a dossier on an impossible day") << u"H26-260229-0001"_qs;
        QTest::addRow("a procedure with five digits") << u"2.00063"_qs;
        QTest::addRow("a procedure in full-width digits") << u"２.000635"_qs;
        QTest::addRow("a result of four digits") << u"KQ.G15.0003"_qs;
        QTest::addRow("a result of eight digits") << u"KQ.G15.00034211"_qs;
        QTest::addRow("a unit of 36 characters") << u"H26.123456.123456.123456.123456.1234"_qs;
        QTest::addRow("a unit in full-width digits") << u"H２６"_qs;
        QTest::addRow("a level one that is none") << u"Z26"_qs;
        QTest::addRow("right-to-left inside") << u"H\u202e26"_qs;
        QTest::addRow("a line end inside") << u"H26\n.31"_qs;
        QTest::addRow("5,000 characters") << QString(5000, u'1');
        QTest::addRow("a payment picture")
            << u"00020101021138540010A00000072701240006970405011012345678900208QRIBFTTA53037045802VN63041A27"_qs;
    }
    void whatIsNoCodeIsNothing()
    {
        QFETCH(QString, text);
        QVERIFY(!RecognisedCode::of(m_catalogue, text));
    }

    void aUsualPatternComesBeforeADeviantOne()
    {
        const auto catalogue = Catalogue::fromFiles({{u"codes.json"_qs, R"({"schema": "motcua.codes/1", "grammars": [], "patterns": [
            {"id": "wide", "kind": "result", "standing": "deviant", "pattern": "KQ.*", "example": "KQ", "basis": "test", "mark": "test"},
            {"id": "narrow", "kind": "result", "pattern": "KQ1", "example": "KQ1", "basis": "test", "mark": "test"}]})"}});
        QVERIFY(catalogue);
        QCOMPARE(RecognisedCode::of(*catalogue, u"kq1"_qs)->pattern, u"narrow"_qs);
        QCOMPARE(RecognisedCode::of(*catalogue, u"kq2"_qs)->pattern, u"wide"_qs);
        QVERIFY(!RecognisedCode::of(Catalogue(), u"KQ1"_qs));
    }
};

QTEST_APPLESS_MAIN(tst_RecognisedCode)
#include "tst_RecognisedCode.moc"
