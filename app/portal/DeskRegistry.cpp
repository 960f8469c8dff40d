// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/DeskRegistry.h"

#include "models/journal/Kind.h"

#include <QDateTime>
#include <QJsonDocument>

#include <openssl/crypto.h>

namespace motcua::portal {

namespace kind = journal::kind;

namespace {

qint64 momentIn(const QJsonValue &value)
{
    const QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODate);
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

QByteArray hashIn(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

} // namespace

bool isSame(QByteArrayView one, QByteArrayView other)
{
    return one.size() == other.size() && !one.isEmpty() && CRYPTO_memcmp(one.data(), other.data(), static_cast<std::size_t>(one.size())) == 0;
}

DeskRegistry DeskRegistry::of(const QList<journal::Entry> &entries)
{
    DeskRegistry registry;
    for (const journal::Entry &entry : entries) {
        if (entry.payload) {
            registry.take(entry, QJsonDocument::fromJson(entry.payload->bytes).object());
        }
    }
    return registry;
}

void DeskRegistry::take(const journal::Entry &entry, const QJsonObject &said)
{
    const Id subject = entry.header.subject;
    if (entry.header.kind == kind::DeskInvited) {
        m_invitations.insert(subject,
            {.id = subject, .name = said[u"name"].toString(), .secretHash = hashIn(said[u"secretHash"]), .untilMs = momentIn(said[u"until"])});
    } else if (entry.header.kind == kind::DeskEnrolled) {
        const Id with = Id::fromString(said[u"invitation"].toString());
        const auto invitation = m_invitations.find(with);
        const bool isInvited = invitation != m_invitations.end() && !invitation->isRevoked;
        // Renewed or enrolled in the very moment in which somebody shut it out: the latter counts.
        if (with.isNull() ? m_desks.value(subject).isRevoked : !isInvited) {
            return;
        }
        EnrolledDesk &desk = m_desks[subject];
        if (desk.enrolledMs == 0) {
            desk.enrolledMs = entry.header.receiptMs;
        }
        desk.origin = subject;
        desk.name = said[u"name"].toString();
        desk.untilMs = momentIn(said[u"until"]);
        desk.certificates.insert(hashIn(said[u"sha256"]));
        desk.isRevoked = false;
        desk.reason.clear();
        if (isInvited) {
            invitation->desk = subject;
        }
    } else if (entry.header.kind == kind::DeskRevoked) {
        for (InvitedDesk &invitation : m_invitations) {
            invitation.isRevoked = invitation.isRevoked || invitation.id == subject || invitation.desk == subject;
        }
        const auto desk = m_desks.find(subject);
        if (desk != m_desks.end()) {
            desk->certificates.clear();
            desk->isRevoked = true;
            desk->reason = said[u"reason"].toString();
        }
    }
}

std::optional<EnrolledDesk> DeskRegistry::desk(const Id &origin) const
{
    const auto found = m_desks.constFind(origin);
    return found == m_desks.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<InvitedDesk> DeskRegistry::invitation(const QByteArray &secretHash) const
{
    std::optional<InvitedDesk> found;
    for (const InvitedDesk &one : m_invitations) {
        if (isSame(one.secretHash, secretHash)) {
            found = one;
        }
    }
    return found;
}

} // namespace motcua::portal
