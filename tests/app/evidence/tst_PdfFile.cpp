// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evidence/PdfFile.h"
#include "app/documents/SheetPdf.h"

#include <QPainter>
#include <QTest>

using namespace motcua;
using namespace motcua::evidence;

/** Our own PDFs are read and written on; whatever else there is, is refused and hurts nobody. */
class tst_PdfFile : public QObject
{
    Q_OBJECT

private:
    /** Its objects, and a table of where they are. */
    [[nodiscard]] static QByteArray file(const QList<QByteArray> &objects, const QByteArray &more = {})
    {
        QByteArray pdf = "%PDF-1.7\n";
        QByteArray table = "0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
        for (qsizetype i = 0; i < objects.size(); ++i) {
            table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
            pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
        }
        const qsizetype at = pdf.size();
        return pdf + "xref\n" + table + "trailer\n<< /Size " + QByteArray::number(objects.size() + 1) + " /Root 1 0 R" + more + " >>\nstartxref\n"
            + QByteArray::number(at) + "\n%%EOF";
    }

private Q_SLOTS:
    void valuesAreRead()
    {
        const auto read = dictionaryOf("<< /A (in \\) brackets (and) more) /B [1 0 R <</C/D>> 3 4 R]/E<AB>/F 12 0 R % said aside\n /G true >>");
        QVERIFY(read);
        QCOMPARE(valueIn(*read, "A"), "(in \\) brackets (and) more)");
        QCOMPARE(valueIn(*read, "E"), "<AB>");
        QCOMPARE(referenceOf(valueIn(*read, "F")), 12);
        QCOMPARE(valueIn(*read, "G"), "true");
        QCOMPARE(valueIn(*read, "none"), "");
        const auto array = arrayOf(valueIn(*read, "B"));
        QVERIFY(array);
        QCOMPARE(*array, (QList<QByteArray>{"1 0 R", "<</C/D>>", "3 4 R"}));
        QCOMPARE(referenceOf("12"), 0);
    }

    void noValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "<<", ">>", "<< /A >>", "<< A 1 >>", "<< /A (no end >>", "<< /A [1 2 >>", "<< /A << /B 1 >>", "[1 2", "<< /A ) >>"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void noValues()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!dictionaryOf(text));
        QVERIFY(!arrayOf(text));
    }

    void numbersAreChangedInReferencesAlone()
    {
        const auto plus = [](int number) { return number + 100; };
        QCOMPARE(renumbered("<< /F1 1 0 R /A [2 0 R 3 0] /S (4 0 R) /H <50> >>\nstream\n6 0 R\nendstream", plus),
            "<</F1 101 0 R /A [102 0 R 3 0 ] /S (4 0 R) /H <50> >> stream\n6 0 R\nendstream");
    }

    void objectsAreFound()
    {
        const auto read = PdfFile::of(file({"<< /Type /Catalog >>", "<< /Length 3 0 R >>\nstream\nendstream x\nendstream", "11", "[1 0 R]"}));
        QVERIFY(read);
        QCOMPARE(read->object(1), "<< /Type /Catalog >>");
        QCOMPARE(read->object(2), "<< /Length 3 0 R >>\nstream\nendstream x\nendstream");
        QCOMPARE(read->resolved("4 0 R"), "[1 0 R]");
        QCOMPARE(read->resolved("(text)"), "(text)");
        QCOMPARE(read->object(5), "");
        QCOMPARE(read->size(), 5);
    }

    void whatGoesRoundInACircleEnds()
    {
        const auto read = PdfFile::of(file({"<< /Length 1 0 R >>\nstream\nendstream", "<< /Length 3 0 R >>\nstream\nx\nendstream", "<< /Length 2 0 R >>\nstream\nx\nendstream"}));
        QVERIFY(read);
        QCOMPARE(read->object(1), "");
        QCOMPARE(read->object(2), "");
        const QByteArray itself = file({"<< >>"});
        const QByteArray table = QByteArray::number(itself.indexOf("xref"));
        QVERIFY(!PdfFile::of(file({"<< >>"}, " /Prev " + table)));
        QVERIFY(!PdfFile::of(file({"<< >>"}, " /Prev 5")));
    }

    void aRevisionStandsAfterWhatWasThere()
    {
        const QByteArray before = file({"<< /Type /Catalog >>", "(old)"});
        const auto read = PdfFile::of(before);
        QVERIFY(read);
        PdfRevision revision(*read);
        revision.set(2, "(new)");
        const int added = revision.add("(more)");
        QCOMPARE(added, 3);
        const QByteArray after = revision.whole(QByteArray(16, 'i')).pdf;
        QVERIFY(after.startsWith(before));
        const auto again = PdfFile::of(after);
        QVERIFY(again);
        QCOMPARE(again->object(1), "<< /Type /Catalog >>");
        QCOMPARE(again->object(2), "(new)");
        QCOMPARE(again->object(3), "(more)");
        QCOMPARE(again->size(), 4);
        QCOMPARE(referenceOf(valueIn(again->trailer(), "Root")), 1);
    }

    void brokenOnesHurtNobody()
    {
        const auto whole = SheetPdf::drawn(QPageSize(QPageSize::A6), QStringLiteral("paper"), [](QPainter &painter) { painter.drawText(900, 900, QStringLiteral("x")); });
        QVERIFY(whole);
        const QByteArray table = whole->sliced(whole->lastIndexOf("xref\n0"));
        const qsizetype tableAt = whole->size() - table.size();
        int read = 0;
        for (qsizetype at = 0; at < table.size(); ++at) {
            for (const char c : {'\0', '9', '<', '(', 'R', '\x80'}) {
                QByteArray broken = *whole;
                broken[tableAt + at] = c;
                if (const auto file = PdfFile::of(broken)) {
                    for (int number = 0; number < qMin(file->size(), 50); ++number) {
                        (void)dictionaryOf(file->object(number));
                    }
                    ++read;
                }
            }
            (void)PdfFile::of(whole->first(tableAt + at));
        }
        QVERIFY(read > 0);
    }
};

QTEST_MAIN(tst_PdfFile)
#include "tst_PdfFile.moc"
