// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskAppointmentPage.h"

#include "models/ticket/Appointment.h"
#include "ui/kiosk/KioskKeys.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace motcua {

KioskAppointmentPage::KioskAppointmentPage(const KioskLook &look, const KioskWords &words, QWidget *parent)
    : KioskPage(look, words, parent)
{
    column()->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "I have an appointment")), "title"));
    column()->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Six digits of your appointment: hold its code under the scanner, or type them"))));
    auto *row = new QHBoxLayout;
    m_code = new QLineEdit(this);
    m_code->setMaxLength(Appointment::CodeDigits);
    m_code->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), m_code));
    m_code->setFixedWidth(look.textPx(220));
    m_code->setAccessibleName(say(QT_TRANSLATE_NOOP("Kiosk", "Digits of the appointment")));
    m_ask = button(say(QT_TRANSLATE_NOOP("Kiosk", "Take my number")), "main");
    row->addWidget(m_code);
    row->addStretch(1);
    row->addWidget(m_ask);
    column()->addLayout(row);
    m_told = label({}, "told");
    m_told->hide();
    column()->addWidget(m_told);
    column()->addStretch(1);
    auto *keys = new KioskKeys(KioskKeys::Kind::Digits, look, words, this);
    keys->writesInto(m_code);
    column()->addWidget(keys);
    connect(m_ask, &QPushButton::clicked, this, &KioskAppointmentPage::ask);
    connect(m_code, &QLineEdit::returnPressed, this, &KioskAppointmentPage::ask);
}

QWidget *KioskAppointmentPage::firstField() const
{
    return m_code;
}

void KioskAppointmentPage::takeCode(const QString &code)
{
    m_code->setText(code);
    ask();
}

void KioskAppointmentPage::ask()
{
    if (!m_ask->isEnabled()) {
        return; // the scanner sends Enter as well
    }
    if (m_code->text().size() != Appointment::CodeDigits) {
        m_code->setFocus(Qt::OtherFocusReason);
        showRefused(say(QT_TRANSLATE_NOOP("Kiosk", "Please give all six digits. They stand on the paper of your appointment.")));
        return;
    }
    m_told->hide();
    m_ask->setEnabled(false);
    Q_EMIT came(m_code->text());
}

void KioskAppointmentPage::showRefused(const QString &told)
{
    m_ask->setEnabled(true);
    m_told->setText(told);
    m_told->show();
}

} // namespace motcua
