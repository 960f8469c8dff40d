// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogue/BanksReader.h"

#include "models/catalogue/JsonMembers.h"

#include <algorithm>

namespace motcua {

QList<Bank> readBanks(JsonFile &file)
{
    const JsonNode root(file);
    JsonMembers members(root);
    members.text(QStringLiteral("schema"));
    QList<Bank> banks;
    members.each(QStringLiteral("banks"), true, [&](const JsonNode &node) {
        JsonMembers one(node);
        const Bank bank{one.text(QStringLiteral("bin")), one.text(QStringLiteral("name")), one.text(QStringLiteral("mark"))};
        const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
        if (!bank.bin.isEmpty() && (bank.bin.size() != 6 || !std::all_of(bank.bin.begin(), bank.bin.end(), isDigit))) {
            one.complain(QStringLiteral("bin"), QStringLiteral("\"bin\" is six digits"));
        }
        const auto same = [&bank](const Bank &other) { return other.bin == bank.bin; };
        if (std::any_of(banks.cbegin(), banks.cend(), same)) {
            one.complain(QStringLiteral("bin"), QStringLiteral("the bank %1 stands here twice").arg(bank.bin));
        }
        one.done();
        banks.append(bank);
    });
    members.done();
    return banks;
}

} // namespace motcua
