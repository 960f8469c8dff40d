// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

class QLabel;
class QPlainTextEdit;

namespace motcua {

/** A note on a dossier: written for colleagues, kept in its history for good. */
class NotePage : public Page
{
    Q_OBJECT

public:
    explicit NotePage(QWidget *parent = nullptr);

    /** Begins anew; `about` says which dossier. */
    void begin(const QString &about);
    void setBusy(bool busy);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void written(const QString &text);

private:
    QLabel *m_about = nullptr;
    QPlainTextEdit *m_text = nullptr;
    bool m_busy = false;
};

} // namespace motcua
