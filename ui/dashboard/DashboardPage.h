// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard/DashboardFigures.h"
#include "ui/dashboard/DashboardWords.h"
#include "ui/shell/Page.h"
#include "ui/worklist/ExportLine.h"

#include <QPointer>

#include <optional>

class QBoxLayout;
class QLabel;

namespace motcua {

class BarChart;
class DeskItemModel;
class FigureButton;
class FigureGrid;
class RowTable;
class WrapLabel;

/**
 * What whoever leads the centre looks at. Every number is a control: the arrow keys walk, Enter opens what stands behind it. Numbers
 * change where they stand and nothing moves while it is read. No citizen is named.
 */
class DashboardPage : public Page
{
    Q_OBJECT

public:
    explicit DashboardPage(QWidget *parent = nullptr);

    void setNames(const DashboardNames &names);

    /** `afresh`: the page is being opened, and lines may take their proper order. */
    void setFigures(const DashboardFigures &figures, bool afresh);
    [[nodiscard]] const std::optional<DashboardFigures> &figures() const { return m_figures; }

    /** How long things have lasted; nothing else changes. */
    void tick(qint64 nowMs);

    /** Shows nothing, for nobody is here who may see it. */
    void forget();

    /** Asks into which of these folders, or another, the desks are taken along. */
    void openExport(const QStringList &folders);
    /** Whether tickets of other desks may be moved and ended. */
    void setMayAct(bool may);
    void setExporting(bool exporting) { m_export->setBusy(exporting); }

    [[nodiscard]] DeskItemModel *desks() const { return m_deskModel; }

    /** Every number that can be walked to, with what it stands for; of tables and charts the line the keyboard stands on. */
    [[nodiscard]] QList<QWidget *> stops() const;
    [[nodiscard]] std::optional<Figure> figureOf(const QWidget *stop) const;

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool enter(QWidget *focused) override;
    [[nodiscard]] bool closeInner() override;

Q_SIGNALS:
    void drilled(const motcua::DashboardList &list);
    void exportWanted(); ///< Alt+X: the table of the desks
    void feedbackAsked(); ///< what citizens said
    void hallDayAsked(); ///< how the hall worked on a day
    void machinesAsked(); ///< how the machines of the desks are
    void noticesAsked(); ///< what everybody in the hall is told
    void deskActed(const motcua::DeskFigures &desk); ///< the ticket there is to be moved or ended
    void exportAsked(motcua::ExportLine::Form form, const QString &folder);
    void appeared();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *tile(const QString &caption, QWidget *number, QWidget *note);
    QWidget *block(const QString &caption, const QList<QWidget *> &parts);
    QWidget *hallColumn();
    QWidget *dossierColumn();
    void stop(QWidget *widget);
    void open(const QWidget *stop);
    void layOut();
    void fitDesks();
    void drawTiles();
    void drawGrids(bool afresh);
    void drawCharts();
    [[nodiscard]] bool walksInside(QWidget *stop, int key) const;
    void walk(const QWidget *from, int key);
    void keepOneTabStop(const QWidget *focused);

    DashboardNames m_names;
    std::optional<DashboardFigures> m_figures;
    qint64 m_nowMs = 0;
    bool m_mayAct = false;
    int m_shownOpen = 0; ///< feedback not answered, as the action bar tells
    QPointer<QWidget> m_lastStop; ///< where the keyboard was
    QList<QWidget *> m_tiles; ///< the numbers of the first line
    QBoxLayout *m_tileRow = nullptr;
    QBoxLayout *m_columns = nullptr; ///< the hall, and beside it or under it the dossiers
    WrapLabel *m_asOf = nullptr;
    FigureButton *m_waiting = nullptr;
    FigureButton *m_longest = nullptr;
    FigureButton *m_kept = nullptr;
    FigureButton *m_inHand = nullptr;
    QLabel *m_change = nullptr;
    QLabel *m_longestFor = nullptr;
    QLabel *m_keptOf = nullptr;
    QLabel *m_overdue = nullptr;
    RowTable *m_desks = nullptr;
    ExportLine *m_export = nullptr;
    DeskItemModel *m_deskModel = nullptr;
    FigureGrid *m_periods = nullptr;
    FigureGrid *m_hand = nullptr;
    FigureGrid *m_due = nullptr;
    FigureGrid *m_scans = nullptr;
    FigureGrid *m_digitised = nullptr;
    QLabel *m_index = nullptr;
    FigureGrid *m_units = nullptr;
    FigureGrid *m_statuses = nullptr;
    BarChart *m_groups = nullptr;
    QStringList m_letters; ///< of the lines of m_groups
    QLabel *m_noGroups = nullptr;
    BarChart *m_days = nullptr;
    QLabel *m_noDays = nullptr;
};

} // namespace motcua
