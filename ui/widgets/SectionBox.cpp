// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SectionBox.h"

#include "ui/widgets/OptionBox.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace motcua {

SectionBox::SectionBox(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new WrapLabel(this))
    , m_head(new QWidget(this))
    , m_note(new WrapLabel(this))
    , m_body(new QVBoxLayout)
{
    m_title->setText(title);
    m_title->setProperty("level", QStringLiteral("section"));
    m_note->hide();
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(12);
    head->addWidget(m_title, 1);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(10);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_head);
    column->addWidget(m_note);
    column->addLayout(m_body);
}

void SectionBox::setChoice(const QString &label)
{
    m_label = label;
    m_choice = new QCheckBox(label, m_head);
    m_choice->setAccessibleName(label);
    static_cast<QBoxLayout *>(m_head->layout())->addWidget(m_choice);
    connect(m_choice, &QCheckBox::toggled, this, [this] {
        draw();
        if (!m_showing) {
            Q_EMIT chosen(m_choice->isChecked(), m_reasons ? m_reasons->code() : QString());
        }
    });
}

void SectionBox::addReason(const QString &code, const QString &label)
{
    if (!m_reasons) {
        m_reasons = new OptionBox(m_head);
        m_reasons->setMinimumContentsLength(20);
        m_reasons->setEmptyWords(tr("for which reason?"));
        m_reasons->setAccessibleName(tr("%1: reason").arg(m_label));
        m_reasons->setAccessibleDescription(m_reasons->accessibleName()); // the name of a list is heard as its value
        m_reasons->hide();
        static_cast<QBoxLayout *>(m_head->layout())->addWidget(m_reasons);
        connect(m_reasons, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_showing) {
                Q_EMIT chosen(m_choice->isChecked(), m_reasons->code());
            }
        });
    }
    m_reasons->addOption(code, label);
}

void SectionBox::setChoiceKey(const QString &key)
{
    m_key = key;
    if (m_choice) {
        m_choice->setText(key.isEmpty() ? m_label : m_label + QStringLiteral("  ") + key);
        m_choice->setAccessibleDescription(key);
    }
}

void SectionBox::choose(bool isChosen, const QString &reason)
{
    if (!m_choice) {
        return;
    }
    m_showing = true;
    m_choice->setChecked(isChosen);
    if (m_reasons) {
        m_reasons->setCode(reason);
    }
    m_showing = false;
    draw();
}

void SectionBox::turnChoice()
{
    if (m_choice) {
        m_choice->toggle();
    }
}

void SectionBox::draw()
{
    if (m_reasons) {
        m_reasons->setVisible(m_choice->isChecked());
    }
}

void SectionBox::setNote(const QString &words, const QString &tone)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    restyle(m_note, "tone", tone);
}

QList<QWidget *> SectionBox::stops() const
{
    QList<QWidget *> stops;
    if (m_choice) {
        stops.append(m_choice);
    }
    if (m_reasons) {
        stops.append(m_reasons);
    }
    return stops;
}

} // namespace motcua
