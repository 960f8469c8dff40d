// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Aftermath.h"
#include "ui/shell/Page.h"

class QStackedWidget;

namespace motcua {

class EmptyNote;
class PaperTable;
class WrapLabel;

/** After an outage: payments to confirm, citizens to tell, dates to restate; a line goes when it is done. */
class AftermathPage : public Page
{
    Q_OBJECT

public:
    explicit AftermathPage(QWidget *parent = nullptr);

    /** `when`: from when to when, in words; empty when there was no outage. */
    void setItems(const QString &when, const QList<AftermathItem> &items, const QDateTime &now);
    void forget();

    [[nodiscard]] const QList<AftermathItem> &items() const { return m_items; }
    [[nodiscard]] const AftermathItem *current() const;

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void dossierChosen(const motcua::Id &dossier);
    void tellAsked(const motcua::AftermathItem &item); ///< the citizen was told
    void confirmAsked(const motcua::AftermathItem &item); ///< the money has come
    void appeared();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();

    QString m_when;
    QList<AftermathItem> m_items;
    WrapLabel *m_line = nullptr;
    QStackedWidget *m_body = nullptr;
    PaperTable *m_table = nullptr;
    EmptyNote *m_empty = nullptr;
};

} // namespace motcua
