// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/visit/PageStack.h"

#include <algorithm>
#include <iterator>

namespace motcua {

namespace {

bool isPlaceIn(const QList<PaperPage> &pages, int at)
{
    return at >= 0 && at < pages.size();
}

} // namespace

QList<PaperPage> PageStack::kept() const
{
    return motcua::kept(m_pages);
}

int PageStack::leftOut() const
{
    return static_cast<int>(m_pages.size() - kept().size());
}

void PageStack::insert(int at, const PaperPage &page)
{
    if (at < 0 || at > m_pages.size()) {
        return;
    }
    remember();
    m_pages.insert(at, page);
}

void PageStack::replace(int at, const PaperPage &page)
{
    if (!isPlaceIn(m_pages, at) || m_pages.at(at) == page) {
        return;
    }
    remember();
    m_pages[at] = page;
}

void PageStack::leaveOut(int at)
{
    if (isPlaceIn(m_pages, at) && !m_pages.at(at).isBlank) {
        remember();
        m_pages[at].isBlank = true;
    }
}

void PageStack::restore(int at)
{
    if (isPlaceIn(m_pages, at) && m_pages.at(at).isBlank) {
        remember();
        m_pages[at].isBlank = false;
    }
}

void PageStack::move(int from, int to)
{
    if (!isPlaceIn(m_pages, from) || !isPlaceIn(m_pages, to) || from == to) {
        return;
    }
    remember();
    m_pages.move(from, to);
}

QList<PaperPage> PageStack::split(int at)
{
    if (!isPlaceIn(m_pages, at)) {
        return {};
    }
    remember();
    QList<PaperPage> rest = m_pages.mid(at);
    m_pages = m_pages.first(at);
    return rest;
}

void PageStack::takeBack()
{
    if (canTakeBack()) {
        m_pages = m_before.takeLast();
    }
}

void PageStack::remember()
{
    if (m_before.size() == Remembered) {
        m_before.removeFirst();
    }
    m_before.append(m_pages);
}

QList<PaperPage> kept(const QList<PaperPage> &pages)
{
    QList<PaperPage> those;
    std::copy_if(pages.cbegin(), pages.cend(), std::back_inserter(those), [](const PaperPage &page) { return !page.isBlank; });
    return those;
}

} // namespace motcua
