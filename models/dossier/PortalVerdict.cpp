// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/PortalVerdict.h"

#include "models/journal/Json.h"
#include "models/journal/Kind.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <tuple>

namespace motcua {

using namespace journal;

namespace {

constexpr std::array Faults = {std::pair(PortalVerdict::Fault::Network, "network"), std::pair(PortalVerdict::Fault::Portal, "portal"),
    std::pair(PortalVerdict::Fault::Data, "data"), std::pair(PortalVerdict::Fault::Desk, "desk")};

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &one : array) {
        if (one.isString()) {
            texts.append(one.toString());
        }
    }
    return texts;
}

} // namespace

bool isPortalAnswer(const Header &header)
{
    return header.kind == kind::PortalAccepted || header.kind == kind::PortalRefused;
}

QString faultName(PortalVerdict::Fault fault)
{
    const auto *found = std::find_if(Faults.begin(), Faults.end(), [fault](const auto &one) { return one.first == fault; });
    return found == Faults.end() ? QString() : QString::fromLatin1(found->second);
}

PortalVerdict::Fault faultNamed(const QString &name)
{
    const auto *found = std::find_if(Faults.begin(), Faults.end(), [&name](const auto &one) { return name == QLatin1String(one.second); });
    return found == Faults.end() ? PortalVerdict::Fault::Unknown : found->first;
}

std::optional<PortalVerdict> PortalVerdict::of(const Header &header, const QJsonObject &payload)
{
    const Id judged = Id::fromString(payload.value(u"entry").toString());
    if (!isPortalAnswer(header) || header.actor.kind != Actor::Kind::Portal || judged.isNull()) {
        return {};
    }
    PortalVerdict verdict;
    verdict.judged = judged;
    verdict.entry = header.key;
    const QDateTime at = QDateTime::fromString(payload.value(u"at").toString(), Qt::ISODate);
    verdict.atMs = at.isValid() ? at.toMSecsSinceEpoch() : header.receiptMs;
    if (header.kind == kind::PortalAccepted) {
        verdict.number = payload.value(u"number").toString().trimmed();
    } else {
        verdict.state = State::Refused;
        verdict.code = payload.value(u"code").toString();
        verdict.fault = faultNamed(payload.value(u"fault").toString());
        verdict.fields = textsOf(payload.value(u"fields").toArray());
        verdict.text = payload.value(u"text").toString();
    }
    return verdict;
}

QJsonObject PortalVerdict::toJson() const
{
    QJsonObject json{{u"entry"_qs, judged.toString()}, {u"by"_qs, keyText(entry)}, {u"at"_qs, QString::number(atMs)},
        {u"state"_qs, static_cast<int>(state)}};
    for (const auto &[name, value] : {std::pair(u"number"_qs, number), std::pair(u"code"_qs, code),
             std::pair(u"fault"_qs, faultName(fault)), std::pair(u"text"_qs, text)}) {
        if (!value.isEmpty()) {
            json.insert(name, value);
        }
    }
    if (!fields.isEmpty()) {
        json.insert(u"fields"_qs, QJsonArray::fromStringList(fields));
    }
    return json;
}

PortalVerdict PortalVerdict::fromJson(const QJsonObject &json)
{
    PortalVerdict verdict;
    verdict.judged = Id::fromString(json.value(u"entry").toString());
    verdict.entry = keyFromText(json.value(u"by").toString());
    verdict.atMs = json.value(u"at").toString().toLongLong();
    const int state = json.value(u"state").toInt();
    verdict.state = state == 2 ? State::Refused : state == 3 ? State::Settled : State::Accepted;
    verdict.number = json.value(u"number").toString();
    verdict.code = json.value(u"code").toString();
    verdict.fault = faultNamed(json.value(u"fault").toString());
    verdict.fields = textsOf(json.value(u"fields").toArray());
    verdict.text = json.value(u"text").toString();
    return verdict;
}

QList<PortalVerdict> PortalAnswers::standing() const
{
    QList<PortalVerdict> all;
    std::copy_if(verdicts.cbegin(), verdicts.cend(), std::back_inserter(all), [](const PortalVerdict &one) { return one.isStanding(); });
    std::sort(all.begin(), all.end(),
        [](const PortalVerdict &a, const PortalVerdict &b) { return std::tie(a.atMs, a.entry) < std::tie(b.atMs, b.entry); });
    return all;
}

QJsonObject PortalAnswers::toJson() const
{
    QJsonArray all;
    for (const PortalVerdict &verdict : verdicts) {
        all.append(verdict.toJson());
    }
    return {{u"number"_qs, number}, {u"acceptedAt"_qs, QString::number(acceptedAtMs)}, {u"verdicts"_qs, all}};
}

PortalAnswers PortalAnswers::fromJson(const QJsonObject &json)
{
    PortalAnswers answers;
    answers.number = json.value(u"number").toString();
    answers.acceptedAtMs = json.value(u"acceptedAt").toString().toLongLong();
    const QJsonArray all = json.value(u"verdicts").toArray();
    for (const QJsonValue &one : all) {
        const PortalVerdict verdict = PortalVerdict::fromJson(one.toObject());
        answers.verdicts.insert(verdict.judged, verdict);
    }
    return answers;
}

} // namespace motcua
