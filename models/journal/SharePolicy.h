// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QHash>

namespace motcua::journal {

/** What a holder of the journal is to those it exchanges entries with. */
enum class PeerRole {
    Desk, ///< of the same centre: what a desk needs to go on alone
    Centre,
    Portal,
};

/** How much of an entry a peer is given. Its header always goes, or the chain could not be verified. */
enum class Share {
    Full,
    HeaderOnly, ///< the payload only when it is asked for by name
    Never, ///< the payload not even then
};

/** The table resources/journal/kinds.json: what each kind of peer is given of each kind of entry. */
class SharePolicy
{
public:
    /** CatalogueSchema with what is wrong in `json`. */
    [[nodiscard]] static Result<SharePolicy> fromJson(const QByteArray &json);

    /** A desk of the same centre is given what the centre is given. */
    [[nodiscard]] Share share(const QByteArray &kind, PeerRole role) const;

private:
    struct Row
    {
        Share centre = Share::Full;
        Share portal = Share::HeaderOnly;
    };

    QHash<QByteArray, Row> m_rows;
    Row m_default;
};

} // namespace motcua::journal
