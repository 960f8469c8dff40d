// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SlipPrinter.h"
#include "app/documents/SlipValues.h"
#include "app/workflows/Workplace.h"
#include "models/catalogue/Procedure.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

namespace motcua {

/**
 * Prints what somebody has to bring for a procedure, to take home: a sheet of the law and of nobody.
 *
 * Nothing of it is kept or journalled: one that is lost is printed again.
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

    /** What the sheet says, made at `moment`. */
    [[nodiscard]] static SlipValues values(const Workplace &place, const Procedure &procedure, const QDateTime &moment);

Q_SIGNALS:
    void handed(const QString &procedure); ///< the printer took it
    void stalled(const QStringList &reasons); ///< nothing moves until somebody acts at the printer
    void failed(const motcua::Error &error);

private:
    void hand(const QByteArray &pdf, PaperSize paper, const QString &procedure);
    void ended(const PrintJob &job, const std::optional<Error> &error);

    SlipPrinter *m_printer = nullptr;
    QSet<QString> m_jobs; ///< that are not out yet
    QHash<QString, std::optional<Error>> m_early; ///< ends of jobs whose number has not been heard yet
    int m_handing = 0;
};

} // namespace motcua
