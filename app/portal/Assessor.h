// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Dossier.h"
#include "models/journal/Entry.h"

#include <QSet>

namespace motcua::portal {

/** What is made of one entry. */
struct Finding
{
    bool isAccepted = true;
    bool isOpen = false; ///< nobody can say yet: it is asked again
    QString code = {}; ///< of a refusal, such as "missingField"
    PortalVerdict::Fault fault = PortalVerdict::Fault::Data;
    QStringList fields = {}; ///< ids of answers
    QString text = {};

    friend bool operator==(const Finding &, const Finding &) = default;
};

/** Whoever judges what desks send: by rules in a file, or by asking somebody. Safe to ask from any thread. */
class Assessor
{
public:
    virtual ~Assessor() = default;
    Assessor() = default;
    Assessor(const Assessor &) = delete;
    Assessor &operator=(const Assessor &) = delete;

    [[nodiscard]] virtual QSet<QByteArray> kinds() const = 0; ///< that are judged
    [[nodiscard]] virtual bool givesNumber(const QByteArray &kind) const = 0; ///< to a dossier that has none, when it is accepted
    /** Whether what is open is the national system's to say. */
    [[nodiscard]] virtual bool awaitsNational() const { return false; }
    /** `dossier` as it stands now, `entry` with its payload. */
    [[nodiscard]] virtual Finding assess(const Dossier &dossier, const journal::Entry &entry) const = 0;
};

} // namespace motcua::portal
