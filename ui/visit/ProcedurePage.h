// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include "models/catalogue/Procedure.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace motcua {

class ProcedureItemModel;

/** Step "procedure": a few letters without tone marks, arrows, Enter. */
class ProcedurePage : public Page
{
    Q_OBJECT

public:
    explicit ProcedurePage(QWidget *parent = nullptr);

    void setProcedures(const QList<Procedure> &procedures, const QMap<QString, int> &usedToday = {});

    /** Empty again, for the next visit. */
    void reset();

    /** The procedure that is left for another one; empty: a dossier is begun. */
    void setChanged(const QString &from);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    bool enter(QWidget *focused) override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void procedureChosen(const QString &code);
    void needsAsked(const QString &code); ///< what has to be brought for it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_from;
    void search(const QString &letters);
    void choose();
    void ask();
    [[nodiscard]] const Procedure *current() const;

    QLineEdit *m_letters = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    ProcedureItemModel *m_model = nullptr;
};

} // namespace motcua
