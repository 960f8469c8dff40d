// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PageTray.h"

#include <QWidget>

class QLabel;

namespace motcua {

/** One page as large as there is room, with the words above it that say which; the keys of the tray that make sense here go on acting. */
class PageView : public QWidget
{
    Q_OBJECT

public:
    explicit PageView(QWidget *parent = nullptr);

    /** Another page is to be seen, whose picture comes. */
    void setPage(const QString &words, bool isLeftOut);
    /** A null one: it cannot be shown. */
    void setPicture(const QImage &picture);
    /** Nothing of a page is kept here any more. */
    void clear();

    /** Pixels of the screen a picture may take. */
    [[nodiscard]] QSize room() const;
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

Q_SIGNALS:
    void stepped(int by); ///< to the page after it, or before: 1 or −1
    void wished(motcua::PageTray::Wish wish);
    void closed();
    void roomChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect place() const;

    QLabel *m_words = nullptr;
    QLabel *m_keys = nullptr;
    QImage m_picture;
    QString m_said; ///< instead of the picture
    bool m_isLeftOut = false;
};

} // namespace motcua
