// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QStringList>

class QLabel;
class QVBoxLayout;

namespace motcua {

class CountBox;

/** What a visit of practice came to, as words. */
struct PracticeNotes
{
    QString visit = {}; ///< "A013 · Nguyễn Thị Mận"
    QStringList remarks = {}; ///< one sentence each; none: nothing to remark
    QString right = {}; ///< what was right to do

    friend bool operator==(const PracticeNotes &, const PracticeNotes &) = default;
};

/** Practice in a training centre: what there was to remark on the last visit, and a morning of invented people on request. */
class PracticePage : public Page
{
    Q_OBJECT

public:
    explicit PracticePage(QWidget *parent = nullptr);

    void setNotes(const PracticeNotes &notes);
    /** The page came by itself with what there was to remark: going on leads to the list, and fills no hall. */
    void setFresh(bool fresh);
    [[nodiscard]] const PracticeNotes &notes() const { return m_notes; }
    void setBusy(bool busy);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;

Q_SIGNALS:
    void morningAsked(int tickets);
    void read(); ///< what there was to remark

private:
    void draw();
    [[nodiscard]] int tickets() const; ///< 0: what is typed is no such number

    PracticeNotes m_notes;
    QLabel *m_visit = nullptr;
    QVBoxLayout *m_remarks = nullptr;
    QLabel *m_right = nullptr;
    CountBox *m_tickets = nullptr;
    bool m_busy = false;
    bool m_fresh = false;
};

} // namespace motcua
