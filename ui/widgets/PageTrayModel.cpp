// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageTrayModel.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace motcua {

namespace {

constexpr int BytesInKiB = 1024;

} // namespace

PageTrayModel::PageTrayModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PageTrayModel::setBox(QSize box, double ratio)
{
    if (box != m_box || ratio != m_ratio) {
        m_box = box;
        m_ratio = ratio;
        m_pictures.clear(); // they were made for another size
    }
}

void PageTrayModel::forgetPictures()
{
    m_pictures.clear();
    m_unshown.clear();
    m_asked.clear();
    m_toAsk.clear();
}

void PageTrayModel::setPicture(const QString &picture, const QImage &image)
{
    m_asked.remove(picture);
    m_toAsk.removeAll(picture);
    if (image.isNull()) {
        m_unshown.insert(picture);
    } else {
        m_unshown.remove(picture);
        QPixmap made = QPixmap::fromImage(image.scaled(m_box * m_ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        made.setDevicePixelRatio(m_ratio);
        const qint64 bytes = qint64(made.width()) * made.height() * made.depth() / 8;
        m_pictures.insert(picture, new QPixmap(std::move(made)), std::max<qsizetype>(1, bytes / BytesInKiB));
    }
    for (int page = 0; page < m_pages.size(); ++page) {
        if (m_pages.at(page).picture == picture) {
            Q_EMIT dataChanged(index(rowOf(page)), index(rowOf(page)));
        }
    }
}

// Rows are changed one by one, so that the chosen place and the scrolled one stay.
void PageTrayModel::setPages(const QList<TrayPage> &pages)
{
    const std::optional<ArrivingPage> arriving = m_arriving;
    setArriving({});
    const int before = static_cast<int>(m_pages.size());
    const int after = static_cast<int>(pages.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_pages = pages;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_pages = pages;
        endRemoveRows();
    } else {
        m_pages = pages;
    }
    if (after > 0) {
        Q_EMIT dataChanged(index(0), index(after - 1));
    }
    setArriving(arriving);
}

void PageTrayModel::setArriving(const std::optional<ArrivingPage> &page)
{
    if (m_arriving && page && m_arriving->before == page->before) {
        m_arriving = page;
        Q_EMIT dataChanged(index(arrivingRow()), index(arrivingRow()));
        return;
    }
    if (m_arriving) {
        const int row = arrivingRow();
        beginRemoveRows({}, row, row);
        m_arriving.reset();
        endRemoveRows();
    }
    if (page) {
        const int row = std::clamp(page->before, 0, static_cast<int>(m_pages.size()));
        beginInsertRows({}, row, row);
        m_arriving = page;
        endInsertRows();
    }
}

int PageTrayModel::arrivingRow() const
{
    return m_arriving ? std::clamp(m_arriving->before, 0, static_cast<int>(m_pages.size())) : -1;
}

int PageTrayModel::pageAt(int row) const
{
    const int arriving = arrivingRow();
    return row == arriving || row < 0 ? -1 : arriving >= 0 && row > arriving ? row - 1 : row;
}

int PageTrayModel::rowOf(int page) const
{
    const int arriving = arrivingRow();
    return arriving >= 0 && page >= arriving ? page + 1 : page;
}

QPixmap PageTrayModel::picture(int page)
{
    const QString &wanted = m_pages.at(page).picture;
    if (const QPixmap *here = m_pictures.object(wanted)) {
        return *here;
    }
    if (m_ask && !wanted.isEmpty() && !m_asked.contains(wanted) && !m_unshown.contains(wanted)) {
        m_asked.insert(wanted);
        m_toAsk.append(wanted);
        if (m_toAsk.size() == 1) {
            QTimer::singleShot(0, this, &PageTrayModel::askForNext); // this is asked while it is being painted
        }
    }
    return {};
}

void PageTrayModel::askForNext()
{
    const QStringList wanted = std::exchange(m_toAsk, {});
    for (const QString &one : wanted) {
        m_ask(one);
    }
}

int PageTrayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pages.size()) + (m_arriving ? 1 : 0);
}

QVariant PageTrayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const int page = pageAt(index.row());
    if (role == Qt::DisplayRole) { // what stands below the picture
        if (page < 0) {
            return PageTray::tr("arriving");
        }
        return m_pages.at(page).isLeftOut ? PageTray::tr("%1 · left out").arg(page + 1) : QString::number(page + 1);
    }
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) {
        return {};
    }
    if (page < 0) {
        return m_arriving->percent ? PageTray::tr("A page is arriving, %1 %").arg(*m_arriving->percent) : PageTray::tr("A page is arriving");
    }
    QString told = PageTray::tr("Page %1 of %2").arg(page + 1).arg(m_pages.size());
    if (m_pages.at(page).isLeftOut) {
        told += QStringLiteral(", ") + PageTray::tr("left out, does not go into the copy");
    }
    if (cannotBeShown(page)) {
        told += QStringLiteral(", ") + PageTray::tr("its picture cannot be shown");
    }
    return told;
}

} // namespace motcua
