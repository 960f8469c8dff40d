// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormChecker.h"
#include "tests/models/catalogue/ShippedCatalogue.h"

#include <QTest>

using namespace motcua;

class tst_FormSchema : public QObject
{
    Q_OBJECT

    const FormSchema m_form = test::extractProcedure().form();

    [[nodiscard]] bool visible(const QString &field, const FormDraft &draft) const
    {
        return FormChecker(m_form).view(draft, QDate(2026, 11, 23)).fields.contains(field);
    }

private Q_SLOTS:
    void aBlankFormHoldsOnlyTheInitialAnswers()
    {
        const FormDraft blank = m_form.blank();
        QCOMPARE(blank.text(u"copies"_qs), u"1"_qs);
        QCOMPARE(blank.text(u"requester.document"_qs), u"personalNumber"_qs);
        QCOMPARE(blank.value(u"requester.name"_qs).state, FieldValue::State::NotAsked);
    }

    void fieldsFollowTheAnswerTheyHangOn()
    {
        FormDraft draft = m_form.blank();
        QVERIFY(visible(u"requester.personalNumber"_qs, draft));
        QVERIFY(!visible(u"requester.documentNumber"_qs, draft));
        draft.set(u"requester.document"_qs, FieldValue::given(u"passport"_qs));
        QVERIFY(!visible(u"requester.personalNumber"_qs, draft));
        QVERIFY(visible(u"requester.documentNumber"_qs, draft));
        draft.set(u"requester.document"_qs, {});
        QVERIFY(!visible(u"requester.personalNumber"_qs, draft));
        draft.set(u"requester.document"_qs, {FieldValue::State::ToFollow, u"passport"_qs});
        QVERIFY(!visible(u"requester.documentNumber"_qs, draft));
    }

    void whatHangsOnAHiddenFieldIsHiddenToo()
    {
        Field first;
        first.id = u"first"_qs;
        Field second;
        second.id = u"second"_qs;
        second.visibleIf = Condition{u"first"_qs, {u"1"_qs}};
        Field third;
        third.id = u"third"_qs;
        third.visibleIf = Condition{u"second"_qs, {u"1"_qs}};
        FormSchema schema;
        schema.sections = {{u"s"_qs, {}, {}, {first, second, third}, {}, {}, {}}};
        FormDraft draft;
        draft.set(u"first"_qs, FieldValue::given(u"1"_qs));
        draft.set(u"second"_qs, FieldValue::given(u"1"_qs));
        QVERIFY(FormChecker(schema).view(draft, {}).fields.contains(u"third"_qs));
        draft.set(u"first"_qs, FieldValue::given(u"2"_qs));
        QVERIFY(!FormChecker(schema).view(draft, {}).fields.contains(u"third"_qs));
    }

    void showsLabelsAndDatesInsteadOfCodes()
    {
        FormDraft draft;
        draft.set(u"record.kind"_qs, FieldValue::given(u"birth"_qs));
        draft.set(u"record.birth"_qs, FieldValue::given(u"1941-03"_qs));
        draft.set(u"record.number"_qs, {FieldValue::State::DeclaredAbsent, u"12"_qs});
        QCOMPARE(m_form.shown(u"record.kind"_qs, draft), u"Khai sinh"_qs);
        QCOMPARE(m_form.shown(u"record.birth"_qs, draft), u"03/1941"_qs);
        QCOMPARE(m_form.shown(u"record.number"_qs, draft), QString());
        QCOMPARE(m_form.shown(u"no.such"_qs, draft), QString());
    }

    void everyRoleNamesAFieldOfTheForm()
    {
        QVERIFY(!m_form.roles.isEmpty());
        for (auto it = m_form.roles.constBegin(); it != m_form.roles.constEnd(); ++it) {
            QVERIFY(knownRoles().contains(it.key()));
            QVERIFY(m_form.field(it.value()));
        }
    }
};

QTEST_APPLESS_MAIN(tst_FormSchema)
#include "tst_FormSchema.moc"
