// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SlipPrinter.h"
#include "app/documents/DeclarationDocument.h"
#include "app/workflows/Workplace.h"
#include "models/catalogue/DeclarationSheet.h"

#include <QHash>
#include <QObject>

namespace motcua {

/**
 * Where declarations become paper, before there is a dossier: renders a sheet off the GUI thread, hands it to the printer and follows it.
 *
 * Nothing of it is journalled: two sheets of a declaration do no harm, for one is signed and the draft says which. Without a printer a
 * sheet is sealed beside the store.
 */
class DeclarationDesk : public QObject
{
    Q_OBJECT

public:
    /** `printer` may be null. It must outlive this object. */
    explicit DeclarationDesk(SlipPrinter *printer, QObject *parent = nullptr);

    /**
     * Prints `blocks` as `sheet`, but hands nothing over before `kept` says that the draft knows of it: a crash would lose it.
     *
     * Answered by settled() or failed().
     */
    void print(const Workplace &place, const DeclarationSheet &sheet, const QList<PrintedBlock> &blocks, const DeclarationLayout &layout,
        const QFuture<Result<>> &kept);

    /** It is with the printer or on the way there. */
    [[nodiscard]] bool isUnderWay(const Id &sheet) const;

    /** A sheet of this run that came out or was sealed, as it stands now; none of any other. */
    [[nodiscard]] std::optional<DeclarationSheet> settledSheet(const Id &sheet) const;
    /** A sheet of this run that surely never came out. */
    [[nodiscard]] bool isSpoilt(const Id &sheet) const;

Q_SIGNALS:
    /** It came out, or is sealed; its stage says which. */
    void settled(const motcua::DeclarationSheet &sheet);
    /** Nothing moves until somebody acts at the printer; the reasons are those of PrintState. */
    void stalled(const motcua::DeclarationSheet &sheet, const QStringList &reasons);
    /** It did not come out; after `mayBeOut` nobody knows. */
    void failed(const motcua::DeclarationSheet &sheet, bool mayBeOut, const motcua::Error &error);

private:
    enum class Fate { UnderWay, Settled, Spoilt, Unknown };
    struct Known
    {
        Fate fate = Fate::UnderWay;
        DeclarationSheet sheet = {};
    };

    void hand(const DeclarationSheet &sheet, const QByteArray &pdf, const DeclarationLayout &layout);
    void ended(const PrintJob &job, const std::optional<Error> &error);
    void settle(DeclarationSheet sheet, DeclarationSheet::Stage stage);
    void lose(const DeclarationSheet &sheet, bool mayBeOut, const Error &error);

    SlipPrinter *m_printer = nullptr;
    QHash<Id, Known> m_known; ///< of this run
    QHash<QString, DeclarationSheet> m_followed; ///< by job
    QHash<QString, std::optional<Error>> m_early; ///< ends of jobs whose number has not been heard yet
    int m_handing = 0;
};

} // namespace motcua
