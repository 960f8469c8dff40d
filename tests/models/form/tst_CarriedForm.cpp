// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/CarriedForm.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;

namespace {

Field field(const QString &id, FieldType type)
{
    Field made;
    made.id = id;
    made.type = type;
    return made;
}

Field choice(const QString &id, const QStringList &codes)
{
    Field made = field(id, FieldType::Enumeration);
    for (const QString &code : codes) {
        made.options.append({.code = code, .label = code});
    }
    return made;
}

/** What is asked for before the change. */
FormSchema from()
{
    FormSchema schema;
    FormSection person{.id = u"requester"_qs};
    person.fields = {field(u"name"_qs, FieldType::Name), field(u"born"_qs, FieldType::Date), field(u"home"_qs, FieldType::Address),
        choice(u"kind"_qs, {u"a"_qs, u"b"_qs}), field(u"copies"_qs, FieldType::Integer), field(u"own"_qs, FieldType::Text)};
    person.fields[4].initial = u"1"_qs;
    schema.sections = {person};
    schema.roles = {{u"applicant.name"_qs, u"name"_qs}, {u"applicant.birth"_qs, u"born"_qs}, {u"applicant.address"_qs, u"home"_qs}};
    return schema;
}

/** And after it: another name for who applies, other choices, a date that may be partial, and a seat where there was a home. */
FormSchema to()
{
    FormSchema schema;
    FormSection owner{.id = u"owner"_qs};
    owner.fields = {field(u"owner"_qs, FieldType::Name), field(u"born"_qs, FieldType::PartialDate), field(u"seat"_qs, FieldType::Address),
        choice(u"kind"_qs, {u"b"_qs, u"c"_qs}), field(u"copies"_qs, FieldType::Integer)};
    owner.fields[4].initial = u"2"_qs;
    schema.sections = {owner};
    schema.roles = {{u"applicant.name"_qs, u"owner"_qs}, {u"applicant.birth"_qs, u"born"_qs}, {u"applicant.address"_qs, u"seat"_qs}};
    return schema;
}

FormDraft answers(const QMap<QString, FieldValue> &given)
{
    FormDraft draft = from().blank();
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        draft.set(it.key(), it.value());
    }
    return draft;
}

} // namespace

/** What becomes of the answers when the citizen turns out to need another procedure. */
class tst_CarriedForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatPlaysTwoPartsMovesByTheOneBothKnow()
    {
        FormSchema first = from();
        first.roles.insert(u"a.partOfItsOwn"_qs, u"name"_qs); // comes first in the order of the names
        const FormDraft draft = answers({{u"name"_qs, FieldValue::given(u"Nguyễn Thị Thử"_qs)}});
        QCOMPARE(CarriedForm::of(first, draft, to()).form.text(u"owner"_qs), u"Nguyễn Thị Thử"_qs);
    }

    void whatBothAskForMoves_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("arrives"); // empty: it waits
        QTest::newRow("the part it plays leads") << "name" << "Hoàng Văn Thử" << "owner";
        QTest::newRow("a choice both have") << "kind" << "b" << "kind";
        QTest::newRow("a choice only one has") << "kind" << "a" << "";
        QTest::newRow("a question of another type") << "born" << "1990-05-17" << "";
        QTest::newRow("a number") << "copies" << "3" << "copies";
        QTest::newRow("no seat is made of a home") << "home" << "12 Trần Phú" << "";
        QTest::newRow("what only one asks for") << "own" << "ghi chú" << "";
    }
    void whatBothAskForMoves()
    {
        QFETCH(QString, path);
        QFETCH(QString, answer);
        QFETCH(QString, arrives);
        const FieldValue given = FieldValue::given(answer, Provenance::CardQr);
        const CarriedForm carried = CarriedForm::of(from(), answers({{path, given}}), to());
        QCOMPARE(carried.moved, arrives.isEmpty() ? 0 : 1);
        if (arrives.isEmpty()) {
            QCOMPARE(carried.rest.value(path), given);
            QCOMPARE(carried.form, to().blank());
        } else {
            QCOMPARE(carried.form.value(arrives), given); // with its source
            QVERIFY(carried.rest.values().isEmpty());
        }
    }

    void whatNobodyTypedIsNeitherMovedNorKept()
    {
        const CarriedForm carried = CarriedForm::of(from(), from().blank(), to());
        QCOMPARE(carried.form, to().blank());
        QCOMPARE(carried.form.text(u"copies"_qs), u"2"_qs); // its own initial value
        QVERIFY(carried.rest.values().isEmpty());
        QCOMPARE(carried.moved, 0);
    }

    void thereAndBackLosesNothing()
    {
        const FormDraft before = answers({{u"name"_qs, FieldValue::given(u"K’Brôi"_qs)}, {u"born"_qs, FieldValue::given(u"1990-05-17"_qs)},
            {u"kind"_qs, FieldValue::given(u"a"_qs)}, {u"home"_qs, FieldValue::given(u"12 Trần Phú"_qs)}, {u"copies"_qs, FieldValue::given(u"3"_qs)},
            {u"own"_qs, FieldValue::given(u"ghi chú"_qs)}});
        const CarriedForm there = CarriedForm::of(from(), before, to());
        const CarriedForm back = CarriedForm::of(to(), there.form, from(), there.rest);
        QCOMPARE(back.form, before);
        QVERIFY(back.rest.values().isEmpty());
    }

    void whatIsAnsweredAnewWinsOverWhatWaited()
    {
        const CarriedForm there = CarriedForm::of(from(), answers({{u"kind"_qs, FieldValue::given(u"a"_qs)}}), to());
        FormDraft filled = there.form;
        filled.set(u"kind"_qs, FieldValue::given(u"b"_qs));
        QCOMPARE(CarriedForm::of(to(), filled, from(), there.rest).form.text(u"kind"_qs), u"b"_qs);
    }

    void everyShippedFormCanBeChangedToEveryOther()
    {
        const Catalogue catalogue = test::shippedCatalogue();
        const QList<Procedure> all = catalogue.procedures(QDate(2026, 11, 23));
        QVERIFY(all.size() >= 4);
        for (const Procedure &one : all) {
            FormDraft draft = one.form().blank();
            draft.set(one.roles().value(u"applicant.name"_qs), FieldValue::given(u"Nguyễn Thị Thử"_qs));
            for (const Procedure &other : all) {
                const CarriedForm carried = CarriedForm::of(one.form(), draft, other.form());
                QCOMPARE(carried.form.text(other.roles().value(u"applicant.name"_qs)), u"Nguyễn Thị Thử"_qs);
                const CarriedForm back = CarriedForm::of(other.form(), carried.form, one.form(), carried.rest);
                QCOMPARE(back.form.text(one.roles().value(u"applicant.name"_qs)), u"Nguyễn Thị Thử"_qs);
            }
        }
    }
};

QTEST_MAIN(tst_CarriedForm)
#include "tst_CarriedForm.moc"
