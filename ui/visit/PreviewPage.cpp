// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PreviewPage.h"

#include "ui/widgets/SheetView.h"
#include "ui/widgets/Spoken.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace motcua {

PreviewPage::PreviewPage(QWidget *parent)
    : Page(parent)
{
    auto *content = new QWidget(this);
    content->setProperty("ground", QStringLiteral("page"));
    content->setAttribute(Qt::WA_StyledBackground);
    m_note = new QLabel(content);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("tone", QStringLiteral("secondary"));
    m_sheet = new SheetView(content);
    auto *pages = new QVBoxLayout(content);
    pages->setContentsMargins(16, 12, 16, 16);
    pages->setSpacing(12);
    pages->addWidget(m_note);
    pages->addWidget(m_sheet);
    pages->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(QStringLiteral("preview"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // It has the caret itself, so that the keys for pages and lines move it.
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    speakAs(m_scroll, QAccessible::Document);
    m_scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
}

void PreviewPage::setDrawing(const QString &form)
{
    forget();
    m_form = form;
    m_note->setText(tr("The sheet is being drawn …"));
    m_scroll->setAccessibleName(tr("Preview of %1").arg(form));
    m_sheet->setAccessibleName(m_scroll->accessibleName());
    Q_EMIT headingChanged();
}

void PreviewPage::setSheet(const QList<QImage> &pages, const QString &description)
{
    m_sheet->setPages(pages);
    m_note->setText(tr("A draft of %n page(s). Nothing is recorded and nothing was printed; Page Up and Page Down move it.", nullptr,
        static_cast<int>(pages.size())));
    m_scroll->setAccessibleDescription(description);
    m_sheet->setAccessibleDescription(description);
    m_scroll->verticalScrollBar()->setValue(0);
}

void PreviewPage::forget()
{
    m_form.clear();
    m_sheet->setPages({});
    m_note->clear();
    for (QWidget *widget : {static_cast<QWidget *>(m_scroll), static_cast<QWidget *>(m_sheet)}) {
        widget->setAccessibleName({});
        widget->setAccessibleDescription({});
    }
}

QString PreviewPage::heading() const
{
    return tr("Preview · %1").arg(m_form);
}

QList<PageAct> PreviewPage::acts() const
{
    return {{KeyAct::Main, tr("Back to the dossier"), {}, true}};
}

void PreviewPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT closed();
    }
}

QWidget *PreviewPage::firstField() const
{
    return m_scroll;
}

} // namespace motcua
