// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/SortStack.h"
#include "ui/widgets/Notice.h"

#include <QObject>

#include <memory>
#include <optional>

namespace motcua {

class BatchScanPage;
class GuidanceDesk;
class MainWindow;
class Page;
class SlipPrinter;
class StripQuestion;

/** Stacks of many dossiers in the window: pages arrive, are sorted and looked through, and recorded when the officer says so; and the separators for them are printed. */
class BatchScanDesk : public QObject
{
    Q_OBJECT

public:
    /** Records for whoever is at this place; null where nobody can. */
    using Recording = std::function<SortStack::Recorder(const Workplace &place)>;

    /** `window` outlives this object; `printer` too, and may be null. */
    BatchScanDesk(MainWindow *window, SlipPrinter *printer, QObject *parent = nullptr);
    ~BatchScanDesk() override;

    /** Before anybody signs in. */
    void setRecording(Recording recording) { m_recording = std::move(recording); }
    /** Why nothing can be scanned here; empty when it can. */
    void setScanRefusal(const QString &why);

    void begin(const Workplace &place);
    void end();
    [[nodiscard]] bool isOf(const Id &person) const { return m_place && m_place->person == person; }

    void open();
    /** The same, and scans at once unless pages wait there. */
    void scan();
    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Esc on its page: pages that are not recorded stay here. */
    void goBack();

    /** A scan that was asked for has begun, brought a page, or has ended. */
    void beginStack();
    void arrive(const StackSheet &sheet);
    void endStack();

    void printSeparators(const QString &procedure);

    [[nodiscard]] BatchScanPage *page() const { return m_page; } ///< null until it was first opened

Q_SIGNALS:
    void scanAsked();
    void left();

private:
    void needPage();
    void draw();
    void tell(const Notice &notice);
    void tellRecorded(int papers, int pages, const QList<StackFailure> &failures);
    void throwAway(int pages);

    MainWindow *m_window = nullptr;
    GuidanceDesk *m_separators = nullptr;
    StripQuestion *m_question = nullptr;
    BatchScanPage *m_page = nullptr;
    Recording m_recording;
    QString m_scanRefusal;
    std::optional<Workplace> m_place;
    std::unique_ptr<SortStack> m_stack; ///< of who is here: answers that come later are nobody's
    QList<StackSheet> m_arrived;
};

} // namespace motcua
