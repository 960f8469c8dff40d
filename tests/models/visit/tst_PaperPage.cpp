// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/PaperPage.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::PaperPage)

class tst_PaperPage : public QObject
{
    Q_OBJECT

private:
    static PaperPage whole() { return {u"a1.n.k.9"_qs, u"a1.t.k.3"_qs, QString(64, u'7'), {2480, 3508}, 300, true, true, u"scan"_qs}; }

private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<PaperPage>("page");
        QTest::newRow("all of it") << whole();
        PaperPage plain = whole();
        plain.isColour = plain.isBlank = false;
        plain.source = u"file"_qs;
        QTest::newRow("grey, and brought") << plain;
        plain.dpi = 0;
        QTest::newRow("of a telephone") << plain;
        plain.thumbnail.clear();
        plain.pixels = {0, 0};
        QTest::newRow("as it came") << plain;
    }
    void comesBackAsItWas()
    {
        QFETCH(PaperPage, page);
        const Result<PaperPage> read = PaperPage::fromJson(page.toJson());
        QVERIFY(read);
        QCOMPARE(*read, page);
        const Result<QList<PaperPage>> both = paperPages(toJson(QList<PaperPage>{page, whole()}));
        QVERIFY(both);
        QCOMPARE(*both, (QList<PaperPage>{page, whole()}));
    }

    void whatIsNoPageIsMalformed_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("without bytes") << u"attachment"_qs << QJsonValue(QString());
        QTest::newRow("a digest too short") << u"sha256"_qs << QJsonValue(QString(63, u'7'));
        QTest::newRow("a digest of other letters") << u"sha256"_qs << QJsonValue(QString(64, u'g'));
        QTest::newRow("a width below nothing") << u"width"_qs << QJsonValue(-1);
        QTest::newRow("a height that is no number") << u"height"_qs << QJsonValue(u"3508"_qs);
        QTest::newRow("dots below nothing") << u"dpi"_qs << QJsonValue(-300);
        QTest::newRow("from nowhere") << u"source"_qs << QJsonValue(QString());
        QTest::newRow("from elsewhere") << u"source"_qs << QJsonValue(u"fax"_qs);
    }
    void whatIsNoPageIsMalformed()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = whole().toJson();
        QVERIFY(json.contains(member));
        json.insert(member, value);
        const Result<PaperPage> read = PaperPage::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::EntryMalformed);
        QVERIFY(!paperPages(QJsonArray{whole().toJson(), json}));
        QVERIFY(!paperPages(QJsonArray{1}));
    }
};

QTEST_GUILESS_MAIN(tst_PaperPage)
#include "tst_PaperPage.moc"
