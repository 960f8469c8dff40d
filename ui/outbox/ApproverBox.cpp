// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ApproverBox.h"

#include "ui/widgets/SecretEdit.h"

#include <QGridLayout>
#include <QLabel>

namespace motcua {

namespace {

constexpr int LineWidth = 320;

} // namespace

ApproverBox::ApproverBox(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_password(new SecretEdit(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    const auto add = [this, grid](int row, const QString &words, QLineEdit *line) {
        auto *label = new QLabel(words, this);
        label->setBuddy(line);
        line->setAccessibleName(words);
        line->setFixedWidth(LineWidth);
        grid->addWidget(label, row, 0);
        grid->addWidget(line, row, 1);
        connect(line, &QLineEdit::textChanged, this, &ApproverBox::changed);
    };
    add(0, tr("Sign-in name of the supervisor"), m_name);
    add(1, tr("Their password"), m_password);
    grid->setColumnStretch(2, 1);
}

void ApproverBox::begin(bool isAsked)
{
    m_isAsked = isAsked;
    m_name->clear();
    (void)m_password->take();
    setVisible(isAsked);
}

QString ApproverBox::name() const
{
    return m_name->text().trimmed();
}

QString ApproverBox::takePassword()
{
    return m_password->take();
}

QString ApproverBox::missing() const
{
    if (!m_isAsked) {
        return {};
    }
    return name().isEmpty()                ? tr("The supervisor has not signed in. Nothing was changed.")
        : m_password->text().isEmpty() ? tr("The supervisor's password is missing. Nothing was changed.")
                                       : QString();
}

} // namespace motcua
