// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/HallActs.h"
#include "models/ticket/HallNotice.h"
#include "ui/shell/Page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace motcua {

class EmptyNote;
class OptionBox;
class WrapLabel;

/** What everybody in the hall is told besides numbers: what stands now, which can be taken back, and something new. */
class NoticePage : public Page
{
    Q_OBJECT

public:
    explicit NoticePage(QWidget *parent = nullptr);

    /** What stands; a row that is marked stays marked, and what is being typed stays. */
    void setNotices(const QList<HallNotice> &notices);
    void setBusy(bool busy);
    /** It is told: the fields are free for the next one. */
    void setTold();
    void forget();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void wanted(const motcua::PostNotice &notice); ///< untilMs counts from when it was asked for
    void unwanted(const motcua::HallNotice &notice);

private:
    [[nodiscard]] const HallNotice *chosen() const;
    [[nodiscard]] QString flaw() const;
    [[nodiscard]] qint64 untilMs() const;

    QList<HallNotice> m_notices;
    bool m_busy = false;
    QListWidget *m_list = nullptr;
    EmptyNote *m_empty = nullptr;
    QLineEdit *m_text = nullptr;
    QLineEdit *m_english = nullptr;
    OptionBox *m_until = nullptr;
    QCheckBox *m_closes = nullptr;
    WrapLabel *m_meaning = nullptr; ///< of closing
};

} // namespace motcua
