// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/resources/Samples.h"

using namespace motcua;

/** How the declarations are signed: by hand, by fingerprint before a witness, by word of mouth. */
class tst_SignedSheets : public QObject
{
    Q_OBJECT

    static void everySheet()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("signedSo");
        QTest::addRow("birth") << u"1.001193"_qs << u"requester"_qs << u"(Ký, ghi rõ họ, chữ đệm, tên)"_qs;
        QTest::addRow("household business") << u"1.001612"_qs << u"owner"_qs << u"(Ký và ghi họ tên)"_qs;
        QTest::addRow("temporary residence") << u"1.004194"_qs << u"person"_qs << u"(Ký, ghi rõ họ tên)"_qs;
        QTest::addRow("extract") << u"2.000635"_qs << u"requester"_qs << u"(Ký, ghi rõ họ, chữ đệm, tên)"_qs;
    }

    /** The lines of the column that this person signs in. */
    static QStringList signature(const QStringList &lines, const QString &name)
    {
        for (const QString &line : lines) {
            const QStringList parts = line.split(u" | "_qs);
            if (parts.size() == 3 && parts[2] == name && parts[1].startsWith(u'(')) {
                return parts;
            }
        }
        return {};
    }

private Q_SLOTS:
    void printsHowItWasSigned_data() { everySheet(); }
    void printsHowItWasSigned()
    {
        QFETCH(QString, code);
        QFETCH(QString, who);
        QFETCH(QString, signedSo);
        test::Sample one(code, u"complete"_qs);
        const QString name = one.form().text(who + u".name"_qs);
        QCOMPARE(signature(one.printedLines(), name).value(1), signedSo);
        QVERIFY(one.printedLines().filter(u"làm chứng"_qs).isEmpty());
        one.change(u"signature.manner=fingerprint; signature.witness=Lê Vy"_qs);
        QCOMPARE(signature(one.printedLines(), name).value(1), u"(Điểm chỉ, có người làm chứng)"_qs);
        QVERIFY(one.printedLines().contains(u"Điểm chỉ, có người làm chứng – Lê Vy"_qs));
        one.change(u"signature.witnessNumber=000307012345"_qs);
        QVERIFY(one.printedLines().contains(u"Điểm chỉ, có người làm chứng – Lê Vy – 000307012345"_qs));
        one.change(u"signature.manner=oral"_qs);
        QCOMPARE(signature(one.printedLines(), name).value(1), u"(Trình bày bằng lời, cán bộ viết và đọc lại)"_qs);
        QVERIFY(one.printedLines().filter(u"Lê Vy"_qs).isEmpty());
    }

    void aWitnessHasAPlaceToSignBesideThem_data() { everySheet(); }
    void aWitnessHasAPlaceToSignBesideThem()
    {
        QFETCH(QString, code);
        QFETCH(QString, who);
        QFETCH(QString, signedSo);
        test::Sample one(code, u"complete"_qs);
        const QString name = one.form().text(who + u".name"_qs);
        one.change(u"signature.manner=fingerprint; signature.witness=Lê Vy"_qs);
        const QStringList witness = signature(one.printedLines(), u"Lê Vy"_qs);
        QCOMPARE(witness.value(0).toUpper(), u"NGƯỜI LÀM CHỨNG"_qs);
        QCOMPARE(witness.value(1), signedSo);
        QVERIFY(one.printedLines().indexOf(witness.join(u" | "_qs)) + 1 == one.printedLines().indexOf(signature(one.printedLines(), name).join(u" | "_qs)));
        one.change(u"signature.witness="_qs); // nobody is named yet: no place for nobody
        QVERIFY(one.printedLines().filter(u"làm chứng |"_qs, Qt::CaseInsensitive).isEmpty());
    }

    void aDraftFromBeforeTheQuestionPrintsAsTheBlankSheet_data() { everySheet(); }
    void aDraftFromBeforeTheQuestionPrintsAsTheBlankSheet()
    {
        QFETCH(QString, code);
        QFETCH(QString, who);
        QFETCH(QString, signedSo);
        test::Sample one(code, u"complete"_qs);
        const QStringList answered = one.printedLines();
        one.change(u"signature.manner="_qs);
        QCOMPARE(signature(one.printedLines(), one.form().text(who + u".name"_qs)).value(1), signedSo);
        QVERIFY2(one.printedLines().filter(u"()"_qs).isEmpty(), qPrintable(one.printedLines().join(u'\n')));
        QCOMPARE(one.printedLines(), answered); // so answering it later as everybody does marks no sheet out of date
    }

    void nobodyWitnessesTheirOwnFingerprint_data() { everySheet(); }
    void nobodyWitnessesTheirOwnFingerprint()
    {
        QFETCH(QString, code);
        QFETCH(QString, who);
        test::Sample one(code, u"complete"_qs);
        const QString name = one.form().text(who + u".name"_qs);
        const QString number = one.form().text(who + u".personalNumber"_qs);
        QVERIFY(!name.isEmpty() && !number.isEmpty());
        one.change(u"signature.manner=fingerprint; signature.witness="_qs + name.toUpper());
        QCOMPARE(one.violations(), QStringList()); // two people may have one name
        QCOMPARE(one.warnings(), QStringList{u"signature.witness RuleBroken witnessOfThatName"_qs});
        one.change(u"signature.witnessNumber="_qs + number);
        QCOMPARE(one.violations(), QStringList{u"signature.witnessNumber RuleBroken witnessIsAnother"_qs});
        one.change(u"signature.witness=Lê Vy; signature.witnessNumber=000307012345"_qs);
        QCOMPARE(one.violations(), QStringList());
        QCOMPARE(one.warnings(), QStringList());
        one.change(u"signature.manner=signed; signature.witnessNumber="_qs + number); // what is hidden says nothing
        QCOMPARE(one.violations(), QStringList());
    }
};

QTEST_APPLESS_MAIN(tst_SignedSheets)
#include "tst_SignedSheets.moc"
