// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/journal/Json.h"

namespace motcua::journal {

namespace {

constexpr qsizetype IdLength = 36;

} // namespace

QString keyText(const EntryKey &key)
{
    return key.origin.isNull() ? QString() : key.origin.toString() + u'/' + QString::number(key.seq);
}

EntryKey keyFromText(const QString &text)
{
    if (text.size() < IdLength + 2 || text.at(IdLength) != u'/') {
        return {};
    }
    bool isNumber = false;
    const EntryKey key{Id::fromString(QStringView(text).first(IdLength)), text.mid(IdLength + 1).toULongLong(&isNumber)};
    return isNumber && !key.origin.isNull() ? key : EntryKey{};
}

QJsonArray keysToJson(const QList<EntryKey> &keys)
{
    QJsonArray json;
    for (const EntryKey &key : keys) {
        json.append(keyText(key));
    }
    return json;
}

QList<EntryKey> keysFromJson(const QJsonArray &json)
{
    QList<EntryKey> keys;
    for (const QJsonValue &text : json) {
        keys.append(keyFromText(text.toString()));
    }
    return keys;
}

QString timeText(const HybridTime &time)
{
    return QString::number(time.packed());
}

HybridTime timeFromText(const QString &text)
{
    return HybridTime::fromPacked(text.toULongLong());
}

QJsonArray candidatesToJson(const QList<Candidate> &candidates)
{
    QJsonArray json;
    for (const Candidate &candidate : candidates) {
        json.append(QJsonObject{{u"v"_qs, candidate.value}, {u"by"_qs, keyText(candidate.entry)}, {u"at"_qs, timeText(candidate.time)}});
    }
    return json;
}

QList<Candidate> candidatesFromJson(const QJsonArray &json)
{
    QList<Candidate> candidates;
    for (const QJsonValue &row : json) {
        candidates.append({row[u"v"], keyFromText(row[u"by"].toString()), timeFromText(row[u"at"].toString())});
    }
    return candidates;
}

QJsonObject registerToJson(const Register &field)
{
    QJsonObject json;
    if (!field.value.isUndefined()) {
        json.insert(u"v", field.value);
    }
    if (!field.entry.origin.isNull()) {
        json.insert(u"by", keyText(field.entry));
    }
    if (field.isInConflict()) {
        json.insert(u"conflict", candidatesToJson(field.conflict));
    }
    return json;
}

Register registerFromJson(const QJsonObject &json)
{
    return {json.value(u"v"), keyFromText(json.value(u"by").toString()), candidatesFromJson(json.value(u"conflict").toArray())};
}

QJsonObject registersToJson(const QMap<QString, Register> &fields)
{
    QJsonObject json;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        json.insert(it.key(), registerToJson(it.value()));
    }
    return json;
}

QMap<QString, Register> registersFromJson(const QJsonObject &json)
{
    QMap<QString, Register> fields;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        fields.insert(it.key(), registerFromJson(it.value().toObject()));
    }
    return fields;
}

} // namespace motcua::journal
