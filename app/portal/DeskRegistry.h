// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/journal/Entry.h"

#include <QMap>
#include <QSet>

#include <optional>

namespace motcua::portal {

/** Whether both are the same and not empty, in a time that tells nothing but their lengths. */
[[nodiscard]] bool isSame(QByteArrayView one, QByteArrayView other);

/** A desk that was enrolled once, as the portal's own log tells. */
struct EnrolledDesk
{
    Id origin = {};
    QString name = {};
    qint64 enrolledMs = 0; ///< when it got its first certificate, ms since 1970-01-01 UTC
    qint64 untilMs = 0; ///< when its last certificate ends
    QSet<QByteArray> certificates = {}; ///< SHA-256 of those that count
    bool isRevoked = false; ///< and not enrolled anew since
    QString reason = {}; ///< why it was revoked
};

/** Somebody who may be enrolled, or was. */
struct InvitedDesk
{
    Id id = {};
    QString name = {};
    QByteArray secretHash = {}; ///< SHA-256
    qint64 untilMs = 0;
    Id desk = {}; ///< that came with it; null while nobody has
    bool isRevoked = false; ///< taken back, or its desk was shut out since
};

/**
 * Which desks a portal knows, folded from what it wrote itself of them, in the order it was written.
 *
 * A revocation takes every certificate given until then, and the invitation with which the desk came; a new invitation lets it in again.
 */
class DeskRegistry
{
public:
    DeskRegistry() = default;

    [[nodiscard]] static DeskRegistry of(const QList<journal::Entry> &entries);

    [[nodiscard]] const QMap<Id, EnrolledDesk> &desks() const { return m_desks; }
    [[nodiscard]] const QMap<Id, InvitedDesk> &invitations() const { return m_invitations; }
    [[nodiscard]] std::optional<EnrolledDesk> desk(const Id &origin) const;
    /** The one with that hash. Every hash is looked at to its end, so the time tells nothing of how much of one was right. */
    [[nodiscard]] std::optional<InvitedDesk> invitation(const QByteArray &secretHash) const;

private:
    void take(const journal::Entry &entry, const QJsonObject &said);

    QMap<Id, EnrolledDesk> m_desks;
    QMap<Id, InvitedDesk> m_invitations;
};

} // namespace motcua::portal
