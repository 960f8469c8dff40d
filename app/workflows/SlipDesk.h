// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/SlipPrinter.h"
#include "app/workflows/IssuedSlip.h"
#include "app/workflows/SheetUnderWay.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace motcua {

/** A sheet of which somebody must say whether it came out. */
struct SheetInDoubt
{
    SheetUnderWay sheet = {};
    SlipKind kind = SlipKind::Receipt;
    QString code = {}; ///< of the dossier; empty of somebody turned away
    QString formName = {};
    bool fromEarlierRun = false; ///< the program ended over it; else the printer gave it up just now
    bool neverPrinted = false; ///< surely nothing came out: it may be printed as it was meant
    bool isCopy = false;
};

/**
 * Where slips become paper: issues a sheet, hands it to the printer and follows it, over a crash too, until it is known to be out.
 *
 * A sheet is remembered before it is journalled, before it is handed over and as soon as its job has a number, so no crash can
 * lose it or print a second unmarked original: whatever is not known to be out becomes a doubt that a person settles.
 */
class SlipDesk : public QObject
{
    Q_OBJECT

public:
    /** `printer` may be null: then slips are sealed and nothing is printed. It must outlive this object. */
    explicit SlipDesk(SlipPrinter *printer, QObject *parent = nullptr);

    [[nodiscard]] bool prints() const { return m_printer != nullptr; }
    [[nodiscard]] SlipPrinter *printer() const { return m_printer; }

    /**
     * Somebody is at `place`: what an earlier run left under way is asked about at the printer. Printed sheets are dropped silently.
     *
     * Where two programs share a store, only the one that holds the engine looks; the other's sheets are not its to judge.
     */
    void open(const Workplace &place);

    /** Nobody is signed in: sheets at the printer are followed to their end, and nothing new is asked of the store. */
    void close();

    /** Whether the law of the place has a form of this kind today; false while nobody is signed in. */
    [[nodiscard]] bool canIssue(SlipKind kind) const;

    /**
     * Before the act after which a sheet of `dossier` is handed out: its acceptance, a request for supplements, a refusal … Returns the
     * sheet's id, for issue(); forget() it when there is no such act after all. `replaces`: a sheet that the act makes wrong, and that is
     * withdrawn with it.
     */
    [[nodiscard]] Id expect(const Workplace &place, const Id &dossier, SlipKind kind = SlipKind::Receipt, const Id &replaces = {});
    void forget(const Workplace &place, const Id &sheet);

    /** Whoever expected the sheet went away before it was issued: at the next open() it is asked about like one of an earlier run. */
    void letGo(const Id &sheet);

    /** Issues the next sheet of a form of `dossier`; `expected` from expect() or null. Answered by issued() and then handed(), or by failed(). */
    void issue(const Workplace &place, const Dossier &dossier, const Id &expected = {}, SlipKind kind = SlipKind::Receipt);

    /** A dossier of which a sheet was expected, as the act left it. */
    struct Expected
    {
        Dossier dossier = {};
        Id sheet = {};
    };
    /**
     * Issues a sheet of each of several dossiers that came of one act. Each is the original of its own dossier, with an entry and a note of its
     * own; what is made of them goes to the printer as one job, so what becomes of it is said, and doubted, of each. Answered as by issue().
     */
    void issueTogether(const Workplace &place, const QList<Expected> &all, SlipKind kind = SlipKind::Receipt);

    /** A sheet is at the printer, and nobody knows yet whether it came out. */
    [[nodiscard]] bool isPrinting() const { return !m_followed.isEmpty(); }

    /** Oldest first. */
    [[nodiscard]] const QList<SheetInDoubt> &doubts() const { return m_doubts; }
    [[nodiscard]] const SheetInDoubt *doubtAbout(const Id &dossier, SlipKind kind = SlipKind::Receipt) const;

    /** Settles a doubt: the sheet is out and can be read. */
    void cameOut(const Id &sheet);

    /**
     * Settles a doubt: what was never printed is printed as it is; of a spoilt original or replacement a replacement is issued that
     * names it; of a spoilt copy the next copy. On an error the doubt comes back, with failed().
     */
    void printAnew(const Id &sheet);

Q_SIGNALS:
    void issued(const motcua::IssuedSlip &slip);
    void handed(const motcua::Id &dossier); ///< the printer took the sheet
    void printed(const motcua::Id &dossier);
    /** Nothing moves until somebody acts at the printer; the reasons are those of PrintState. What came of it is told as ever. */
    void stalled(const motcua::Id &dossier, const QStringList &reasons);
    /** Nothing came out, or nobody knows; when a doubt follows from it, doubts() holds it already. */
    void failed(const motcua::Id &dossier, const motcua::Error &error);
    void doubtsChanged();

private:
    struct Followed
    {
        Workplace place;
        SheetUnderWay sheet = {};
    };

    /** A sheet that is sealed and journalled and can be handed over. */
    struct Ready
    {
        Followed followed;
        Dossier dossier = {};
        QByteArray pdf = {};
        FilledSlip filled = {}; ///< of one that may be printed together with others
    };
    class Batch;

    void look();
    void examine(const Workplace &place, const SheetUnderWay &sheet);
    void examineJob(const Workplace &place, const SheetUnderWay &sheet, const Dossier &dossier);
    /** `batch`, at this place of it: what goes to the printer together; null: it goes alone. */
    void issueAs(const Workplace &place, const Dossier &dossier, const SheetOrder &order, const std::optional<SheetInDoubt> &instead,
        const std::shared_ptr<Batch> &batch = {}, qsizetype at = 0);
    void handTogether(const QList<Ready> &sheets);
    void hand(const QList<Ready> &sheets, const QByteArray &pdf);
    void print(const QList<Ready> &sheets, const QByteArray &pdf);
    void took(const QList<Ready> &sheets, const PrintJob &job);
    void refusedBy(const Ready &sheet, const Error &error);
    void ended(const PrintJob &job, const std::optional<Error> &error);
    void giveUp(const Workplace &place, const SheetUnderWay &sheet, const Error &error, const std::optional<Dossier> &known);
    void printSealed(const SheetInDoubt &doubt, const Dossier &dossier);
    void doubt(const SheetInDoubt &doubt);
    std::optional<SheetInDoubt> taken(const Id &sheet);
    [[nodiscard]] SheetInDoubt doubtOf(const Workplace &place, const SheetUnderWay &sheet, const Dossier &dossier, bool fromEarlierRun) const;
    QFuture<Result<>> keep(const Workplace &place, const SheetUnderWay &sheet) const;
    void drop(const Workplace &place, const Id &sheet);

    SlipPrinter *m_printer = nullptr;
    std::optional<Workplace> m_place; ///< of whoever worked here last: who settles a doubt acts in their name
    bool m_closed = false; ///< nobody is signed in
    bool m_heldEngine = false; ///< once: what lies there since then is ours or of a program that ended
    QSet<Id> m_inHand; ///< sheets this run knows of
    QHash<Id, Id> m_replacing; ///< expected sheets that withdraw another one: which
    QHash<QString, QList<Followed>> m_followed; ///< by job: the sheets it is of
    QHash<QString, std::optional<Error>> m_early; ///< ends of jobs whose number has not been heard yet
    int m_handing = 0;
    QList<SheetInDoubt> m_doubts;
};

} // namespace motcua
