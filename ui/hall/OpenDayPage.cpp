// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/OpenDayPage.h"

#include "models/form/Typed.h"
#include "ui/widgets/Restyle.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int CashWidth = 160;

QString shape(DayLine::Kind kind)
{
    switch (kind) {
    case DayLine::Kind::Good:
        return QStringLiteral("✔");
    case DayLine::Kind::Note:
        return QStringLiteral("●");
    case DayLine::Kind::Attention:
        return QStringLiteral("▲");
    }
    return {};
}

QString tone(DayLine::Kind kind)
{
    return kind == DayLine::Kind::Good ? QStringLiteral("done") : kind == DayLine::Kind::Attention ? QStringLiteral("warning") : QString();
}

} // namespace

OpenDayPage::OpenDayPage(QWidget *parent)
    : Page(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(20);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(8);
    column->addLayout(m_lines);

    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *label = new QLabel(tr("Money in the drawer"), this);
    m_cash = new QLineEdit(this);
    m_cash->setFixedWidth(CashWidth);
    m_cash->setAlignment(Qt::AlignRight);
    m_cash->setAccessibleName(label->text());
    m_cash->setMaxLength(20);
    label->setBuddy(m_cash);
    m_amount = new QLabel(this);
    m_amount->setProperty("tone", QStringLiteral("secondary"));
    row->addWidget(label);
    row->addWidget(m_cash);
    row->addWidget(m_amount, 1);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_cash, &QLineEdit::textChanged, this, &OpenDayPage::judge);
    judge();
}

void OpenDayPage::setDay(const QString &heading, const QList<DayLine> &lines)
{
    m_heading = heading;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const DayLine &line : lines) {
        auto *label = new QLabel(shape(line.kind) + QStringLiteral("  ") + line.text, this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("tone", tone(line.kind));
        m_lines->addWidget(label);
        label->show();
    }
    m_cash->clear();
    setBusy(false);
    Q_EMIT headingChanged();
}

void OpenDayPage::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT actsChanged();
}

void OpenDayPage::judge()
{
    const QString typed = m_cash->text().trimmed();
    const QString amount = normalised(Field{.id = QStringLiteral("cash"), .type = FieldType::Money}, typed, {});
    bool fits = false;
    const qint64 dong = amount.toLongLong(&fits);
    m_money = typed.isEmpty() ? std::optional(Money{}) : fits && dong >= 0 ? std::optional(Money{dong}) : std::nullopt;
    m_amount->setText(typed.isEmpty() ? tr("e.g. 500k; empty when no money is kept here")
            : m_money                 ? QStringLiteral("= ") + m_money->toString()
                                      : QStringLiteral("✖ ") + tr("not an amount"));
    restyle(m_amount, "tone", typed.isEmpty() || m_money ? QStringLiteral("secondary") : QStringLiteral("danger"));
    Q_EMIT actsChanged();
}

QList<PageAct> OpenDayPage::acts() const
{
    const QString refusal = m_busy ? tr("The desk is being opened. Nothing was lost.")
        : m_money                  ? QString()
                                   : tr("The money in the drawer is not an amount. Nothing was changed. Type it like 500k or 500.000, or leave it empty.");
    return {{KeyAct::ListOrDossier, {}, {}, false}, {KeyAct::Main, tr("Open the desk"), refusal, true}};
}

void OpenDayPage::perform(KeyAct act, int number)
{
    if (act == KeyAct::Main && m_money) {
        setBusy(true);
        Q_EMIT opened(*m_money);
    } else if (act == KeyAct::ListOrDossier) {
        Q_EMIT listAsked(number);
    }
}

QWidget *OpenDayPage::firstField() const
{
    return m_cash;
}

bool OpenDayPage::enter(QWidget *)
{
    return true; // there is one field; only Ctrl+Enter opens the desk
}

} // namespace motcua
