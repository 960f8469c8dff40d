// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageTray.h"

#include "ui/widgets/PageTrayModel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Gap = 6; // px around a picture, its frame included
constexpr int ChosenFrame = 3; // px
constexpr double Faded = 0.30; // how much is left of a page that is left out

QSize cellSize(QSize picture, const QFont &font)
{
    QFont chosen = font;
    chosen.setBold(true);
    const QFontMetrics metrics(chosen);
    return {std::max(picture.width() + 4 * Gap, metrics.horizontalAdvance(PageTray::tr("%1 · left out").arg(100)) + Gap),
        picture.height() + 2 * Gap + metrics.lineSpacing() + 2};
}

/** Draws a page with its frame and number; white as paper in every theme. */
class PagePainter final : public QStyledItemDelegate
{
public:
    explicit PagePainter(PageTrayModel *model)
        : QStyledItemDelegate(model)
        , m_model(model)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return cellSize(m_model->box(), option.font); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QPalette colours = QApplication::palette(); // a style sheet that colours the view leaves only its own two in the option's
        const QRect box(option.rect.topLeft() + QPoint((option.rect.width() - m_model->box().width()) / 2, Gap), m_model->box());
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const int page = m_model->pageAt(index.row());
        painter->save();
        const QRect sheet = page < 0 ? box : paintPage(painter, box, page, colours);
        if (page < 0) {
            paintArriving(painter, box, colours);
        }
        painter->setBrush(Qt::NoBrush);
        if (isChosen) {
            painter->setPen(QPen(colours.color(QPalette::Highlight), ChosenFrame, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            painter->drawRect(sheet.adjusted(-ChosenFrame, -ChosenFrame, ChosenFrame - 1, ChosenFrame - 1));
        } else {
            painter->setPen(QPen(colours.color(QPalette::Mid), 1, page < 0 ? Qt::DashLine : Qt::SolidLine));
            painter->drawRect(sheet.adjusted(-1, -1, 0, 0));
        }
        const QRect words(option.rect.left(), box.bottom() + Gap, option.rect.width(), option.rect.bottom() - box.bottom() - Gap);
        QFont font = option.font;
        font.setBold(isChosen);
        painter->setFont(font);
        const bool isQuiet = page < 0 || m_model->pages().at(page).isLeftOut;
        painter->setPen(colours.color(isQuiet && !isChosen ? QPalette::PlaceholderText : QPalette::Text));
        painter->drawText(words, Qt::AlignCenter, QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }

private:
    /** Where the sheet lies. */
    QRect paintPage(QPainter *painter, const QRect &box, int page, const QPalette &colours) const
    {
        const QPixmap picture = m_model->picture(page);
        if (picture.isNull()) {
            painter->fillRect(box, colours.color(QPalette::Base));
            painter->setPen(colours.color(QPalette::PlaceholderText));
            painter->drawText(box, Qt::AlignCenter, m_model->cannotBeShown(page) ? QStringLiteral("✖") : QStringLiteral("…"));
            return box;
        }
        const QSize size = picture.size() / picture.devicePixelRatio();
        const QRect sheet(box.left() + (box.width() - size.width()) / 2, box.top() + (box.height() - size.height()) / 2, size.width(), size.height());
        if (!m_model->pages().at(page).isLeftOut) {
            painter->drawPixmap(sheet.topLeft(), picture);
            return sheet;
        }
        painter->fillRect(sheet, colours.color(QPalette::Base));
        painter->setOpacity(Faded);
        painter->drawPixmap(sheet.topLeft(), picture);
        painter->setOpacity(1);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colours.color(QPalette::Mid), 2)); // struck out: not by its paleness alone
        painter->drawLine(sheet.bottomLeft(), sheet.topRight());
        painter->setRenderHint(QPainter::Antialiasing, false);
        return sheet;
    }

    void paintArriving(QPainter *painter, const QRect &box, const QPalette &colours) const
    {
        painter->fillRect(box, colours.color(QPalette::AlternateBase));
        const std::optional<int> percent = m_model->arriving()->percent;
        if (percent) {
            painter->fillRect(box.left(), box.top(), box.width(), box.height() * std::clamp(*percent, 0, 100) / 100, colours.color(QPalette::Highlight));
        } else {
            painter->setPen(colours.color(QPalette::PlaceholderText));
            painter->drawText(box, Qt::AlignCenter, QStringLiteral("…"));
        }
    }

    PageTrayModel *m_model;
};

} // namespace

PageTray::PageTray(QWidget *parent)
    : QListView(parent)
    , m_model(new PageTrayModel(this))
{
    setObjectName(QStringLiteral("pageTray"));
    setAccessibleName(tr("Pages"));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setItemDelegate(new PagePainter(m_model));
    setModel(m_model);
    measure();
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &PageTray::chosenChanged);
    connect(this, &QListView::doubleClicked, this, [this] {
        if (chosen() >= 0) {
            Q_EMIT wished(Wish::Enlarge, chosen());
        }
    });
}

PageTray::~PageTray() = default;

void PageTray::setSource(std::function<void(const QString &)> ask)
{
    m_model->setSource(std::move(ask));
}

void PageTray::setPicture(const QString &picture, const QImage &image)
{
    m_model->setPicture(picture, image);
}

void PageTray::forgetPictures()
{
    m_model->forgetPictures();
}

void PageTray::setPages(const QList<TrayPage> &pages)
{
    const int at = chosen();
    if (m_model->pages() != pages) {
        m_model->setPages(pages);
    }
    if (!pages.isEmpty()) {
        choose(std::max(0, at));
    }
}

const QList<TrayPage> &PageTray::pages() const
{
    return m_model->pages();
}

void PageTray::setArriving(const std::optional<ArrivingPage> &page)
{
    if (m_model->arriving() == page) {
        return;
    }
    const bool isNew = !m_model->arriving();
    const int at = chosen();
    m_model->setArriving(page);
    if (at >= 0) {
        choose(at);
    }
    if (isNew) {
        scrollTo(m_model->index(m_model->arrivingRow()));
    }
}

int PageTray::chosen() const
{
    return m_model->pageAt(currentIndex().row());
}

void PageTray::choose(int at)
{
    if (!m_model->pages().isEmpty()) {
        const QModelIndex wanted = m_model->index(m_model->rowOf(std::clamp(at, 0, static_cast<int>(m_model->pages().size()) - 1)));
        if (wanted != currentIndex() || !selectionModel()->isSelected(wanted)) {
            setCurrentIndex(wanted);
        }
    }
}

void PageTray::setPictureBox(QSize box)
{
    if (box != m_picture) {
        m_picture = box;
        measure();
    }
}

void PageTray::measure()
{
    const QSize cell = cellSize(m_picture, font());
    m_model->setBox(m_picture, devicePixelRatioF());
    setGridSize(cell);
    verticalScrollBar()->setSingleStep(cell.height() / 2);
    updateGeometry();
}

int PageTray::heightOf(int lines) const
{
    return cellSize(m_picture, font()).height() * lines + 2 * frameWidth() + 4; // a list leaves the last line out that has less room than it wants
}

std::optional<PageTray::Wish> PageTray::wishOf(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers with = event.modifiers() & ~Qt::KeypadModifier;
    const int key = event.key();
    if (with == Qt::ControlModifier) {
        return key == Qt::Key_Left || key == Qt::Key_Up ? std::optional(Wish::MoveEarlier)
            : key == Qt::Key_Right || key == Qt::Key_Down ? std::optional(Wish::MoveLater) : std::nullopt;
    }
    if (key == Qt::Key_R && (with == Qt::NoModifier || with == Qt::ShiftModifier)) {
        return with == Qt::NoModifier ? Wish::TurnRight : Wish::TurnLeft;
    }
    if (with != Qt::NoModifier) {
        return {};
    }
    switch (key) {
    case Qt::Key_Delete:
        return pages().at(chosen()).isLeftOut ? Wish::PutBack : Wish::LeaveOut;
    case Qt::Key_Insert:
        return Wish::Insert;
    case Qt::Key_S:
        return Wish::Split;
    case Qt::Key_Space:
        return Wish::Enlarge;
    default:
        return {};
    }
}

void PageTray::keyPressEvent(QKeyEvent *event)
{
    const std::optional<Wish> wish = chosen() < 0 ? std::nullopt : wishOf(*event);
    if (wish) {
        Q_EMIT wished(*wish, chosen());
        event->accept();
    } else {
        QListView::keyPressEvent(event);
    }
}

// ← → go from page to page, over the end of a line too.
QModelIndex PageTray::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int last = static_cast<int>(pages().size()) - 1;
    const auto page = [this, last](int at) { return m_model->index(m_model->rowOf(std::clamp(at, 0, last))); };
    if (chosen() < 0 || last < 0) {
        return last < 0 ? QModelIndex() : page(0);
    }
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        return page(chosen() - 1);
    case MoveRight:
    case MoveNext:
        return page(chosen() + 1);
    case MoveHome:
        return page(0);
    case MoveEnd:
        return page(last);
    default: {
        const QModelIndex found = QListView::moveCursor(action, modifiers);
        return m_model->pageAt(found.row()) < 0 ? currentIndex() : found; // there is nothing to choose in one that has not arrived
    }
    }
}

void PageTray::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        measure();
    }
}

void PageTray::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    choose(std::max(0, chosen()));
}

} // namespace motcua
