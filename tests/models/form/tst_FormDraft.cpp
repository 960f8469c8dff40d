// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/form/FormDraft.h"

#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using State = FieldValue::State;

class tst_FormDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheAgreedWords_data()
    {
        QTest::addColumn<FieldValue>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("given and typed needs no more than the text") << FieldValue::given(u"Hoa"_qs) << QByteArray(R"({"f":{"v":"Hoa"}})");
        QTest::addRow("to follow") << FieldValue{State::ToFollow} << QByteArray(R"({"f":{"e":"toFollow","v":""}})");
        QTest::addRow("declared absent") << FieldValue{State::DeclaredAbsent} << QByteArray(R"({"f":{"e":"absent","v":""}})");
        QTest::addRow("chip, verified") << FieldValue::given(u"Hoa"_qs, Provenance::ChipVerified)
                                        << QByteArray(R"({"f":{"s":"chipVerified","v":"Hoa"}})");
        QTest::addRow("chip, read") << FieldValue::given(u"Hoa"_qs, Provenance::ChipRead)
                                    << QByteArray(R"({"f":{"s":"chipRead","v":"Hoa"}})");
        QTest::addRow("code on the card") << FieldValue::given(u"Hoa"_qs, Provenance::CardQr)
                                          << QByteArray(R"({"f":{"s":"cardQr","v":"Hoa"}})");
        QTest::addRow("code on a telephone") << FieldValue::given(u"Hoa"_qs, Provenance::TelephoneQr)
                                             << QByteArray(R"({"f":{"s":"telephoneQr","v":"Hoa"}})");
        QTest::addRow("zone of a document") << FieldValue::given(u"Hoa"_qs, Provenance::Mrz)
                                            << QByteArray(R"({"f":{"s":"mrz","v":"Hoa"}})");
        QTest::addRow("database") << FieldValue::given(u"Hoa"_qs, Provenance::Database)
                                  << QByteArray(R"({"f":{"s":"database","v":"Hoa"}})");
        QTest::addRow("earlier paper") << FieldValue::given(u"Hoa"_qs, Provenance::EarlierPaper)
                                       << QByteArray(R"({"f":{"s":"earlierPaper","v":"Hoa"}})");
        QTest::addRow("not asked is not written") << FieldValue{} << QByteArray("{}");
    }
    void writesTheAgreedWords()
    {
        QFETCH(FieldValue, value);
        QFETCH(QByteArray, json);
        FormDraft draft;
        draft.set(u"f"_qs, value);
        QCOMPARE(QJsonDocument(draft.toJson()).toJson(QJsonDocument::Compact), json);
        QCOMPARE(FormDraft::fromJson(draft.toJson()), draft);
        QCOMPARE(draft.value(u"f"_qs), value);
    }

    void theThreeKindsOfEmptyStayApart()
    {
        FormDraft asked;
        FormDraft follows;
        FormDraft absent;
        follows.set(u"f"_qs, {State::ToFollow});
        absent.set(u"f"_qs, {State::DeclaredAbsent});
        QVERIFY(asked != follows);
        QVERIFY(follows != absent);
        QVERIFY(asked != absent);
    }

    void takingAnAnswerBackLeavesNoTrace()
    {
        FormDraft draft;
        draft.set(u"f"_qs, FieldValue::given(u"x"_qs));
        draft.set(u"f"_qs, {});
        QCOMPARE(draft, FormDraft());
    }

    void unknownWordsAreNeverTakenForAnAnswer()
    {
        const auto read = [](const char *json) { return FormDraft::fromJson(QJsonDocument::fromJson(json).object()).value(u"f"_qs); };
        QCOMPARE(read(R"({"f":{"v":"x","e":"perhaps"}})").state, State::NotAsked);
        QCOMPARE(read(R"({"f":{"v":"x","s":"hearsay"}})").source, Provenance::Typed);
        QCOMPARE(read(R"({"f":"x"})").text, QString());
    }
};

QTEST_APPLESS_MAIN(tst_FormDraft)
#include "tst_FormDraft.moc"
