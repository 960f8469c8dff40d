// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/Language.h"
#include "ui/messages/Sentence.h"

#include <QRegularExpression>
#include <QTest>

using namespace motcua;

/** Every error and every violation can be told, whole, in both languages. */
class tst_Sentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorHasThreeParts_data();
    void errorHasThreeParts();
    void aTerminalHasNeitherKeysNorForms_data();
    void aTerminalHasNeitherKeysNorForms();
    void detailStaysOut_data();
    void detailStaysOut();
    void codeStandsAtTheEnd();
    void violationIsOneSentence_data();
    void violationIsOneSentence();
    void violationTellsItsValues_data();
    void violationTellsItsValues();
};

void tst_Sentence::errorHasThreeParts_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= static_cast<int>(ErrorCode::PrintFailed); ++code) {
        QTest::newRow(qPrintable(errorName(static_cast<ErrorCode>(code)))) << code;
    }
}

void tst_Sentence::errorHasThreeParts()
{
    QFETCH(int, code);
    const Error error{static_cast<ErrorCode>(code), QStringLiteral("12")};
    const Sentence english = sentence(error);
    const Language vietnamese;
    QVERIFY(vietnamese.isSpoken());
    const Sentence shown = sentence(error);
    for (const Sentence &one : {english, shown}) {
        for (const QString &part : {one.happened, one.kept, one.next}) {
            QVERIFY2(part.size() > 8 && part.endsWith(u'.') && !part.contains(u'%'), qPrintable(part));
        }
    }
    QVERIFY(shown.happened != english.happened);
    QVERIFY(shown.kept != english.kept);
    QVERIFY(shown.next != english.next);
    QVERIFY(!shown.text().contains(QStringLiteral("không hợp lệ")));
}

void tst_Sentence::aTerminalHasNeitherKeysNorForms_data()
{
    errorHasThreeParts_data();
}

void tst_Sentence::aTerminalHasNeitherKeysNorForms()
{
    QFETCH(int, code);
    static const QRegularExpression ofTheWindow(QStringLiteral("Ctrl\\+|\\bF[0-9]+\\b|\\bEsc\\b|what you typed|đã nhập còn"));
    const Error error{static_cast<ErrorCode>(code), QStringLiteral("12")};
    const Sentence english = sentence(error, Reader::Terminal);
    const Language vietnamese;
    const Sentence shown = sentence(error, Reader::Terminal);
    for (const Sentence &one : {english, shown}) {
        for (const QString &part : {one.happened, one.kept, one.next}) {
            QVERIFY2(part.size() > 8 && part.endsWith(u'.') && !part.contains(u'%'), qPrintable(part));
            QVERIFY2(!part.contains(ofTheWindow), qPrintable(part));
        }
    }
    QVERIFY(shown.happened != english.happened && shown.kept != english.kept && shown.next != english.next);
    QCOMPARE(shown.code, sentence(error).code);
}

void tst_Sentence::detailStaysOut_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("notTold");
    QTest::newRow("seconds are told") << int(ErrorCode::LockedOut) << "40" << "40" << "";
    QTest::newRow("what is no number of seconds is not") << int(ErrorCode::LockedOut) << "Nguyen Thi Hoa" << "" << "Hoa";
    QTest::newRow("file, line and column are told") << int(ErrorCode::CatalogueSyntax) << "forms/a.json:12:7: unexpected" << "forms/a.json:12:7"
                                                    << "unexpected";
    QTest::newRow("a path of a file is not") << int(ErrorCode::FileUnreadable) << "hoa/centre.db" << "" << "hoa";
    QTest::newRow("a place holder in the detail stays out") << int(ErrorCode::CatalogueSchema) << "%1 %2" << "" << "%";
}

void tst_Sentence::detailStaysOut()
{
    QFETCH(int, code);
    QFETCH(QString, detail);
    QFETCH(QString, told);
    QFETCH(QString, notTold);
    const QString text = sentence(Error{static_cast<ErrorCode>(code), detail}).textWithCode();
    QVERIFY2(text.contains(told), qPrintable(text));
    QVERIFY2(notTold.isEmpty() || !text.contains(notTold), qPrintable(text));
}

void tst_Sentence::codeStandsAtTheEnd()
{
    QVERIFY(sentence({ErrorCode::DiskFull, {}}).textWithCode().endsWith(QStringLiteral(" (DiskFull)")));
}

void tst_Sentence::violationIsOneSentence_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= static_cast<int>(ViolationCode::LongerTermRefused); ++code) {
        QTest::newRow(qPrintable(violationName(static_cast<ViolationCode>(code)))) << code;
    }
}

void tst_Sentence::violationIsOneSentence()
{
    QFETCH(int, code);
    const Violation violation{QStringLiteral("birth"), static_cast<ViolationCode>(code),
        {{QStringLiteral("minimum"), QStringLiteral("1")}, {QStringLiteral("maximum"), QStringLiteral("99")}, {QStringLiteral("length"), QStringLiteral("120")},
            {QStringLiteral("position"), QStringLiteral("3")}, {QStringLiteral("message"), QStringLiteral("Ngày sinh không khớp.")},
            {QStringLiteral("messageEn"), QStringLiteral("The dates contradict.")}}};
    const QString english = sentence(violation, QStringLiteral("Ngày sinh"));
    const Language vietnamese;
    const QString shown = sentence(violation, QStringLiteral("Ngày sinh"));
    QVERIFY(shown != english);
    for (const QString &one : {english, shown}) {
        QVERIFY2(one.startsWith(QStringLiteral("Ngày sinh: ")) && one.endsWith(u'.') && !one.contains(u'%'), qPrintable(one));
    }
}

void tst_Sentence::violationTellsItsValues_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("told");
    const auto grouped = [](const char *row, ViolationCode code, const char *key, const char *value, const char *told) {
        QTest::newRow(row) << int(code) << QString::fromLatin1(key) << QString::fromLatin1(value) << QString::fromLatin1(told);
    };
    grouped("a milliard of thousands", ViolationCode::OutOfRange, "maximum", "1000000000000", " 1.000.000.000.000");
    grouped("a thousand", ViolationCode::OutOfRange, "minimum", "1000", " 1.000.");
    grouped("three digits", ViolationCode::OutOfRange, "minimum", "999", " 999.");
    grouped("less than nothing", ViolationCode::OutOfRange, "minimum", "-12345", "-12.345");
    grouped("what is no number", ViolationCode::OutOfRange, "maximum", "12 000x", "12 000x");
    grouped("the length of a text", ViolationCode::TooLong, "length", "12000", "12.000");
    grouped("the longest text", ViolationCode::TooLong, "maximum", "10000", "10.000");
    grouped("rows", ViolationCode::TooManyRows, "maximum", "1200", "1.200");
    grouped("an example is no number", ViolationCode::Malformed, "example", "0912345678", " 0912345678.");
    QTest::newRow("the example of a rule") << int(ViolationCode::Malformed) << "example" << "0912345678" << "0912345678";
    QTest::newRow("the smallest number") << int(ViolationCode::OutOfRange) << "minimum" << "7" << "7";
    QTest::newRow("the largest number") << int(ViolationCode::OutOfRange) << "maximum" << "98" << "98";
    QTest::newRow("where the invisible character stands") << int(ViolationCode::UnwantedCharacter) << "position" << "14" << "14";
    QTest::newRow("why a paper is not good") << int(ViolationCode::PaperNotMet) << "reason" << "ảnh mờ" << "ảnh mờ";
}

void tst_Sentence::violationTellsItsValues()
{
    QFETCH(int, code);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, told);
    const Violation violation{QStringLiteral("x"), static_cast<ViolationCode>(code), {{key, value}}};
    const QString text = sentence(violation, QStringLiteral("X"));
    QVERIFY2(text.contains(told), qPrintable(text));
}

QTEST_GUILESS_MAIN(tst_Sentence)
#include "tst_Sentence.moc"
