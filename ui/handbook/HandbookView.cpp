// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handbook/HandbookView.h"

#include "models/base/Text.h"

#include <QEvent>
#include <QFontInfo>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextList>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Edge = 16;
constexpr int WidestLine = 60; // em; longer lines are lost between their end and the next beginning
constexpr int LineHeight = 130; // percent
constexpr double HeadingSize = 16.0 / 14.0;

/** Each letter folded by itself, so that a place in it is the same place in `any`. */
QString foldedAlike(const QString &any)
{
    QString made;
    made.reserve(any.size());
    for (const QChar c : any) {
        const QString one = text::folded(QString(c));
        made += one.size() == 1 ? one.front() : QChar(u' ');
    }
    return made;
}

} // namespace

HandbookView::HandbookView(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("handbook"));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Its width is then the same with long pages and short ones, and a picture is scaled once.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
}

int HandbookView::textWidth() const
{
    return std::max(1, std::min(viewport()->width() - 2 * Edge, fontMetrics().averageCharWidth() * 2 * WidestLine));
}

void HandbookView::showText(const Handbook *book, const QString &markdown)
{
    m_book = book;
    // A key stands off from the words around it, whatever its ground.
    static const QRegularExpression key(QStringLiteral("`([^`]+)`"));
    m_markdown = QString(markdown).replace(key, QStringLiteral("`\u00A0\\1\u00A0`"));
    draw();
    verticalScrollBar()->setValue(0);
}

void HandbookView::draw()
{
    if (!m_book || m_drawing) {
        return;
    }
    m_drawing = true;
    m_drawnWidth = viewport()->width();
    document()->setDefaultFont(font());
    setMarkdown(m_markdown);
    QTextFrameFormat page = document()->rootFrame()->frameFormat();
    page.setMargin(Edge);
    page.setTopMargin(Edge / 2);
    page.setRightMargin(std::max(Edge, viewport()->width() - Edge - textWidth()));
    document()->rootFrame()->setFrameFormat(page);
    drawBlocks();
    drawKeys();
    moveCursor(QTextCursor::Start);
    m_drawing = false;
}

void HandbookView::drawBlocks()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(LineHeight, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(format.headingLevel() > 0 ? Edge : 0);
        format.setBottomMargin(block.textList() ? 4 : 8);
        if (format.headingLevel() > 0) {
            QTextCharFormat letters;
            letters.setFont(font());
            letters.setProperty(QTextFormat::FontPixelSize, qRound(QFontInfo(font()).pixelSize() * HeadingSize));
            letters.setFontWeight(QFont::Bold);
            cursor.select(QTextCursor::BlockUnderCursor);
            cursor.setCharFormat(letters);
        } else if (block.text().contains(QChar::ObjectReplacementCharacter)) {
            // A picture is as high as it is; a share of that on top would be a hole.
            format.setLineHeight(0, QTextBlockFormat::SingleHeight);
            format.setTopMargin(8);
        }
        QTextCursor(block).setBlockFormat(format);
    }
}

/** What Markdown writes as code are keys: strong, on a ground of their own, in the letters of everything else. */
void HandbookView::drawKeys()
{
    QTextCharFormat key;
    key.setFontWeight(QFont::Bold);
    key.setBackground(palette().color(QPalette::AlternateBase));
    key.setForeground(palette().color(QPalette::Text));
    QList<std::pair<int, int>> places;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it) {
            if (const QTextFragment piece = it.fragment(); piece.isValid() && piece.charFormat().fontFixedPitch()) {
                places.append({piece.position(), piece.length()});
            }
        }
    }
    for (const auto &[from, length] : places) {
        QTextCursor cursor(document());
        cursor.setPosition(from);
        cursor.setPosition(from + length, QTextCursor::KeepAnchor);
        cursor.setCharFormat(key);
    }
}

bool HandbookView::findNext(const QString &typed, bool fromHere)
{
    const QString wanted = text::folded(typed);
    const QString all = foldedAlike(document()->toPlainText());
    const QTextCursor now = textCursor();
    qsizetype found = wanted.isEmpty() ? -1 : all.indexOf(wanted, fromHere ? now.selectionEnd() : now.selectionStart());
    if (found < 0 && !wanted.isEmpty()) {
        found = all.indexOf(wanted);
    }
    QTextCursor to(document());
    if (found >= 0) {
        to.setPosition(static_cast<int>(found));
        to.setPosition(static_cast<int>(found + wanted.size()), QTextCursor::KeepAnchor);
    }
    setTextCursor(to);
    if (found >= 0) {
        ensureCursorVisible();
    }
    return found >= 0;
}

QUrl HandbookView::currentLink() const
{
    QTextCursor link = textCursor();
    link.setPosition(link.selectionEnd()); // the format before a place is its own
    return QUrl(textCursor().hasSelection() ? link.charFormat().anchorHref() : QString());
}

QVariant HandbookView::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || !m_book || !name.isRelative()) {
        return {};
    }
    const QImage picture = QImage::fromData(m_book->picture(name.fileName()));
    if (picture.isNull() || picture.width() <= textWidth()) {
        return picture;
    }
    QImage shown = picture.scaledToWidth(qRound(textWidth() * devicePixelRatioF()), Qt::SmoothTransformation);
    shown.setDevicePixelRatio(devicePixelRatioF());
    return shown;
}

void HandbookView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (viewport()->width() != m_drawnWidth) {
        const double place = verticalScrollBar()->maximum() > 0 ? double(verticalScrollBar()->value()) / verticalScrollBar()->maximum() : 0.0;
        draw();
        verticalScrollBar()->setValue(qRound(place * verticalScrollBar()->maximum()));
    }
}

void HandbookView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        draw();
    }
}

} // namespace motcua
