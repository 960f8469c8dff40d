// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "models/dossier/PaperSet.h"
#include "ui/shell/Page.h"
#include "ui/visit/DeclarationWords.h"

class QLabel;
class QLineEdit;

namespace motcua {

class PaperTable;

/**
 * Step "papers": the declaration is printed to be signed, and each paper of the procedure is met, not met or not applicable, with one key;
 * a reason where one is due.
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

    /** The declaration that is printed from here, while it is. */
    void setDeclaration(const DeclarationFacts &declaration);

    /** Whether the next step is the fee; else there is none and it is the acceptance. */
    void setFeeFollows(bool follows);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool enter(QWidget *focused) override;
    bool closeInner() override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void reviewAsked(); ///< the citizen is to see what is written, or no longer
    void awayAsked(); ///< the papers are not received: what is missing is asked for, or they are refused
    void paperLookedAt(const motcua::Paper &paper);
    void filesAsked(const QString &paper); ///< files are to be taken in for it
    void declarationAsked(); ///< to be printed
    void advanced();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void draw();
    void drawCurrent();
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
    PaperTable *m_table = nullptr;
    QLabel *m_declarationLine = nullptr;
    QLabel *m_files = nullptr;
    QLabel *m_dropped = nullptr;
    QLabel *m_help = nullptr;
    QLabel *m_kind = nullptr;
    QLabel *m_keys = nullptr;
    QLabel *m_reasonLabel = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace motcua
