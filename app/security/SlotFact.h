// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"

#include <QByteArray>

namespace motcua::security {

/** What the clear file tells about a slot without opening it. */
struct SlotFact
{
    enum class Kind {
        Person,
        Recovery,
        Machine,
    };
    Kind kind = Kind::Person;
    Id id = {}; ///< null for recovery
    bool admitted = true; ///< holds the data key
    QByteArray publicKey = {}; ///< X25519, 32 bytes
};

} // namespace motcua::security
