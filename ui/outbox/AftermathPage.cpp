// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/AftermathPage.h"

#include "models/base/VietnamTime.h"
#include "ui/itemmodels/WorklistWords.h"
#include "ui/shell/ShownTime.h"
#include "ui/widgets/EmptyNote.h"
#include "ui/widgets/PaperTable.h"
#include "ui/widgets/WrapLabel.h"

#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace motcua {

namespace {

constexpr int Columns = 5; // shape, what, which dossier, whose, telephone

QString shape(AftermathItem::Kind kind)
{
    switch (kind) {
    case AftermathItem::Kind::Payment:
        return QStringLiteral("₫");
    case AftermathItem::Kind::Refusal:
        return QStringLiteral("!");
    case AftermathItem::Kind::NewDate:
        return QStringLiteral("↻");
    case AftermathItem::Kind::Late:
        return QStringLiteral("▲");
    }
    return {};
}

QString what(const AftermathItem &item, const QDateTime &now)
{
    switch (item.kind) {
    case AftermathItem::Kind::Payment:
        return AftermathPage::tr("Confirm: %1 was to come by transfer").arg(item.due.toString());
    case AftermathItem::Kind::Refusal:
        return item.text.isEmpty() ? AftermathPage::tr("Tell the citizen: the portal sent it back") : AftermathPage::tr("Tell the citizen: the portal sent it back (%1)").arg(item.text);
    case AftermathItem::Kind::NewDate:
        return AftermathPage::tr("Tell the citizen: the new date is %1").arg(shownPromise(vietnamTime(item.atMs), now));
    case AftermathItem::Kind::Late:
        return AftermathPage::tr("Give a new date, or the result: promised for %1").arg(shownPromise(vietnamTime(item.atMs), now));
    }
    return {};
}

} // namespace

AftermathPage::AftermathPage(QWidget *parent)
    : Page(parent)
    , m_line(new WrapLabel(this))
    , m_body(new QStackedWidget(this))
    , m_table(new PaperTable(Columns, this))
    , m_empty(new EmptyNote(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_line->setProperty("tone", QStringLiteral("secondary"));
    m_table->setAccessibleName(tr("After an outage"));
    m_table->setAttribute(Qt::WA_InputMethodEnabled, false); // letters act here
    m_table->installEventFilter(this);
    m_empty->setFocusPolicy(Qt::StrongFocus);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_line);
    column->addWidget(m_body, 1);
    connect(m_table, &PaperTable::currentCellChanged, this, &Page::actsChanged);
    connect(m_table, &PaperTable::cellDoubleClicked, this, &AftermathPage::choose);
}

void AftermathPage::setItems(const QString &when, const QList<AftermathItem> &items, const QDateTime &now)
{
    const auto before = current() ? std::optional(std::pair(current()->kind, current()->dossier)) : std::nullopt;
    m_when = when;
    m_items = items;
    const bool hadFocus = m_body->currentWidget()->hasFocus();
    m_table->setRowCount(static_cast<int>(items.size()));
    int row = 0;
    // The same thing; where it is done, what stands in its place now.
    int marked = std::clamp(m_table->currentRow(), 0, std::max(0, static_cast<int>(items.size()) - 1));
    for (const AftermathItem &item : items) {
        if (before == std::pair(item.kind, item.dossier)) {
            marked = row;
        }
        m_table->put(row++, {shape(item.kind), what(item, now), worklistwords::shortCode(item.code), item.name, item.phone});
    }
    m_line->setText(items.isEmpty() ? QString() : tr("%n thing(s) left. Each goes from here when it is done.", nullptr, static_cast<int>(items.size())) + u' '
                + tr("T citizen told · C money has come · Enter opens the dossier"));
    m_line->setVisible(!items.isEmpty());
    if (items.isEmpty()) {
        when.isEmpty() ? m_empty->tell(tr("There was no outage"), tr("When the portal cannot be reached for long, what that leaves to do stands here afterwards."))
                       : m_empty->tell(tr("Nothing is left to do"), tr("Payments, refusals and dates of that time are seen to."));
    }
    m_body->setCurrentWidget(items.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    if (!items.isEmpty()) {
        m_table->setCurrentCell(marked, 1);
    }
    if (hadFocus) {
        m_body->currentWidget()->setFocus();
    }
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void AftermathPage::forget()
{
    m_items.clear();
    m_table->setRowCount(0);
    m_line->clear();
}

const AftermathItem *AftermathPage::current() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_items.size() ? &m_items.at(row) : nullptr;
}

void AftermathPage::choose()
{
    if (const AftermathItem *item = current()) {
        Q_EMIT dossierChosen(item->dossier);
    }
}

QString AftermathPage::heading() const
{
    return m_when.isEmpty() ? tr("After an outage") : tr("After an outage") + QStringLiteral(" · ") + m_when;
}

QList<PageAct> AftermathPage::acts() const
{
    return {{KeyAct::Main, tr("Open the dossier"), current() ? QString() : tr("The list has no rows. Nothing was changed."), true, tr("Enter")}};
}

void AftermathPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        choose();
    }
}

QWidget *AftermathPage::firstField() const
{
    return m_body->currentWidget();
}

bool AftermathPage::enter(QWidget *focused)
{
    if (focused != m_table) {
        return focused == m_empty;
    }
    choose();
    return true;
}

void AftermathPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    Q_EMIT appeared();
}

bool AftermathPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<const QKeyEvent *>(event);
        const AftermathItem *item = current();
        if (pressed->modifiers() != Qt::NoModifier || !item) {
            return Page::eventFilter(watched, event);
        }
        const bool isPayment = item->kind == AftermathItem::Kind::Payment;
        if (pressed->key() == Qt::Key_T) {
            item->kind == AftermathItem::Kind::Late
                ? Q_EMIT said({Notice::Kind::Told, tr("This one wants a new date or its result first. Nothing was changed. Enter opens the dossier."), {}})
                : Q_EMIT tellAsked(*item);
            return true;
        }
        if (pressed->key() == Qt::Key_C) {
            isPayment ? Q_EMIT confirmAsked(*item)
                      : Q_EMIT said({Notice::Kind::Told, tr("No payment is waited for here. Nothing was changed."), {}});
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

} // namespace motcua
