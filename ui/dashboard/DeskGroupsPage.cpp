// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DeskGroupsPage.h"

#include "ui/messages/Language.h"
#include "ui/widgets/WrapLabel.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Margin = 24;

} // namespace

DeskGroupsPage::DeskGroupsPage(QWidget *parent)
    : Page(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(Margin, 16, Margin, 20);
    m_column->setSpacing(10);
    m_meaning = new WrapLabel(this);
    m_meaning->setProperty("tone", QStringLiteral("secondary"));
    m_meaning->setText(tr("With none ticked the desk calls for all groups. Whoever was sent to this very desk is called in any case."));
    m_column->addWidget(m_meaning);
    m_column->addStretch(1);
}

void DeskGroupsPage::setDesk(int number, const HallRules &rules, const QStringList &serves)
{
    m_desk = number;
    m_before = serves;
    m_unknown = serves;
    qDeleteAll(m_boxes);
    m_boxes.clear();
    m_letters.clear();
    for (const ServiceGroup &group : rules.groups) {
        auto *box = new QCheckBox(group.letter + QStringLiteral("  ") + Language::label(group.name, group.nameEn), this);
        box->setChecked(serves.contains(group.letter));
        connect(box, &QCheckBox::toggled, this, &Page::actsChanged);
        m_column->insertWidget(1 + static_cast<int>(m_boxes.size()), box);
        m_boxes.append(box);
        m_letters.append(group.letter);
        m_unknown.removeAll(group.letter);
    }
    setBusy(false);
    Q_EMIT headingChanged();
}

void DeskGroupsPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

QStringList DeskGroupsPage::chosen() const
{
    QStringList letters = m_unknown;
    for (qsizetype at = 0; at < m_boxes.size(); ++at) {
        if (m_boxes.at(at)->isChecked()) {
            letters.append(m_letters.at(at));
        }
    }
    letters.sort();
    return letters;
}

QString DeskGroupsPage::heading() const
{
    return tr("Desk %1 · for which groups it calls").arg(m_desk, 2, 10, QChar(u'0'));
}

QList<PageAct> DeskGroupsPage::acts() const
{
    const QString refusal = m_busy ? tr("It is being kept. Nothing was lost.") : chosen() == m_before ? tr("It is as it was before. Nothing was changed.") : QString();
    return {{KeyAct::Main, tr("Keep it"), refusal, true}};
}

void DeskGroupsPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        Q_EMIT wanted(chosen());
    }
}

QWidget *DeskGroupsPage::firstField() const
{
    return m_boxes.value(0);
}

} // namespace motcua
