// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/journal/Entry.h"

#include <QMap>

#include <optional>

namespace motcua::portal {

/** Another system that brings in what citizens file and pay with it. */
struct AdmittedSystem
{
    Id id = {};
    QString name = {};
    QByteArray secretHash = {}; ///< SHA-256
    qint64 admittedMs = 0; ///< ms since 1970-01-01 UTC
    bool isRemoved = false;
    QString reason = {}; ///< why it was removed
};

/** Which other systems a portal lets in, folded from what it wrote itself of them, in the order it was written. */
class SystemRegistry
{
public:
    static constexpr qsizetype SecretBytes = 32;

    SystemRegistry() = default;

    [[nodiscard]] static SystemRegistry of(const QList<journal::Entry> &entries);

    [[nodiscard]] const QMap<Id, AdmittedSystem> &systems() const { return m_systems; }
    /** Who says this in its Authorization: "Bearer " and the secret in base64url; none where that is nobody, or nobody any more. */
    [[nodiscard]] std::optional<AdmittedSystem> speaking(const QByteArray &authorization) const;

private:
    QMap<Id, AdmittedSystem> m_systems;
};

} // namespace motcua::portal
