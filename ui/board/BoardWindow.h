// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/BoardFace.h"

#include <QTimer>
#include <QWidget>

namespace motcua {

/**
 * The board of the hall on a screen of its own: numbers only, large, and still.
 *
 * Somebody who is called anew, or once more, turns over three times and then stands as the others do. It takes neither the keyboard nor the focus,
 * and has no parts that come and go.
 */
class BoardWindow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Flashes = 3;

    explicit BoardWindow(QWidget *parent = nullptr);

    void setPlace(const BoardPlace &place);
    void setColumns(int columns);
    void setTheme(const Theme &theme);

    /** The first board is simply shown; of a later one those are told who were called since the one before. */
    void setBoard(const Board &board);
    [[nodiscard]] const Board &board() const { return m_what.board; }

    /** The clock on the wall, milliseconds since 1970-01-01 UTC. */
    void setNow(qint64 nowMs);

    [[nodiscard]] const BoardFace &face() const { return m_face; }
    /** Whose calls stand turned over at this moment. */
    [[nodiscard]] QList<BoardNumber> lit() const;
    /** Whether somebody is still being told. */
    [[nodiscard]] bool isFlashing() const { return m_flash.isActive(); }

Q_SIGNALS:
    void turned(); ///< those who are called, over or back

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Flash
    {
        BoardNumber number = {};
        int turns = 0; ///< left, over and back
    };

    void draw();
    void turn();

    BoardFace::What m_what;
    BoardFace m_face;
    Theme m_theme;
    QList<Flash> m_flashes;
    QTimer m_flash;
};

} // namespace motcua
