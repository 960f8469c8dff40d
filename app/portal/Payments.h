// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/Question.h"
#include "app/portal/SystemRegistry.h"
#include "app/storage/Store.h"

namespace motcua::portal {

/**
 * Money that another system says has come, written into the portal's log for the dossiers it was for. Calls block.
 *
 * By `transfer`, the text of a bank transfer with Payment::reference() in it, it is spread over the fees that visit left open, in the order they
 * were taken; by `code`, over those of that dossier; by `number`, it was paid for what was filed online. The same (system and reference) told again
 * changes nothing, and is answered by what it was taken for. One at a time: two at once could both find the same fee open.
 */
class Payments
{
public:
    static constexpr qsizetype MostBytes = 16 * 1024;

    Payments(const storage::Store &store, std::function<qint64()> now);

    /** POST /v1/payments. 200 {confirmed: [{code or number, amount}], rest, known?}: `rest` is what no open fee was found for, in đồng. */
    [[nodiscard]] Answer confirm(const Question &question, const AdmittedSystem &system) const;

private:
    struct Told;
    struct Part;
    /** How it is spread over the fees that are open for it; 404 where none is. */
    [[nodiscard]] Result<QList<Part>, Answer> ofFees(const Told &told) const;
    [[nodiscard]] Result<QList<Part>, Answer> ofSubmission(const Told &told, const AdmittedSystem &system) const;

    storage::Store m_store;
    std::function<qint64()> m_now;
};

} // namespace motcua::portal
