// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Scanner.h"
#include "app/devices/page/Pages.h"
#include "app/workflows/Workplace.h"
#include "models/scan/ScanRules.h"
#include "models/visit/PaperPage.h"

#include <QObject>

#include <memory>
#include <optional>

namespace motcua {

/** What became of a page on its way from the glass to the paper. */
struct ArrivedPage
{
    QString paper = {}; ///< for which it was scanned
    int number = 0; ///< from 1, in this stack
    PaperPage page = {};
    QImage thumbnail = {}; ///< null: the page could not be made ready
    QList<PageCode> codes = {};
};

/** Why a stack ended, or a page is missing. */
struct ScanTrouble
{
    std::optional<ScanFault> scanner = {}; ///< of the device
    std::optional<PageFault> page = {}; ///< it could not be made ready: what was scanned is kept as it came, what was brought is not taken
    std::optional<Error> kept = {}; ///< it could not be sealed: it is lost with those after it, and the scan was stopped
    int number = 0; ///< of the page; 0: of the stack
};

/**
 * Scans into a paper: pages are straightened, looked at for codes and emptiness, sealed beside the store, and told in the order in which they came out, however long each took.
 * A few pages are in memory at once; where they come faster than they are made ready, the others wait sealed. One stack at a time. What arrived stays good, whatever happens after it.
 */
class ScanPapers final : public QObject
{
    Q_OBJECT

public:
    /** All but `place` must outlive it. */
    ScanPapers(Workplace place, Scanner &scanner, Pages &pages, QObject *parent = nullptr);
    /** A scan under way is stopped; what was not told is nobody's. */
    ~ScanPapers() override;

    /** How this office scans; the profile is the first one until another is chosen. */
    void setRules(const ScanRules &rules);
    [[nodiscard]] const ScanRules &rules() const;
    /** False, and nothing changes, when the rules have no such profile. */
    bool choose(const QString &profile);
    [[nodiscard]] const ScanProfile *profile() const; ///< none: the rules have none

    /**
     * With the scanner the profile means, which is looked for once and again when it is gone. Ignored while it scans or has pages on their way. Without a scanner that is there
     * it ends with Gone, without a profile with Unsupported.
     */
    void scan(const QString &paper);
    [[nodiscard]] bool isBusy() const; ///< until ended()
    void cancel(); ///< what has arrived is made ready and told; of what was brought, what was begun

    /** Pictures and pages of files that somebody brought go the same way: JPEG or PNG, each a page. Ignored while it is busy. */
    void take(const QString &paper, const QList<QByteArray> &pictures);

    /** The page once more, turned by quarters of a circle clockwise; answered by turned() or notTurned(). Also while it is busy. */
    void turn(const QString &paper, int at, const PaperPage &page, int quarterTurns);

Q_SIGNALS:
    void progressed(const QString &paper, const motcua::ScanProgress &progress);
    void arrived(const motcua::ArrivedPage &page);
    void turned(const QString &paper, int at, const motcua::PaperPage &page, const QImage &thumbnail);
    void notTurned(const QString &paper, int at, const motcua::ScanTrouble &trouble);
    void troubled(const QString &paper, const motcua::ScanTrouble &trouble); ///< of a page before it is told, of the stack before it has ended
    void ended(const QString &paper, int pages); ///< all that arrived were told

private:
    class Way;
    std::unique_ptr<Way> m_way;
};

} // namespace motcua
