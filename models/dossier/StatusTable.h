// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/catalogue/SourceFile.h"
#include "models/dossier/StatusStep.h"

#include <QDate>
#include <QMap>
#include <QSet>

namespace motcua {

/** Which status may follow which, by which event and on which terms, from resources/journal/transitions.json. */
class StatusTable
{
public:
    /** What a status does to the time that is counted. */
    enum class Clock { NotStarted, Running, None, ByProcedure, BySector, Stopped };

    /** The numbers of the slips in one edition of the forms. */
    struct SlipNumbers
    {
        QString edition = {};
        QDate validFrom = {};
        QMap<SlipKind, QString> numbers = {}; ///< "01"; a kind that the edition does not have is missing
    };

    /** A table in which nothing follows anything. */
    StatusTable() = default;

    /** CatalogueSyntax or CatalogueSchema with "file:line:column: what" for everything wrong with the file. */
    [[nodiscard]] static Result<StatusTable, QList<Error>> fromFile(const SourceFile &file);

    /** fromFile() with the first error; the file is called "transitions.json". */
    [[nodiscard]] static Result<StatusTable> fromJson(const QByteArray &json);

    [[nodiscard]] bool isLegal(std::optional<DossierStatus> from, DossierStatus to) const;
    /** The step of this event, if it leads away from there. */
    [[nodiscard]] std::optional<StatusStep> step(std::optional<DossierStatus> from, const QString &event) const;
    /** The steps that may follow, in the order of the file. */
    [[nodiscard]] QList<StatusStep> stepsFrom(DossierStatus from) const;
    /** One pair may serve several events: 4 → 4 hands on and re-appoints. */
    [[nodiscard]] QList<StatusStep> stepsBetween(std::optional<DossierStatus> from, DossierStatus to) const;
    /** The statuses from which the event leads on, such as those in which a citizen may withdraw. */
    [[nodiscard]] QList<DossierStatus> statusesBefore(const QString &event) const;

    /**
     * What a step found in the journal does to the time. Of one that names no event, or one unknown here, what all steps between the two
     * do alike; where they differ, a new promise makes it an extension.
     */
    [[nodiscard]] ClockEffect clockEffect(std::optional<DossierStatus> from, DossierStatus to, const QString &event, bool newPromise) const;

    /** The status acceptance at the counter gives. */
    [[nodiscard]] DossierStatus onAcceptance() const { return m_onAcceptance; }
    /** Nothing follows any more. */
    [[nodiscard]] bool isTerminal(DossierStatus status) const { return m_terminal.contains(status); }
    [[nodiscard]] Clock clock(DossierStatus status) const { return m_clocks.value(status, Clock::None); }

    /** The number of the slip on that day; empty when no edition in force has it. */
    [[nodiscard]] QString slipNumber(SlipKind kind, QDate day) const;
    /** How the journal names the kind: by its number where that means the same in every edition, else by slipKindName(). */
    [[nodiscard]] QString slipInJournal(SlipKind kind) const;
    /** The kind that a name, or a number that means the same in every edition, stands for. */
    [[nodiscard]] std::optional<SlipKind> slipKind(const QString &slip) const;
    /** A number that means different slips in different editions. */
    [[nodiscard]] bool isAmbiguousSlip(const QString &slip) const;

private:
    class Reader;

    [[nodiscard]] QSet<SlipKind> kindsNumbered(const QString &number) const;

    QList<StatusStep> m_steps;
    QSet<DossierStatus> m_terminal;
    QMap<DossierStatus, Clock> m_clocks;
    QList<SlipNumbers> m_slipNumbers; ///< by validFrom
    DossierStatus m_onAcceptance = DossierStatus::Accepted;
};

} // namespace motcua
