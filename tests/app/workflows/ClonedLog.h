// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/Store.h"
#include "models/journal/Kind.h"

namespace motcua {

/** Makes `store` learn that another machine writes its log too, as a peer would bring it; false when it did not believe it. */
inline bool learnOfAClone(const storage::Store &store)
{
    using namespace journal;
    const Payload payload{QByteArray(16, 's'), R"({"text":"a"})"};
    const Header header{.flags = store.isTraining() ? Header::TrainingFlag : quint16{0},
        .key = {store.origin(), 999'999},
        .previous = QByteArray(32, 'x'),
        .id = Id::v7(1, QByteArray(10, 'r')),
        .time = HybridTime().next(1),
        .receiptMs = 1,
        .actor = {Actor::Kind::Person, Id::v7(1, QByteArray(10, 'a'))},
        .desk = "H26.31.05/3",
        .visit = {},
        .subject = Id::v7(1, QByteArray(10, 'd')),
        .kind = kind::DossierNoted,
        .version = 1,
        .basis = {},
        .payloadHash = payloadHash(payload.salt, payload.bytes)};
    const Result<Entry> foreign = Entry::from(header.encoded(), payload);
    const Result<storage::Ingested> ingested = foreign ? store.ingest({*foreign}).result() : Result<storage::Ingested>(foreign.error());
    return ingested && ingested->refused.size() == 1 && ingested->refused.constFirst().error.code == ErrorCode::OriginForked;
}

} // namespace motcua
