// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/TrustStore.h"
#include "app/devices/pcsc/PcscFacts.h"

#include <QDateTime>
#include <QString>

namespace motcua {

/** What is told of one thing that cards are read with, to whoever looks after the machine. A thing that is missing is no damage. */
struct Diagnosis
{
    bool isFine = true; ///< else the text says what to do
    QString text = {};
};

/** Of the smart card service, and whether there is a reader. */
[[nodiscard]] Diagnosis diagnosis(const PcscFacts &facts);

/** Of one reader: its name, what lies on it, and who made it as far as its driver says. */
[[nodiscard]] Diagnosis diagnosis(const PcscFacts::OfReader &reader);

/** Of whom the centre trusts to sign chips; `leftOut`: how many files in its folders could not be taken. */
[[nodiscard]] Diagnosis diagnosis(const TrustStore &trust, qsizetype leftOut, const QDateTime &now);

} // namespace motcua
