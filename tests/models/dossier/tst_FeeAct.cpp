// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/FeeAct.h"

#include "tests/models/dossier/Counter.h"

#include <QTest>

using namespace motcua;

/** Of one payment each dossier gets what it costs itself. */
class tst_FeeAct : public QObject
{
    Q_OBJECT

    static FeeLine line(const QString &text, qint64 dong)
    {
        return {.text = text, .unitPrice = Money{dong}, .quantity = 1, .amount = Money{dong}};
    }

private Q_SLOTS:
    void isWrittenOnceMoneyWasTaken_data()
    {
        QTest::addColumn<Payment>("payment");
        QTest::addColumn<Assessment>("fee");
        QTest::addColumn<qint64>("paid"); ///< online, before
        QTest::addColumn<QString>("written"); ///< amount means text; empty for none
        const Assessment extract{{line(u"Lệ phí trích lục"_qs, 8'000)}};
        FeeLine unknown = line(u"Lệ phí cư trú"_qs, 0);
        unknown.isKnown = false;
        const Payment cash{Payment::When::AtAcceptance, PaymentMeans::Cash, Money{500'000}};
        const auto row = [](const char *name, const Payment &payment, const Assessment &fee, const QString &written, qint64 paid = 0) {
            QTest::addRow("%s", name) << payment << fee << paid << written;
        };
        row("in cash: what is due, not what was given", cash, extract, u"8000 cash Lệ phí trích lục"_qs);
        row("by picture", {Payment::When::AtAcceptance, PaymentMeans::VietQr, {}}, extract, u"8000 vietqr Lệ phí trích lục"_qs);
        row("by card", {Payment::When::AtAcceptance, PaymentMeans::Card, {}}, extract, u"8000 card Lệ phí trích lục"_qs);
        row("two lines are one sum", cash, {{line(u"Phí"_qs, 5'000), line(u"Lệ phí"_qs, 8'000), line(u"Phí"_qs, 1'000)}},
            u"14000 cash Phí; Lệ phí"_qs);
        row("what costs nothing is not told", cash, {{line(u"Miễn"_qs, 0), line(u"Lệ phí"_qs, 8'000)}}, u"8000 cash Lệ phí"_qs);
        row("free", cash, {{line(u"Miễn"_qs, 0)}}, {});
        row("no fee at all", cash, {}, {});
        row("a price nobody knows", cash, {{unknown}}, {});
        row("what is left after a part was paid online", cash, extract, u"5000 cash Lệ phí trích lục"_qs, 3'000);
        row("paid online", cash, extract, {}, 8'000);
        row("more than that", cash, extract, {}, 9'000);
        row("with the result", {Payment::When::WithResult, PaymentMeans::Cash, {}}, extract, {});
        row("at the cash desk", {Payment::When::AtCashDesk, PaymentMeans::Cash, {}}, extract, {});
    }
    void isWrittenOnceMoneyWasTaken()
    {
        QFETCH(Payment, payment);
        QFETCH(Assessment, fee);
        QFETCH(qint64, paid);
        const std::optional<TakeFee> act = feeAct(payment, fee, Money{paid});
        QTEST(act ? QStringLiteral("%1 %2 %3").arg(act->amount.dong).arg(act->means, act->text) : QString(), "written");
        if (act) {
            Counter counter;
            counter.accept();
            QVERIFY(counter.act(Officer, *act));
        }
    }
};

QTEST_APPLESS_MAIN(tst_FeeAct)
#include "tst_FeeAct.moc"
