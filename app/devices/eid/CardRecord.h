// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/eid/CardError.h"
#include "app/devices/eid/Dg2.h"
#include "app/devices/eid/TrustCertificate.h"
#include "models/person/CardProof.h"
#include "models/person/Identity.h"

#include <QByteArray>
#include <QDate>
#include <QMap>

#include <algorithm>
#include <optional>

namespace motcua {

/** What was read of a chip card, and what of it was proved. */
struct CardRecord
{
    enum class Protocol { None, Bac, Pace };

    Protocol protocol = Protocol::None; ///< by which the chip was opened
    Identity identity = {}; ///< what was proved is marked so in it
    CardProof proof = {};
    std::optional<FaceImage> face = {}; ///< not decoded: whoever shows it has it decoded by a process of its own
    QDate issued = {};
    QDate expiry = {}; ///< null when it never expires or does not say
    std::optional<TrustCertificate> signer = {};
    std::optional<TrustCertificate> authority = {};
    QMap<int, CardError> faults = {}; ///< data groups that were read and could not be understood
    QMap<int, QByteArray> files = {}; ///< data groups as they lie on the chip, by number
    QByteArray com = {}; ///< EF.COM, likewise
    QByteArray sod = {}; ///< EF.SOD, likewise
    std::optional<CardError> broken = {}; ///< why the reading ended before it was complete; what was read until then stays
    bool isDone = false; ///< the reading has come to its end, whole

    /** Whether the chip gave the data a form is filled with. */
    [[nodiscard]] bool hasData() const { return !identity.isEmpty(); }
    [[nodiscard]] bool isComplete() const { return isDone && !broken; }
    /** What it is worth; of one that was not read to its end, or not yet, never more than Unproved. */
    [[nodiscard]] CardVerdict verdict() const { return isComplete() ? proof.verdict() : std::min(proof.verdict(), CardVerdict::Unproved); }
};

} // namespace motcua
