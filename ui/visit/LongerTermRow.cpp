// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/LongerTermRow.h"

#include "ui/messages/Language.h"
#include "ui/widgets/CountBox.h"
#include "ui/widgets/OptionBox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace motcua {

LongerTermRow::LongerTermRow(QWidget *parent)
    : QWidget(parent)
    , m_ground(new OptionBox(this))
    , m_days(new CountBox(this))
    , m_unit(new QLabel(tr("working days more"), this))
{
    auto *label = new QLabel(tr("A later day"), this);
    label->setProperty("tone", QStringLiteral("secondary"));
    m_ground->setEmptyWords(tr("no, the limit holds"));
    m_ground->setAccessibleName(label->text());
    label->setBuddy(m_ground); // a screen reader hears the value of a list as its name, and what it is about from its label
    m_ground->setMinimumContentsLength(36);
    m_days->edit()->setAccessibleName(m_unit->text());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(label);
    row->addWidget(m_ground);
    row->addWidget(m_days);
    row->addWidget(m_unit);
    row->addStretch(1);
    connect(m_ground, &QComboBox::currentIndexChanged, this, [this] {
        showDays();
        Q_EMIT settled(term());
    });
    connect(m_days->edit(), &QLineEdit::textChanged, this, [this] { Q_EMIT settled(term()); });
    setTerm({}, {});
}

void LongerTermRow::setTerm(const QList<LongerTerm> &grounds, const std::optional<SettledTerm> &settled)
{
    const QSignalBlocker quietGround(m_ground);
    const QSignalBlocker quietDays(m_days->edit());
    if (grounds != m_grounds) {
        offer(grounds);
    }
    m_ground->setCode(settled ? settled->ground : QString());
    if (settled && term() != settled) {
        m_days->edit()->setText(QString::number(settled->days));
    }
    showDays();
    setVisible(!m_grounds.isEmpty());
}

void LongerTermRow::offer(const QList<LongerTerm> &grounds)
{
    m_grounds = grounds;
    while (m_ground->count() > 1) {
        m_ground->removeItem(1);
    }
    for (const LongerTerm &ground : m_grounds) {
        m_ground->addOption(ground.id, Language::label(ground.text, ground.textEn));
    }
    m_days->edit()->setText(QStringLiteral("1"));
}

std::optional<SettledTerm> LongerTermRow::term() const
{
    const QString ground = m_ground->code();
    return ground.isEmpty() ? std::nullopt : std::optional(SettledTerm{ground, m_days->edit()->text().toInt()});
}

void LongerTermRow::showDays()
{
    const auto chosen
        = std::find_if(m_grounds.cbegin(), m_grounds.cend(), [this](const LongerTerm &one) { return one.id == m_ground->code(); });
    const bool any = chosen != m_grounds.cend();
    if (any) {
        m_days->setRange(1, chosen->mostDays);
    }
    m_days->setVisible(any);
    m_unit->setVisible(any);
}

} // namespace motcua
