// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"
#include "ui/visit/AcceptSummary.h"

class QGridLayout;
class QLabel;

namespace motcua {

class LongerTermRow;

/** Step "accept": what will be recorded and what will happen, to be read and then done with one key. */
class AcceptPage : public Page
{
    Q_OBJECT

public:
    explicit AcceptPage(QWidget *parent = nullptr);

    void setSummary(const AcceptSummary &summary);

    /** While the journal writes, nothing can be pressed twice. */
    void setBusy(bool busy);

    /** Puts the caret where the later day is settled on. */
    void focusLongerTerm();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;

Q_SIGNALS:
    void reviewAsked(); ///< the citizen is to see what is written, or no longer
    void awayAsked(); ///< the papers are not received: what is missing is asked for, or they are refused
    void accepted(bool duplicates); ///< the officer pressed the main key; nothing is filed yet. `duplicates`: another form with its answers is to follow
    void previewAsked(); ///< Ctrl+P: the slip as it would be
    void missingAsked(); ///< Ctrl+E: to the first thing that is missing
    void settled(const std::optional<motcua::SettledTerm> &longer); ///< a later day than the limit, or none any more

private:
    void fill(QGridLayout *grid, const QList<SummaryLine> &lines);

    AcceptSummary m_summary;
    bool m_busy = false;
    QGridLayout *m_recorded = nullptr;
    QGridLayout *m_follows = nullptr;
    LongerTermRow *m_longer = nullptr;
    QLabel *m_notes = nullptr;
    QLabel *m_warnings = nullptr;
    QLabel *m_missing = nullptr;
};

} // namespace motcua
