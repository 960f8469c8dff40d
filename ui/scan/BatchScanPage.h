// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/StackProposal.h"
#include "ui/shell/Page.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace motcua {

class EmptyNote;
class PaperTable;
class WrapLabel;

/**
 * A stack of many dossiers as it was sorted, before anything of it is recorded: which pages go to which paper, which are nobody's, and whose they are is said with a few keys.
 *
 * No citizen is named: a dossier goes by its code and its procedure.
 */
class BatchScanPage : public Page
{
    Q_OBJECT

public:
    explicit BatchScanPage(QWidget *parent = nullptr);

    /** What is marked stays marked as far as it is there. */
    void setProposal(const StackProposal &proposal);
    [[nodiscard]] const StackProposal &proposal() const { return m_proposal; }

    /** Pages are arriving, so many by now; −1: none are. */
    void setArriving(int pages);
    [[nodiscard]] bool isArriving() const { return m_arriving >= 0; }
    /** Pages are being recorded. */
    void setRecording(bool recording);
    /** Why nothing can be scanned here; empty when it can. */
    void setScanRefusal(const QString &why);
    /** The code that was typed is of no dossier here. */
    void tellUnknown(const QString &code);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool enter(QWidget *focused) override;
    bool closeInner() override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void scanAsked();
    void given(const QList<int> &pages, const motcua::Id &dossier, const QString &paper);
    void leftOut(const QList<int> &pages);
    void throwAwayAsked(int pages); ///< what was left out, for good
    void codeTyped(const QString &code);
    void recordAsked();

private:
    struct Row
    {
        StackLine line = {};
        QStringList texts = {};
    };
    struct Target
    {
        Id dossier = {};
        QString paper = {};
    };
    void build();
    void draw();
    [[nodiscard]] QList<Row> rows() const;
    [[nodiscard]] QString caseWords(const Id &dossier) const;
    [[nodiscard]] QList<int> chosen() const; ///< pages of the marked rows
    [[nodiscard]] bool isLeftOut() const; ///< all that is marked
    void openTargets();
    void closeTargets();
    void drawTargets();
    void walk();
    void mark(int row);

    StackProposal m_proposal;
    QList<Row> m_rows;
    QList<Target> m_targets;
    QString m_scanRefusal;
    int m_arriving = -1;
    bool m_isRecording = false;
    WrapLabel *m_summary = nullptr;
    WrapLabel *m_strangers = nullptr;
    PaperTable *m_table = nullptr;
    EmptyNote *m_empty = nullptr;
    QLabel *m_keys = nullptr;
    QWidget *m_choosing = nullptr;
    WrapLabel *m_question = nullptr;
    QLineEdit *m_code = nullptr;
    QListWidget *m_list = nullptr;
};

} // namespace motcua
