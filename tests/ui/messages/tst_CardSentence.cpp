// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/CardSentence.h"
#include "ui/messages/Language.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace motcua;

/** Every end of a reading and every worth of a card can be told, whole, in both languages, and no two the same. */
class tst_CardSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAreWhole_data();
    void faultsAreWhole();
    void verdictsAreWhole_data();
    void verdictsAreWhole();
    void checksHaveWords();
    void triesThatAreLeftAreTold();
    void theCardsWordsAreForTheTelephone();
    void onlyAVerifiedCardIsCalledVerified();
    void aZoneInPlaceOfTheChipIsTold_data();
    void aZoneInPlaceOfTheChipIsTold();
};

namespace {

void isWhole(const Sentence &english, const Sentence &shown)
{
    static const QRegularExpression enumWord(QStringLiteral("[a-z][A-Z]"));
    for (const auto &[one, other] : {std::pair{english.happened, shown.happened}, std::pair{english.kept, shown.kept}, std::pair{english.next, shown.next}}) {
        QVERIFY2(one != other, qPrintable(one));
        for (const QString &text : {one, other}) {
            QVERIFY2(text.size() > 8 && text.endsWith(u'.') && text.at(0).isUpper() && !text.contains(u'%') && !text.contains(enumWord), qPrintable(text));
        }
    }
}

} // namespace

void tst_CardSentence::faultsAreWhole_data()
{
    QTest::addColumn<int>("fault");
    for (int fault = 0; fault <= static_cast<int>(CardFault::DriverFailed); ++fault) {
        QTest::addRow("%s", qPrintable(faultName(static_cast<CardFault>(fault)))) << fault;
    }
}

void tst_CardSentence::faultsAreWhole()
{
    QFETCH(int, fault);
    const CardError error{.fault = static_cast<CardFault>(fault)};
    const Sentence english = sentence(error);
    const Language vietnamese;
    QVERIFY(vietnamese.isSpoken());
    isWhole(english, sentence(error));
    QCOMPARE(english.code, faultName(error.fault));
    QVERIFY(sentence(error, Reader::Terminal).kept.isEmpty()); // there is no form

    QSet<QString> told;
    for (int other = 0; other <= static_cast<int>(CardFault::DriverFailed); ++other) {
        told.insert(sentence(CardError{.fault = static_cast<CardFault>(other)}).happened);
    }
    QCOMPARE(told.size(), static_cast<int>(CardFault::DriverFailed) + 1);
}

void tst_CardSentence::verdictsAreWhole_data()
{
    QTest::addColumn<int>("verdict");
    for (int verdict = 0; verdict <= static_cast<int>(CardVerdict::Verified); ++verdict) {
        QTest::addRow("%s", qPrintable(verdictName(static_cast<CardVerdict>(verdict)))) << verdict;
    }
}

void tst_CardSentence::verdictsAreWhole()
{
    QFETCH(int, verdict);
    const auto one = static_cast<CardVerdict>(verdict);
    const Sentence english = sentence(one);
    const Language vietnamese;
    isWhole(english, sentence(one));
    QCOMPARE(english.code, verdictName(one));
}

void tst_CardSentence::checksHaveWords()
{
    const auto all = [] {
        QStringList words;
        for (int check = 0; check <= static_cast<int>(CardCheck::Expiry); ++check) {
            words.append(motcua::words(static_cast<CardCheck>(check)));
        }
        for (int reason = 0; reason <= static_cast<int>(CheckReason::Over); ++reason) {
            words.append(motcua::words(CheckOutcome{CheckOutcome::State::NotDone, static_cast<CheckReason>(reason)}));
        }
        return words;
    };
    const QStringList english = all();
    QCOMPARE(QSet<QString>(english.cbegin(), english.cend()).size(), english.size());
    const Language vietnamese;
    const QStringList shown = all();
    for (qsizetype i = 0; i < english.size(); ++i) {
        QVERIFY2(!english.at(i).isEmpty() && english.at(i) != shown.at(i), qPrintable(english.at(i)));
    }
}

void tst_CardSentence::triesThatAreLeftAreTold()
{
    const Language vietnamese;
    QVERIFY(sentence(CardError{.fault = CardFault::WrongKey, .triesLeft = 2}).happened.contains(u"Còn 2 lần thử."));
    QVERIFY(!sentence(CardError{.fault = CardFault::WrongKey}).happened.contains(u"lần thử"));
}

void tst_CardSentence::theCardsWordsAreForTheTelephone()
{
    const Sentence told = sentence(CardError{.fault = CardFault::Protocol, .status = 0x6985, .detail = QStringLiteral("MSE:SET AT")});
    QCOMPARE(told.code, QStringLiteral("Protocol 6985"));
    QVERIFY(!told.text().contains(u"6985") && !told.text().contains(u"MSE"));
}

void tst_CardSentence::onlyAVerifiedCardIsCalledVerified()
{
    for (int verdict = 0; verdict < static_cast<int>(CardVerdict::Verified); ++verdict) {
        const Sentence told = sentence(static_cast<CardVerdict>(verdict));
        QVERIFY2(told.kept.contains(u"Nothing of it"), qPrintable(told.text()));
        QVERIFY2(told.happened != sentence(CardVerdict::Verified).happened, qPrintable(told.text()));
    }
}

void tst_CardSentence::aZoneInPlaceOfTheChipIsTold_data()
{
    QTest::addColumn<bool>("isExpired");
    QTest::addColumn<QString>("words");
    QTest::newRow("in date") << false << QStringLiteral("« dòng mã máy đọc; không đọc chip: Giấy tờ không có chip");
    QTest::newRow("expired") << true << QStringLiteral("« dòng mã máy đọc của giấy tờ hết hạn; không đọc chip: Giấy tờ không có chip");
}
void tst_CardSentence::aZoneInPlaceOfTheChipIsTold()
{
    QFETCH(bool, isExpired);
    QFETCH(QString, words);
    const Language vietnamese;
    const CardMark told = mark(CardSeen::ofZone(QStringLiteral("applicant"), QStringLiteral("noChip"), QStringLiteral("Giấy tờ không có chip"), isExpired));
    QCOMPARE(told.text(), words);
    QCOMPARE(told.tone, isExpired ? QStringLiteral("warning") : QStringLiteral("secondary"));
}

QTEST_GUILESS_MAIN(tst_CardSentence)
#include "tst_CardSentence.moc"
