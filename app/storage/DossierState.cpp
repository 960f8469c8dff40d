// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/DossierState.h"

#include "app/storage/StoreFault.h"

#include <QJsonDocument>

namespace motcua::storage::dossierstate {

QByteArray packed(const Dossier &dossier)
{
    // Level 1 halves what a commit writes and encrypts, and costs less than encrypting the other half would.
    return qCompress(QJsonDocument(dossier.toJson()).toJson(QJsonDocument::Compact), 1);
}

QByteArray json(QByteArrayView state)
{
    const QByteArray bytes = qUncompress(reinterpret_cast<const uchar *>(state.data()), state.size());
    if (bytes.isEmpty()) {
        throw StoreFault(ErrorCode::StoreDamaged, QStringLiteral("a folded dossier cannot be read"));
    }
    return bytes;
}

Dossier unpacked(QByteArrayView state)
{
    return Dossier::fromJson(QJsonDocument::fromJson(json(state)).object());
}

} // namespace motcua::storage::dossierstate
