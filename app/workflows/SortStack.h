// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/page/PageReader.h"
#include "app/workflows/Workplace.h"
#include "models/dossier/StackProposal.h"

#include <QObject>

#include <functional>
#include <memory>

namespace motcua {

/** A page as it came out of the scanner, with what was read on it. */
struct StackSheet
{
    PaperPage page = {};
    QList<PageCode> codes = {};
};

/** Pages that are to be recorded as one copy of a paper. */
struct StackRecord
{
    Dossier dossier = {};
    QString paper = {};
    QList<PaperPage> pages = {};
};

/** A paper whose pages could not be recorded: they are kept. */
struct StackFailure
{
    QString code = {}; ///< of the dossier
    QString paper = {}; ///< its name
    Error error = {};
};

/**
 * A stack of many dossiers: sorted by the slips and separators in it, looked through by whoever scanned it, and then recorded paper by paper.
 *
 * Nothing is recorded before record(). Pages are kept at this desk, through a restart too, until they are recorded or thrown away.
 */
class SortStack final : public QObject
{
    Q_OBJECT

public:
    /** Records one paper and answers, later or at once, on this thread. */
    using Recorder = std::function<void(const StackRecord &record, const std::function<void(const Result<> &)> &done)>;

    /** `recorder` may be null: then nothing can be recorded here. */
    SortStack(Workplace place, Recorder recorder, QObject *parent = nullptr);

    /** Pages that were left from before come back; answered by changed(), if there are any. Once, before anything else. */
    void restore();

    /** One stack as it was fed, behind what is here. Answered by changed(), or by refused() when nothing could be asked: its pages are then nobody's. */
    void add(const QList<StackSheet> &sheets);
    /** The dossier with this code, although no slip of it was in the stack. Answered by changed(), or by unknown(). */
    void find(const QString &code);

    /** Ignored while pages are being recorded, as throwAway() is. */
    void give(const QList<int> &pages, const Id &dossier, const QString &paper);
    void leaveOut(const QList<int> &pages);

    /** Everything that has a paper, one after the other; one that fails does not hold the others. Answered by ended(). Ignored while it goes on. */
    void record();
    /** What was left out is gone for good. */
    void throwAway();

    [[nodiscard]] const StackProposal &proposal() const { return m_proposal; }
    [[nodiscard]] bool isBusy() const { return m_asking > 0 || m_isRecording; }

Q_SIGNALS:
    void changed();
    void unknown(const QString &code);
    void refused(const motcua::Error &error);
    void ended(int papers, int pages, const QList<motcua::StackFailure> &failures);

private:
    struct Round;
    void ask(const QStringList &codes, const std::function<void(const QList<Dossier> &)> &then);
    void recordNext(const std::shared_ptr<Round> &round);
    void settle();
    void keep();

    Workplace m_place;
    Recorder m_recorder;
    QList<StackSheet> m_sheets; ///< beside StackProposal::pages(), to be kept
    StackProposal m_proposal;
    int m_asking = 0;
    bool m_isRecording = false;
};

} // namespace motcua
