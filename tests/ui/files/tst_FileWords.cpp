// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"
#include "ui/files/FileWords.h"

#include <QCoreApplication>
#include <QTest>

using namespace motcua;

/** What is said of files that were brought. */
class tst_FileWords : public QObject
{
    Q_OBJECT

    static FileOutcome failed(const QString &name, ErrorCode code, const QString &detail = {}) { return {name, {}, Error{code, detail}}; }

private Q_SLOTS:
    void tellsWhatBecameOfEach_data()
    {
        QTest::addColumn<QList<FileOutcome>>("outcomes");
        QTest::addColumn<Notice::Kind>("kind");
        QTest::addColumn<QStringList>("says");
        QTest::addRow("one taken") << QList<FileOutcome>{{u"a.pdf"_qs, {}, {}}} << Notice::Kind::Told << QStringList({u"1 file taken in for: Tờ khai"_qs});
        QTest::addRow("only the pages are kept") << QList<FileOutcome>{{u"a.pdf"_qs, {}, {}, true}, {u"b.pdf"_qs, {}, {}, false}} << Notice::Kind::Told
                                                 << QStringList({u"2 files taken in for: Tờ khai"_qs, u"Of 1 of them a copy with nothing but its pages is kept"_qs});
        QTest::addRow("it could act, and is signed") << QList<FileOutcome>{failed(u"a.pdf"_qs, ErrorCode::FileUnsafe)} << Notice::Kind::Warning << QStringList({u"Print it and scan it"_qs});
        QTest::addRow("too large, with the limit")
            << QList<FileOutcome>{failed(u"to.pdf"_qs, ErrorCode::FileTooLarge, u"20971520"_qs)} << Notice::Kind::Warning
            << QStringList({u"\"to.pdf\" has more than 20,0 MB"_qs, u"smaller"_qs});
        QTest::addRow("the stick was pulled out")
            << QList<FileOutcome>{failed(u"a.pdf"_qs, ErrorCode::FileUnreadable)} << Notice::Kind::Warning << QStringList({u"still plugged in"_qs});
        QTest::addRow("of another kind")
            << QList<FileOutcome>{failed(u"thu.docx"_qs, ErrorCode::FileKindUnknown)} << Notice::Kind::Warning << QStringList({u"\"thu.docx\": "_qs, u"PDF"_qs});
        QTest::addRow("taken before") << QList<FileOutcome>{{u"a.pdf"_qs, u"Giấy chứng sinh"_qs, {}}} << Notice::Kind::Warning
                                      << QStringList({u"already here, with: Giấy chứng sinh"_qs});
        QTest::addRow("some of both") << QList<FileOutcome>{{u"a.pdf"_qs, {}, {}}, {u"b.pdf"_qs, {}, {}}, failed(u"c.pdf"_qs, ErrorCode::FileTruncated)}
                                      << Notice::Kind::Warning << QStringList({u"2 files taken in"_qs, u"\"c.pdf\": "_qs});
        QTest::addRow("many left out are counted")
            << QList<FileOutcome>{failed(u"a"_qs, ErrorCode::FileTruncated), failed(u"b"_qs, ErrorCode::FileTruncated),
                   failed(u"c"_qs, ErrorCode::FileTruncated), failed(u"d"_qs, ErrorCode::FileTruncated)}
            << Notice::Kind::Warning << QStringList({u"\"a\": "_qs, u"\"b\": "_qs, u"2 more files were not taken in"_qs});
    }
    void tellsWhatBecameOfEach()
    {
        QFETCH(QList<FileOutcome>, outcomes);
        QFETCH(Notice::Kind, kind);
        QFETCH(QStringList, says);
        const Language english(Language::Code::English);
        const Notice notice = filesTold(u"Tờ khai"_qs, outcomes);
        QCOMPARE(notice.kind, kind);
        for (const QString &part : says) {
            QVERIFY2(notice.text.contains(part), qPrintable(notice.text));
        }
        QVERIFY2(!notice.text.contains(u"\"c\": "), qPrintable(notice.text));
    }

    void rulesAreTheirFormatsAndTheirSize()
    {
        const Language english(Language::Code::English);
        QCOMPARE(fileRuleWords({.largestBytes = 20 * 1024 * 1024, .mediaTypes = {u"application/pdf"_qs, u"image/jpeg"_qs}}),
            u"PDF, JPEG; at most 20,0 MB a file"_qs);
    }
};

QTEST_GUILESS_MAIN(tst_FileWords)
#include "tst_FileWords.moc"
