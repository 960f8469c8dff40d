// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeysPage.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace motcua {

KeysPage::KeysPage(QWidget *parent)
    : Page(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(16, 12, 16, 12);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(0, 112);
    m_grid->setColumnStretch(2, 1);
}

void KeysPage::section(const QString &title)
{
    auto *label = new QLabel(title, this);
    label->setProperty("level", QStringLiteral("section"));
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 3);
}

void KeysPage::row(const QString &key, const QString &label, const QString &note)
{
    const int line = m_grid->rowCount();
    auto *pressed = new QLabel(key, this);
    pressed->setProperty("level", QStringLiteral("heading"));
    auto *why = new QLabel(note, this);
    why->setProperty("tone", QStringLiteral("secondary"));
    why->setWordWrap(true);
    m_grid->addWidget(pressed, line, 0);
    m_grid->addWidget(new QLabel(label, this), line, 1);
    m_grid->addWidget(why, line, 2);
}

void KeysPage::draw(const KeyMap &keys, const QString &from, const QList<PageAct> &acts, bool alone)
{
    m_from = from;
    m_alone = alone;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    section(tr("KEYS OF THIS PAGE"));
    for (const PageAct &act : acts) {
        if (act.act == KeyAct::ListOrDossier || act.act == KeyAct::Step) {
            continue; // one key for each number: they stand below
        }
        row(keys.shown(act.act), act.label.isEmpty() ? KeyMap::label(act.act) : act.label, act.refusal);
    }
    row(tr("Enter"), tr("Next field"), {});
    row(keys.shown(KeyAct::Back), KeyMap::label(KeyAct::Back), tr("Discards nothing."));
    section(tr("ALL KEYS"));
    for (const KeyBinding &one : keys.bindings()) {
        const bool isAbove = one.act == KeyAct::Back
            || std::any_of(acts.begin(), acts.end(), [&one](const PageAct &act) { return act.act == one.act && one.number == 0; });
        if (!isAbove && KeyMap::isInUse(one.act, one.number)) {
            row(one.shown(), KeyMap::label(one.act, one.number), {});
        }
    }
    Q_EMIT headingChanged();
}

QString KeysPage::heading() const
{
    return tr("Keys · %1").arg(m_from);
}

QList<PageAct> KeysPage::acts() const
{
    QList<PageAct> all;
    if (m_offersHandbook) {
        all.append({KeyAct::Help, tr("Handbook"), {}, true});
    }
    all.append({KeyAct::Main, tr("Back to work"), {}, true});
    return all;
}

void KeysPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Help) {
        Q_EMIT handbookAsked();
    } else if (act == KeyAct::Main) {
        Q_EMIT left();
    }
}

QWidget *KeysPage::firstField() const
{
    return const_cast<KeysPage *>(this);
}

} // namespace motcua
