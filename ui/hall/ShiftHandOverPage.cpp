// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hall/ShiftHandOverPage.h"

#include "ui/messages/Sentence.h"
#include "ui/widgets/OptionBox.h"
#include "ui/widgets/SecretEdit.h"
#include "ui/widgets/WrapLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int Margin = 24;
constexpr int SignWidth = 312;

} // namespace

ShiftHandOverPage::ShiftHandOverPage(QWidget *parent)
    : Page(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Margin, 16, Margin, 20);
    row->setSpacing(32);
    auto *left = new QVBoxLayout;
    m_parts = new QVBoxLayout;
    m_parts->setSpacing(4);
    left->addLayout(m_parts);
    left->addStretch(1);
    row->addLayout(left, 1);
    row->addWidget(signSide(), 0, Qt::AlignTop);
}

QWidget *ShiftHandOverPage::signSide()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(SignWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_giver = new WrapLabel(side);
    auto *nameLabel = new QLabel(tr("Takes over"), side);
    m_name = new OptionBox(side);
    m_name->setAccessibleName(nameLabel->text());
    nameLabel->setBuddy(m_name);
    auto *secretLabel = new WrapLabel(side);
    secretLabel->setText(tr("Their password, or PIN of the day"));
    m_secret = new SecretEdit(side);
    m_secret->setAccessibleName(secretLabel->text());
    secretLabel->setBuddy(m_secret);
    auto *what = new WrapLabel(side);
    what->setText(tr("Both names stand in one entry of the journal. You are signed out, and they go on here at once."));
    what->setProperty("tone", QStringLiteral("secondary"));
    column->addWidget(m_giver);
    column->addSpacing(8);
    column->addWidget(nameLabel);
    column->addWidget(m_name);
    column->addWidget(secretLabel);
    column->addWidget(m_secret);
    column->addSpacing(8);
    column->addWidget(what);
    connect(m_name, &QComboBox::currentIndexChanged, this, &Page::actsChanged);
    connect(m_secret, &QLineEdit::textChanged, this, &Page::actsChanged);
    return side;
}

void ShiftHandOverPage::setFacts(const QString &giver, const QList<HandedOver> &parts, const QStringList &colleagues)
{
    m_giver->setText(tr("Hands over: %1").arg(giver));
    while (QLayoutItem *item = m_parts->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto line = [this](const QString &words, const char *property, const QString &value) {
        auto *label = new WrapLabel(this);
        label->setText(words);
        label->setProperty(property, value);
        m_parts->addWidget(label);
        label->show();
    };
    for (const HandedOver &part : parts) {
        line(part.count > 0 ? part.title + QStringLiteral("  ") + QString::number(part.count) : part.title, "level", QStringLiteral("section"));
        for (const QString &one : part.lines) {
            line(one, "tone", {});
        }
        if (part.count > part.lines.size()) {
            line(tr("and %n more", nullptr, static_cast<int>(part.count - part.lines.size())), "tone", QStringLiteral("secondary"));
        }
        if (part.count == 0) {
            line(part.nothing, "tone", QStringLiteral("secondary"));
        }
        m_parts->addSpacing(8);
    }
    const QString chosen = m_name->code();
    m_name->clear();
    m_name->addOption({}, QStringLiteral("—"));
    for (const QString &name : colleagues) {
        m_name->addOption(name, name);
    }
    m_name->setCode(colleagues.size() == 1 ? colleagues.constFirst() : chosen);
    setBusy(false);
}

void ShiftHandOverPage::setBusy(bool busy)
{
    m_busy = busy;
    m_name->setEnabled(!busy);
    m_secret->setEnabled(!busy);
    Q_EMIT actsChanged();
}

void ShiftHandOverPage::refuse(const Error &error)
{
    m_secret->clear();
    setBusy(false);
    m_secret->setFocus();
    Q_EMIT said({Notice::Kind::Danger, sentence(error).textWithCode(), {}});
}

void ShiftHandOverPage::forget()
{
    m_secret->clear();
    m_name->setCurrentIndex(0);
}

QString ShiftHandOverPage::heading() const
{
    return tr("Hand over the shift");
}

QList<PageAct> ShiftHandOverPage::acts() const
{
    const QString refusal = m_busy ? tr("The shift is being handed over. Nothing was lost.")
        : m_name->count() < 2        ? tr("Nobody else works at this centre yet. Nothing was changed. The administrator can admit somebody.")
        : m_name->code().isEmpty()   ? tr("It is not chosen yet who takes over. Nothing was changed.")
        : m_secret->text().isEmpty() ? tr("Who takes over signs with their password or PIN. Nothing was changed.")
                                     : QString();
    return {{KeyAct::Main, tr("Hand over"), refusal, true}};
}

void ShiftHandOverPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        const QString secret = m_secret->take();
        setBusy(true);
        Q_EMIT signedBy(m_name->code(), secret);
    }
}

QWidget *ShiftHandOverPage::firstField() const
{
    return m_name->currentIndex() > 0 ? static_cast<QWidget *>(m_secret) : m_name;
}

bool ShiftHandOverPage::enter(QWidget *focused)
{
    if (focused != m_name) {
        return false;
    }
    m_secret->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace motcua
