// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/citizen/CitizenDesk.h"

#include "ui/citizen/CitizenWindow.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

namespace motcua {

CitizenDesk::CitizenDesk(QWidget *officers, QObject *parent)
    : QObject(parent)
    , m_officers(officers)
    , m_finder([this] { return otherScreen(); })
{
    connect(qApp, &QGuiApplication::screenRemoved, this, [this](QScreen *gone) {
        if (!m_window || gone != m_screen) {
            return;
        }
        const bool wasShowing = isShowing();
        blank();
        m_window->hide(); // else the system moves it, with what is on it, over the officer's work
        if (wasShowing) {
            Q_EMIT said({Notice::Kind::Told, tr("The citizen's screen is unplugged. Nothing was lost. Plug it in and show it again."), {}});
        }
    });
}

CitizenDesk::~CitizenDesk() = default;

QScreen *CitizenDesk::otherScreen() const
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (QScreen *screen : screens) {
        if (screen != m_officers->screen() && !(m_taken && m_taken(screen))) {
            return screen;
        }
    }
    return nullptr;
}

QScreen *CitizenDesk::screen() const
{
    return isShowing() ? m_screen.data() : nullptr;
}

void CitizenDesk::setPlace(const QString &unit, const QString &desk)
{
    m_unit = unit;
    m_desk = desk;
    if (m_window) {
        m_window->setPlace(unit, desk);
    }
}

void CitizenDesk::turn(const std::function<CitizenReview()> &review)
{
    if (isShowing()) {
        blank();
        Q_EMIT said({Notice::Kind::Done, tr("The citizen's screen is blank."), {}});
        return;
    }
    QScreen *screen = m_finder();
    if (!screen) {
        Q_EMIT said({Notice::Kind::Told, tr("No second screen is plugged in, or the hall board is on it. Nothing was changed. Print the declaration for them to read."), {}});
        return;
    }
    if (!m_window) {
        m_window = std::make_unique<CitizenWindow>();
        m_window->setPlace(m_unit, m_desk);
        connect(m_window.get(), &CitizenWindow::signedByHand, this, &CitizenDesk::signedByHand);
        connect(m_window.get(), &CitizenWindow::wrongTold, this, [this] {
            Q_EMIT said({Notice::Kind::Warning, tr("The citizen says that something is wrong. Ask them what, and put it right."), {}});
        });
    }
    m_review = review;
    m_screen = screen;
    m_window->setGeometry(screen->geometry());
    m_window->setReview(m_review());
    m_window->show();
    Q_EMIT said({Notice::Kind::Done, tr("The citizen sees it now, and every change with it."), {}});
}

void CitizenDesk::follow()
{
    if (isShowing()) {
        m_window->setReview(m_review());
    }
}

void CitizenDesk::blank()
{
    m_review = {};
    if (m_window) {
        m_window->setReview({});
    }
}

} // namespace motcua
