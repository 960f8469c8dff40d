// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TopBar.h"

#include "models/base/VietnamTime.h"
#include "ui/shell/KeyMap.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/Theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace motcua {

namespace {

constexpr int MarkNoticeMinutes = 120;

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("topBar"));
    setMinimumHeight(Height);
    m_place = new QLabel(this);
    m_place->setProperty("level", QStringLiteral("heading"));
    m_place->setTextFormat(Qt::PlainText);
    m_place->setMinimumWidth(1); // its words must not keep the window from becoming smaller
    m_find = new KeyButton({}, {}, KeyButton::Role::Plain, this);
    m_find->setMinimumWidth(240);
    m_clock = new QLabel(this);
    m_markLeft = new QLabel(this);
    m_markLeft->setProperty("tone", QStringLiteral("warning"));
    m_officer = new QToolButton(this);
    m_officer->setObjectName(QStringLiteral("officer"));
    m_officer->setPopupMode(QToolButton::InstantPopup);
    m_officer->setFocusPolicy(Qt::StrongFocus);
    fillMenu();

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(16);
    row->addWidget(m_place);
    row->addWidget(m_find);
    row->addStretch(1);
    row->addWidget(m_clock);
    row->addWidget(m_markLeft);
    row->addWidget(m_officer);
    connect(m_find, &KeyButton::clicked, this, &TopBar::findPressed);
    m_markLeft->hide();
    setOfficer({});
}

void TopBar::fillMenu()
{
    auto *menu = new QMenu(m_officer);
    m_dashboard = menu->addAction({}, this, &TopBar::dashboardPressed);
    m_dashboard->setVisible(false);
    m_practice = menu->addAction({}, this, &TopBar::practicePressed);
    m_practice->setVisible(false);
    m_outbox = menu->addAction({}, this, &TopBar::outboxPressed);
    m_appointments = menu->addAction({}, this, &TopBar::appointmentsPressed);
    m_board = menu->addAction({}, this, &TopBar::boardPressed);
    m_mini = menu->addAction({}, this, &TopBar::miniPressed);
    m_kiosk = menu->addAction({}, this, &TopBar::kioskPressed);
    m_help = menu->addAction({}, this, &TopBar::helpPressed);
    menu->addAction(tr("Hide and lock") + QStringLiteral("\tF12"), this, &TopBar::lockPressed);
    menu->addAction(tr("PIN of today…"), this, &TopBar::pinPressed);
    menu->addAction(tr("Change the password…"), this, &TopBar::passwordPressed);
    menu->addSeparator();
    const auto choice = [menu](QActionGroup *group, const QString &label, int value) {
        QAction *action = menu->addAction(label);
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    };
    m_themes = new QActionGroup(menu);
    choice(m_themes, tr("Light"), static_cast<int>(Theme::Name::Light));
    choice(m_themes, tr("Dark"), static_cast<int>(Theme::Name::Dark));
    choice(m_themes, tr("High contrast"), static_cast<int>(Theme::Name::HighContrast));
    connect(m_themes, &QActionGroup::triggered, this, [this](const QAction *action) { Q_EMIT themeChosen(action->data().toInt()); });
    menu->addSeparator();
    m_textScales = new QActionGroup(menu);
    for (const int percent : {100, 125, 150}) {
        choice(m_textScales, tr("Text %1 %").arg(percent), percent);
    }
    connect(m_textScales, &QActionGroup::triggered, this, [this](const QAction *action) { Q_EMIT textScaleChosen(action->data().toInt()); });
    menu->addSeparator();
    menu->addAction(tr("Sign out"), this, &TopBar::signOutPressed);
    m_officer->setMenu(menu);
}

void TopBar::setAppearance(int theme, int textScale)
{
    for (const auto &[group, value] : {std::pair(m_themes, theme), std::pair(m_textScales, textScale)}) {
        const QList<QAction *> actions = group->actions();
        for (QAction *action : actions) {
            action->setChecked(action->data().toInt() == value);
        }
    }
}

void TopBar::setPlace(const QString &unitName, int deskNumber)
{
    m_unit = unitName;
    m_desk = deskNumber;
    drawPlace();
}

void TopBar::setTraining(bool training)
{
    if (training == m_training) {
        return;
    }
    m_training = training;
    restyle(this, "training", training);
    for (QWidget *child : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        child->style()->polish(child);
    }
    drawPlace();
}

void TopBar::drawPlace()
{
    const QString desk = m_desk > 0 ? tr("Desk %1").arg(m_desk, 2, 10, QLatin1Char('0')) : QString();
    const QString who = m_training ? tr("TRAINING, NO LEGAL EFFECT") : m_unit;
    const QString ending = who.isEmpty() || desk.isEmpty() ? desk : QStringLiteral(" · ") + desk;
    m_place->setAccessibleName(who + ending);
    if (!isVisible()) {
        // Measuring would load fonts the style sheet has not chosen yet; it is drawn anew when it is shown.
        m_place->setText(who + ending);
        return;
    }
    // A long name gives way: the desk and what stands to the right of it do not.
    const QFontMetrics metrics = m_place->fontMetrics();
    const int room = roomForPlace() - metrics.horizontalAdvance(ending);
    m_place->setText(metrics.elidedText(who, Qt::ElideRight, qMax(room, metrics.averageCharWidth() * 8)) + ending);
    m_place->setToolTip(m_place->text() == who + ending ? QString() : who + ending);
}

int TopBar::roomForPlace() const
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right();
    for (const QWidget *beside : {static_cast<QWidget *>(m_find), static_cast<QWidget *>(m_clock), static_cast<QWidget *>(m_markLeft),
             static_cast<QWidget *>(m_officer)}) {
        if (!beside->isHidden()) {
            room -= qMax(beside->sizeHint().width(), beside->minimumWidth()) + layout()->spacing();
        }
    }
    return room - layout()->spacing();
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    drawPlace();
}

void TopBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    drawPlace();
}

void TopBar::setNow(const QDateTime &now)
{
    m_now = vietnamTime(now.toMSecsSinceEpoch());
    m_clock->setText(shownDay(m_now.date()) + m_now.toString(u"  HH:mm"));
    drawMark();
}

void TopBar::setMark(QTime mark)
{
    m_mark = mark;
    drawMark();
}

void TopBar::drawMark()
{
    const int left = m_mark.isValid() && m_now.isValid() ? m_now.time().secsTo(m_mark) / 60 : -1;
    m_markLeft->setVisible(left >= 0 && left <= MarkNoticeMinutes);
    m_markLeft->setText(tr("%1′ left to %2").arg(left).arg(m_mark.toString(u"HH:mm")));
    drawPlace();
}

void TopBar::setOfficer(const QString &name)
{
    m_officer->setText(name + QStringLiteral(" ▾"));
    m_officer->setAccessibleName(tr("Menu of %1").arg(name));
    m_officer->setVisible(!name.isEmpty());
    m_find->setVisible(!name.isEmpty());
    drawPlace();
}

void TopBar::setDashboardOffered(bool offered)
{
    m_dashboard->setVisible(offered);
}

void TopBar::setPracticeOffered(bool offered)
{
    m_practice->setVisible(offered);
}

void TopBar::setKeys(const KeyMap &keys)
{
    m_dashboard->setText(tr("Dashboard") + u'\t' + keys.shown(KeyAct::Dashboard));
    m_practice->setText(tr("Practice") + u'\t' + keys.shown(KeyAct::Practice));
    m_outbox->setText(tr("Send and receive") + u'\t' + keys.shown(KeyAct::Outbox));
    m_appointments->setText(tr("Appointments") + u'\t' + keys.shown(KeyAct::Appointments));
    m_board->setText(tr("Hall board") + u'\t' + keys.shown(KeyAct::Board));
    m_mini->setText(tr("Small window over other programs") + u'\t' + keys.shown(KeyAct::MiniMode));
    m_kiosk->setText(tr("Kiosk on this screen") + u'\t' + keys.shown(KeyAct::Kiosk));
    m_help->setText(tr("Call a supervisor to this desk") + u'\t' + keys.shown(KeyAct::CallSupervisor));
    m_find->setWords(tr("Find a dossier or a person…"), keys.shown(KeyAct::Find));
}

} // namespace motcua
