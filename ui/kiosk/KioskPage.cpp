// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskPage.h"

#include "ui/widgets/WrapLabel.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScroller>
#include <QVBoxLayout>

namespace motcua {

KioskPage::KioskPage(const KioskLook &look, const KioskWords &words, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_words(words)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(look.px(40), look.px(24), look.px(40), look.px(16));
    m_column->setSpacing(look.px(14));
}

QLabel *KioskPage::label(const QString &text, const char *kind)
{
    auto *made = new WrapLabel(this);
    made->setProperty("kiosk", QLatin1String(kind));
    made->setTextFormat(Qt::PlainText);
    made->setText(text);
    return made;
}

QPushButton *KioskPage::button(const QString &text, const char *kind, int columns)
{
    const bool isTile = QLatin1String(kind) == QLatin1String("tile") || QLatin1String(kind) == QLatin1String("mark");
    QString shown = columns > 0 ? m_look.wrapped(text, isTile ? 27 : 22, isTile, columns) : text;
    const int high = columns > 0 ? m_look.heightOf(shown, isTile ? 27 : 22, isTile) : 0;
    auto *made = new QPushButton(shown.replace(u'&', QStringLiteral("&&")), this);
    made->setProperty("kiosk", QLatin1String(kind));
    made->setAccessibleName(text);
    if (high > 0) {
        made->setStyleSheet(QStringLiteral("min-height: %1px;").arg(high));
    }
    return made;
}

QVBoxLayout *KioskPage::scrolled(QVBoxLayout *column)
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumHeight(m_look.px(80)); // else its bar asks for more, and keys below it have no room
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(area->viewport(), QScroller::TouchGesture);
    auto *inner = new QWidget(area);
    inner->setObjectName(QStringLiteral("kioskInner"));
    auto *lines = new QVBoxLayout(inner);
    lines->setContentsMargins(0, 0, m_look.px(12), 0);
    lines->setSpacing(m_look.px(10));
    area->setWidget(inner);
    column->addWidget(area, 1);
    return lines;
}

} // namespace motcua
