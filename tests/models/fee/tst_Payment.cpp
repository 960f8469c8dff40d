// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fee/Payment.h"

#include "models/base/Id.h"
#include "models/fee/VietQr.h"

#include <QSet>
#include <QTest>

using namespace motcua;

class tst_Payment : public QObject
{
    Q_OBJECT

    using When = Payment::When;
    using State = Payment::State;
    using Means = PaymentMeans;

    static Id visit(char last)
    {
        return Id::v7(1'795'420'320'000, QByteArray(9, 'r') + last);
    }

private Q_SLOTS:
    void standsAgainstWhatIsDue_data()
    {
        QTest::addColumn<Payment>("payment");
        QTest::addColumn<qint64>("due");
        QTest::addColumn<State>("state");
        QTest::addColumn<qint64>("shortBy");
        QTest::addColumn<qint64>("change");
        const auto row = [](const char *name, const Payment &payment, qint64 due, State state, qint64 shortBy = 0, qint64 change = 0) {
            QTest::addRow("%s", name) << payment << due << state << shortBy << change;
        };
        const auto cash = [](qint64 dong) { return Payment{When::AtAcceptance, Means::Cash, Money{dong}}; };
        row("500.000 for 8.000", cash(500'000), 8'000, State::Enough, 0, 492'000);
        row("exactly", cash(8'000), 8'000, State::Enough);
        row("a đồng short", cash(7'999), 8'000, State::Short, 1);
        row("nothing given", cash(0), 8'000, State::Short, 8'000);
        row("nobody said what was given", {}, 8'000, State::Unsaid);
        row("nothing due", {}, 0, State::NothingDue);
        row("money on the desk, and nothing due", cash(500'000), 0, State::NothingDue);
        row("by picture: what was given in cash does not count", {When::AtAcceptance, Means::VietQr, Money{1'000}}, 8'000, State::Enough);
        row("by card", {When::AtAcceptance, Means::Card, {}}, 8'000, State::Enough);
        row("with the result: nothing is short", {When::WithResult, Means::Cash, Money{1'000}}, 8'000, State::Later);
        row("at the cash desk: no change here", {When::AtCashDesk, Means::Cash, Money{500'000}}, 8'000, State::Later);
    }
    void standsAgainstWhatIsDue()
    {
        QFETCH(Payment, payment);
        QFETCH(qint64, due);
        QFETCH(State, state);
        QCOMPARE(payment.state(Money{due}), state);
        QTEST(payment.shortBy(Money{due}).dong, "shortBy");
        QTEST(payment.change(Money{due}).dong, "change");
    }

    void readsBackAsItWasKept_data()
    {
        QTest::addColumn<Payment>("payment");
        for (const When when : {When::AtAcceptance, When::WithResult, When::AtCashDesk}) {
            for (const Means means : DeskMeans) {
                QTest::addRow("%d %s", static_cast<int>(when), qPrintable(meansName(means))) << Payment{when, means, {}};
            }
        }
        QTest::addRow("with what was given") << Payment{When::AtAcceptance, Means::Cash, Money{500'000}};
        QTest::addRow("with nothing given") << Payment{When::AtAcceptance, Means::Cash, Money{0}};
    }
    void readsBackAsItWasKept()
    {
        QFETCH(Payment, payment);
        const Result<Payment> read = Payment::fromJson(payment.toJson());
        QVERIFY(read);
        QCOMPARE(*read, payment);
    }

    void refusesWhatNobodyKept_data()
    {
        QTest::addColumn<QJsonObject>("json");
        const QJsonObject good = Payment{When::AtAcceptance, Means::Cash, Money{500'000}}.toJson();
        const auto row = [&good](const char *name, const QString &key, const QJsonValue &value) {
            QJsonObject json = good;
            json.insert(key, value);
            QTest::addRow("%s", name) << json;
        };
        QTest::addRow("nothing") << QJsonObject();
        row("another time", u"when"_qs, u"tomorrow"_qs);
        row("another means", u"means"_qs, u"cheque"_qs);
        row("what only the portal takes", u"means"_qs, u"portal"_qs);
        row("less than nothing", u"given"_qs, -1);
        row("half a đồng", u"given"_qs, 0.5);
        row("a text", u"given"_qs, u"500000"_qs);
        row("more than a number holds exactly", u"given"_qs, 1e17);
        row("null", u"given"_qs, QJsonValue());
    }
    void refusesWhatNobodyKept()
    {
        QFETCH(QJsonObject, json);
        const Result<Payment> read = Payment::fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::EntryMalformed);
    }

    void everyMeansHasOneName()
    {
        QSet<QString> names;
        for (const Means means : {Means::Cash, Means::VietQr, Means::Transfer, Means::Card, Means::Portal}) {
            QCOMPARE(meansNamed(meansName(means)), means);
            names.insert(meansName(means));
        }
        QCOMPARE(names.size(), 5);
        QVERIFY(!meansNamed(u"Cash"_qs));
        QVERIFY(!meansNamed({}));
    }

    void aTransferIsRecognisedByItsVisit()
    {
        const QString own = Payment::reference(visit('a'));
        QCOMPARE(own.size(), 6);
        QCOMPARE(Payment::reference(visit('a')), own);
        QVERIFY(Payment::reference(visit('b')) != own);
        // The same moment of another visit tells nothing: only the random end does.
        QVERIFY(Payment::reference(Id::v7(1'795'420'320'001, QByteArray(9, 'r') + 'a')) == own);
        const QString known = Payment::reference(Id::fromString(u"01890a5d-ac96-774b-bcce-b30241d4c98f"));
        QCOMPARE(known, u"0X9JCF"_qs);
    }

    void noLookAlikesAreReadFromAStatement()
    {
        for (int last = 0; last < 256; ++last) {
            const QString own = Payment::reference(visit(static_cast<char>(last)));
            QVERIFY2(!own.contains(u'I') && !own.contains(u'L') && !own.contains(u'O') && !own.contains(u'U'), qPrintable(own));
        }
    }

    void thePurposeFitsAPicture_data()
    {
        QTest::addColumn<QString>("ticket");
        QTest::addColumn<QString>("before");
        QTest::addRow("with a ticket") << u"A012"_qs << u"Phi le phi A012 "_qs;
        QTest::addRow("without one") << QString() << u"Phi le phi "_qs;
        QTest::addRow("words give way to what it is recognised by") << u"A0123456789"_qs << u"Phi le A0123456789 "_qs;
        QTest::addRow("a ticket of no use") << QString(30, u'A') << QString();
    }
    void thePurposeFitsAPicture()
    {
        QFETCH(QString, ticket);
        QFETCH(QString, before);
        const QString purpose = Payment::purpose(ticket, visit('a'));
        QCOMPARE(purpose, before + Payment::reference(visit('a')));
        QVERIFY(purpose.size() <= VietQr::LongestText);
        const VietQr code{.use = VietQr::Use::Dynamic, .bin = u"970405"_qs, .number = u"1500201000001"_qs, .amount = Money{8'000},
            .purpose = purpose};
        QVERIFY(code.encoded());
    }
};

QTEST_APPLESS_MAIN(tst_Payment)
#include "tst_Payment.moc"
