// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/CataloguePackage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace motcua;

/** A package brings files of the law and nothing else, by names that lead nowhere else. */
class tst_CataloguePackage : public QObject
{
    Q_OBJECT

    static QByteArray with(const QJsonObject &files, const QString &name = QStringLiteral("2026-12"))
    {
        return QJsonDocument(QJsonObject{{QStringLiteral("schema"), QStringLiteral("motcua.catalogue-package/1")}, {QStringLiteral("name"), name}, {QStringLiteral("files"), files}})
            .toJson();
    }

private Q_SLOTS:
    void comesBackAsItWent()
    {
        const CataloguePackage package{.name = QStringLiteral("Tháng 12"),
            .files = {{QStringLiteral("catalogue/b.json"), "{\"tên\": 1}"}, {QStringLiteral("catalogue/a.json"), "{}"}, {QStringLiteral("slips/01.json"), "[]"}}};
        const auto read = CataloguePackage::fromJson(package.toJson());
        QVERIFY(read);
        QCOMPARE(read->name, package.name);
        QCOMPARE(read->filesIn(QStringLiteral("catalogue")).size(), 2);
        QCOMPARE(read->filesIn(QStringLiteral("catalogue")).constFirst().name, QStringLiteral("catalogue/a.json"));
        QCOMPARE(read->filesIn(QStringLiteral("catalogue")).constLast().bytes, "{\"tên\": 1}");
        QVERIFY(read->replaces(QStringLiteral("slips")));
        QVERIFY(!read->replaces(QStringLiteral("forms")));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const auto path = [](const char *name, const QString &file) { QTest::newRow(name) << with({{file, QStringLiteral("{}")}}) << ErrorCode::CatalogueSchema; };
        path("a way up", QStringLiteral("catalogue/../../x.json"));
        path("a hidden file", QStringLiteral("catalogue/.x.json"));
        path("from the root", QStringLiteral("/etc/x.json"));
        path("a folder below", QStringLiteral("catalogue/x/y.json"));
        path("no folder", QStringLiteral("x.json"));
        path("the rules of the fold", QStringLiteral("journal/transitions.json"));
        path("the portal's own rules", QStringLiteral("portal/verdicts.json"));
        path("another ending", QStringLiteral("catalogue/x.so"));
        path("a line end in a name", QStringLiteral("catalogue/x.json\n"));
        QTest::newRow("a file that is no text") << with({{QStringLiteral("catalogue/x.json"), QJsonObject()}}) << ErrorCode::CatalogueSchema;
        QTest::newRow("no files") << with({}) << ErrorCode::CatalogueSchema;
        QTest::newRow("no name") << with({{QStringLiteral("catalogue/x.json"), QStringLiteral("{}")}}, {}) << ErrorCode::CatalogueSchema;
        QTest::newRow("another schema") << QByteArray(R"({"schema": "motcua.national/1"})") << ErrorCode::CatalogueSchema;
        QTest::newRow("no JSON") << QByteArray("{\"schema\": ") << ErrorCode::CatalogueSyntax;
        QTest::newRow("nothing") << QByteArray() << ErrorCode::CatalogueSyntax;
        QTest::newRow("deep") << QByteArray(200'000, '[') << ErrorCode::CatalogueSyntax;
        QTest::newRow("huge") << QByteArray(CataloguePackage::MostBytes + 1, ' ') << ErrorCode::FileTooLarge;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const auto read = CataloguePackage::fromJson(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
    }
};

QTEST_GUILESS_MAIN(tst_CataloguePackage)
#include "tst_CataloguePackage.moc"
