// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"
#include "ui/worklist/DossierSheet.h"

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace motcua {

/** A dossier to be read: its state, its answers, and its history from the journal. */
class DossierPage : public Page
{
    Q_OBJECT

public:
    explicit DossierPage(QWidget *parent = nullptr);

    void setSheet(const DossierSheet &sheet);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void printAsked();

private:
    void addLine(QGridLayout *grid, const SheetLine &line);
    void addHistory(QGridLayout *grid);

    DossierSheet m_sheet;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr;
};

} // namespace motcua
