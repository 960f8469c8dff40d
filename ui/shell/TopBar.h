// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFrame>

class QAction;
class QActionGroup;
class QLabel;
class QToolButton;

namespace motcua {

class KeyButton;
class KeyMap;

/** Region T: centre and desk, the way to search, the time and the next legal mark, who is signed in. */
class TopBar : public QFrame
{
    Q_OBJECT

public:
    static constexpr int Height = 40;

    explicit TopBar(QWidget *parent = nullptr);

    void setPlace(const QString &unitName, int deskNumber);
    void setNow(const QDateTime &now);

    /** The time of day at which a promise moves, from the catalogue; null hides it. */
    void setMark(QTime mark);

    /** Who is signed in; empty hides search and menu. */
    void setOfficer(const QString &name);

    /** Whether the menu has a line that opens the dashboard. */
    void setDashboardOffered(bool offered);

    /** Whether the menu leads to practice. */
    void setPracticeOffered(bool offered);

    /** The amber band in place of the centre's name. */
    void setTraining(bool training);
    void setKeys(const KeyMap &keys);

    /** Which theme (motcua::Theme::Name) and text size in percent the menu ticks. */
    void setAppearance(int theme, int textScale);

Q_SIGNALS:
    void findPressed();
    void lockPressed();
    void dashboardPressed();
    void practicePressed();
    void outboxPressed();
    void boardPressed();
    void kioskPressed();
    void appointmentsPressed();
    void miniPressed();
    void helpPressed();
    void signOutPressed();
    void pinPressed();
    void passwordPressed();
    void themeChosen(int theme); ///< motcua::Theme::Name
    void textScaleChosen(int percent);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void drawPlace();
    [[nodiscard]] int roomForPlace() const;
    void drawMark();
    void fillMenu();

    QLabel *m_place = nullptr;
    KeyButton *m_find = nullptr;
    QLabel *m_clock = nullptr;
    QLabel *m_markLeft = nullptr;
    QToolButton *m_officer = nullptr;
    QAction *m_dashboard = nullptr;
    QAction *m_practice = nullptr;
    QAction *m_outbox = nullptr;
    QAction *m_board = nullptr;
    QAction *m_kiosk = nullptr;
    QAction *m_appointments = nullptr;
    QAction *m_mini = nullptr;
    QAction *m_help = nullptr;
    QActionGroup *m_themes = nullptr;
    QActionGroup *m_textScales = nullptr;
    QString m_unit;
    int m_desk = 0;
    bool m_training = false;
    QDateTime m_now;
    QTime m_mark;
};

} // namespace motcua
