// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/dossier/DossierStatus.h"

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>

namespace motcua {

/** One lawful way from one status to another. */
struct StatusStep
{
    std::optional<DossierStatus> from = {}; ///< none: the dossier begins
    DossierStatus to = DossierStatus::Registered;
    QString event = {};
    bool needsReason = false;

    friend bool operator==(const StatusStep &, const StatusStep &) = default;
};

/** Which status may follow which, from resources/journal/transitions.json. */
class StatusTable
{
public:
    /** CatalogueSyntax or CatalogueSchema with what is wrong. */
    [[nodiscard]] static Result<StatusTable> fromJson(const QByteArray &json);

    [[nodiscard]] bool isLegal(std::optional<DossierStatus> from, DossierStatus to) const;
    [[nodiscard]] bool needsReason(DossierStatus from, DossierStatus to) const;
    /** The steps that may follow, in the order of the file. */
    [[nodiscard]] QList<StatusStep> stepsFrom(DossierStatus from) const;
    /** The status acceptance at the counter gives. */
    [[nodiscard]] DossierStatus onAcceptance() const { return m_onAcceptance; }
    /** Nothing follows any more. */
    [[nodiscard]] bool isTerminal(DossierStatus status) const { return m_terminal.contains(status); }

private:
    QList<StatusStep> m_steps;
    QSet<DossierStatus> m_terminal;
    DossierStatus m_onAcceptance = DossierStatus::Accepted;
};

} // namespace motcua
