// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/ApproverBox.h"

#include "ui/widgets/LineGrid.h"
#include "ui/widgets/SecretEdit.h"

#include <utility>

namespace motcua {

namespace {

constexpr int LineWidth = 320;

} // namespace

ApproverBox::ApproverBox(LineGrid *grid, QWidget *page)
    : QObject(page)
    , m_name(new QLineEdit(page))
    , m_password(new SecretEdit(page))
{
    m_shown = {grid->add(tr("Sign-in name of the supervisor"), m_name, LineWidth), m_name,
        grid->add(tr("Their password"), m_password, LineWidth), m_password};
    for (QLineEdit *line : {m_name, static_cast<QLineEdit *>(m_password)}) {
        connect(line, &QLineEdit::textChanged, this, &ApproverBox::changed);
    }
}

void ApproverBox::begin(bool isAsked)
{
    m_isAsked = isAsked;
    m_name->clear();
    (void)m_password->take();
    for (QWidget *one : std::as_const(m_shown)) {
        one->setVisible(isAsked);
    }
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
