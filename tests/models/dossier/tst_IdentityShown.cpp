// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/IdentityShown.h"

#include <QTest>

using namespace motcua;

Q_DECLARE_METATYPE(motcua::Provenance)

/** In which way somebody showed who they are: what proves is said by the form, and it holds for one person only. */
class tst_IdentityShown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormSaysWhatProves_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<bool>("proves");
        QTest::newRow("what the form says proves") << u"passport"_qs << true;
        QTest::newRow("what it does not say so of") << u"stated"_qs << false;
        QTest::newRow("what it does not know") << u"otherOfficer"_qs << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void theFormSaysWhatProves()
    {
        QFETCH(QString, shown);
        FormDraft answers;
        answers.set(u"requester.shown"_qs, shown.isEmpty() ? FieldValue() : FieldValue::given(shown));
        QTEST(showsIdentity(form(), answers, u"applicant"_qs), "proves");
        QVERIFY(!showsIdentity(form(), answers, u"submitter"_qs)); // who is not asked
    }

    void itProvesForANumberFromWhereTheFormSays_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<Provenance>("source");
        QTest::addColumn<bool>("proves");
        QTest::newRow("typed from the card") << u"card"_qs << Provenance::Typed << true;
        QTest::newRow("the code of the card") << u"card"_qs << Provenance::CardQr << true;
        QTest::newRow("the zone of the card") << u"card"_qs << Provenance::Mrz << true;
        QTest::newRow("a picture on a telephone was no card") << u"card"_qs << Provenance::TelephoneQr << false;
        QTest::newRow("but the passport that was seen beside it proves") << u"passport"_qs << Provenance::TelephoneQr << true;
        QTest::newRow("what proves never proves by no source") << u"stated"_qs << Provenance::ChipRead << false;
    }
    void itProvesForANumberFromWhereTheFormSays()
    {
        QFETCH(QString, shown);
        QFETCH(Provenance, source);
        FormDraft answers;
        answers.set(u"requester.shown"_qs, FieldValue::given(shown));
        answers.set(u"requester.personalNumber"_qs, FieldValue::given(u"000185012345"_qs, source));
        QTEST(showsIdentity(form(), answers, u"applicant"_qs), "proves");
    }

    void itGoesWithAnotherPerson_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("goes");
        QTest::newRow("another number") << u"000185012345"_qs << u"000190054321"_qs << true;
        QTest::newRow("the number is taken away") << u"000185012345"_qs << QString() << true;
        QTest::newRow("a sign of it changes") << u"000185012345"_qs << u"000185012346"_qs << true;
        QTest::newRow("the number is still being typed") << u"0001"_qs << u"00018"_qs << false;
        QTest::newRow("the number comes after") << QString() << u"000185012345"_qs << false;
        QTest::newRow("the same number") << u"000185012345"_qs << u"000185012345"_qs << false;
    }
    void itGoesWithAnotherPerson()
    {
        QFETCH(QString, before);
        QFETCH(QString, now);
        QFETCH(bool, goes);
        const QStringList both{u"requester.shown"_qs, u"requester.shownReason"_qs};
        QCOMPARE(shownOfAnother(form(), draft(before), draft(now)), goes ? both : QStringList());
    }

    void whatWasNotSaidCannotGo()
    {
        FormDraft other;
        other.set(u"requester.personalNumber"_qs, FieldValue::given(u"000190054321"_qs));
        QVERIFY(shownOfAnother(form(), draft(u"000185012345"_qs), other).isEmpty());
    }

private:
    static FormSchema form()
    {
        Field shown;
        shown.id = u"requester.shown"_qs;
        shown.type = FieldType::Enumeration;
        shown.options = {{u"passport"_qs, u"Hộ chiếu"_qs, u"Passport"_qs, true}, {u"card"_qs, u"Thẻ"_qs, u"Card"_qs, true, {Provenance::TelephoneQr}}, {u"stated"_qs, u"Chỉ tự khai"_qs, u"Stated only"_qs, false}};
        FormSection section;
        section.id = u"requester"_qs;
        section.fields = {shown};
        FormSchema schema;
        schema.sections = {section};
        schema.roles = {{u"applicant.number"_qs, u"requester.personalNumber"_qs}, {u"applicant.shown"_qs, u"requester.shown"_qs},
            {u"applicant.shownReason"_qs, u"requester.shownReason"_qs}};
        return schema;
    }
    static FormDraft draft(const QString &number)
    {
        FormDraft draft;
        if (!number.isEmpty()) {
            draft.set(u"requester.personalNumber"_qs, FieldValue::given(number));
        }
        draft.set(u"requester.shown"_qs, FieldValue::given(u"passport"_qs));
        draft.set(u"requester.shownReason"_qs, FieldValue::given(u"lost"_qs));
        return draft;
    }
};

QTEST_GUILESS_MAIN(tst_IdentityShown)
#include "tst_IdentityShown.moc"
