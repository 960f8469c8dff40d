// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflict/ConflictItem.h"

#include "ui/form/FieldRow.h"
#include "ui/widgets/MarkedLabel.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/RowGroup.h"
#include "ui/widgets/Spoken.h"
#include "ui/widgets/WrapLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace motcua {

namespace {

constexpr int Columns = 3; // the same in every item, so that each side stands under itself

} // namespace

ConflictItem::ConflictItem(const ConflictLine &line, Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_line(line)
    , m_kind(kind)
{
    setProperty("conflictItem", true);
    if (kind == Kind::Follows) {
        speakAs(this, QAccessible::StaticText);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 8);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    auto *name = new WrapLabel(line.label, this);
    name->setProperty("level", QStringLiteral("heading"));
    m_state = new WrapLabel({}, this, "secondary");
    m_state->setAlignment(Qt::AlignRight | Qt::AlignTop);
    head->addWidget(name, 4);
    head->addWidget(new WrapLabel(line.common.isEmpty() ? tr("Nothing stood there before.") : tr("Stood there before: %1").arg(line.common), this, "secondary"), 5);
    head->addWidget(m_state, 3);
    column->addLayout(head);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    const int voices = static_cast<int>(line.voices.size());
    const bool isOther = kind == Kind::Typeable && line.whoMay.isEmpty();
    for (int at = 0; at < Columns; ++at) {
        grid->setColumnStretch(at, 1);
        grid->setColumnMinimumWidth(at, 1); // an empty one keeps its space
    }
    for (int place = 0; place < voices; ++place) {
        addVoice(place, grid);
    }
    if (isOther) {
        addOther(grid);
    }
    column->addLayout(grid);
    if (!line.whoMay.isEmpty()) {
        column->addWidget(new WrapLabel(QStringLiteral("▲ ") + line.whoMay, this, "warning"));
    }
    if (kind == Kind::Follows) {
        setFocusPolicy(Qt::StrongFocus);
        column->addWidget(new WrapLabel(tr("Follows from other answers and is decided with them."), this, "secondary"));
        QStringList spoken{line.label, tr("Follows from other answers and is decided with them.")};
        for (const ConflictVoice &voice : line.voices) {
            spoken.append(QStringLiteral("%1: %2").arg(voice.side, voice.value));
        }
        setAccessibleName(spoken.join(QStringLiteral(". ")));
    }
    setChoice({}, false);
}

QWidget *ConflictItem::cell(int place, QGridLayout *grid)
{
    auto *cell = new QWidget(this);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    grid->addWidget(cell, place / Columns, place % Columns, Qt::AlignTop);
    return cell;
}

void ConflictItem::addVoice(int place, QGridLayout *grid)
{
    const ConflictVoice &voice = m_line.voices.at(place);
    QWidget *box = cell(place, grid);
    if (m_kind == Kind::Follows) {
        box->layout()->addWidget(new WrapLabel(voice.side, box));
    } else {
        auto *choice = new QRadioButton(place < 9 ? QStringLiteral("%1  %2").arg(QString::number(place + 1), voice.side) : voice.side, box);
        choice->setAccessibleName(QStringLiteral("%1. %2 %3: %4. %5").arg(m_line.label, QString::number(place + 1), voice.side, voice.value, voice.wrote));
        choice->setAccessibleDescription(m_line.whoMay);
        connect(choice, &QRadioButton::clicked, this, [this, place] { Q_EMIT chosen(place); });
        box->layout()->addWidget(choice);
        m_choices.append(choice);
    }
    auto *value = new MarkedLabel(box);
    value->tell(voice.value, voice.marked);
    value->setObjectName(QStringLiteral("conflictValue"));
    value->setContentsMargins(28, 0, 0, 0);
    auto *wrote = new WrapLabel(voice.wrote, box, "secondary");
    wrote->setContentsMargins(28, 0, 0, 0);
    box->layout()->addWidget(value);
    box->layout()->addWidget(wrote);
}

void ConflictItem::addOther(QGridLayout *grid)
{
    const int place = static_cast<int>(m_line.voices.size());
    QWidget *box = cell(place, grid);
    auto *choice = new QRadioButton(QStringLiteral("E  ") + tr("Something else…"), box);
    choice->setAccessibleName(QStringLiteral("%1. E %2").arg(m_line.label, tr("Something else…")));
    connect(choice, &QRadioButton::clicked, this, [this, place] { Q_EMIT chosen(place); });
    box->layout()->addWidget(choice);
    m_choices.append(choice);
}

void ConflictItem::setChoice(std::optional<int> voice, bool typed)
{
    const int place = typed ? static_cast<int>(m_line.voices.size()) : voice.value_or(-1);
    for (int i = 0; i < m_choices.size(); ++i) {
        QRadioButton *choice = m_choices.at(i);
        choice->setAutoExclusive(false); // what is chosen can be taken back ...
        choice->setChecked(i == place);
        choice->setAutoExclusive(true); // ... and who listens hears of one out of several
    }
    m_chosen = place >= 0 ? std::optional(place) : std::nullopt;
    if (m_kind == Kind::Follows) {
        return;
    }
    m_state->setText(typed           ? QStringLiteral("✔ ") + tr("something else")
            : voice                  ? QStringLiteral("✔ ") + tr("keeps: %1").arg(m_line.voices.at(*voice).side)
            : m_line.whoMay.isEmpty() ? QStringLiteral("● ") + tr("not decided yet")
                                      : QStringLiteral("○ ") + tr("not for you to decide"));
    restyle(m_state, "tone", m_chosen ? QStringLiteral("done") : QStringLiteral("secondary"));
}

void ConflictItem::setFollowing(bool decided)
{
    m_state->setText(decided ? QStringLiteral("✔ ") + tr("follows") : QStringLiteral("○ ") + tr("waits for the others"));
    restyle(m_state, "tone", decided ? QStringLiteral("done") : QStringLiteral("secondary"));
}

FieldRow *ConflictItem::openField(const Field &field, const QString &path, QDate day, AddressBook *addresses, const FieldValue &value)
{
    if (!m_field) {
        auto *group = new RowGroup(this);
        m_fieldPlace = group;
        m_field = new FieldRow(field, path, day, addresses, group->lines(), 0, group);
        m_field->setPlace(tr("something else"));
        layout()->addWidget(group);
        m_field->begin(value);
        QWidget *before = m_choices.isEmpty() ? this : static_cast<QWidget *>(m_choices.constLast());
        for (QWidget *stop : m_field->stops()) {
            setTabOrder(before, stop);
            before = stop;
        }
        group->show();
        layout()->activate(); // a field that has no place yet takes no focus
    }
    return m_field;
}

void ConflictItem::closeField()
{
    if (m_field) {
        m_field->deleteLater();
        m_field = nullptr;
        m_fieldPlace->hide();
        m_fieldPlace->deleteLater();
        m_fieldPlace = nullptr;
    }
}

QWidget *ConflictItem::stop()
{
    if (m_choices.isEmpty()) {
        return this;
    }
    return m_choices.at(m_chosen.value_or(0));
}

QList<QWidget *> ConflictItem::stops() const
{
    QList<QWidget *> stops;
    for (QRadioButton *choice : m_choices) {
        stops.append(choice);
    }
    return stops;
}

int ConflictItem::beside(int by) const
{
    const auto focused = std::find_if(m_choices.cbegin(), m_choices.cend(), [](const QRadioButton *one) { return one->hasFocus(); });
    const int from = focused != m_choices.cend() ? static_cast<int>(focused - m_choices.cbegin()) : m_chosen.value_or(0);
    const int place = from == 0 && by < 0 && !m_chosen ? 0 : from + by;
    return place >= 0 && place < m_line.voices.size() && !m_choices.isEmpty() ? place : -1;
}

void ConflictItem::point(int place)
{
    m_choices.at(place)->setFocus(Qt::TabFocusReason);
}

} // namespace motcua
