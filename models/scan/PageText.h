// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>
#include <QSize>
#include <QString>

namespace motcua {

/** What was read on one page: a suggestion, never more. */
struct PageText
{
    struct Word
    {
        QString text = {};
        QRect box = {}; ///< pixels of the page
        int confidence = 0; ///< 0 to 100, as its reader says
        int line = 0; ///< counts the lines of the page from 0, in reading order; words of a line stand one after the other

        friend bool operator==(const Word &, const Word &) = default;
    };

    QSize pixels = {}; ///< of the page it was read on; empty: nothing was read
    QList<Word> words = {}; ///< in reading order

    friend bool operator==(const PageText &, const PageText &) = default;
};

} // namespace motcua
