// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/PaperPage.h"

#include <QList>

namespace motcua {

/** Those that go into a copy. */
[[nodiscard]] QList<PaperPage> kept(const QList<PaperPage> &pages);

/**
 * The pages of one paper in their order, as an officer puts them right; each change can be taken back. Places count all pages, those that are left out too.
 *
 * A place that is not there changes nothing.
 */
class PageStack
{
public:
    PageStack() = default;
    explicit PageStack(QList<PaperPage> pages)
        : m_pages(std::move(pages))
    {
    }

    [[nodiscard]] const QList<PaperPage> &pages() const { return m_pages; }
    [[nodiscard]] QList<PaperPage> kept() const; ///< those that go into the copy
    [[nodiscard]] int leftOut() const;

    void append(const PaperPage &page) { insert(static_cast<int>(m_pages.size()), page); }
    void insert(int at, const PaperPage &page);
    void replace(int at, const PaperPage &page); ///< scanned anew, or turned
    void leaveOut(int at);
    void restore(int at);
    void move(int from, int to);
    /** The pages from `at` on leave this paper for another, which gets them by append(). */
    [[nodiscard]] QList<PaperPage> split(int at);

    [[nodiscard]] bool canTakeBack() const { return !m_before.isEmpty(); }
    void takeBack();

    /** As many changes are remembered. */
    static constexpr int Remembered = 50;

private:
    void remember();

    QList<PaperPage> m_pages;
    QList<QList<PaperPage>> m_before;
};

} // namespace motcua
