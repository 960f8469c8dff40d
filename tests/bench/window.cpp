// SPDX-License-Identifier: GPL-3.0-or-later
// The least a Qt window can be: what starting and holding one costs before it does anything.
#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QSocketNotifier>
#include <QTimer>
#include <QVBoxLayout>

#include <cstdio>
#include <ctime>
#include <unistd.h>

namespace {

/** Tells once on standard output when the window is painted and its line has the caret: `window` and microseconds of the monotonic clock. */
class Window : public QWidget
{
public:
    Window()
        : m_line(new QLineEdit(this))
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_line);
        m_line->installEventFilter(this);
        m_line->setFocus();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_told) {
            QTimer::singleShot(0, this, &Window::look);
        }
        return false;
    }

private:
    void look()
    {
        if (m_told || !m_line->hasFocus()) {
            return;
        }
        m_told = true;
        timespec now = {};
        clock_gettime(CLOCK_MONOTONIC, &now);
        std::printf("window %lld\n", static_cast<long long>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000);
        std::fflush(stdout);
    }

    QLineEdit *m_line;
    bool m_told = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Window window;
    window.resize(1366, 768);
    window.show();
    window.activateWindow();
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    return QApplication::exec();
}
