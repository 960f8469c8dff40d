// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scan/ScanRules.h"

#include <QFile>
#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::ScanProfile)

/** How an office scans: its file, what every copy must reach, and what nobody changes at a desk. */
class tst_ScanRules : public QObject
{
    Q_OBJECT

    using Lack = ScanRules::Lack;

    static QByteArray good()
    {
        return R"json({
  "schema": "motcua.scan/1", "leastDpi": 200, "needsColour": true, "mark": "m",
  "profiles": [
    { "id": "glass", "name": "Mặt kính", "source": "flatbed", "dpi": 300, "colour": "colour", "page": "A4" },
    { "id": "stack", "name": "Khay", "source": "duplex", "dpi": 200, "colour": "colour", "page": "85x54", "device": "Canon", "locked": true }
  ]
})json";
    }

    static ScanRules rules()
    {
        const auto read = ScanRules::read({u"profiles.json"_qs, good()});
        return read ? *read : ScanRules();
    }

private Q_SLOTS:
    void keepsWhatAGoodFileSays()
    {
        const auto read = ScanRules::read({u"profiles.json"_qs, good()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        QCOMPARE(read->leastDpi, 200);
        QVERIFY(read->needsColour);
        QCOMPARE(read->profiles.size(), 2);
        QCOMPARE(read->profiles.at(0), (ScanProfile{.id = u"glass"_qs, .name = u"Mặt kính"_qs, .source = ScanSource::Flatbed, .dpi = 300, .colour = ScanColour::Colour, .page = {210, 297}}));
        QCOMPARE(read->profiles.at(1),
            (ScanProfile{.id = u"stack"_qs, .name = u"Khay"_qs, .device = u"Canon"_qs, .source = ScanSource::Duplex, .dpi = 200, .colour = ScanColour::Colour, .page = {85, 54}, .isLocked = true}));
        QCOMPARE(read->profile(u"stack"_qs), &read->profiles.at(1));
        QVERIFY(!read->profile(u"nobody"_qs));
    }

    void whatIsShippedIsGood()
    {
        QFile file(QStringLiteral(MOTCUA_TEST_DATA "/../../resources/scan/profiles.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = ScanRules::read({file.fileName(), file.readAll()});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        QVERIFY(read->leastDpi >= 200 && read->needsColour);
        for (const ScanProfile &profile : read->profiles) {
            QVERIFY(!read->lackOf(profile));
        }
    }

    void aProfileComesBackAsItWasWritten_data()
    {
        QTest::addColumn<ScanProfile>("profile");
        for (const ScanProfile &profile : rules().profiles) {
            QTest::addRow("%s", qPrintable(profile.id)) << profile;
        }
        QTest::addRow("all there is to see") << ScanProfile{.id = u"w"_qs, .name = u"W"_qs, .source = ScanSource::Feeder, .page = {}};
    }
    void aProfileComesBackAsItWasWritten()
    {
        QFETCH(ScanProfile, profile);
        const QByteArray file = R"({"schema": "motcua.scan/1", "leastDpi": 50, "mark": "m", "profiles": [)" + toJson(profile) + "]}";
        const auto read = ScanRules::read({u"p.json"_qs, file});
        QVERIFY2(bool(read), read ? "" : qPrintable(read.error().constFirst().detail));
        ScanProfile back = read->profiles.constFirst();
        if (profile.page.isEmpty()) {
            QVERIFY(back.page.isEmpty());
            back.page = profile.page;
        }
        QCOMPARE(back, profile);
    }

    void aMistakeIsNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *from, const char *to, const char *fault) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(fault);
        };
        row("coarser than the office wants", "\"dpi\": 300", "\"dpi\": 150", ":4:70: a copy of a paper has at least 200 dpi");
        row("not in colour", "300, \"colour\": \"colour\"", "300, \"colour\": \"grey\"", "a copy of a paper is in colour");
        row("finer than any scanner", "\"dpi\": 300", "\"dpi\": 5000", "\"dpi\" must be a whole number from 50 to 1200");
        row("a page there is not", "\"A4\"", "\"A44\"", "\"page\" is A3, A4, A5, A6, card, whole, or width and height in millimetres such as 85x54");
        row("a page longer than a corridor", "85x54", "85x5400", "\"page\" is A3");
        row("a source there is not", "flatbed", "fax", "\"source\" must be one of: flatbed, feeder, duplex");
        row("an id twice", "\"stack\"", "\"glass\"", "the id \"glass\" stands here twice");
        row("an id with a space", "\"stack\"", "\"the stack\"", "an id has small letters, digits and hyphens, 40 at most");
        row("no name", "\"name\": \"Khay\", ", "", "\"name\" is missing");
        row("a member nobody knows", "\"locked\"", "\"looked\"", "unknown key \"looked\"");
        row("no profile", R"(    { "id": "glass", "name": "Mặt kính", "source": "flatbed", "dpi": 300, "colour": "colour", "page": "A4" },
    { "id": "stack", "name": "Khay", "source": "duplex", "dpi": 200, "colour": "colour", "page": "85x54", "device": "Canon", "locked": true }
)",
            "", "there is no profile");
        row("another kind of file", "motcua.scan/1", "motcua.scan/2", "\"schema\" must be one of: motcua.scan/1");
    }
    void aMistakeIsNamed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, fault);
        QVERIFY(good().contains(from));
        const auto read = ScanRules::read({u"profiles.json"_qs, good().replace(from, to)});
        QVERIFY(!read);
        QStringList told;
        for (const Error &error : read.error()) {
            told.append(error.detail);
        }
        QVERIFY2(told.join(u'\n').contains(fault), qPrintable(told.join(u'\n')));
    }

    void whatACopyLacksIsSeen_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<int>("colour");
        QTest::addColumn<int>("lack"); // negative: nothing
        const int colour = int(ScanColour::Colour);
        QTest::addRow("the least there may be") << u"glass"_qs << 200 << colour << -1;
        QTest::addRow("a little less") << u"glass"_qs << 199 << colour << int(Lack::Dpi);
        QTest::addRow("no number") << u"glass"_qs << 0 << colour << int(Lack::Dpi);
        QTest::addRow("more than any scanner has") << u"glass"_qs << 1201 << colour << int(Lack::Dpi);
        QTest::addRow("grey") << u"glass"_qs << 300 << int(ScanColour::Grey) << int(Lack::Colour);
        QTest::addRow("locked, and as it was settled") << u"stack"_qs << 200 << colour << -1;
        QTest::addRow("locked, and finer") << u"stack"_qs << 300 << colour << int(Lack::Locked);
    }
    void whatACopyLacksIsSeen()
    {
        QFETCH(QString, id);
        QFETCH(int, dpi);
        QFETCH(int, colour);
        QFETCH(int, lack);
        const ScanRules all = rules();
        ScanProfile wanted = *all.profile(id);
        wanted.dpi = dpi;
        wanted.colour = static_cast<ScanColour>(colour);
        QCOMPARE(all.lackOf(wanted).has_value() ? int(*all.lackOf(wanted)) : -1, lack);
        // Who may do without colour may.
        ScanRules lenient = all;
        lenient.needsColour = false;
        QVERIFY(lenient.lackOf(wanted) != Lack::Colour);
    }

    void sizesHaveNames()
    {
        for (const char *const name : {"A3", "A4", "A5", "A6", "card", "whole", "85x54", "216x1500"}) {
            const auto size = pageSize(QString::fromLatin1(name));
            QVERIFY(size);
            QCOMPARE(pageSizeName(*size), QString::fromLatin1(name));
        }
        QCOMPARE(pageSize(u"A4"_qs), QSize(210, 297));
        QVERIFY(pageSize(u"whole"_qs)->isEmpty());
        for (const char *const none : {"", "a4", "A4 ", "0x10", "10x0", "1501x10", "10x1501", "85 x 54", "-85x54"}) {
            QVERIFY2(!pageSize(QString::fromLatin1(none)), none);
        }
    }
};

QTEST_APPLESS_MAIN(tst_ScanRules)
#include "tst_ScanRules.moc"
