// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard/HallDay.h"
#include "models/ticket/HallRules.h"
#include "ui/shell/Page.h"
#include "ui/worklist/ExportLine.h"

#include <QDate>

namespace motcua {

class EmptyNote;
class HallDayItemModel;
class OptionBox;
class RowTable;
class WrapLabel;

/** How the hall worked on a day: a line for each group, hour, desk or officer. */
class HallDayPage : public Page
{
    Q_OBJECT

public:
    static constexpr int MostDays = 14; ///< that can be chosen, today the first

    explicit HallDayPage(QWidget *parent = nullptr);

    /** Today is chosen, and nothing is shown yet. */
    void open(QDate today, const HallRules &rules);
    void setFigures(const HallDay &day, const QMap<QString, QString> &officers);
    void forget();

    [[nodiscard]] QDate day() const;
    [[nodiscard]] HallDay::By by() const;
    [[nodiscard]] HallDayItemModel *shown() const { return m_model; }
    [[nodiscard]] QString title() const;

    void openExport(const QStringList &folders);
    void setExporting(bool exporting);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;
    [[nodiscard]] bool closeInner() override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void dayChosen(QDate day);
    void exportWanted(); ///< Alt+X
    void exportAsked(motcua::ExportLine::Form form, const QString &folder);

private:
    void draw();

    QDate m_today;
    HallRules m_rules;
    HallDay m_day;
    QMap<QString, QString> m_officers;
    OptionBox *m_days = nullptr;
    OptionBox *m_kinds = nullptr;
    RowTable *m_table = nullptr;
    HallDayItemModel *m_model = nullptr;
    EmptyNote *m_empty = nullptr;
    WrapLabel *m_meaning = nullptr;
    ExportLine *m_export = nullptr;
};

} // namespace motcua
