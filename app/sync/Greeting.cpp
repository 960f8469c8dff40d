// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sync/Greeting.h"

#include "app/sync/WitnessedHead.h"

#include <QJsonArray>

#include <array>

namespace motcua::sync {

using journal::LogHead;
using journal::VersionVector;

namespace {

constexpr qsizetype MostLogs = 10'000; // a province has some hundreds of desks, and a restore makes a new log of one
constexpr qsizetype MostRefused = 500;
constexpr qsizetype MostText = 200;

// What of an entry may be refused: whatever else somebody says is nonsense.
constexpr std::array Refusals{
    ErrorCode::EntryMalformed, ErrorCode::PayloadMismatch, ErrorCode::ChainBroken, ErrorCode::OriginForked, ErrorCode::OriginForeign};

Error nonsense(const char *what)
{
    return {ErrorCode::PeerNonsense, QString::fromLatin1(what)};
}

/** The head that may stand under `name`; nonsense is an error, nothing is none. */
Result<std::optional<LogHead>> headUnder(const QJsonObject &json, QStringView name)
{
    if (!json.contains(name)) {
        return std::optional<LogHead>();
    }
    const Result<LogHead> head = headFromJson(json.value(name).toObject());
    return head ? Result<std::optional<LogHead>>(std::optional(*head)) : head.error();
}

Result<VersionVector> vectorUnder(const QJsonObject &json, QStringView name)
{
    const QJsonObject said = json.value(name).toObject();
    if (!json.value(name).isObject() || said.size() > MostLogs) {
        return nonsense("a vector");
    }
    const Result<VersionVector> vector = VersionVector::fromJson(said);
    return vector ? vector : Result<VersionVector>(nonsense("a vector"));
}

} // namespace

Result<Greeting> Greeting::fromJson(const QJsonObject &json)
{
    const QJsonValue protocol = json.value(u"protocol");
    if (!protocol.isDouble()) {
        return nonsense("no protocol");
    }
    if (protocol.toInt() != Protocol) {
        return Error{ErrorCode::PeerNewer, QString::number(protocol.toInt())};
    }
    const Result<VersionVector> has = vectorUnder(json, u"has");
    const Result<VersionVector> offers = vectorUnder(json, u"offers");
    const Result<std::optional<LogHead>> yours = headUnder(json, u"yours");
    const Result<std::optional<LogHead>> yoursToo = headUnder(json, u"yoursToo");
    if (!has || !offers) {
        return has ? offers.error() : has.error();
    }
    if (!yours || !yoursToo) {
        return yours ? yoursToo.error() : yours.error();
    }
    Greeting greeting{.origin = Id::fromString(json.value(u"origin").toString()),
        .training = json.value(u"training").toBool(),
        .program = json.value(u"program").toString().left(MostText),
        .nowMs = json.value(u"nowMs").toInteger(),
        .has = *has,
        .offers = *offers,
        .yours = *yours,
        .catalogue = qMax<qint64>(0, json.value(u"catalogue").toInteger()),
        .yoursToo = *yoursToo};
    if (greeting.origin.isNull() || !json.value(u"training").isBool() || greeting.nowMs <= 0 || !greeting.has.covers(greeting.offers)) {
        return nonsense("a greeting");
    }
    return greeting;
}

QJsonObject Greeting::toJson() const
{
    QJsonObject json{{QStringLiteral("protocol"), protocol}, {QStringLiteral("origin"), origin.toString()}, {QStringLiteral("training"), training},
        {QStringLiteral("program"), program}, {QStringLiteral("nowMs"), nowMs}, {QStringLiteral("has"), has.toJson()},
        {QStringLiteral("offers"), offers.toJson()}};
    if (catalogue > 0) {
        json.insert(QStringLiteral("catalogue"), catalogue);
    }
    if (yours) {
        json.insert(QStringLiteral("yours"), headToJson(*yours));
    }
    if (yoursToo) {
        json.insert(QStringLiteral("yoursToo"), headToJson(*yoursToo));
    }
    return json;
}

Result<Receipt> Receipt::fromJson(const QJsonObject &json)
{
    const Result<VersionVector> has = vectorUnder(json, u"has");
    const Result<std::optional<LogHead>> otherHead = headUnder(json, u"otherHead");
    if (!has || !otherHead) {
        return !has ? has.error() : otherHead.error();
    }
    Receipt receipt{*has, json.value(u"stored").toInteger(-1), json.value(u"duplicates").toInteger(-1), {}, *otherHead};
    const QJsonArray refused = json.value(u"refused").toArray();
    if (receipt.stored < 0 || receipt.duplicates < 0 || refused.size() > MostRefused) {
        return nonsense("a receipt");
    }
    for (const QJsonValue &said : refused) {
        const auto code = std::find_if(Refusals.begin(), Refusals.end(), [&](ErrorCode one) { return errorName(one) == said[u"code"].toString(); });
        const journal::EntryKey key{Id::fromString(said[u"origin"].toString()), said[u"seq"].toString().toULongLong()};
        if (code == Refusals.end() || key.origin.isNull() || key.seq == 0) {
            return nonsense("a refusal");
        }
        receipt.refused.append({key, {*code, said[u"detail"].toString().left(MostText)}});
    }
    return receipt;
}

QJsonObject Receipt::toJson() const
{
    QJsonArray said;
    for (const storage::RefusedEntry &entry : refused) {
        said.append(QJsonObject{{QStringLiteral("origin"), entry.key.origin.toString()}, {QStringLiteral("seq"), QString::number(entry.key.seq)},
            {QStringLiteral("code"), errorName(entry.error.code)}, {QStringLiteral("detail"), entry.error.detail}});
    }
    QJsonObject json{{QStringLiteral("has"), has.toJson()}, {QStringLiteral("stored"), stored}, {QStringLiteral("duplicates"), duplicates},
        {QStringLiteral("refused"), said}};
    if (otherHead) {
        json.insert(QStringLiteral("otherHead"), headToJson(*otherHead));
    }
    return json;
}

} // namespace motcua::sync
