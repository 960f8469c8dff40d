// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SlipPrinter.h"
#include "app/documents/SlipValues.h"
#include "app/storage/CertificationQueries.h"
#include "app/workflows/Workplace.h"
#include "models/catalogue/Procedure.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace motcua {

/**
 * Prints sheets that name no citizen: what somebody has to bring for a procedure, to take home, blank provisional slips, separators for stacks to scan,
 * and the statement on certified copies.
 *
 * Nothing of it is kept or journalled: one that is lost is printed again, and what a statement says stands in the register.
 */
class GuidanceDesk : public QObject
{
    Q_OBJECT

public:
    /** `printer` may be null: then nothing can be printed. It must outlive this object. */
    explicit GuidanceDesk(SlipPrinter *printer, QObject *parent = nullptr);

    [[nodiscard]] bool prints() const { return m_printer != nullptr; }

    /** Rendered off this thread and handed over; answered by handed() or failed(). Ignored without a printer. */
    void print(const Workplace &place, const Procedure &procedure);

    /**
     * Provisional slips to be filled in by hand while only paper is left: `count` numbers (1 to MostBlank), each twice, in one job. Answered like
     * print(), with the first and the last number.
     */
    void printBlank(const Workplace &place, int count);
    static constexpr int MostBlank = 50;

    /** One separator for each paper of the procedure, and one for its result, in one job. Answered like print(), with the procedure. */
    void printSeparators(const Workplace &place, const Procedure &procedure);

    /** The statement of a line of the register that holds, dated when it was entered: a sheet for each copy. Answered like print(), with the line. */
    void printStatement(const Workplace &place, const storage::CertificationLine &line);
    /** What it says. */
    [[nodiscard]] static SlipValues statement(const Workplace &place, const storage::CertificationLine &line);

    /**
     * "T03-3011-214207-01": desk, day, time and which one of those printed together, from 1. Nothing is kept for it: no desk prints twice in one second,
     * and slips are entered within days.
     */
    [[nodiscard]] static QString blankNumber(int desk, const QDateTime &moment, int which);

    /** What the sheet says, made at `moment`. */
    [[nodiscard]] static SlipValues values(const Workplace &place, const Procedure &procedure, const QDateTime &moment);

Q_SIGNALS:
    void handed(const QString &procedure); ///< the printer took it
    void blankHanded(const QString &first, const QString &last); ///< it took the provisional slips
    void separatorsHanded(const QString &procedure, int sheets); ///< it took the separators
    void statementHanded(const motcua::storage::CertificationLine &line); ///< it took the statement
    void stalled(const QStringList &reasons); ///< nothing moves until somebody acts at the printer
    void failed(const motcua::Error &error);

private:
    struct Sheet
    {
        QByteArray pdf = {};
        PaperSize paper = PaperSize::A5;
    };
    [[nodiscard]] static Result<Sheet> made(const Workplace &place, const QString &form, const QList<SlipValues> &values);
    void print(const Workplace &place, const QString &form, const QList<SlipValues> &values, const std::function<void()> &handedOver);
    void hand(const Sheet &sheet, const QString &form, const std::function<void()> &handedOver);
    void ended(const PrintJob &job, const std::optional<Error> &error);

    SlipPrinter *m_printer = nullptr;
    QSet<QString> m_jobs; ///< that are not out yet
    QHash<QString, std::optional<Error>> m_early; ///< ends of jobs whose number has not been heard yet
    int m_handing = 0;
};

} // namespace motcua
