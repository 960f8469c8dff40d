// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QListView>
#include <QString>

#include <functional>
#include <optional>

namespace motcua {

class PageTrayModel;

/** One page in a tray. */
struct TrayPage
{
    QString picture = {}; ///< by which its thumbnail is asked for; pages that look alike may have the same
    bool isLeftOut = false; ///< stays here to be seen and put back, and goes no further

    friend bool operator==(const TrayPage &, const TrayPage &) = default;
};

/** A page that is on its way: its place in the tray is there already. */
struct ArrivingPage
{
    int before = 0; ///< at this place it will lie; behind the last: at the end
    std::optional<int> percent = {}; ///< of the page; none: nobody knows

    friend bool operator==(const ArrivingPage &, const ArrivingPage &) = default;
};

/**
 * The pages of one paper as thumbnails with their numbers, in lines as wide as there is room: one is chosen, and keys say what is to become of it. Pages are not
 * changed here: what is wished is told, and drawn when it is so. A thumbnail is asked for when its page first comes into sight, and may come at any time.
 */
class PageTray : public QListView
{
    Q_OBJECT

public:
    enum class Wish {
        Enlarge,
        MoveEarlier,
        MoveLater,
        LeaveOut,
        PutBack,
        TurnRight,
        TurnLeft,
        Insert, ///< something before it
        Split, ///< it and all after it belong elsewhere
    };
    Q_ENUM(Wish)

    explicit PageTray(QWidget *parent = nullptr);
    ~PageTray() override;

    /** Asked at most once at a time for each picture that is in sight; answered by setPicture(). Never asked from inside a call of this object. */
    void setSource(std::function<void(const QString &picture)> ask);
    /** Of any size; a null one: it cannot be shown, and is not asked for again. */
    void setPicture(const QString &picture, const QImage &image);
    /** Nothing that was shown is kept here any more. */
    void forgetPictures();

    /** The place that was chosen stays chosen. */
    void setPages(const QList<TrayPage> &pages);
    [[nodiscard]] const QList<TrayPage> &pages() const;
    void setArriving(const std::optional<ArrivingPage> &page);

    /** The chosen page, counted from 0 as in setPages(); −1: there is none. */
    [[nodiscard]] int chosen() const;
    void choose(int at);

    /** What room a page has, in px; letters of any size leave it as it is. */
    void setPictureBox(QSize box);

    /** How high it is with so many lines of pages. */
    [[nodiscard]] int heightOf(int lines) const;
    [[nodiscard]] QSize sizeHint() const override { return {heightOf(1) * 2, heightOf(1)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {heightOf(1), heightOf(1)}; }
    void keyboardSearch(const QString &) override { } // letters are wishes here

Q_SIGNALS:
    void wished(motcua::PageTray::Wish wish, int at);
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] std::optional<Wish> wishOf(const QKeyEvent &event) const;
    void measure();

    PageTrayModel *m_model = nullptr;
    QSize m_picture{76, 104}; ///< A4 upright fills it
};

} // namespace motcua
