// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/Lawbook.h"

#include "app/storage/CatalogueShelf.h"
#include "tests/app/storage/PublishedCatalogue.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace motcua;

class tst_Lawbook : public QObject
{
    Q_OBJECT

    static bool isNamed(const QList<Error> &errors, const QString &place)
    {
        return std::any_of(errors.begin(), errors.end(), [&place](const Error &error) { return error.detail.contains(place); });
    }

private Q_SLOTS:
    void eachPieceIsDoneOnce_data()
    {
        QTest::addColumn<int>("count");
        // From 200 on the pieces are shared out.
        for (const int count : {0, 1, 199, 200, 7'000}) {
            QTest::addRow("%d pieces", count) << count;
        }
    }

    void eachPieceIsDoneOnce()
    {
        QFETCH(int, count);
        std::vector<std::atomic<int>> done(static_cast<std::size_t>(count));
        Lawbook::shareOut(done.size(), [&done](std::size_t index) { ++done.at(index); });
        for (const std::atomic<int> &times : done) {
            QCOMPARE(times.load(), 1);
        }
    }

    void everyMistakeOfAFolderIsNamed()
    {
        const auto law = Lawbook::load(u"/nowhere/at/all"_qs);
        QVERIFY(!law);
        QCOMPARE(law.error().constFirst().code, ErrorCode::FileUnreadable);
        QVERIFY(isNamed(law.error(), u"hall/hall.json: "_qs));
    }

    void theHallIsReadWithTheLaw()
    {
        const auto law = Lawbook::load(QStringLiteral(MOTCUA_TEST_DATA "/../../resources"));
        QVERIFY2(bool(law), law ? "" : qPrintable(law.error().constFirst().detail));
        QVERIFY(law->hall.group(u"A"_qs));
    }

    void whatTheDeskAsksOfAReceiverStandsInTheLaw_data()
    {
        QTest::addColumn<QByteArray>("id"); // in the form of the hand-over, which becomes another one
        for (const char *field : {"receiver.name", "receiver.document", "authority.kind", "authority.note"}) {
            QTest::newRow(field) << QByteArray(field);
        }
        QTest::newRow("the form itself") << QByteArray("hand-over");
    }
    void whatTheDeskAsksOfAReceiverStandsInTheLaw()
    {
        QFETCH(QByteArray, id);
        const QString shipped = QStringLiteral(MOTCUA_TEST_DATA "/../../resources");
        const QTemporaryDir folder;
        for (const QString &sub : QDir(shipped).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QVERIFY(sub == u"forms" ? QDir(folder.path()).mkdir(sub) : QFile::link(shipped + u'/' + sub, folder.filePath(sub)));
        }
        for (const QString &form : QDir(shipped + u"/forms"_qs).entryList({u"*.json"_qs}, QDir::Files)) {
            QFile from(shipped + u"/forms/"_qs + form);
            QFile to(folder.filePath(u"forms/"_qs + form));
            QVERIFY(from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly));
            to.write(form == u"hand-over.json" ? from.readAll().replace('"' + id + '"', id == "hand-over" ? "\"hand-other\"" : "\"receiver.other\"") : from.readAll());
        }
        const auto law = Lawbook::load(folder.path());
        QVERIFY(!law);
        const QString named = id == "hand-over" ? u"receiver.shownReason"_qs : QString::fromUtf8(id);
        QVERIFY2(isNamed(law.error(), u"forms/hand-over.json: the hand-over asks for \"%1\""_qs.arg(named)), qPrintable(law.error().constFirst().detail));
    }

    void aPackageTakesThePlaceOfTheProgramsFilesOrIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from"); // in the files of the catalogue
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("isUsed");
        QTest::newRow("good") << QByteArray("\"name\": \"Chứng thực") << QByteArray("\"name\": \"CHỨNG THỰC") << true;
        QTest::newRow("with a mistake") << QByteArray("\"name\": \"Chứng thực") << QByteArray("\"nam\": \"Chứng thực") << false;
    }
    void aPackageTakesThePlaceOfTheProgramsFilesOrIsNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(bool, isUsed);
        const QString shipped = QStringLiteral(MOTCUA_TEST_DATA "/../../resources");
        CataloguePackage package{u"tháng sau"_qs, *Lawbook::filesIn(shipped, u"catalogue"_qs)};
        int changed = 0;
        for (SourceFile &file : package.files) {
            changed += static_cast<int>(file.bytes.count(from));
            file.bytes.replace(from, to);
        }
        QVERIFY(changed > 0);
        const QTemporaryDir folder;
        const storage::PublishedCatalogue portal;
        QVERIFY(storage::CatalogueShelf(folder.path()).keep(portal.of(package.toJson(), 3), package.toJson()));
        const auto law = Lawbook::loadFor(shipped, Lawbook::Prices::Real, folder.path());
        QVERIFY(law);
        QCOMPARE(law->package, isUsed ? package.name : QString());
        QCOMPARE(law->packageFault.has_value(), !isUsed);
        const QList<Procedure> all = law->catalogue.editions();
        QCOMPARE(std::any_of(all.begin(), all.end(), [](const Procedure &one) { return one.name.startsWith(u"CHỨNG THỰC"); }), isUsed);
        QVERIFY(Lawbook::loadFor(shipped, Lawbook::Prices::Real, {})->package.isEmpty());
    }

    void aMistakeInTheHallIsNamedByItsPlace()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"hall"_qs));
        QFile file(folder.filePath(u"hall/hall.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n  \"schema\": \"motcua.hall/0\"\n}");
        file.close();
        const auto law = Lawbook::load(folder.path());
        QVERIFY(!law);
        QVERIFY(isNamed(law.error(), u"hall/hall.json:2:13: "_qs));
    }
};

QTEST_APPLESS_MAIN(tst_Lawbook)
#include "tst_Lawbook.moc"
