// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/SeparatorSheets.h"

#include "app/documents/SlipDocument.h"
#include "models/base/VietnamTime.h"
#include "models/catalogue/Procedure.h"
#include "models/scan/StackSort.h"
#include "tests/app/documents/SheetText.h"
#include "tests/app/documents/SlipSamples.h"

#define ZX_USE_UTF8 1 // text() answers std::string, as it will everywhere from the next release on
#include <ZXing/ReadBarcode.h>

#include <QTest>

using namespace motcua;

namespace {

QString separatorRead(const QImage &page)
{
    const QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    return QString::fromStdString(ZXing::ReadBarcode(view, hints).text());
}

Procedure separatedProcedure(bool yields)
{
    Procedure procedure;
    procedure.code = QStringLiteral("1.001193");
    procedure.name = QStringLiteral("Đăng ký khai sinh");
    procedure.papers = {{.id = QStringLiteral("declaration"), .name = QStringLiteral("Tờ khai đăng ký khai sinh")},
        {.id = QStringLiteral("authority-of-a-parent-who-is-not-here"), .name = QStringLiteral("Văn bản ủy quyền được chứng thực, trường hợp ủy quyền thực hiện việc đăng ký khai sinh")}};
    if (yields) {
        procedure.results = {{QStringLiteral("KQ.G15.000342"), QStringLiteral("Giấy khai sinh")}};
    }
    return procedure;
}

} // namespace

/** The sheets between the papers of a stack: one for each paper, and their codes are read at the resolution that is scanned at least. */
class tst_SeparatorSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPaperHasOneThatIsReadAgain_data()
    {
        QTest::addColumn<bool>("yields");
        QTest::addColumn<bool>("training");
        QTest::newRow("papers alone") << false << false;
        QTest::newRow("and a result") << true << false;
        QTest::newRow("in training") << true << true;
    }
    void eachPaperHasOneThatIsReadAgain()
    {
        QFETCH(bool, yields);
        QFETCH(bool, training);
        const Procedure procedure = separatedProcedure(yields);
        const Result<SlipTemplate> form = SlipTemplate::load(samples::slipsFolder() + u"/separator.json"_qs);
        QVERIFY2(form, form ? "" : qPrintable(form.error().detail));
        QCOMPARE(form->form(), SeparatorForm);
        QStringList papers;
        for (const SlipValues &sheet : separatorSheets(procedure, vietnamTime(QDate(2026, 11, 23), QTime(9, 0)), training)) {
            const Result<QList<QImage>> pages = SlipDocument::pictures(*form, sheet, 200);
            QVERIFY2(pages, pages ? "" : qPrintable(pages.error().detail));
            QCOMPARE(pages->size(), 1);
            const SeparatorCode code = SeparatorCode::of(separatorRead(pages->constFirst()));
            QCOMPARE(code.procedure, procedure.code);
            papers.append(code.paper);
            const Result<QByteArray> pdf = SlipDocument::render(*form, sheet);
            QVERIFY(pdf);
            QVERIFY2(samples::plainText(*pdf).contains(sheet.papers.constFirst()), qPrintable(samples::plainText(*pdf)));
        }
        QStringList should{u"declaration"_qs, u"authority-of-a-parent-who-is-not-here"_qs};
        if (yields) {
            should.append(u"result"_qs);
        }
        QCOMPARE(papers, should);
    }

    void aProcedureWithoutPapersHasNone() { QVERIFY(separatorSheets({}, vietnamTime(QDate(2026, 11, 23), QTime(9, 0)), false).isEmpty()); }
};

QTEST_MAIN(tst_SeparatorSheets)
#include "tst_SeparatorSheets.moc"
