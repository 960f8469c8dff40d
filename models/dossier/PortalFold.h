// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/PortalVerdict.h"
#include "models/journal/SubjectLog.h"

namespace motcua {

/**
 * Folds what a portal said of the entries of one dossier so that every holder of the same entries reads the same.
 *
 * Of several verdicts on one entry the last in causal order counts: a portal that looks again may take back what it said. A refusal is
 * settled by an entry whose author had seen it, that is of a kind which puts such a thing right, and that the portal accepted: written
 * beside the refusal, by somebody who did not know of it, it tells nothing of what was wrong, and until the portal took it nobody knows
 * whether it is right now. What puts right is a correction, a resolution, the taking back of the acceptance, or the same kind once more
 * (the paper sent anew, the step taken again); a note or a slip that happened to be written later does not.
 */
class PortalFold
{
public:
    /** `log` must outlive this. */
    explicit PortalFold(const journal::SubjectLog &log);

    /** The entry at `place` is this verdict. Places must not descend from call to call. */
    void write(qsizetype place, const PortalVerdict &verdict);

    [[nodiscard]] PortalAnswers folded() const;

    /** The answers after an entry that had seen all others of its dossier, a verdict or not; none when only a refold can tell. */
    [[nodiscard]] static std::optional<PortalAnswers> forward(
        const PortalAnswers &answers, const journal::Header &header, const std::optional<PortalVerdict> &verdict);

private:
    [[nodiscard]] bool isSettled(qsizetype refusal, const PortalVerdict &refused, const PortalAnswers &answers) const;

    const journal::SubjectLog &m_log;
    QMap<Id, qsizetype> m_places; ///< of the entries, by id
    QList<std::pair<qsizetype, PortalVerdict>> m_written;
};

} // namespace motcua
