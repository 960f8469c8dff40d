// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "models/fee/VietQr.h"
#include "ui/messages/ReadingSentence.h"

#include <QJsonArray>

namespace motcua::ctl {

namespace {

int badCode(Context &context, const VietQrError &error)
{
    return context.terminal().fail({ErrorCode::Invalid, error.toString()}, sentence(error));
}

/** As a script reads it; the bank's name only when our list has it. */
QJsonObject facts(const VietQr &code, const QString &text, const QString &bank)
{
    QJsonObject json{{QStringLiteral("text"), text}, {QStringLiteral("bin"), code.bin}, {QStringLiteral("bank"), bank},
        {code.target == VietQr::Target::Account ? QStringLiteral("account") : QStringLiteral("card"), code.number},
        {QStringLiteral("dynamic"), code.use == VietQr::Use::Dynamic}, {QStringLiteral("bill"), code.billNumber},
        {QStringLiteral("purpose"), code.purpose}};
    if (code.amount) {
        json.insert(QStringLiteral("amount"), code.amount->dong);
    }
    QJsonArray others;
    for (const VietQr::Other &other : code.others) {
        others.append(QJsonObject{{QStringLiteral("tag"), other.path}, {QStringLiteral("value"), other.value}});
    }
    json.insert(QStringLiteral("others"), others);
    return json;
}

int encode(Context &context)
{
    const auto option = [&context](const char *name) { return context.options().value(QString::fromLatin1(name)); };
    const bool toCard = context.options().isSet(QStringLiteral("card"));
    if (!context.words().isEmpty() || toCard == context.options().isSet(QStringLiteral("account"))) {
        context.terminal().explain(
            QStringLiteral("Give --bin and either --account or --card, then --amount, --bill and --purpose as needed."));
        return Usage;
    }
    VietQr code;
    code.target = toCard ? VietQr::Target::Card : VietQr::Target::Account;
    code.bin = option("bin");
    code.number = option(toCard ? "card" : "account");
    code.billNumber = option("bill");
    code.purpose = VietQr::plain(option("purpose"));
    if (context.options().isSet(QStringLiteral("amount"))) {
        bool whole = false;
        code.use = VietQr::Use::Dynamic;
        code.amount = Money{option("amount").toLongLong(&whole)};
        if (!whole) {
            return badCode(context, {VietQrFault::AmountMalformed, QStringLiteral("54")});
        }
    }
    const Result<QString, VietQrError> text = code.encoded();
    if (!text) {
        return badCode(context, text.error());
    }
    context.terminal().say(*text);
    context.terminal().answer({{QStringLiteral("text"), *text}});
    return Done;
}

int decode(Context &context)
{
    if (context.words().size() != 1) {
        context.terminal().explain(QStringLiteral("Which code? Give its text as one word."));
        return Usage;
    }
    const QString text = context.words().constFirst();
    const Result<VietQr, VietQrError> code = VietQr::decoded(text);
    if (!code) {
        return badCode(context, code.error());
    }
    const Result<Lawbook> law = context.law();
    if (!law) {
        return context.terminal().fail(law.error());
    }
    const Result<Bank> bank = law->catalogue.bank(code->bin);
    const auto say = [&context](const QString &label, const QString &value) {
        if (!value.isEmpty()) {
            context.terminal().say(QStringLiteral("%1: %2").arg(label, value));
        }
    };
    say(QStringLiteral("bank"), bank ? code->bin + u' ' + bank->name : code->bin);
    say(code->target == VietQr::Target::Account ? QStringLiteral("account") : QStringLiteral("card"), code->number);
    say(QStringLiteral("amount"), code->amount ? code->amount->toString() : QString());
    say(QStringLiteral("bill"), code->billNumber);
    say(QStringLiteral("purpose"), code->purpose);
    for (const VietQr::Other &other : code->others) {
        say(QStringLiteral("tag ") + other.path, other.value);
    }
    context.terminal().answer(facts(*code, text, bank ? bank->name : QString()));
    return Done;
}

} // namespace

QList<Command> vietQrCommands()
{
    return {
        {QStringLiteral("vietqr encode"), QStringLiteral("--bin N --account N|--card N [--amount N] [--bill TEXT] [--purpose TEXT]"),
            QStringLiteral("the text of a payment picture"), encode},
        {QStringLiteral("vietqr decode"), QStringLiteral("TEXT"),
            QStringLiteral("what a payment picture orders, read strictly; ends with 6 and the reason when it is malformed"), decode},
    };
}

} // namespace motcua::ctl
