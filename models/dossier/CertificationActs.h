// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"
#include "models/base/Money.h"

#include <QString>

namespace motcua {

/**
 * A line of the register of certifications; whoever writes it into the journal gives it its number. Subject: its new id.
 *
 * Of a dossier that was accepted, and once: another line only when those before it are void.
 */
struct EnterCertification
{
    QString kind = {}; ///< id of CertificationRules::Kind
    Id dossier = {};
    QString paper = {}; ///< what kind of paper, at most Certification::LongestText characters; no person's name
    int pages = 0; ///< of the original, 1 to Certification::MostPages
    int copies = 0; ///< 1 to Certification::MostCopies
    Money fee = {}; ///< of all copies of this paper
    QString signer = {};
    QString title = {}; ///< of the signer
};

/** A line does not hold; its number stays used. Subject: the certification. By a supervisor, or with one beside. */
struct VoidCertification
{
    QString reason = {};
};

} // namespace motcua
