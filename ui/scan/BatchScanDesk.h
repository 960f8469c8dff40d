// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/AddScans.h"
#include "app/workflows/ReadPages.h"
#include "app/workflows/ScanPapers.h"
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
class SigningDesk;
class StripQuestion;

/** Stacks of many dossiers in the window: pages arrive, are sorted and looked through, and recorded when the officer says so; and the separators for them are printed. */
class BatchScanDesk : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object; `printer` too, and may be null. */
    BatchScanDesk(MainWindow *window, SlipPrinter *printer, QObject *parent = nullptr);
    ~BatchScanDesk() override;

    /** What scans, what makes pages of what comes and what reads them; null: this machine has none. All outlive this object; before anybody signs in. */
    void use(Scanner *scanner, Pages *pages, Texts *texts);

    void begin(const Workplace &place);
    void end();
    [[nodiscard]] bool isOf(const Id &person) const { return m_place && m_place->person == person; }

    void open();
    /** The same, and scans at once unless pages wait there. */
    void scan();
    [[nodiscard]] bool isOwn(const Page *page) const;
    /** Esc on its page: pages that are not recorded stay here. */
    void goBack();

    void printSeparators(const QString &procedure);

    [[nodiscard]] BatchScanPage *page() const { return m_page; } ///< null until it was first opened

Q_SIGNALS:
    void left();

private:
    void needPage();
    void draw();
    [[nodiscard]] QString scanRefusal() const; ///< why nothing can be scanned here; empty when it can
    void joinScan();
    void learnRules();
    void scanStack();
    void record();
    void take(const ArrivedPage &page);
    void endStack();
    [[nodiscard]] SortStack::Recorder recorder();
    void tell(const Notice &notice);
    void tellRecorded(int papers, int pages, const QList<StackFailure> &failures);
    void throwAway(int pages);

    MainWindow *m_window = nullptr;
    GuidanceDesk *m_separators = nullptr;
    StripQuestion *m_question = nullptr;
    SigningDesk *m_signing = nullptr; ///< a stack is signed for by itself: whoever stands at the counter has nothing to do with it
    BatchScanPage *m_page = nullptr;
    Scanner *m_scanner = nullptr;
    Pages *m_pages = nullptr;
    Texts *m_texts = nullptr;
    std::optional<Workplace> m_place;
    MediaThreads m_media;
    std::unique_ptr<ReadPages> m_reading;
    std::unique_ptr<ScanPapers> m_scan;
    std::unique_ptr<AddScans> m_adding;
    QHash<int, std::function<void(const Result<> &)>> m_recordings; ///< that are under way, by the request
    std::unique_ptr<SortStack> m_stack; ///< of who is here: answers that come later are nobody's
    QList<StackSheet> m_arrived;
    int m_unsigned = 0; ///< of what was recorded last
    Error m_unsignedBecause; ///< of the first of them
};

} // namespace motcua
