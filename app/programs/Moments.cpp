// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/Moments.h"

#include "ui/hall/OpenDayPage.h"
#include "ui/itemmodels/WorklistItemModel.h"
#include "ui/widgets/SecretEdit.h"
#include "ui/worklist/WorklistPage.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QSocketNotifier>
#include <QTimer>

#include <cerrno>
#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace motcua {

Moments::Moments(Counter *counter, QObject *parent)
    : QObject(parent)
    , m_counter(counter)
{
    qApp->installEventFilter(this);
    connect(m_counter, &Counter::signedIn, this, [] { tell("signed-in"); });
    auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(input, &QSocketNotifier::activated, this, &Moments::read);
}

void Moments::tell(const char *moment)
{
    timespec now = {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    std::printf("%s %lld\n", moment, static_cast<long long>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000);
    std::fflush(stdout);
}

bool Moments::eventFilter(QObject *, QEvent *event)
{
    // Behind the painting that is about to happen.
    if (event->type() == QEvent::Paint && !m_worklistTold) {
        QTimer::singleShot(0, this, &Moments::look);
    }
    return false;
}

void Moments::look()
{
    const Page *page = m_counter->window()->page();
    if (!m_signInTold && qobject_cast<const SignInPage *>(page) && QApplication::focusWidget() && page->isAncestorOf(QApplication::focusWidget())) {
        m_signInTold = true;
        tell("sign-in");
        signIn();
    }
    const auto *list = qobject_cast<const WorklistPage *>(page);
    // At the day's first sign-in the page that opens it can come before the list has painted a row: then that is what one sees first.
    if (!m_worklistTold && ((list && list->model()->row(0)) || qobject_cast<const OpenDayPage *>(page))) {
        m_worklistTold = true;
        tell("worklist");
    }
}

void Moments::read()
{
    char bytes[512];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0) {
        m_input.append(bytes, count);
        signIn();
    } else if (count == 0 || errno != EINTR) {
        QCoreApplication::quit();
    }
}

void Moments::signIn()
{
    const QByteArrayList lines = m_input.split('\n');
    if (m_given || !m_signInTold || lines.size() < 3) {
        return;
    }
    m_given = true;
    Page *page = m_counter->window()->page();
    page->findChild<QComboBox *>()->setCurrentText(QString::fromUtf8(lines.at(0)));
    page->findChild<SecretEdit *>()->setText(QString::fromUtf8(lines.at(1)));
    page->perform(KeyAct::Main, 0);
}

} // namespace motcua
