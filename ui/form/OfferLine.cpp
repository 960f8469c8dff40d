// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/OfferLine.h"

#include "ui/widgets/KeyButton.h"
#include "ui/widgets/WrapLabel.h"

#include <QHBoxLayout>

namespace motcua {

OfferLine::OfferLine(QWidget *parent)
    : QWidget(parent)
    , m_words(new WrapLabel(this))
    , m_take(new KeyButton({}, {}, KeyButton::Role::Plain, this))
    , m_keep(new KeyButton({}, {}, KeyButton::Role::Flat, this))
{
    m_words->setProperty("tone", QStringLiteral("warning"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_take);
    buttons->addWidget(m_keep);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addLayout(buttons);
    connect(m_take, &KeyButton::clicked, this, &OfferLine::taken);
    connect(m_keep, &KeyButton::clicked, this, &OfferLine::refused);
}

void OfferLine::setField(const QString &name)
{
    m_field = name;
    drawNames();
}

void OfferLine::drawNames()
{
    m_take->setAccessibleName(tr("%1: take this").arg(m_field));
    m_keep->setAccessibleName(tr("%1: leave as it is").arg(m_field));
}

void OfferLine::setWords(const QString &words, const QString &takeKey, const QString &keepKey)
{
    m_words->setText(words);
    m_take->setWords(tr("Take this"), takeKey);
    m_take->setVisible(!takeKey.isEmpty());
    m_keep->setWords(tr("Leave as it is"), keepKey);
    drawNames(); // new words are a button's new name
    m_take->setAccessibleDescription(words);
    m_keep->setAccessibleDescription(words);
}

QString OfferLine::words() const
{
    return m_words->text();
}

QList<QWidget *> OfferLine::stops() const
{
    return {m_take, m_keep};
}

} // namespace motcua
