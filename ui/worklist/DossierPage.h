// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"
#include "ui/worklist/DossierSheet.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace motcua {

class KeyButton;

/** A dossier to be read: its state, what may follow, its answers, and its history from the journal. Digits choose what may follow, letters put an answer right and open the conflict desk. */
class DossierPage : public Page
{
    Q_OBJECT

public:
    explicit DossierPage(QWidget *parent = nullptr);

    void setSheet(const DossierSheet &sheet);

    /** What may be done now: steps by what they are called, of which `main` is the counter's own (−1: none), and slips that were issued. */
    void setNext(const QStringList &steps, int main, const QStringList &slips);

    /** Whether an answer may be put right by who is here. */
    void setCorrectable(bool correctable);

    /** Whether desks contradict each other about it, which is looked at and decided elsewhere. */
    void setInConflict(bool conflict);

    /** Whether what it asks for stands in a register of certifications that who is here enters it in. */
    void setCertifiable(bool certifiable);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool numbers() const override { return true; }

Q_SIGNALS:
    void printAsked(); ///< the receipt
    void noteAsked();
    void filesAsked(); ///< its papers are looked at, to take files in for them
    void correctionAsked();
    void certifyAsked(); ///< its line of the register
    void conflictAsked();
    void stepChosen(int index);
    void slipAsked(int index); ///< one of the other slips

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addLine(QGridLayout *grid, const SheetLine &line);
    void addHistory(QGridLayout *grid);

    void choose(int place);

    DossierSheet m_sheet;
    QStringList m_steps;
    QStringList m_slips;
    int m_main = -1;
    QWidget *m_next = nullptr;
    KeyButton *m_correct = nullptr;
    KeyButton *m_conflict = nullptr;
    KeyButton *m_certify = nullptr;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr;
};

} // namespace motcua
