// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/Mischief.h"

#include "app/net/BoundedJson.h"
#include "app/sync/Batch.h"
#include "app/sync/PortalPeer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace motcua::portal {

namespace {

using Kind = Mischief::Kind;

constexpr std::array Kinds{std::pair(Kind::Delay, "delay"), std::pair(Kind::Storm, "storm"), std::pair(Kind::LostReply, "lostReply"),
    std::pair(Kind::Duplicate, "duplicate"), std::pair(Kind::Cut, "cut"), std::pair(Kind::WrongType, "wrongType"),
    std::pair(Kind::HugeBody, "hugeBody"), std::pair(Kind::WrongSignature, "wrongSignature")};
constexpr qsizetype HugeBytes = 12 * 1024 * 1024;
constexpr qsizetype MostFaults = 100;

Error invalid(const char *what)
{
    return {ErrorCode::Invalid, QStringLiteral("fault: ") + QLatin1StringView(what)};
}

/** A whole number from `least` to `most`; `otherwise` where nothing is said, none where it is something else. */
std::optional<int> numberIn(const QJsonObject &json, const QString &name, int least, int most, int otherwise)
{
    if (!json.contains(name)) {
        return otherwise;
    }
    const double value = json[name].toDouble(least - 1);
    return value >= least && value <= most && value == static_cast<int>(value) ? std::optional(static_cast<int>(value)) : std::nullopt;
}

QByteArray forged(QByteArray signature)
{
    if (!signature.isEmpty()) {
        signature[0] = static_cast<char>(signature[0] ^ 1);
    }
    return signature;
}

QByteArray forgedIn(const QByteArray &body, const QByteArray &mediaType)
{
    if (mediaType == sync::PortalPeer::batchType()) {
        Result<journal::Run> run = sync::runIn(body);
        if (run) {
            run->head.signature = forged(run->head.signature);
        }
        return run ? sync::batchOf(*run) : body;
    }
    QJsonObject json = QJsonDocument::fromJson(body).object();
    for (const QString &name : {QStringLiteral("yours"), QStringLiteral("head")}) {
        if (json.contains(name)) {
            QJsonObject head = json[name].toObject();
            head[QStringLiteral("signature")] = QString::fromLatin1(forged(QByteArray::fromBase64(head[u"signature"].toString().toLatin1())).toBase64());
            json[name] = head;
        }
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QString Mischief::nameOf(Kind kind)
{
    const auto *found = std::find_if(Kinds.begin(), Kinds.end(), [kind](const auto &one) { return one.first == kind; });
    return QLatin1StringView(found->second);
}

Result<> Mischief::set(const QByteArray &json)
{
    const Result<QJsonObject> said = jsonObjectIn(json, {4'096, 2}, QLatin1StringView("fault"));
    if (!said) {
        return invalid("no JSON object");
    }
    const QString name = said->value(u"kind").toString();
    if (name == u"none") {
        m_faults.clear();
        return {};
    }
    const auto *kind = std::find_if(Kinds.begin(), Kinds.end(), [&name](const auto &one) { return name == QLatin1StringView(one.second); });
    const QString operation = said->value(u"operation").toString(QStringLiteral("*"));
    const auto times = numberIn(*said, QStringLiteral("times"), 1, 1'000, 1);
    const auto status = numberIn(*said, QStringLiteral("status"), 429, 599, 503);
    const auto retryAfter = numberIn(*said, QStringLiteral("retryAfter"), 0, 3'600, 1);
    const auto delay = numberIn(*said, QStringLiteral("delayMs"), 0, 60'000, 1'000);
    if (kind == Kinds.end() || operation.isEmpty() || operation.size() > 40 || !times || !status || !retryAfter || !delay || m_faults.size() >= MostFaults) {
        return invalid("kind, operation, times, status, retryAfter, delayMs");
    }
    if (*status != 429 && *status < 500) {
        return invalid("status 429 or 500 to 599");
    }
    m_faults.append({kind->first, operation, *times, *status, *retryAfter, *delay});
    return {};
}

QJsonObject Mischief::toJson() const
{
    QJsonArray all;
    for (const Fault &one : m_faults) {
        all.append(QJsonObject{{QStringLiteral("kind"), nameOf(one.kind)}, {QStringLiteral("operation"), one.operation}, {QStringLiteral("times"), one.times}});
    }
    return {{QStringLiteral("faults"), all}};
}

std::optional<Mischief::Fault> Mischief::take(const QString &operation)
{
    const auto found = std::find_if(m_faults.begin(), m_faults.end(),
        [&operation](const Fault &one) { return one.operation == u"*" || one.operation == operation; });
    if (found == m_faults.end()) {
        return std::nullopt;
    }
    const Fault fault = *found;
    if (--found->times == 0) {
        m_faults.erase(found);
    }
    return fault;
}

std::optional<Answer> Mischief::instead(const Fault &fault)
{
    if (fault.kind != Kind::Storm) {
        return std::nullopt;
    }
    if (fault.status == 429 || fault.status == 503) {
        return Answer::later(fault.status, QStringLiteral("Practised"), fault.retryAfterSeconds);
    }
    return Answer::refused(fault.status, QStringLiteral("Practised"), motcua::Fault::Portal);
}

Answer Mischief::spoilt(const Fault &fault, const Answer &answer)
{
    Answer changed = answer;
    switch (fault.kind) {
    case Kind::Delay:
        changed.delayMs += fault.delayMs;
        break;
    case Kind::LostReply:
        changed.delivery = Answer::Delivery::Lost;
        break;
    case Kind::Cut:
        changed.delivery = Answer::Delivery::Cut;
        break;
    case Kind::WrongType:
        changed.status = 200;
        changed.mediaType = "text/html";
        changed.body = "<!DOCTYPE html><title>Practised</title>";
        break;
    case Kind::HugeBody:
        changed.status = 200;
        changed.body += QByteArray(HugeBytes, ' ');
        break;
    case Kind::WrongSignature:
        changed.body = forgedIn(answer.body, answer.mediaType);
        break;
    case Kind::Storm:
    case Kind::Duplicate:
        break;
    }
    return changed;
}

} // namespace motcua::portal
