// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/Ephemeral.h"

#include <QByteArray>
#include <QList>

namespace motcua {

/** The draws of a published example, in hexadecimal and in their order. */
class FixedEphemeral final : public Ephemeral
{
public:
    explicit FixedEphemeral(QList<QByteArray> draws)
        : m_draws(std::move(draws))
    {
    }

    security::SecretBytes draw(qsizetype size) override
    {
        if (m_draws.isEmpty()) {
            return security::random::secret(size);
        }
        const QByteArray next = QByteArray::fromHex(m_draws.takeFirst());
        Q_ASSERT(next.size() == size);
        return security::SecretBytes::copyOf(next);
    }

private:
    QList<QByteArray> m_draws;
};

} // namespace motcua
