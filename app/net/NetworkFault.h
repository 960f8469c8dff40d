// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace motcua {

/** What is known of a connection beside what Qt says of its failure. */
struct FaultCircumstances
{
    bool answerBegan = false; ///< its head had come
    bool hasIdentity = false; ///< we have a certificate to show
    bool identityExpired = false; ///< by our clock
    bool clockIsBehind = false; ///< an authority we pinned is not valid yet
};

/** Why the handshake was broken off on our side, by what is worst: who it is comes before for whom, and that before when. */
[[nodiscard]] Error tlsFault(const QList<QSslError> &errors, const FaultCircumstances &circumstances);

/** Why there is no whole answer: Qt's own code and, where that only says "unknown", the words of OpenSSL and of the system in `text`. */
[[nodiscard]] Error networkFault(QNetworkReply::NetworkError error, const QString &text, const FaultCircumstances &circumstances);

/** Whether a failure may come from a network that answers, or keeps silent, in place of the server: then it is worth a look. */
[[nodiscard]] bool mayBeCaptive(ErrorCode code);

} // namespace motcua
