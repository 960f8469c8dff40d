// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/VerdictRules.h"

#include "models/form/FormDraft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace motcua::portal {

namespace {

Error wrong(const QString &what)
{
    return {ErrorCode::CatalogueSchema, QStringLiteral("verdicts.json: ") + what};
}

bool isWord(const QString &text)
{
    static const QRegularExpression word(QStringLiteral("^[A-Za-z0-9.-]{1,64}$"));
    return word.match(text).hasMatch();
}

bool isMissing(const FieldValue &value)
{
    return !value.isGiven() || value.isBlank();
}

} // namespace

Result<VerdictRules::Need> VerdictRules::needIn(const QJsonObject &json)
{
    static const QList<std::pair<QString, Need::Of>> kinds{
        {QStringLiteral("role"), Need::Of::Role}, {QStringLiteral("field"), Need::Of::Field}, {QStringLiteral("said"), Need::Of::Said}};
    Need need{.code = json[u"code"].toString(), .text = json[u"text"].toString().simplified()};
    int named = 0;
    for (const auto &[name, of] : kinds) {
        if (json.contains(name)) {
            need.of = of;
            need.name = json[name].toString();
            ++named;
        }
    }
    if (named != 1 || need.name.isEmpty() || !isWord(need.code) || need.text.isEmpty()) {
        return wrong(QStringLiteral("a need names one role, field or said, a code and a text"));
    }
    return need;
}

Result<std::shared_ptr<const VerdictRules>> VerdictRules::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject table = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError || table[u"schema"].toString() != u"motcua.verdicts/1") {
        return wrong(QStringLiteral("schema"));
    }
    const Result<NumberPattern> number = NumberPattern::fromText(table[u"number"].toString());
    if (!number) {
        return wrong(number.error().detail);
    }
    auto rules = std::make_shared<VerdictRules>();
    rules->m_number = *number;
    const QJsonArray kinds = table[u"kinds"].toArray();
    for (const QJsonValue &one : kinds) {
        const QString name = one[u"kind"].toString();
        if (!isWord(name) || rules->m_kinds.contains(name.toLatin1()) || !one[u"needs"].isArray()) {
            return wrong(QStringLiteral("kind \"%1\"").arg(name));
        }
        Kind kind{.givesNumber = one[u"number"].toBool()};
        const QJsonArray needs = one[u"needs"].toArray();
        for (const QJsonValue &said : needs) {
            const Result<Need> need = needIn(said.toObject());
            if (!need) {
                return need.error();
            }
            kind.needs.append(*need);
        }
        rules->m_kinds.insert(name.toLatin1(), kind);
    }
    if (rules->m_kinds.isEmpty()) {
        return wrong(QStringLiteral("no kinds"));
    }
    return std::shared_ptr<const VerdictRules>(std::move(rules));
}

QSet<QByteArray> VerdictRules::kinds() const
{
    return {m_kinds.keyBegin(), m_kinds.keyEnd()};
}

Finding VerdictRules::assess(const Dossier &dossier, const journal::Entry &entry) const
{
    const QJsonObject said = entry.payload ? QJsonDocument::fromJson(entry.payload->bytes).object() : QJsonObject();
    const QJsonObject roles = dossier.acceptance[u"roles"].toObject();
    Finding finding;
    QStringList texts;
    const QList<Need> needs = m_kinds.value(entry.header.kind).needs;
    for (const Need &need : needs) {
        const bool isThere = need.of == Need::Of::Role ? !isMissing(dossier.role(need.name))
            : need.of == Need::Of::Field               ? !isMissing(dossier.field(need.name))
                                                       : !said[need.name].isUndefined() && !said[need.name].isNull() && said[need.name] != QString();
        if (isThere) {
            continue;
        }
        if (finding.isAccepted) {
            finding.isAccepted = false;
            finding.code = need.code;
        }
        if (need.of != Need::Of::Said) {
            finding.fields.append(need.of == Need::Of::Role ? roles[need.name].toString(need.name) : need.name);
        }
        texts.append(need.text);
    }
    finding.text = texts.join(u' ');
    return finding;
}

} // namespace motcua::portal
