// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/workflows/UnitsFile.h"
#include "models/address/OldAddress.h"
#include "ui/messages/ReadingSentence.h"

#include <QJsonArray>

namespace motcua::ctl {

namespace {

constexpr qsizetype LongestPrefix = 100;
constexpr int MostFound = 1000;

Result<AdministrativeUnits> units(const Context &context)
{
    const QString chosen = context.options().value(QStringLiteral("resources"));
    return UnitsFile(chosen.isEmpty() ? Lawbook::folder() : chosen).read();
}

QJsonObject facts(const Commune &commune)
{
    return {{QStringLiteral("code"), commune.code}, {QStringLiteral("name"), commune.fullName()},
        {QStringLiteral("provinceCode"), commune.province.code}, {QStringLiteral("province"), commune.province.fullName()},
        {QStringLiteral("display"), commune.display()}};
}

QJsonArray facts(const QList<Commune> &communes)
{
    QJsonArray all;
    for (const Commune &commune : communes) {
        all.append(facts(commune));
    }
    return all;
}

QString word(OldAddress::Verdict verdict)
{
    switch (verdict) {
    case OldAddress::Verdict::NotFound:
        return QStringLiteral("notFound");
    case OldAddress::Verdict::One:
        return QStringLiteral("one");
    case OldAddress::Verdict::Split:
        return QStringLiteral("split");
    case OldAddress::Verdict::Ambiguous:
        return QStringLiteral("ambiguous");
    case OldAddress::Verdict::Contradicted:
        return QStringLiteral("contradicted");
    }
    return {};
}

int find(Context &context)
{
    const QString typed = context.words().join(u' ');
    const int limit = context.options().isSet(QStringLiteral("limit")) ? context.options().value(QStringLiteral("limit")).toInt() : 20;
    if (typed.trimmed().isEmpty() || typed.size() > LongestPrefix || limit < 1 || limit > MostFound) {
        return context.terminal().fail({ErrorCode::Invalid,
            QStringLiteral("the beginning of a commune's name, 1 to %1 characters; --limit 1 to %2").arg(LongestPrefix).arg(MostFound)});
    }
    const Result<AdministrativeUnits> known = units(context);
    if (!known) {
        return context.terminal().fail(known.error());
    }
    const QList<Commune> found = known->find(typed, limit);
    if (found.isEmpty()) {
        return context.terminal().fail({ErrorCode::NotFound, typed});
    }
    for (const Commune &commune : found) {
        context.terminal().say(commune.code + QStringLiteral("  ") + commune.display());
    }
    context.terminal().answer({{QStringLiteral("communes"), facts(found)}});
    return Done;
}

int old(Context &context)
{
    const QString text = context.words().join(u' ');
    const Result<AdministrativeUnits> known = units(context);
    if (!known) {
        return context.terminal().fail(known.error());
    }
    const Result<OldAddress> address = OldAddress::read(*known, text);
    if (!address) {
        return context.terminal().fail(address.error());
    }
    QJsonArray candidates;
    for (const OldAddress::Candidate &candidate : address->candidates) {
        const FormerUnit &unit = candidate.unit;
        candidates.append(QJsonObject{{QStringLiteral("code"), unit.code}, {QStringLiteral("name"), unit.name},
            {QStringLiteral("district"), unit.district}, {QStringLiteral("province"), unit.province},
            {QStringLiteral("districtNamed"), candidate.districtNamed}, {QStringLiteral("provinceNamed"), candidate.provinceNamed},
            {QStringLiteral("now"), facts(unit.now)}});
        context.terminal().say(unit.display());
        for (const Commune &commune : unit.now) {
            context.terminal().say(QStringLiteral("    ") + commune.code + QStringLiteral("  ") + commune.display());
        }
    }
    if (!address->detail.isEmpty()) {
        context.terminal().say(QStringLiteral("detail: ") + address->detail);
    }
    if (!address->unread.isEmpty()) {
        context.terminal().say(QStringLiteral("not understood: ") + address->unread);
    }
    if (const QString more = sentence(*address); !more.isEmpty()) {
        context.terminal().explain(more);
    }
    context.terminal().answer({{QStringLiteral("quoted"), text}, {QStringLiteral("verdict"), word(address->verdict())},
        {QStringLiteral("detail"), address->detail}, {QStringLiteral("unread"), address->unread},
        {QStringLiteral("contradicted"), QJsonArray::fromStringList(address->contradicted)},
        {QStringLiteral("candidates"), candidates}});
    switch (address->verdict()) {
    case OldAddress::Verdict::NotFound:
        return NotFoundCode;
    case OldAddress::Verdict::Contradicted:
        return BadInput; // a script must not take the first candidate for an answer
    case OldAddress::Verdict::One:
    case OldAddress::Verdict::Split:
    case OldAddress::Verdict::Ambiguous:
        break;
    }
    return Done;
}

} // namespace

QList<Command> addressCommands()
{
    return {
        {QStringLiteral("address find"), QStringLiteral("PREFIX"),
            QStringLiteral("communes whose names begin so, marks set aside: hoa an, or: hoa an, cao bang"), find},
        {QStringLiteral("address old"), QStringLiteral("TEXT"),
            QStringLiteral("what an address of before 1/7/2025 is today; a look-up, the quoted address stays as it is; 6 when a part of it contradicts"), old},
    };
}

} // namespace motcua::ctl
