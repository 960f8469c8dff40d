// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/DeclarationDocument.h"
#include "tests/resources/Samples.h"

#include <QDir>
#include <QGuiApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtConcurrent>

using namespace motcua;

/** Each shipped declaration as others see it: the text and the marks are read out of the file itself by poppler. */
class tst_DeclarationDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"pdftotext"_qs).isEmpty(), "pdftotext is missing: install the package poppler-utils");
    }

    void saysWhatTheOfficialSheetSays_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("sample"); // empty: nothing was answered
        QTest::addColumn<QString>("changes");
        QTest::addColumn<int>("pages");
        const QString minority = u"H’Lan Ê̆ban Ƀuôn Krông Čư̆"_qs;
        QTest::addRow("birth") << u"1.001193"_qs << u"complete"_qs << u"requester.name=%1; mother.name=%1; child[1].name=K’Brôi Ê̆ñuôl"_qs.arg(minority) << 1;
        QTest::addRow("birth-no-father") << u"1.001193"_qs << u"father-absent"_qs << QString() << 1;
        QTest::addRow("birth-twins") << u"1.001193"_qs << u"twins"_qs << QString() << 2;
        QTest::addRow("birth-empty") << u"1.001193"_qs << QString() << QString() << 1;
        QTest::addRow("extract") << u"2.000635"_qs << u"complete"_qs << QString() << 1;
        QTest::addRow("extract-fingerprint") << u"2.000635"_qs << u"fingerprint"_qs
                                             << u"signature.witness=%1; signature.witnessNumber=000307012345"_qs.arg(minority) << 1;
        QTest::addRow("extract-empty") << u"2.000635"_qs << QString() << QString() << 1;
        QTest::addRow("household-business") << u"1.001612"_qs << u"family"_qs << QString() << 2;
        QTest::addRow("household-business-oral") << u"1.001612"_qs << u"complete"_qs << u"signature.manner=oral; signature.readBack=1"_qs << 2;
        QTest::addRow("household-business-empty") << u"1.001612"_qs << QString() << QString() << 2;
        QTest::addRow("residence") << u"1.004194"_qs << u"family"_qs
                                   << u"signature.manner=fingerprint; signature.witness=%1; members[1].name=Hơ %1 Niê Kđăm"_qs.arg(minority) << 1;
        QTest::addRow("residence-twelve") << u"1.004194"_qs << u"family"_qs << twelve() << 2;
        QTest::addRow("residence-empty") << u"1.004194"_qs << QString() << QString() << 1;
    }
    void saysWhatTheOfficialSheetSays()
    {
        QFETCH(QString, code);
        QFETCH(QString, sample);
        QFETCH(QString, changes);
        QFETCH(int, pages);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        test::Sample one(code, sample.isEmpty() ? u"complete"_qs : sample);
        if (sample.isEmpty()) {
            one.clear();
        }
        one.change(changes);
        const auto pdf = DeclarationDocument::render(one.printedBlocks(), one.procedure().declaration, marks());
        QVERIFY2(pdf, qPrintable(pdf ? QString() : pdf.error().detail));
        QCOMPARE(pdf->pages, pages);
        lookAt(one, name);
        const QString text = read(pdf->bytes);
        QFile expected(QStringLiteral(MOTCUA_TEST_DATA "/declarations/") + name + u".txt"_qs);
        if (const QString folder = qEnvironmentVariable("MOTCUA_SHEETS"); !folder.isEmpty()) {
            QFile seen(folder + u'/' + name + u".txt"_qs); // to be read against the form before it takes the place of the old one
            QVERIFY(seen.open(QIODevice::WriteOnly) && seen.write(text.toUtf8()) >= 0);
        }
        QVERIFY2(expected.open(QIODevice::ReadOnly), qPrintable(expected.fileName()));
        QCOMPARE(text, QString::fromUtf8(expected.readAll()));
    }

    void twelveMembersTurnThePageWithTheirHead_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addRow("temporary residence") << u"1.004194"_qs;
        QTest::addRow("household business") << u"1.001612"_qs;
    }
    void twelveMembersTurnThePageWithTheirHead()
    {
        QFETCH(QString, code);
        test::Sample one(code, u"family"_qs);
        one.change(twelve());
        const QStringList pages = read(rendered(one)).split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(pages.size(), 2);
        for (int page = 0; page < 2; ++page) {
            QVERIFY2(pages.at(page).contains(u"năm sinh   tính"_qs) || pages.at(page).contains(u"năm sinh   cá nhân"_qs), qPrintable(pages.at(page)));
            QVERIFY(pages.at(page).contains(u"Trang %1/2"_qs.arg(page + 1)));
            QVERIFY(pages.at(page).contains(u"· 3F9A2C"_qs));
        }
        for (int member = 1; member <= 12; ++member) {
            QCOMPARE(pages.join(u' ').count(u"0001990123%1"_qs.arg(member, 2, 10, QLatin1Char('0'))), 1);
        }
    }

    void isPdfA1bWithItsFontsInside()
    {
        const QByteArray pdf = rendered(test::Sample(u"1.001612"_qs, u"family"_qs));
        QVERIFY(pdf.startsWith("%PDF-1.4"));
        QVERIFY(pdf.contains("pdfaid:part=\"1\"") && pdf.contains("pdfaid:conformance=\"B\"") && pdf.contains("/GTS_PDFA1"));
        QVERIFY(!pdf.contains("/Encrypt") && !pdf.contains("/S /Transparency"));
        const QStringList fonts = run(u"pdffonts"_qs, {write(pdf)}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(fonts.size() >= 4);
        for (const QString &font : fonts) {
            const QStringList columns = font.simplified().split(u' ');
            QVERIFY2(columns.at(0).contains(u"NotoS"), qPrintable(font)); // the boxes too
            QCOMPARE(columns.at(columns.size() - 5), u"yes"_qs); // emb
            QCOMPARE(columns.at(columns.size() - 3), u"yes"_qs); // uni
        }
        QVERIFY(run(u"pdfinfo"_qs, {write(pdf)}).contains(u"(A4)"));
    }

    void keepsPersonsOutOfTheMetadata()
    {
        const test::Sample one(u"1.001193"_qs, u"complete"_qs);
        const QByteArray pdf = rendered(one);
        const QString info = run(u"pdfinfo"_qs, {write(pdf)}) + run(u"pdfinfo"_qs, {u"-meta"_qs, write(pdf)});
        QVERIFY(info.contains(one.procedure().declaration.name));
        for (const QString &personal : {u"Hoa"_qs, u"TRẦN BẢO AN"_qs, u"Trần Văn Bình"_qs, u"000195012345"_qs}) {
            QVERIFY2(!info.contains(personal), qPrintable(personal));
            QVERIFY(!pdf.contains(personal.toUtf8()));
        }
    }

    void saysOnEveryPageThatItIsTraining()
    {
        test::Sample one(u"1.004194"_qs, u"family"_qs);
        one.change(twelve());
        DeclarationMarks training = marks();
        training.training = true;
        const auto pdf = DeclarationDocument::render(one.printedBlocks(), one.procedure().declaration, training);
        QVERIFY(pdf);
        const QStringList pages = read(pdf->bytes).split(u'\f', Qt::SkipEmptyParts);
        QCOMPARE(pages.size(), 2);
        for (const QString &page : pages) {
            QVERIFY(page.contains(u"TẬP HUẤN, không có giá trị pháp lý"_qs));
        }
        QVERIFY(!read(rendered(one)).contains(u"TẬP HUẤN"_qs));
        const auto grey = [&one](const DeclarationMarks &worn) {
            const auto pictures = DeclarationDocument::pictures(one.printedBlocks(), one.procedure().declaration, worn, 30);
            int dots = 0;
            for (int y = 0; pictures && y < pictures->constFirst().height(); ++y) {
                for (int x = 0; x < pictures->constFirst().width(); ++x) {
                    dots += pictures->constFirst().pixelColor(x, y).lightness() == 0xe6 ? 1 : 0;
                }
            }
            return dots;
        };
        QVERIFY(grey(training) > 20 * grey(marks()) + 1000);
    }

    void leavesDotsForThePenButNotWhereNobodyIsToWrite()
    {
        const QString father = u"Họ, chữ đệm, tên người cha:"_qs;
        test::Sample one(u"1.001193"_qs, u"complete"_qs);
        one.change(u"father.name="_qs);
        QVERIFY2(read(rendered(one)).contains(father + u" ...."_qs), qPrintable(read(rendered(one))));
        const QString absent = read(rendered(test::Sample(u"1.001193"_qs, u"father-absent"_qs)));
        QVERIFY2(absent.contains(father + u'\n'), qPrintable(absent));
    }

    void wrapsAndNeverClips_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("150 letters") << u"Công Tằng Tôn Nữ Huyền Trân Nguyễn Phúc Hoài Thương "_qs.repeated(3).left(150).trimmed();
        QTest::addRow("150 letters without a space") << QString(150, u'Ư');
        QTest::addRow("K’Brôi") << u"K’Brôi"_qs;
        QTest::addRow("Ê Đê") << u"H’Lan Ê̆ñuôl Kbuôr Ƀuôn Čư̆"_qs;
        QTest::addRow("every letter of the highlands") << u"ƀɃčČĕĔê\u0306Ê\u0306ĭĬñÑŏŎô\u0306Ô\u0306ơ\u0306Ơ\u0306ŭŬư\u0306Ư\u0306’"_qs;
    }
    void wrapsAndNeverClips()
    {
        QFETCH(QString, name);
        test::Sample one(u"1.004194"_qs, u"family"_qs);
        one.change(u"person.name=%1; members[1].name=%1; members[2].relation=%1; signature.manner=fingerprint; signature.witness=%1"_qs.arg(name));
        const QByteArray pdf = rendered(one);
        const auto squeezed = [](QString text) { return text.normalized(QString::NormalizationForm_C).remove(QRegularExpression(u"\\s"_qs)); };
        const QString text = squeezed(run(u"pdftotext"_qs, {u"-raw"_qs, write(pdf), u"-"_qs}));
        QVERIFY2(text.contains(squeezed(name)) && text.contains(squeezed(name.toUpper())), qPrintable(text));
        // Nothing is drawn in the margins, where it would be cut off or punched.
        const auto pages = DeclarationDocument::pictures(one.printedBlocks(), one.procedure().declaration, marks(), 100);
        QVERIFY(pages);
        const auto dots = [](double millimetres) { return qRound(millimetres / 25.4 * 100); };
        for (const QImage &page : *pages) {
            const QRect inside(QPoint(dots(30) - 2, dots(20) - 2), QPoint(page.width() - dots(15) + 2, page.height() - dots(15) + 2));
            for (int y = 0; y < page.height(); ++y) {
                for (int x = 0; x < page.width(); ++x) {
                    QVERIFY2(inside.contains(x, y) || page.pixelColor(x, y).lightness() > 200, qPrintable(u"%1,%2"_qs.arg(x).arg(y)));
                }
            }
        }
    }

    void neverLeavesSignaturesAlone()
    {
        bool broken = false; // the end of the page passes through the lines before the signatures
        for (int members = 1; members <= 24; ++members) {
            test::Sample one(u"1.004194"_qs, u"family"_qs);
            one.change(u"members=%1"_qs.arg(members));
            for (int member = 1; member <= members; ++member) {
                one.change(u"members[%1].name=Y Nam"_qs.arg(member));
            }
            const QStringList pages = read(rendered(one)).split(u'\f', Qt::SkipEmptyParts);
            for (const QString &page : pages) {
                QVERIFY2(!page.contains(u"NGƯỜI KÊ KHAI"_qs) || (page.contains(u"Hòa An, ngày"_qs) && page.contains(u"Y Nam"_qs)), qPrintable(page));
            }
            broken = broken || (pages.size() == 2 && pages.at(1).contains(u"NGƯỜI KÊ KHAI"_qs));
        }
        QVERIFY(broken);
    }

    void refusesALetterNoFontHas()
    {
        test::Sample one(u"2.000635"_qs, u"complete"_qs);
        one.change(u"record.name=\U0010FFFD"_qs);
        const auto pdf = DeclarationDocument::render(one.printedBlocks(), one.procedure().declaration, marks());
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, ErrorCode::RenderFailed);
        QVERIFY(!pdf.error().detail.isEmpty());
    }

    void rendersOnSeveralThreadsAtOnce()
    {
        const test::Sample one(u"1.001193"_qs, u"complete"_qs);
        const QList<PrintedBlock> blocks = one.printedBlocks();
        const DeclarationLayout layout = one.procedure().declaration;
        QList<int> rounds(8);
        const QList<QByteArray> pdfs = QtConcurrent::blockingMapped(rounds, [&](int) {
            const auto pdf = DeclarationDocument::render(blocks, layout, marks());
            return pdf ? pdf->bytes : QByteArray();
        });
        const QString expected = read(rendered(one));
        for (const QByteArray &pdf : pdfs) {
            QCOMPARE(read(pdf), expected);
        }
    }

private:
    static DeclarationMarks marks()
    {
        SlipWording wording;
        wording.footRight = u"Trang {page}/{pages}"_qs;
        wording.training = u"TẬP HUẤN, không có giá trị pháp lý"_qs;
        wording.trainingWatermark = u"TẬP HUẤN"_qs;
        return {u"3F9A2C"_qs, false, wording};
    }

    static QString twelve()
    {
        QStringList changes{u"members=12"_qs};
        for (int member = 1; member <= 12; ++member) {
            changes.append(u"members[%1].name=Công Tằng Tôn Nữ Huyền Trân K’Brôi; members[%1].birth=3/4/1999; members[%1].sex=female; "
                           "members[%1].personalNumber=0001990123%2"_qs.arg(member).arg(member, 2, 10, QLatin1Char('0')));
        }
        return changes.join(u"; "_qs);
    }

    static QByteArray rendered(const test::Sample &one)
    {
        const auto pdf = DeclarationDocument::render(one.printedBlocks(), one.procedure().declaration, marks());
        if (!pdf) {
            qWarning() << pdf.error().detail;
            return {};
        }
        return pdf->bytes;
    }

    /** The text of a file in the order it stands on the sheet, the air between columns and the dots of a line cut short. */
    QString read(const QByteArray &pdf) const
    {
        QString text = run(u"pdftotext"_qs, {u"-layout"_qs, write(pdf), u"-"_qs}).normalized(QString::NormalizationForm_C);
        static const QRegularExpression air(u" {3,}"_qs);
        static const QRegularExpression dots(u"\\.{4,}"_qs);
        static const QRegularExpression edge(u"^ +| +$"_qs, QRegularExpression::MultilineOption);
        static const QRegularExpression empty(u"\n{2,}"_qs);
        return text.remove(edge).replace(air, u"   "_qs).replace(dots, u"...."_qs).replace(empty, u"\n"_qs);
    }

    /** Saves the pages as pictures in the folder MOTCUA_SCREENSHOTS; does nothing when that is not set. */
    static void lookAt(const test::Sample &one, const QString &name)
    {
        const QString folder = qEnvironmentVariable("MOTCUA_SCREENSHOTS");
        const auto pages = DeclarationDocument::pictures(one.printedBlocks(), one.procedure().declaration, marks(), folder.isEmpty() ? 20 : 80);
        QVERIFY(pages && !pages->isEmpty());
        for (qsizetype page = 0; !folder.isEmpty() && page < pages->size(); ++page) {
            QVERIFY(pages->at(page).save(u"%1/declaration-%2-%3.png"_qs.arg(folder, name).arg(page + 1)));
        }
    }

    QString write(const QByteArray &pdf) const
    {
        const QString path = m_dir.filePath(u"%1.pdf"_qs.arg(++m_files));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size() ? path : QString();
    }

    static QString run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QTemporaryDir m_dir;
    mutable int m_files = 0;
};

QTEST_MAIN(tst_DeclarationDocument)
#include "tst_DeclarationDocument.moc"
