// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/VietnamTime.h"
#include "models/catalogue/DeclarationSheet.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QRegularExpression>
#include <QTest>

using namespace motcua;

namespace {

const QDate Printed(2026, 11, 23);

Procedure procedure()
{
    static const Catalogue catalogue = test::shippedCatalogue();
    const auto found = catalogue.procedure(u"1.004194"_qs, Printed);
    return found ? *found : Procedure();
}

DeclarationScene scene(QDate day = Printed)
{
    return {.unitName = u"Trung tâm"_qs, .governingBody = u"Ủy ban nhân dân phường Hòa An"_qs, .place = u"Hòa An"_qs, .day = day, .dated = {}};
}

FormDraft answered(const QMap<QString, QString> &changes = {})
{
    FormDraft draft = procedure().form().blank();
    QMap<QString, QString> answers{{u"person.name"_qs, u"Y Thiêm Êñuôl"_qs}, {u"person.sex"_qs, u"male"_qs}, {u"person.phone"_qs, u"0912345678"_qs},
        {u"request.address"_qs, u"5 Lê Lợi"_qs}, {u"members"_qs, u"2"_qs}, {u"members[1].name"_qs, u"H’Lan Niê"_qs}, {u"members[2].name"_qs, u"Y Nam Êñuôl"_qs}};
    answers.insert(changes);
    for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
        draft.set(it.key(), it.value().isEmpty() ? FieldValue() : FieldValue::given(it.value()));
    }
    return draft;
}

DeclarationSheet sheet(const FormDraft &draft)
{
    const Procedure one = procedure();
    return DeclarationSheet::of(Id::fromString(u"01890000-0000-7000-8000-000000000001"_qs), vietnamTime(Printed, QTime(14, 52)), one.declaration,
        one.checker, draft, scene());
}

} // namespace

/** A sheet that was printed, against what is answered later. */
class tst_DeclarationSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!procedure().declaration.isNull()); }

    void knowsWhatItNoLongerShows_data()
    {
        using Changes = QMap<QString, QString>;
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QStringList>("changed");
        QTest::newRow("nothing changed") << Changes{} << QStringList{};
        QTest::newRow("a printed answer") << Changes{{u"person.name"_qs, u"Y Thiêm Niê"_qs}} << QStringList{u"person.name"_qs};
        QTest::newRow("one taken away") << Changes{{u"person.phone"_qs, QString()}} << QStringList{u"person.phone"_qs};
        QTest::newRow("one that was not there") << Changes{{u"person.email"_qs, u"y@example.vn"_qs}} << QStringList{u"person.email"_qs};
        QTest::newRow("a capital in what is printed in capitals") << Changes{{u"person.name"_qs, u"Y THIÊM Êñuôl"_qs}} << QStringList{u"person.name"_qs};
        QTest::newRow("more at the end of one") << Changes{{u"request.address"_qs, u"5 Lê Lợi, Hòa An"_qs}} << QStringList{u"request.address"_qs};
        QTest::newRow("an answer the sheet has no place for") << Changes{{u"request.lodging"_qs, u"rented"_qs}} << QStringList{};
        QTest::newRow("a row more")
            << Changes{{u"members"_qs, u"3"_qs}, {u"members[3].name"_qs, u"Y Đăm"_qs}} << QStringList{u"members[3].name"_qs};
        QTest::newRow("a row less") << Changes{{u"members"_qs, u"1"_qs}, {u"members[2].name"_qs, QString()}} << QStringList{u"members[2].name"_qs};
        QTest::newRow("in the order of the form")
            << Changes{{u"members[2].sex"_qs, u"male"_qs}, {u"members[1].sex"_qs, u"female"_qs}, {u"members[2].name"_qs, u"Y Đăm"_qs}, {u"person.sex"_qs, u"female"_qs}}
            << QStringList{u"person.sex"_qs, u"members[1].sex"_qs, u"members[2].name"_qs, u"members[2].sex"_qs};
        QTest::newRow("how it is signed") << Changes{{u"signature.manner"_qs, u"oral"_qs}} << QStringList{u"signature.manner"_qs};
        QTest::newRow("who witnesses it")
            << Changes{{u"signature.manner"_qs, u"fingerprint"_qs}, {u"signature.witness"_qs, u"Lê Vy"_qs}}
            << QStringList{u"signature.manner"_qs, u"signature.witness"_qs};
    }
    void knowsWhatItNoLongerShows()
    {
        using Changes = QMap<QString, QString>;
        QFETCH(Changes, changes);
        QFETCH(QStringList, changed);
        const Procedure one = procedure();
        const FormDraft before = answered();
        const FormDraft after = answered(changes);
        const DeclarationSheet signedSheet = sheet(before);
        QVERIFY(signedSheet.shows(one.declaration, one.checker, before, scene()));
        QCOMPARE(signedSheet.shows(one.declaration, one.checker, after, scene()), changed.isEmpty());
        QCOMPARE(signedSheet.changed(one.form(), printedAnswers(one.declaration, one.checker, after, scene())), changed);
        QCOMPARE(sheet(after).mark() == signedSheet.mark(), changed.isEmpty());
        QVERIFY(signedSheet.shows(one.declaration, one.checker, answered(), scene())); // typed back
    }

    void theDayAfterItSaysTheSame()
    {
        const Procedure one = procedure();
        const DeclarationSheet signedSheet = sheet(answered());
        QVERIFY(signedSheet.shows(one.declaration, one.checker, answered(), scene(Printed.addDays(1))));
        QVERIFY(digestOf(printed(one.declaration, one.checker, answered(), scene(Printed.addDays(1)))) != signedSheet.digest); // but for its day
    }

    void theUnitStandsOnItToo()
    {
        const Procedure one = procedure();
        DeclarationScene elsewhere = scene();
        elsewhere.place = u"Hòa Bình"_qs;
        QVERIFY(!sheet(answered()).shows(one.declaration, one.checker, answered(), elsewhere));
        QVERIFY(sheet(answered()).changed(one.form(), printedAnswers(one.declaration, one.checker, answered(), elsewhere)).isEmpty());
    }

    void aMissingAnswerIsNotOneLeftBlankOnRequest()
    {
        const Catalogue catalogue = test::shippedCatalogue();
        const auto birth = catalogue.procedure(u"1.001193"_qs, Printed);
        QVERIFY(birth);
        FormDraft open = birth->form().blank();
        FormDraft absent = open;
        const FormSection *father = birth->form().section(u"father"_qs);
        QVERIFY(father && father->absence);
        absent.set(u"father"_qs, FieldValue::absent(father->absence->reasons.isEmpty() ? QString() : father->absence->reasons.constFirst().code));
        QVERIFY(digestOf(printed(birth->declaration, birth->checker, open, scene())) != digestOf(printed(birth->declaration, birth->checker, absent, scene())));
    }

    void aGapCannotBeTyped()
    {
        const Procedure one = procedure();
        const QString typed = u"Y Nam"_qs + DeclarationGap;
        const FormDraft draft = answered({{u"head.name"_qs, typed}});
        const QMap<QString, QString> shown = printedAnswers(one.declaration, one.checker, draft, scene());
        QCOMPARE(shown.value(u"head.name"_qs), u"Y Nam"_qs);
    }

    void isReadAsItWasWritten()
    {
        DeclarationSheet one = sheet(answered());
        one.pages = 2;
        one.attachment = u"a1.00.11.5"_qs;
        for (const auto stage : {DeclarationSheet::Stage::Printing, DeclarationSheet::Stage::Kept, DeclarationSheet::Stage::Out}) {
            one.stage = stage;
            QVERIFY(DeclarationSheet::fromJson(one.toJson()) == one);
        }
        static const QRegularExpression six(u"^[0-9A-F]{6}$"_qs);
        QVERIFY2(six.match(one.mark()).hasMatch(), qPrintable(one.mark()));
    }

    void whatIsNoSheetIsNone_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no id") << u"id"_qs << QJsonValue();
        QTest::newRow("a time that is none") << u"printedAt"_qs << QJsonValue(u"soon"_qs);
        QTest::newRow("a short digest") << u"digest"_qs << QJsonValue(u"3f9a2c"_qs);
    }
    void whatIsNoSheetIsNone()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QJsonObject json = sheet(answered()).toJson();
        json.insert(member, value);
        QVERIFY(!DeclarationSheet::fromJson(json));
        QVERIFY(!DeclarationSheet::fromJson({}));
    }

    void aStageNobodyKnowsIsTheOneInWhichTheLeastIsKnown()
    {
        QJsonObject json = sheet(answered()).toJson();
        json.insert(u"stage"_qs, u"folded"_qs);
        const auto read = DeclarationSheet::fromJson(json);
        QVERIFY(read);
        QCOMPARE(read->stage, DeclarationSheet::Stage::Printing);
    }
};

QTEST_APPLESS_MAIN(tst_DeclarationSheet)
#include "tst_DeclarationSheet.moc"
