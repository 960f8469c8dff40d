// SPDX-License-Identifier: GPL-3.0-or-later
#include "SlipSamples.h"

#include "app/documents/SlipDocument.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;

namespace {

/** Makes this process see `fonts` and no others; before the first QGuiApplication. */
bool confineFontsTo(const QTemporaryDir &dir, const QStringList &fonts)
{
    bool copied = true;
    for (const QString &font : fonts) {
        copied = QFile::copy(u"/usr/share/fonts/truetype/noto/"_qs + font, dir.filePath(font)) && copied;
    }
    QFile config(dir.filePath(u"fonts.conf"_qs));
    const QByteArray xml = "<?xml version=\"1.0\"?><fontconfig><dir>" + dir.path().toUtf8() + "</dir><cachedir>" + dir.path().toUtf8()
        + "/cache</cachedir></fontconfig>";
    copied = config.open(QIODevice::WriteOnly) && config.write(xml) == xml.size() && copied;
    return qputenv("FONTCONFIG_FILE", config.fileName().toUtf8()) && copied;
}

} // namespace

/** What happens on a machine that lacks fonts: a sentence, never a sheet in another hand. */
class tst_SlipFonts : public QObject
{
    Q_OBJECT

public:
    QString withoutPlatform; ///< what render() said before there was a QGuiApplication

private Q_SLOTS:
    void needsAGraphicsPlatform() { QCOMPARE(withoutPlatform, u"fonts: the program was started without a graphics platform"_qs); }

    void namesTheFamilyThatIsMissing()
    {
        const auto form = SlipTemplate::load(samples::receiptPath());
        QVERIFY(form);
        const auto pdf = SlipDocument::render(*form, samples::visit());
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, ErrorCode::RenderFailed);
        QCOMPARE(pdf.error().detail, u"fonts: Noto Sans is not installed"_qs);
    }
};

int main(int argc, char *argv[])
{
    tst_SlipFonts test;
    {
        const QCoreApplication core(argc, argv);
        const auto form = SlipTemplate::load(samples::receiptPath());
        const auto pdf = form ? SlipDocument::render(*form, samples::visit()) : Result<QByteArray>(form.error());
        test.withoutPlatform = pdf ? u"rendered"_qs : pdf.error().detail;
    }
    const QTemporaryDir dir;
    if (!confineFontsTo(dir, {u"NotoSerif-Regular.ttf"_qs, u"NotoSerif-Bold.ttf"_qs, u"NotoSerif-Italic.ttf"_qs})) {
        qFatal("the fonts of the test are not there: install the package fonts-noto-core");
    }
    const QGuiApplication app(argc, argv);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_SlipFonts.moc"
