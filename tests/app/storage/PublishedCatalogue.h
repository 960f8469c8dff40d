// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SignedCatalogue.h"
#include "app/security/Sha256.h"
#include "app/security/SigningKey.h"

namespace motcua::storage {

/** A portal that signs packages, invented for tests. */
struct PublishedCatalogue
{
    security::SigningKey key = security::SigningKey::generate();
    Id portal = Id::fromBytes(QByteArray(16, 'p'));

    [[nodiscard]] security::SignedCatalogue of(const QByteArray &package, qint64 edition) const
    {
        security::SignedCatalogue head{.edition = edition, .bytes = package.size(), .sha256 = security::sha256(package), .atMs = 1'795'910'400'210,
            .origin = portal, .publicKey = key.publicKey()};
        head.signature = key.sign(head.signedBytes());
        return head;
    }
    /** What cannot be told from bytes that were made by chance, but is the same each time. */
    [[nodiscard]] static QByteArray package(qsizetype size, char first = 'a')
    {
        QByteArray bytes(size, first);
        for (qsizetype i = 1; i < size; ++i) {
            bytes[i] = static_cast<char>(bytes[i - 1] * 31 + i);
        }
        return bytes;
    }
};

} // namespace motcua::storage
