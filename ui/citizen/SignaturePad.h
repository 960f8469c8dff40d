// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/SignatureStrokes.h"

#include <QWidget>

namespace motcua {

/** A field to sign in with a finger, a pen or a mouse. What is drawn stays here until clear(). */
class SignaturePad : public QWidget
{
    Q_OBJECT

public:
    explicit SignaturePad(QWidget *parent = nullptr);

    [[nodiscard]] const SignatureStrokes &strokes() const { return m_strokes; }
    void clear();

Q_SIGNALS:
    void drawn(); ///< a stroke was begun

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;

private:
    void down(QPointF at);
    void move(QPointF to);
    [[nodiscard]] double unit() const; ///< px of one height

    SignatureStrokes m_strokes;
    bool m_isDown = false;
};

} // namespace motcua
