// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Theme.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

class QScreen;

namespace motcua {

class BoardSource;
class BoardWindow;

/**
 * A machine that is nothing but a board: it shows what a source tells on its last screen, from its start on, without a store and without anybody signed in.
 * It says nothing aloud: one machine of the hall does.
 */
class BoardScreen : public QObject
{
    Q_OBJECT

public:
    /** `source` outlives this object. */
    explicit BoardScreen(BoardSource *source, QObject *parent = nullptr);
    ~BoardScreen() override;

    void setTheme(Theme::Name theme);
    /** Shows it and starts the source. */
    void start();

    [[nodiscard]] BoardWindow *window() const { return m_window.get(); }

private:
    void draw();
    void place();

    BoardSource *m_source = nullptr;
    std::unique_ptr<BoardWindow> m_window;
    QPointer<QScreen> m_screen;
    QTimer m_ticks;
};

} // namespace motcua
