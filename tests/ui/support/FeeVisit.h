// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/Samples.h"
#include "ui/visit/FeeFacts.h"

namespace motcua::test {

inline FeeLine feeLine(const QString &text, qint64 price, qint64 quantity, const QString &unit)
{
    return {.text = text, .unitPrice = Money{price}, .quantity = quantity, .amount = Money{price} * quantity, .unit = unit};
}

/** A visit of so many dossiers, invented: a birth that is free on time, extracts, certified copies with their tiers. */
inline FeeFacts feeVisit(int dossiers)
{
    FeeFacts facts;
    facts.ticket = QStringLiteral("A012");
    facts.notes = shippedCatalogue().notes();
    facts.account = UnitAccount{QStringLiteral("970405"), QStringLiteral("1500201000001"), QStringLiteral("UBND PHUONG HOA AN")};
    facts.bank = QStringLiteral("Agribank");
    facts.purpose = QStringLiteral("Phi le phi A012 7KQ2MX");
    FeeLine birth = feeLine(QStringLiteral("Lệ phí đăng ký khai sinh"), 0, 1, {});
    birth.steps = {{FeeStep::Kind::Reduction, 100, Money{8'000}, Money{0}, QStringLiteral("đăng ký đúng hạn")}};
    FeeLine copies = feeLine(QStringLiteral("Phí chứng thực bản sao từ bản chính"), 12'000, 3, QStringLiteral("bản"));
    copies.steps = {{FeeStep::Kind::Tier, 2, Money{2'000}, Money{4'000}, QStringLiteral("trang")},
        {FeeStep::Kind::Tier, 8, Money{1'000}, Money{8'000}, QStringLiteral("trang")}};
    const QList<DossierFee> kinds{{QStringLiteral("Bản sao trích lục · NGUYỄN BẢO AN"),
                                      {{feeLine(QStringLiteral("Phí cấp bản sao trích lục hộ tịch"), 8'000, 1, QStringLiteral("bản"))}}},
        {QStringLiteral("Khai sinh · NGUYỄN BẢO AN"), {{birth}}}, {QStringLiteral("Chứng thực bản sao · NGUYỄN THỊ HOA"), {{copies}}}};
    for (int index = 0; index < dossiers; ++index) {
        facts.dossiers.append(kinds.at(index % kinds.size()));
    }
    return facts;
}

/** Such a visit paid in cash, beside a drawer in which little lies. */
inline FeeFacts feeInCash(int dossiers, qint64 given)
{
    FeeFacts facts = feeVisit(dossiers);
    facts.payment.given = Money{given};
    facts.drawer = Drawer{{Money{200'000}, 1}, {Money{100'000}, 4}, {Money{50'000}, 2}, {Money{20'000}, 5}, {Money{2'000}, 3}, {Money{1'000}, 4}};
    return facts;
}

inline FeeFacts feeByPicture()
{
    FeeFacts facts = feeVisit(2);
    facts.payment.means = PaymentMeans::VietQr;
    return facts;
}

inline FeeFacts feeWithoutAccount()
{
    FeeFacts facts = feeByPicture();
    facts.account.reset();
    return facts;
}

inline FeeFacts feeLater()
{
    FeeFacts facts = feeVisit(1);
    facts.payment.when = Payment::When::AtCashDesk;
    return facts;
}

/** One of its prices nobody has entered. */
inline FeeFacts feeUnknown()
{
    FeeFacts facts = feeVisit(2);
    FeeLine &line = facts.dossiers[1].fee.lines[0];
    line = feeLine(QStringLiteral("Lệ phí đăng ký cư trú"), 0, 1, {});
    line.isKnown = false;
    return facts;
}

} // namespace motcua::test
