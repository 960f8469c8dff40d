// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/HeldPaper.h"
#include "ui/shell/Page.h"

class QLabel;
class QLineEdit;

namespace motcua {

class EmptyNote;
class PaperTable;

/** The papers filed before that may stand for one paper of the dossier, each with its kind, its dossier and since when it lies here; one is taken. */
class HeldPapersPage : public Page
{
    Q_OBJECT

public:
    explicit HeldPapersPage(QWidget *parent = nullptr);

    /** `paper`: what they are offered for, as the procedure names it. The newest is chosen. */
    void setPapers(const QString &paper, const QList<HeldPaper> &held);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;

Q_SIGNALS:
    void chosen(const motcua::HeldPaper &held, const QString &note);

private:
    void drawCurrent();
    void choose();
    [[nodiscard]] const HeldPaper *current() const;

    QString m_paper;
    QList<HeldPaper> m_held;
    PaperTable *m_table = nullptr;
    QLabel *m_source = nullptr;
    QLabel *m_noteLabel = nullptr;
    QLineEdit *m_note = nullptr;
    EmptyNote *m_empty = nullptr;
};

} // namespace motcua
