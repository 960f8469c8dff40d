// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/Catalogue.h"

#include <QFile>
#include <QTest>

using namespace motcua;

class tst_Catalogue : public QObject
{
    Q_OBJECT

    static Catalogue small()
    {
        QList<SourceFile> files;
        // Out of order on purpose: what a file needs may come after it.
        for (const QString &name :
            {u"procedure-next"_qs, u"procedure"_qs, u"form"_qs, u"codes"_qs, u"calendar"_qs, u"rules"_qs, u"banks"_qs, u"patterns"_qs}) {
            QFile file(QStringLiteral(MOTCUA_TEST_DATA "/catalogue/") + name + u".json"_qs);
            if (file.open(QIODevice::ReadOnly)) {
                files.append({name, file.readAll()});
            }
        }
        const auto catalogue = Catalogue::fromFiles(files);
        return catalogue ? *catalogue : Catalogue();
    }

    const Catalogue m_catalogue = small();

private Q_SLOTS:
    void picksTheEditionInForce_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("edition");
        const QString code = u"9.000001"_qs;
        QTest::addRow("the day before the first") << code << QDate(2025, 12, 31) << u"EditionMissing"_qs;
        QTest::addRow("the first day") << code << QDate(2026, 1, 1) << u"first"_qs;
        QTest::addRow("the last day") << code << QDate(2026, 6, 30) << u"first"_qs;
        QTest::addRow("the day it changes") << code << QDate(2026, 7, 1) << u"second"_qs;
        QTest::addRow("long after, until further notice") << code << QDate(2040, 1, 1) << u"second"_qs;
        QTest::addRow("no day") << code << QDate() << u"EditionMissing"_qs;
        QTest::addRow("a code nobody knows") << u"9.000002"_qs << QDate(2026, 1, 1) << u"NotFound"_qs;
    }
    void picksTheEditionInForce()
    {
        QFETCH(QString, code);
        QFETCH(QDate, day);
        QFETCH(QString, edition);
        const auto procedure = m_catalogue.procedure(code, day);
        QCOMPARE(procedure ? procedure->edition : errorName(procedure.error().code), edition);
    }

    void aPinnedEditionIsFoundAfterItEnded()
    {
        QCOMPARE(m_catalogue.edition(u"9.000001"_qs, u"first"_qs)->validTo, QDate(2026, 6, 30));
        QCOMPARE(m_catalogue.edition(u"9.000001"_qs, u"third"_qs).error().code, ErrorCode::EditionMissing);
        QCOMPARE(m_catalogue.edition(u"9.000002"_qs, u"first"_qs).error().code, ErrorCode::NotFound);
    }

    void listsWhatIsInForceOnADay()
    {
        QCOMPARE(m_catalogue.procedures(QDate(2025, 12, 31)).size(), 0);
        QCOMPARE(m_catalogue.procedures(QDate(2026, 7, 1)).size(), 1);
        QCOMPARE(m_catalogue.editions().size(), 2);
        QCOMPARE(m_catalogue.editions().constFirst().edition, u"first"_qs);
    }

    void knowsWhenTheLawLastChanged()
    {
        QCOMPARE(m_catalogue.lastChange(QDate(2026, 6, 30)), QDate(2026, 1, 1));
        QCOMPARE(m_catalogue.lastChange(QDate(2026, 7, 1)), QDate(2026, 7, 1));
        QVERIFY(m_catalogue.lastChange(QDate(2025, 1, 1)).isNull());
    }

    void readsEveryMember()
    {
        const Procedure first = *m_catalogue.edition(u"9.000001"_qs, u"first"_qs);
        QCOMPARE(first.limit, (Limit{Limit::Kind::WorkingDays, 3, {}}));
        QCOMPARE(first.limitText, u"03 ngày làm việc"_qs);
        QCOMPARE(first.channels, QList<int>{1});
        QCOMPARE(first.levels, QStringList(u"Cấp xã"_qs));
        QCOMPARE(first.form.id, u"small"_qs);
        QCOMPARE(first.roles().value(u"applicant.name"_qs), u"name"_qs);
        QCOMPARE(first.form.field(u"more"_qs)->rule.id, u"letters"_qs);
        QCOMPARE(first.form.field(u"more"_qs)->visibleIf, (Condition{u"kind"_qs, {u"b"_qs}}));
        QCOMPARE(first.form.field(u"copies"_qs)->maximum, std::optional<qint64>(9));
        QCOMPARE(first.papers.size(), 1);
        QCOMPARE(first.papers[0].kinds, QList<PaperKind>{PaperKind::OriginalSeen});
        QCOMPARE(first.paper(u"paper"_qs)->requiredIf, (Condition{u"kind"_qs, {u"b"_qs}}));
        QCOMPARE(first.fees[0].unitPrice, Money{8000});
        QCOMPARE(first.fees[0].quantityField, u"copies"_qs);
        QCOMPARE(first.resultName(), u"Giấy"_qs);
        QCOMPARE(m_catalogue.calendar().sessions().size(), 2);
        QVERIFY(m_catalogue.calendar().isWorkingDay(QDate(2026, 1, 10)));
    }

    void picksTheGrammarByTheUnitsOwnCode()
    {
        QCOMPARE(m_catalogue.codeGrammar(u"ABC"_qs)->id, u"plain"_qs);
        QCOMPARE(m_catalogue.codeGrammar(u"ABCD"_qs).error().code, ErrorCode::NotFound);
    }

    void knowsHowOtherCodesAreWritten()
    {
        QCOMPARE(m_catalogue.codePatterns().size(), 3);
        QCOMPARE(m_catalogue.codePatterns()[0].kind, CodePattern::Kind::Procedure);
        QCOMPARE(m_catalogue.codePatterns()[0].standing, CodePattern::Standing::Usual);
        QCOMPARE(m_catalogue.codePatterns()[2].standing, CodePattern::Standing::Deviant);
        QVERIFY(m_catalogue.codePatterns()[0].takes(u"9.123456"_qs));
        QVERIFY(!m_catalogue.codePatterns()[0].takes(u"9.12345６"_qs));
        QVERIFY(!m_catalogue.codePatterns()[0].takes(u"9.123456\n"_qs));
    }

    void namesABankAndForgivesAnUnknownOne()
    {
        QCOMPARE(m_catalogue.bank(u"970000"_qs)->name, u"Ngân hàng Thử"_qs);
        QCOMPARE(m_catalogue.bank(u"970001"_qs).error().code, ErrorCode::NotFound);
    }

    void anEmptyCatalogueKnowsNothing()
    {
        const auto none = Catalogue::fromFiles({});
        QVERIFY(none);
        QCOMPARE(none->procedure(u"9.000001"_qs, QDate(2026, 1, 1)).error().code, ErrorCode::NotFound);
        QVERIFY(!none->calendar().covers(QDate(2026, 1, 1)));
    }
};

QTEST_APPLESS_MAIN(tst_Catalogue)
#include "tst_Catalogue.moc"
