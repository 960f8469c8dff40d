// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/Scanner.h"
#include "app/devices/page/PageReader.h"
#include "app/workflows/MediaThreads.h"
#include "app/workflows/Workplace.h"
#include "models/scan/ScanRules.h"
#include "models/visit/PaperPage.h"

#include <QObject>

namespace motcua {

/** What became of a page on its way from the glass to the paper. */
struct ArrivedPage
{
    QString paper = {}; ///< for which it was scanned
    int number = 0; ///< from 1, in this stack
    PaperPage page = {};
    QImage thumbnail = {};
    QList<PageCode> codes = {};
};

/** Why a stack ended, or a page is missing. */
struct ScanTrouble
{
    std::optional<ScanFault> scanner = {}; ///< of the device
    std::optional<PageFault> page = {}; ///< the page came and could not be made ready: it is kept as it came
    std::optional<Error> kept = {}; ///< it could not be sealed: it is lost, and the scan was stopped
    int number = 0; ///< of the page; 0: of the stack
};

/**
 * Scans into a paper: pages are straightened, looked at for codes and emptiness, sealed beside the store, and told in the order in which they came out, however long each took.
 * One stack at a time. What arrived stays good, whatever happens after it.
 */
class ScanPapers final : public QObject
{
    Q_OBJECT

public:
    /** All but `place` must outlive it. */
    ScanPapers(Workplace place, Scanner &scanner, PageReader &pages, QObject *parent = nullptr);

    /** How this office scans; the profile is the first one until another is chosen. */
    void setRules(const ScanRules &rules);
    [[nodiscard]] const ScanRules &rules() const;
    /** False, and nothing changes, when the rules have no such profile. */
    bool choose(const QString &profile);
    [[nodiscard]] const ScanProfile *profile() const; ///< none: the rules have none

    /** Ignored while it scans or has pages on their way. Without a scanner that is there it ends with Gone. */
    void scan(const QString &paper);
    [[nodiscard]] bool isBusy() const;
    void cancel();

    /** Pictures and pages of files that somebody brought go the same way: JPEG or PNG, each a page. Ignored while it is busy. */
    void take(const QString &paper, const QList<QByteArray> &pictures);

    /** The page once more, turned by quarters of a circle clockwise; answered by turned(). */
    void turn(const QString &paper, int at, const PaperPage &page, int quarterTurns);

Q_SIGNALS:
    void progressed(const QString &paper, const motcua::ScanProgress &progress);
    void arrived(const motcua::ArrivedPage &page);
    void turned(const QString &paper, int at, const motcua::PaperPage &page, const QImage &thumbnail);
    void troubled(const QString &paper, const motcua::ScanTrouble &trouble);
    void ended(const QString &paper, int pages); ///< all that arrived were told

private:
    class Way;
    std::unique_ptr<Way> m_way;
};

} // namespace motcua
