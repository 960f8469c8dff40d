// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"

#include <QString>
#include <QStringList>

namespace motcua {

/** With what copies are signed at a desk, as far as it is known. */
struct SigningStanding
{
    enum class State {
        NotKnown, ///< it is being looked up
        Nobody, ///< nobody is set up to sign here
        Ready, ///< `name` signs
        PinMissing, ///< the key of `name` lies on a token whose PIN is asked before copies are made
        LeftOut, ///< likewise, and the officer said that nobody signs this time
    };

    State state = State::NotKnown;
    QString name = {}; ///< as the certificate has it

    friend bool operator==(const SigningStanding &, const SigningStanding &) = default;
};

/** What will become of the pages when the dossier is accepted; empty while that is not known. */
[[nodiscard]] QString signingLine(const SigningStanding &standing);

/** What became of them: a line for each copy that was made of pages, with who signed it and when, or that nobody did. */
[[nodiscard]] QStringList copyLines(const Dossier &accepted);

} // namespace motcua
