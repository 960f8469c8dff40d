// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PaymentWords.h"

#include <QCoreApplication>
#include <QStringList>

namespace motcua {

namespace {

/** Gives the words below their context for translation. */
struct PaymentWords
{
    Q_DECLARE_TR_FUNCTIONS(PaymentWords)
};

constexpr qint64 Thousand = 1000;
constexpr qint64 WrittenOut = 2; ///< so many alike are named one by one, more as a number of them

} // namespace

QString meansWords(PaymentMeans means)
{
    switch (means) {
    case PaymentMeans::Cash:
        return PaymentWords::tr("Cash");
    case PaymentMeans::VietQr:
        return PaymentWords::tr("VietQR");
    case PaymentMeans::Transfer:
        return PaymentWords::tr("Transfer");
    case PaymentMeans::Card:
        return PaymentWords::tr("POS card");
    case PaymentMeans::Portal:
        return PaymentWords::tr("Paid on the portal");
    }
    return {};
}

QString whenWords(Payment::When when)
{
    switch (when) {
    case Payment::When::AtAcceptance:
        return PaymentWords::tr("at acceptance");
    case Payment::When::WithResult:
        return PaymentWords::tr("with the result");
    case Payment::When::AtCashDesk:
        return PaymentWords::tr("at the cash desk");
    }
    return {};
}

QString notesWords(const QList<NoteCount> &notes)
{
    QStringList thousands;
    QStringList smaller;
    for (const NoteCount &one : notes) {
        const bool isRound = one.value.dong % Thousand == 0;
        const QString value = isRound ? QString::number(one.value.dong / Thousand) : one.value.toString();
        QStringList &into = isRound ? thousands : smaller;
        if (one.count > WrittenOut) {
            into.append(QStringLiteral("%1×%2").arg(value).arg(one.count));
        } else {
            into.append(QStringList(one.count, value));
        }
    }
    QStringList parts;
    if (!thousands.isEmpty()) {
        parts.append(PaymentWords::tr("%1 thousand").arg(thousands.join(u'+')));
    }
    parts.append(smaller);
    return parts.join(QStringLiteral(" + "));
}

QString typedWords(Money amount)
{
    return amount.dong % Thousand == 0 ? QStringLiteral("%1k").arg(amount.dong / Thousand) : amount.toString();
}

} // namespace motcua
