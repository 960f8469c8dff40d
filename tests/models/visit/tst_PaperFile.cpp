// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/visit/PaperFile.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::PaperFile)

class tst_PaperFile : public QObject
{
    Q_OBJECT

private:
    static PaperFile brought() { return {u"a1.n.k.9"_qs, u"image/jpeg"_qs, 9, QString(64, u'7'), u"ảnh.jpg"_qs}; }
    static PaperFile copied()
    {
        return {u"a1.c.k.90"_qs, u"application/pdf"_qs, 90, QString(64, u'8'), {}, u"scan"_qs, 2, 300, CopySigned{u"Ủy ban nhân dân phường Hòa An"_qs, vietnamTime({2026, 11, 23}, {14, 52})}};
    }
    static PaperFile drawn()
    {
        PaperFile file = brought();
        file.mediaType = u"application/pdf"_qs;
        file.source = u"citizenScreen"_qs;
        file.drawn = DrawnSignature{vietnamTime({2026, 11, 23}, {14, 52}), QString(64, u'9')};
        return file;
    }
    static PaperFile reused()
    {
        PaperFile file = copied();
        file.reuse = PaperReuse{Id::fromString(u"018f5e66-0000-7000-8000-000000000001"_qs), u"H26.31.05-261123-0301"_qs, vietnamTime({2026, 11, 23}, {8, 0}).toMSecsSinceEpoch(),
            u"residence"_qs, PaperKind::CertifiedCopy, u"2.000635 Cấp bản sao"_qs, u"còn hạn"_qs};
        return file;
    }

private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<PaperFile>("file");
        QTest::newRow("brought") << brought();
        QTest::newRow("a signed copy") << copied();
        PaperFile plain = copied();
        plain.signature.reset();
        plain.dpi = 0;
        QTest::newRow("a copy nobody signed, of photographs") << plain;
        QTest::newRow("signed on the citizen's screen") << drawn();
        QTest::newRow("filed before") << reused();
        PaperFile silent = reused();
        silent.reuse->purpose.clear();
        silent.reuse->note.clear();
        QTest::newRow("filed before, and nothing said of it yet") << silent;
    }
    void comesBackAsItWas()
    {
        QFETCH(PaperFile, file);
        const Result<PaperFile> read = PaperFile::fromJson(file.toJson());
        QVERIFY(read);
        QCOMPARE(*read, file);
        QVERIFY(!file.details().contains(u"name"));
        QVERIFY(!file.details().contains(u"attachment"));
    }

    void theJournalIsToldOfAFileAsEver()
    {
        QCOMPARE(brought().details(), (QJsonObject{{u"source"_qs, u"file"_qs}, {u"mediaType"_qs, u"image/jpeg"_qs}, {u"bytes"_qs, 9}, {u"sha256"_qs, QString(64, u'7')}}));
        QVERIFY(!brought().toJson().contains(u"source")); // drafts neither
    }

    void theJournalIsToldOfACopy()
    {
        QCOMPARE(copied().details(),
            (QJsonObject{{u"source"_qs, u"scan"_qs}, {u"mediaType"_qs, u"application/pdf"_qs}, {u"bytes"_qs, 90}, {u"sha256"_qs, QString(64, u'8')}, {u"pages"_qs, 2}, {u"dpi"_qs, 300},
                {u"signed"_qs, QJsonObject{{u"by"_qs, u"Ủy ban nhân dân phường Hòa An"_qs}, {u"at"_qs, u"2026-11-23T14:52:00+07:00"_qs}}}}));
        PaperFile plain = copied();
        plain.signature.reset();
        plain.dpi = 0;
        QVERIFY(!plain.details().contains(u"signed"));
        QVERIFY(!plain.details().contains(u"dpi"));
    }

    void theJournalIsToldWhereItWasFiledBefore()
    {
        QCOMPARE(reused().details().value(u"reused").toObject(),
            (QJsonObject{{u"dossier"_qs, u"018f5e66-0000-7000-8000-000000000001"_qs}, {u"code"_qs, u"H26.31.05-261123-0301"_qs}, {u"receivedAt"_qs, u"2026-11-23T08:00:00+07:00"_qs},
                {u"paper"_qs, u"residence"_qs}, {u"kind"_qs, u"certifiedCopy"_qs}, {u"purpose"_qs, u"2.000635 Cấp bản sao"_qs}, {u"note"_qs, u"còn hạn"_qs}}));
        QVERIFY(!copied().details().contains(u"reused"));
    }

    void whatIsNoFileIsMalformed_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("without bytes") << u"attachment"_qs << QJsonValue(QString());
        QTest::newRow("of no kind") << u"mediaType"_qs << QJsonValue(QString());
        QTest::newRow("empty") << u"bytes"_qs << QJsonValue(0);
        QTest::newRow("from elsewhere") << u"source"_qs << QJsonValue(u"fax"_qs);
        QTest::newRow("fewer pages than none") << u"pages"_qs << QJsonValue(-1);
        QTest::newRow("fewer dots than none") << u"dpi"_qs << QJsonValue(-1);
        QTest::newRow("filed before nowhere") << u"reused"_qs << QJsonValue(QJsonObject{{u"code"_qs, u"x"_qs}});
        QTest::newRow("signed at no time") << u"signed"_qs << QJsonValue(QJsonObject{{u"by"_qs, u"x"_qs}});
    }
    void whatIsNoFileIsMalformed()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = reused().toJson();
        QVERIFY(json.contains(member));
        json.insert(member, value);
        const Result<PaperFile> read = PaperFile::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::EntryMalformed);
    }
};

QTEST_GUILESS_MAIN(tst_PaperFile)
#include "tst_PaperFile.moc"
