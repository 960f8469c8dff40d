// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/ConflictCase.h"

#include <QObject>

#include <optional>

namespace motcua {

/**
 * Deciding what desks wrote differently about a dossier: everything that was chosen is one act.
 *
 * Nothing is decided that was not seen: where somebody decided or wrote something else meanwhile, nothing is recorded and how it stands now
 * is told. One decision at a time.
 */
class SettleConflict : public QObject
{
    Q_OBJECT

public:
    explicit SettleConflict(Workplace place, QObject *parent = nullptr);

    /** Reads a dossier as it is now; answered by looked() or failed(). A later question makes an earlier one's answer nobody's. */
    void look(const Id &dossier);

    [[nodiscard]] bool isBusy() const { return m_busy; }

    /** Answered by settled(), overtaken() or refused(). False while another one is on its way: then nothing of this one is begun. */
    bool settle(const ConflictDecision &said, const QString &reason, const Id &visit = {});

Q_SIGNALS:
    void looked(const motcua::ConflictCase &found);
    void failed(const motcua::Error &error);
    void settled(const motcua::Dossier &dossier, int questions); ///< how many were decided
    /** Nothing was recorded: the questions called `names` (Dispute::name()) are not asked so any more. */
    void overtaken(const motcua::ConflictCase &now, const QStringList &names);
    void refused(const motcua::Error &error);

private:
    struct Wish
    {
        ConflictDecision said = {};
        QString reason = {};
        Id visit = {};
        int tries = 0;
    };
    void begin(const Wish &wish);
    void record(const Wish &wish, const ConflictCase &now);
    void refuse(const Error &error);

    Workplace m_place;
    bool m_busy = false;
    int m_round = 0; ///< of look()
};

} // namespace motcua
