// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace motcua::sync {

/** What goes over the line, of a question or of its answer. */
struct Message
{
    QByteArray mediaType = {};
    QByteArray body = {};
    QList<QPair<QByteArray, QByteArray>> headers = {}; ///< beside the media type
};

/** app/sync/portal-openapi.yaml, ready to judge both sides; of a message it takes nothing that it does not name. Safe to ask from any thread. */
class PortalContract
{
public:
    PortalContract();

    [[nodiscard]] const QJsonObject &document() const { return m_document; }
    /** "#/components/schemas/Problem" */
    [[nodiscard]] QJsonObject at(const QString &pointer) const;

    /** What it has against what the client says; empty when nothing. `target` is the path and, after a question mark, the query. */
    [[nodiscard]] QStringList faultsOf(const QByteArray &method, const QString &target, const Message &question) const;
    /** The same of what it is answered. */
    [[nodiscard]] QStringList faultsOf(const QByteArray &method, const QString &target, int status, const Message &answer) const;
    /** And of a value by a schema of the document. */
    [[nodiscard]] QStringList faults(const QJsonObject &schema, const QJsonValue &value) const;

    /** Which operation that is; empty for none. */
    [[nodiscard]] QString operationAt(const QByteArray &method, const QString &target) const;

private:
    struct Place
    {
        QJsonObject operation = {}; ///< empty: there is none
        QHash<QString, QString> fromPath = {};
    };

    [[nodiscard]] Place placeOf(const QByteArray &method, const QString &target) const;
    [[nodiscard]] QJsonObject resolved(const QJsonValue &value) const;
    [[nodiscard]] QStringList bodyFaults(const QJsonObject &content, const Message &message) const;

    QJsonObject m_document;
    QJsonObject m_closed; ///< components, of whose objects none takes a member it does not name
};

} // namespace motcua::sync
