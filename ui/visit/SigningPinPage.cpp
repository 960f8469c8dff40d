// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/SigningPinPage.h"

#include "ui/widgets/QuestionColumn.h"
#include "ui/widgets/SecretEdit.h"

#include <QLabel>
#include <QVBoxLayout>

namespace motcua {

SigningPinPage::SigningPinPage(QWidget *parent)
    : Page(parent)
{
    auto *side = new QuestionColumn(tr("The key that signs the electronic copies lies on a token. Its PIN is asked once and forgotten when whoever is served has left. Nothing was recorded yet."));
    m_signer = new QLabel(side);
    m_signer->setTextFormat(Qt::PlainText);
    m_signer->setWordWrap(true);
    m_pin = new SecretEdit(side);
    side->add(tr("Signs"), m_signer);
    side->add(tr("PIN of the token"), m_pin, tr("A few wrong PINs lock the token: look at it before you type it again. The input method is off here."));
    side->close();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(side);
    connect(m_pin, &QLineEdit::textChanged, this, &Page::actsChanged);
}

void SigningPinPage::setSigner(const QString &name)
{
    m_signer->setText(name.isEmpty() ? QStringLiteral("—") : name);
    forget();
}

void SigningPinPage::setBusy(bool busy)
{
    m_busy = busy;
    m_pin->setEnabled(!busy);
    Q_EMIT actsChanged();
}

void SigningPinPage::refuse(const QString &sentence)
{
    setBusy(false);
    m_pin->setFocus();
    Q_EMIT said({Notice::Kind::Danger, sentence + u' ' + tr("Nothing was recorded yet."), {}});
}

void SigningPinPage::forget()
{
    (void)m_pin->take();
    setBusy(false);
}

QString SigningPinPage::heading() const
{
    return tr("Sign the electronic copies");
}

QList<PageAct> SigningPinPage::acts() const
{
    const QString wait = m_busy ? tr("The token is being asked. Please wait a moment.") : QString();
    const QString refusal = wait.isEmpty() && m_pin->text().isEmpty() ? tr("Type the PIN of the token first, or go on without a signature. Nothing was recorded yet.") : wait;
    return {{KeyAct::KeepMine, tr("Without a signature"), wait, true}, {KeyAct::Main, tr("Sign with this PIN"), refusal, true}};
}

void SigningPinPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        give();
    } else if (act == KeyAct::KeepMine) {
        forget();
        Q_EMIT unsignedWanted();
    }
}

void SigningPinPage::give()
{
    const QString pin = m_pin->take();
    setBusy(true);
    Q_EMIT typed(pin);
}

QWidget *SigningPinPage::firstField() const
{
    return m_pin;
}

bool SigningPinPage::enter(QWidget *focused)
{
    if (focused != m_pin || m_busy || m_pin->text().isEmpty()) {
        return false;
    }
    give();
    return true;
}

} // namespace motcua
