// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

class QWidget;

namespace motcua {

/**
 * Keeps a page that is about to be shown from being painted before its content is there, so that it is painted once and not first empty. The page has
 * focus and keys at once; only its picture waits, and never longer than MostMs.
 */
class HeldFrame
{
public:
    static constexpr int MostMs = 40; ///< shorter than anybody sees

    /** `page` must outlive this. */
    explicit HeldFrame(QWidget *page);

    /** From here on nothing of the page is painted. Does nothing for a page that is seen already: what is typed there must show. */
    void hold();

    /** The content is there, or will not come. */
    void show();

private:
    QWidget *m_page;
    QTimer m_patience;
};

} // namespace motcua
