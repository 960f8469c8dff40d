// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/SystemRegistry.h"

#include "app/portal/DeskRegistry.h"
#include "app/security/Sha256.h"
#include "models/journal/Kind.h"

namespace motcua::portal {

using journal::Reading;

SystemRegistry SystemRegistry::of(const QList<journal::Entry> &entries)
{
    SystemRegistry registry;
    for (const journal::Entry &entry : entries) {
        const Reading reading = journal::Kinds::known().read(entry);
        if (reading.state != Reading::State::Read) {
            continue;
        }
        const Id id = entry.header.subject;
        if (entry.header.kind == journal::kind::SystemAdmitted) {
            registry.m_systems.insert(id,
                {.id = id,
                    .name = reading.payload.value(u"name").toString(),
                    .secretHash = QByteArray::fromHex(reading.payload.value(u"secretHash").toString().toLatin1()),
                    .admittedMs = entry.header.receiptMs});
        } else if (const auto known = registry.m_systems.find(id); entry.header.kind == journal::kind::SystemRemoved && known != registry.m_systems.end()) {
            known->isRemoved = true;
            known->reason = reading.payload.value(u"reason").toString();
        }
    }
    return registry;
}

std::optional<AdmittedSystem> SystemRegistry::speaking(const QByteArray &authorization) const
{
    constexpr QByteArrayView Scheme = "Bearer ";
    const auto secret = QByteArray::fromBase64Encoding(authorization.startsWith(Scheme) ? authorization.sliced(Scheme.size()) : QByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray hash = secret && secret.decoded.size() == SecretBytes ? security::sha256(secret.decoded) : QByteArray();
    std::optional<AdmittedSystem> found;
    for (const AdmittedSystem &one : m_systems) {
        if (isSame(one.secretHash, hash) && !one.isRemoved) {
            found = one; // all are looked at, so the time tells nothing
        }
    }
    return found;
}

} // namespace motcua::portal
