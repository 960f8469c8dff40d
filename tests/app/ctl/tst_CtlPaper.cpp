// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/CtlBench.h"
#include "tests/app/evidence/SignatureBench.h"
#include "tests/support/OnePagePdf.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using motcua::test::SignatureBench;
using motcua::testsupport::onePagePdf;
namespace evidence = motcua::evidence;

/** A file becomes a paper of a dossier without a window, and by the same way. */
class tst_CtlPaper : public QObject
{
    Q_OBJECT

    CtlBench m_bench;
    SignatureBench m_signatures;
    QString m_code;

    QString put(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_bench.path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    [[nodiscard]] CtlBench::Outcome import(const QString &file, const QString &paper, const QString &code) const
    {
        return m_bench.asOfficer({u"paper"_qs, u"import"_qs, file, u"--dossier"_qs, code, u"--paper"_qs, paper});
    }

    /** How many entries of the journal say that a file came. */
    [[nodiscard]] int papersOf(const QString &code) const { return entriesOf(code, u"paper.added"_qs); }

    [[nodiscard]] int entriesOf(const QString &code, const QString &kind) const
    {
        int papers = 0;
        const QJsonArray entries = m_bench.asOfficer({u"journal"_qs, u"show"_qs, code}).json.value(u"entries"_qs).toArray();
        for (const QJsonValue &entry : entries) {
            papers += entry[u"kind"].toString() == kind ? 1 : 0;
        }
        return papers;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bench.prepare());
        const CtlBench::Outcome made = m_bench.asOfficer({u"file"_qs, u"--procedure"_qs, u"2.000635"_qs, QStringLiteral(MOTCUA_TEST_DATA "/samples/2.000635/organisation.json")});
        QVERIFY2(made.code == 0, made.errors.constData());
        m_code = made.json.value(u"code"_qs).toString();
    }

    void aFileBecomesAPaperOfTheJournal()
    {
        const QString file = put(u"to khai.pdf"_qs, onePagePdf());
        const CtlBench::Outcome told = import(file, u"writtenRequest"_qs, m_code.toLower());
        QVERIFY2(told.code == 0, told.errors.constData());
        QCOMPARE(told.json.value(u"dossier"_qs).toString(), m_code);
        QVERIFY(told.json.value(u"taken"_qs).toBool() && !told.json.value(u"cleaned"_qs).toBool());
        QCOMPARE(papersOf(m_code), 1);
        QVERIFY(m_bench.asOfficer({u"journal"_qs, u"verify"_qs}).code == 0);

        const CtlBench::Outcome again = import(file, u"identity"_qs, m_code);
        QCOMPARE(again.code, 1);
        QVERIFY(!again.json.value(u"taken"_qs).toBool() && !again.json.value(u"alreadyWith"_qs).toString().isEmpty());
        QCOMPARE(papersOf(m_code), 1);
    }

    void whatCouldActIsKeptWithoutIt()
    {
        const CtlBench::Outcome told = import(put(u"moi.pdf"_qs, onePagePdf({}, "/OpenAction << /S /Launch /F (x) >>")), u"writtenRequest"_qs, m_code);
        QVERIFY2(told.code == 0, told.errors.constData());
        QVERIFY(told.json.value(u"cleaned"_qs).toBool());
        QCOMPARE(papersOf(m_code), 2);
    }

    void whatCannotBeTakenSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::addRow("nothing") << QByteArray("") << u"FileTruncated"_qs;
        QTest::addRow("another kind") << QByteArray("PK\3\4 and so on") << u"FileKindUnknown"_qs;
        QTest::addRow("no pages") << onePagePdf().replace("/Kids [3 0 R]", "/Kids [     ]") << u"FileDamaged"_qs;
        QTest::addRow("signed, and it could act")
            << onePagePdf({}, "/OpenAction << /S /Launch >> /AcroForm << /Fields [<< /FT /Sig /T (s) /V << /Contents <3000> >> >>] >>") << u"FileUnsafe"_qs;
    }
    void whatCannotBeTakenSaysWhy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, error);
        const CtlBench::Outcome told = import(put(u"a.pdf"_qs, bytes), u"writtenRequest"_qs, m_code);
        QCOMPARE(told.code, 1);
        QCOMPARE(told.json.value(u"error"_qs).toString(), error);
        QCOMPARE(papersOf(m_code), 2);
    }

    void signaturesAreJudged_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<QStringList>("states");
        QTest::addColumn<int>("code");
        const QByteArray plain = SignatureBench::paper();
        const auto made = evidence::signedCopy(plain, *m_signatures.signer(), SignatureBench::look());
        QVERIFY(made);
        QByteArray altered = *made;
        altered[altered.indexOf("\n%") + 2] = 'm'; // in the comment of its second line
        QTest::addRow("nobody signed") << plain << true << QStringList() << 1;
        QTest::addRow("nobody vouches for the signer") << *made << false << QStringList{u"unknownSigner"_qs} << 1;
        QTest::addRow("a signer who is known") << *made << true << QStringList{u"valid"_qs} << 0;
        QTest::addRow("altered") << altered << true << QStringList{u"altered"_qs} << 1;
        QTest::addRow("something after it") << *made + "\n% more\n" << true << QStringList{u"addedAfter"_qs} << 1;
    }
    void signaturesAreJudged()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(bool, isKnown);
        QFETCH(QStringList, states);
        QFETCH(int, code);
        const QString known = m_bench.path(u"centre/signers/root.der"_qs);
        QVERIFY(QDir().mkpath(QFileInfo(known).path()));
        QFile::remove(known);
        if (isKnown) {
            QFile file(known);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_signatures.root.der()) > 0);
        }
        const CtlBench::Outcome told = m_bench.run({u"paper"_qs, u"verify"_qs, put(u"signed.pdf"_qs, pdf)});
        QCOMPARE(told.code, code);
        QCOMPARE(told.json.value(u"pages"_qs).toInt(), 1);
        QCOMPARE(told.json.value(u"valid"_qs).toBool(), code == 0);
        QStringList found;
        for (const QJsonValue &one : told.json.value(u"signatures"_qs).toArray()) {
            found.append(one[u"state"].toString());
            QCOMPARE(one[u"signer"].toString(), u"Ksor H’Lan"_qs);
        }
        QCOMPARE(found, states);
    }
    void whatIsNoPdfIsNotJudged()
    {
        QCOMPARE(m_bench.run({u"paper"_qs, u"verify"_qs, put(u"words.pdf"_qs, "words")}).json.value(u"error"_qs).toString(), u"FileKindUnknown"_qs);
        QCOMPARE(m_bench.run({u"paper"_qs, u"verify"_qs, m_bench.path(u"nowhere.pdf"_qs)}).code, 5);
        QCOMPARE(m_bench.run({u"paper"_qs, u"verify"_qs}).code, 2);
    }

    void whatIsHeldIsListedAndReadForAPurpose()
    {
        const QString folder = m_bench.path(u"held"_qs);
        QVERIFY(QDir().mkpath(folder));
        const auto held = [this](const QString &number, const QStringList &options = {}) { return m_bench.asOfficer(QStringList{u"paper"_qs, u"held"_qs, number} + options); };
        const CtlBench::Outcome listed = held(u"000180012345"_qs);
        QVERIFY2(listed.code == 0, listed.errors.constData());
        const QJsonArray papers = listed.json.value(u"papers"_qs).toArray();
        QCOMPARE(papers.size(), 1);
        QCOMPARE(papers.at(0)[u"dossier"].toString(), m_code);
        QCOMPARE(papers.at(0)[u"paper"].toString(), u"writtenRequest"_qs);
        QCOMPARE(papers.at(0)[u"kind"].toString(), u"originalSeen"_qs);
        QCOMPARE(papers.at(0)[u"files"].toInt(), 2);
        QCOMPARE(held(u"000180012346"_qs).json.value(u"papers"_qs).toArray().size(), 0);
        QCOMPARE(held(u"000180012345"_qs, {u"--out"_qs, folder}).code, 2); // nobody reads them for nothing
        QCOMPARE(entriesOf(m_code, u"paper.read"_qs), 0);
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 0);

        const CtlBench::Outcome read = held(u"000180012345"_qs, {u"--out"_qs, folder, u"--purpose"_qs, u"đối chiếu theo công văn số 12"_qs});
        QVERIFY2(read.code == 0, read.errors.constData());
        QCOMPARE(read.json.value(u"written"_qs).toArray().size(), 2);
        const QStringList files = QDir(folder).entryList(QDir::Files);
        QCOMPARE(files, (QStringList{m_code + u"_01_writtenRequest.pdf"_qs, m_code + u"_02_writtenRequest.pdf"_qs}));
        QFile first(QDir(folder).filePath(files.constFirst()));
        QVERIFY(first.open(QIODevice::ReadOnly));
        QVERIFY(first.readAll().startsWith("%PDF"));
        QCOMPARE(entriesOf(m_code, u"paper.read"_qs), 2);
    }

    void whatIsNotThereIsTold()
    {
        const QString file = put(u"b.pdf"_qs, onePagePdf("b"));
        QCOMPARE(import(file, u"writtenRequest"_qs, u"H26.31.05-200101-0001"_qs).code, 5);
        const CtlBench::Outcome paper = import(file, u"nothing"_qs, m_code);
        QCOMPARE(paper.code, 5);
        QVERIFY2(paper.errors.contains("writtenRequest"), paper.errors.constData()); // which there are
        QCOMPARE(import(m_bench.path(u"nowhere.pdf"_qs), u"writtenRequest"_qs, m_code).code, 5);
        QCOMPARE(m_bench.asOfficer({u"paper"_qs, u"import"_qs, file, u"--paper"_qs, u"writtenRequest"_qs}).code, 2);
        QCOMPARE(m_bench.run({u"paper"_qs, u"import"_qs, file, u"--dossier"_qs, m_code, u"--paper"_qs, u"writtenRequest"_qs}, CtlBench::officer(), u"wrong"_qs).code, 3);
        QTRY_COMPARE(papersOf(m_code), 2); // whoever mistyped waits a second
    }
};

QTEST_MAIN(tst_CtlPaper)
#include "tst_CtlPaper.moc"
