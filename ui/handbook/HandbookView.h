// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/handbook/Handbook.h"

#include <QTextBrowser>

namespace motcua {

/**
 * One page of the handbook under the colours and letters of the program.
 *
 * Pictures come from the handbook alone and no link is followed by the view itself, so nothing is ever loaded from elsewhere.
 */
class HandbookView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HandbookView(QWidget *parent = nullptr);

    /** Shows `markdown` from its beginning, with the pictures of `book`, which must outlive it. */
    void showText(const Handbook *book, const QString &markdown);

    /** Marks the next place after the marked one that reads like `typed`, tone marks or not; from the beginning when there is none left. */
    bool findNext(const QString &typed, bool fromHere);

    /** The link the keyboard stands on; empty when it stands on none. */
    [[nodiscard]] QUrl currentLink() const;

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();
    void drawBlocks();
    void drawKeys();
    [[nodiscard]] int textWidth() const;

    const Handbook *m_book = nullptr;
    QString m_markdown;
    int m_drawnWidth = 0;
    bool m_drawing = false;
};

} // namespace motcua
