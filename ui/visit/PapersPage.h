// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "models/dossier/HeldPaper.h"
#include "models/dossier/PaperSet.h"
#include "models/visit/PageStack.h"
#include "ui/shell/Page.h"
#include "ui/visit/DeclarationWords.h"
#include "ui/visit/PaperDetails.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

class QBoxLayout;
class QLabel;

namespace motcua {

class PageView;
class PaperTable;

/**
 * Step "papers": the declaration is printed to be signed, each paper of the procedure is met, not met or not applicable, with one key and a reason where one is
 * due, and its pages are scanned into it and put right.
 */
class PapersPage : public Page
{
    Q_OBJECT

public:
    explicit PapersPage(QWidget *parent = nullptr);

    /** The answers as filed on `day` decide which papers are asked for, and how many of each. */
    void setPapers(const Procedure &procedure, const PaperSet &papers, const FormDraft &form, QDate day);

    [[nodiscard]] const PaperSet &papers() const { return m_papers; }
    [[nodiscard]] QDate day() const { return m_day; }

    /** Another dossier is looked at: what was left out of the one before is not put back here. */
    void forgetLeftOut();

    /** Papers, by id, that were seen for another dossier of the visit already, and what that one is called. */
    void setCarried(const QMap<QString, QString> &seenFor);

    /** What was filed before for whoever stands in the form. */
    void setHeld(const QList<HeldPaper> &held);
    /** Those of them that may stand for a paper. */
    [[nodiscard]] QList<HeldPaper> heldFor(const QString &paper) const;
    /** One of them stands for it now; it can be taken back. */
    void useHeld(const QString &paper, const HeldPaper &held, const QString &note);

    /** The declaration that is printed from here, while it is. */
    void setDeclaration(const DeclarationFacts &declaration);

    /** How it stands with the scanner. */
    void setScan(const ScanStanding &scan);
    /** Which files are taken in, in words; said beside the key that chooses them. */
    void setFileRules(const QString &words);
    /** Who will sign the copies when it is accepted; empty: nothing is said of it. */
    void setSigning(const QString &words);
    /** Asked for each thumbnail that comes into sight, by its attachment; answered by setThumbnail(). */
    void setThumbnails(std::function<void(const QString &attachment)> ask) { m_details->tray()->setSource(std::move(ask)); }
    void setThumbnail(const QString &attachment, const QImage &image) { m_details->tray()->setPicture(attachment, image); }
    /** What was read on the pages of a paper, surest first; each is offered once, while that paper is chosen. */
    void setReadAnswers(const QString &paper, const QList<ReadAnswer> &answers);
    [[nodiscard]] QString chosen() const { return chosenPaper().id; }
    /** Answers pageWanted(); let fall when another page is looked at by then. */
    void setPagePicture(const QString &attachment, const QImage &image);
    /** Answers pageTurnAsked(): `page` lies now where `before` lay. Let fall when that is there no longer. */
    void setTurned(const QString &paper, const PaperPage &before, const PaperPage &page);

    /** Whether the next step is the fee; else there is none and it is the acceptance. */
    void setFeeFollows(bool follows);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool enter(QWidget *focused) override;
    bool closeInner() override;
    void setKeys(const KeyMap &keys) override { m_keyMap = keys; }

Q_SIGNALS:
    void reviewAsked(); ///< the citizen is to see what is written, or no longer
    void awayAsked(); ///< the papers are not received: what is missing is asked for, or they are refused
    void paperLookedAt(const motcua::Paper &paper);
    void filesAsked(const QString &paper); ///< files are to be taken in for it
    void heldAsked(const QString &paper); ///< one that was filed before is to be chosen for it
    void declarationAsked(); ///< to be printed
    void advanced();
    void scanAsked(const QString &paper, int before, bool replaces); ///< into it, before that page of it (as many as it has: at the end), or in its place
    void scanStopAsked();
    void answersWanted(const QString &paper); ///< that were read on its pages: it was chosen, or has others now
    void answerTaken(const motcua::ReadAnswer &answer); ///< the officer looked at it and wants it in the form
    void profileAsked(); ///< another one is to be chosen
    void pageTurnAsked(const QString &paper, int at, const motcua::PaperPage &page, int quarterTurns);
    void pageWanted(const motcua::PaperPage &page, QSize room); ///< is to be seen large

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void draw();
    void drawCurrent();
    [[nodiscard]] QString reasonLabel(const Paper &paper) const;
    void decide(Paper::State state);
    void nextKind();
    void selectNextAsked();
    void turnHeld();
    void leaveOutFile();
    void putBackFile();
    void store(const Paper &paper);
    void walk();
    void tellDeclaration();
    [[nodiscard]] bool isOutOfDate() const;
    [[nodiscard]] const RequiredPaper *current() const;
    [[nodiscard]] bool keyOnTable(QKeyEvent &event);
    [[nodiscard]] bool keyOnPaper(const QString &typed);
    // Of what was filed before:
    [[nodiscard]] QString heldMark(const RequiredPaper &required) const;
    [[nodiscard]] PageAct heldAct() const;
    [[nodiscard]] bool giveBackHeld(const Paper &paper);
    void changeHeld(const Paper &before, const Paper &after);
    void takeBackHeld();
    // Of its pages:
    void joinPages();
    [[nodiscard]] QString scanRefusal() const;
    [[nodiscard]] Paper chosenPaper() const;
    [[nodiscard]] QString headingOf(const Paper &paper) const;
    [[nodiscard]] QString waysLine() const;
    [[nodiscard]] QString progressLine(const QString &paper) const;
    void wish(PageTray::Wish wish, int at);
    void changePages(const std::function<void(PageStack &)> &change);
    void storePages(const QString &paper, const QList<PaperPage> &pages);
    void scan(int before, bool replaces);
    void scanAgain();
    void scanLater();
    void putBackNext();
    void beginSplit(int at);
    [[nodiscard]] bool endSplit();
    void dropSplit();
    void takeBackPages();
    void forgetChanges();
    [[nodiscard]] const ReadAnswer *offered() const;
    [[nodiscard]] QString offerLine(const QString &paper) const;
    void wantAnswers(const Paper &paper);
    void endOffer(bool takes);
    void openLarge(int at);
    void showLarge();
    void followLarge();
    void closeLarge();
    void arrange();

    Procedure m_procedure;
    PaperSet m_papers;
    FormDraft m_form;
    QDate m_day;
    QMap<QString, QString> m_carried;
    bool m_feeFollows = false;
    DeclarationFacts m_declaration;
    QString m_leftOutOf; ///< the paper whose file was left out last ...
    std::optional<PaperFile> m_leftOut; ///< ... and can be put back
    bool m_declarationTold = false; ///< by Ctrl+E, on this round
    QList<Violation> m_problems;
    /** What Ctrl+Z takes back. */
    enum class Undo { Nothing, File, Pages, Held };
    /** Pages that went from one paper to another. */
    struct Split
    {
        QString from = {};
        QString to = {};
        QList<PaperPage> pages = {};
    };

    KeyMap m_keyMap;
    ScanStanding m_scan;
    QString m_fileRules;
    QString m_signing;
    QString m_stackOf; ///< the paper whose pages were changed last ...
    PageStack m_stack; ///< ... with what they were before
    Undo m_undo = Undo::Nothing;
    QList<HeldPaper> m_held; ///< filed before for whoever stands in the form
    std::pair<Paper, Paper> m_heldChange; ///< a paper before one of them was used or given back, and after
    std::optional<Split> m_split; ///< the last of those changes
    std::optional<int> m_splitAt; ///< the pages from there on are about to go to the paper that is chosen next ...
    QString m_splitFrom; ///< ... from this one
    QString m_wantedFor; ///< the paper for which answers were asked for last ...
    QStringList m_wantedPages; ///< ... with these pages
    QList<ReadAnswer> m_answers; ///< of that paper, those nobody decided on
    QStringList m_decided; ///< fields and values that were taken or left in this dossier
    int m_large = -1; ///< the page that is seen large; −1: none
    PaperPage m_largeShown; ///< as it is there
    QTimer m_largeSettles; ///< its picture is asked for when there is a room for it

    PaperTable *m_table = nullptr;
    QLabel *m_declarationLine = nullptr;
    QLabel *m_keys = nullptr;
    QWidget *m_work = nullptr; ///< all but the page that is seen large
    QBoxLayout *m_columns = nullptr; ///< the list, and beside or below it the paper
    PaperDetails *m_details = nullptr;
    PageView *m_view = nullptr;
};

} // namespace motcua
