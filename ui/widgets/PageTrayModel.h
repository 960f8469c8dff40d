// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PageTray.h"

#include <QAbstractListModel>
#include <QCache>
#include <QPixmap>
#include <QSet>

namespace motcua {

/** The pages of a tray and the one on its way among them, and as many of their pictures as there is room for. */
class PageTrayModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int RoomKiB = 24 * 1024; ///< of thumbnails, as they are shown: two hundred and more

    explicit PageTrayModel(QObject *parent = nullptr);

    void setSource(std::function<void(const QString &)> ask) { m_ask = std::move(ask); }
    void setBox(QSize box, double ratio); ///< of a picture; pixels of the screen are `ratio` as many
    [[nodiscard]] QSize box() const { return m_box; }
    void setPicture(const QString &picture, const QImage &image);
    void forgetPictures();
    void setPages(const QList<TrayPage> &pages);
    void setArriving(const std::optional<ArrivingPage> &page);

    [[nodiscard]] const QList<TrayPage> &pages() const { return m_pages; }
    [[nodiscard]] const std::optional<ArrivingPage> &arriving() const { return m_arriving; }
    [[nodiscard]] int arrivingRow() const; ///< −1: none
    /** Which page is drawn in a row; −1: the one on its way. */
    [[nodiscard]] int pageAt(int row) const;
    [[nodiscard]] int rowOf(int page) const;

    /** Null while it is not here: then it is asked for. */
    [[nodiscard]] QPixmap picture(int page);
    [[nodiscard]] bool cannotBeShown(int page) const { return m_unshown.contains(m_pages.at(page).picture); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void askForNext();

    QList<TrayPage> m_pages;
    std::optional<ArrivingPage> m_arriving;
    std::function<void(const QString &)> m_ask;
    QCache<QString, QPixmap> m_pictures{RoomKiB};
    QSet<QString> m_unshown;
    QSet<QString> m_asked;
    QStringList m_toAsk;
    QSize m_box;
    double m_ratio = 1;
};

} // namespace motcua
