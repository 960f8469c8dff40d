// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dossier/StatusTable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace motcua {

namespace {

Error schemaError(const QString &what)
{
    return {ErrorCode::CatalogueSchema, what};
}

std::optional<DossierStatus> statusIn(const QJsonValue &value)
{
    return dossierStatus(value.toInt(0));
}

} // namespace

Result<StatusTable> StatusTable::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return Error{ErrorCode::CatalogueSyntax, QStringLiteral("transitions: offset %1: %2").arg(error.offset).arg(error.errorString())};
    }
    StatusTable table;
    const QJsonObject root = document.object();
    const auto onAcceptance = statusIn(root.value(u"onAcceptance"));
    if (!onAcceptance) {
        return schemaError(QStringLiteral("transitions: onAcceptance is not a status from 1 to 10"));
    }
    table.m_onAcceptance = *onAcceptance;
    const QJsonArray terminal = root.value(u"terminal").toArray();
    for (const QJsonValue &code : terminal) {
        const auto status = statusIn(code);
        if (!status) {
            return schemaError(QStringLiteral("transitions: terminal holds something else than statuses"));
        }
        table.m_terminal.insert(*status);
    }
    const QJsonArray transitions = root.value(u"transitions").toArray();
    for (qsizetype i = 0; i < transitions.size(); ++i) {
        const QJsonObject row = transitions.at(i).toObject();
        const auto from = statusIn(row.value(u"from"));
        const auto to = statusIn(row.value(u"to"));
        if (!to || (!from && !row.value(u"from").isNull())) {
            return schemaError(QStringLiteral("transitions[%1]: from or to is not a status").arg(i));
        }
        if (from && table.m_terminal.contains(*from)) {
            return schemaError(QStringLiteral("transitions[%1]: leaves the terminal status %2").arg(i).arg(statusCode(*from)));
        }
        table.m_steps.append({from, *to, row.value(u"event").toString(), row.value(u"needsReason").toBool()});
    }
    if (table.m_steps.isEmpty()) {
        return schemaError(QStringLiteral("transitions: none"));
    }
    return table;
}

bool StatusTable::isLegal(std::optional<DossierStatus> from, DossierStatus to) const
{
    return std::any_of(m_steps.begin(), m_steps.end(), [&](const StatusStep &step) { return step.from == from && step.to == to; });
}

bool StatusTable::needsReason(DossierStatus from, DossierStatus to) const
{
    // One pair may serve several events (4 → 4: handed on, or re-appointed); only what all of them ask for is asked.
    return isLegal(from, to) && std::none_of(m_steps.begin(), m_steps.end(), [&](const StatusStep &step) {
        return step.from == from && step.to == to && !step.needsReason;
    });
}

QList<StatusStep> StatusTable::stepsFrom(DossierStatus from) const
{
    QList<StatusStep> steps;
    std::copy_if(m_steps.begin(), m_steps.end(), std::back_inserter(steps), [&](const StatusStep &step) { return step.from == from; });
    return steps;
}

} // namespace motcua
