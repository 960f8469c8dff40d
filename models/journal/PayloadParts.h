// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>

namespace motcua::journal {

/**
 * A payload whose members are written out one by one as they become known, and only put together at the end.
 *
 * Most of an acceptance is known before it is decided. Written out by whoever prepares it, it is not written out again by the one
 * thread through which every act of the store goes; that thread adds a few members and joins the pieces.
 */
class PayloadParts
{
public:
    PayloadParts() = default;
    explicit PayloadParts(const QJsonObject &members);

    /** Adds a member, or writes it anew; takes it away when `value` is undefined. */
    void insert(const QString &name, const QJsonValue &value);

    /** What payloadBytes() makes of an object with the same members. */
    [[nodiscard]] QByteArray toBytes() const;

private:
    QMap<QString, QByteArray> m_members; ///< by name; each is `"name":value`
};

} // namespace motcua::journal
