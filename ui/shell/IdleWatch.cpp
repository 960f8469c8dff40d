// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/IdleWatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSettings>

#include <algorithm>

namespace motcua {

namespace {

const QString MinutesKey = QStringLiteral("idle/lockMinutes");

bool isOfSomebody(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleWatch::IdleWatch(QObject *parent)
    : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_last.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, &IdleWatch::warn);
    connect(&m_last, &QTimer::timeout, this, &IdleWatch::end);
    qApp->installEventFilter(this);
    setMinutes(DefaultMinutes);
}

int IdleWatch::minutesIn(const QString &file)
{
    if (file.isEmpty()) {
        return DefaultMinutes;
    }
    bool isNumber = false;
    const int minutes = QSettings(file, QSettings::IniFormat).value(MinutesKey).toInt(&isNumber);
    return isNumber && minutes >= 0 && minutes <= MostMinutes ? minutes : DefaultMinutes;
}

void IdleWatch::setMinutes(int minutes)
{
    const int all = std::clamp(minutes, 0, MostMinutes) * 60'000;
    setTimes(std::max(all - WarnMs, 0), WarnMs);
}

void IdleWatch::setTimes(int quietMs, int warnMs)
{
    m_quietMs = quietMs;
    m_warnMs = warnMs;
    begin();
}

void IdleWatch::begin()
{
    m_last.stop();
    m_quietMs > 0 ? m_quiet.start(m_quietMs) : m_quiet.stop();
}

void IdleWatch::touch()
{
    const bool wasTold = m_last.isActive();
    begin();
    if (wasTold) {
        Q_EMIT touched();
    }
}

void IdleWatch::warn()
{
    if (!isAllowed()) {
        begin();
        return;
    }
    m_last.start(m_warnMs);
    Q_EMIT nearlyIdle(m_warnMs / 1000);
}

// Somebody may have been called at this very desk meanwhile, by a scanned ticket.
void IdleWatch::end()
{
    const bool allowed = isAllowed();
    begin();
    allowed ? Q_EMIT idled() : Q_EMIT touched();
}

bool IdleWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (isOfSomebody(event->type())) {
        touch();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace motcua
