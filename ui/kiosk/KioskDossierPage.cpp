// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskDossierPage.h"

#include "models/base/VietnamTime.h"
#include "ui/kiosk/KioskKeys.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int LongestCode = 40;

} // namespace

const char *KioskDossierPage::meaning(DossierStatus status)
{
    switch (status) {
    case DossierStatus::Registered:
        return QT_TRANSLATE_NOOP("Kiosk", "It is registered, and not received yet.");
    case DossierStatus::Accepted:
        return QT_TRANSLATE_NOOP("Kiosk", "It is received, and will be dealt with.");
    case DossierStatus::Refused:
        return QT_TRANSLATE_NOOP("Kiosk", "It was not received. The desk tells you why.");
    case DossierStatus::Processing:
        return QT_TRANSLATE_NOOP("Kiosk", "It is being dealt with.");
    case DossierStatus::SupplementRequested:
        return QT_TRANSLATE_NOOP("Kiosk", "Something is missing. Please bring it to the desk.");
    case DossierStatus::PaymentRequested:
        return QT_TRANSLATE_NOOP("Kiosk", "It waits for a payment. Please ask at the desk.");
    case DossierStatus::WithdrawalRequested:
        return QT_TRANSLATE_NOOP("Kiosk", "You asked to have it back.");
    case DossierStatus::Stopped:
        return QT_TRANSLATE_NOOP("Kiosk", "It was stopped. The desk tells you why.");
    case DossierStatus::Processed:
        return QT_TRANSLATE_NOOP("Kiosk", "It is done: the result waits for you. Take a number to collect it.");
    case DossierStatus::HandedOver:
        return QT_TRANSLATE_NOOP("Kiosk", "It is done, and the result was handed over.");
    }
    return "";
}

KioskDossierPage::KioskDossierPage(const KioskLook &look, const KioskWords &words, QWidget *parent)
    : KioskPage(look, words, parent)
    , m_stack(new QStackedLayout)
{
    column()->addLayout(m_stack, 1);
    auto *asking = new QWidget(this);
    auto *lines = new QVBoxLayout(asking);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look.px(10));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Where does my dossier stand?")), "title"));
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Code on your receipt: hold it under the scanner, or type it"))));
    m_code = new QLineEdit(this);
    m_code->setMaxLength(LongestCode);
    m_code->setAccessibleName(say(QT_TRANSLATE_NOOP("Kiosk", "Code of the dossier")));
    lines->addWidget(m_code);
    lines->addWidget(label(say(QT_TRANSLATE_NOOP("Kiosk", "Last four digits of the owner's personal number"))));
    auto *row = new QHBoxLayout;
    m_digits = new QLineEdit(this);
    m_digits->setMaxLength(TrackedDossier::Digits);
    m_digits->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), m_digits));
    m_digits->setFixedWidth(look.textPx(160));
    m_digits->setAccessibleName(say(QT_TRANSLATE_NOOP("Kiosk", "Last four digits")));
    m_ask = button(say(QT_TRANSLATE_NOOP("Kiosk", "Show")), "main");
    row->addWidget(m_digits);
    row->addStretch(1);
    row->addWidget(m_ask);
    lines->addLayout(row);
    m_told = label({}, "told");
    m_told->hide();
    lines->addWidget(m_told);
    lines->addStretch(1);
    m_keyPlace = new QVBoxLayout;
    lines->addLayout(m_keyPlace);
    m_stack->addWidget(asking);
    connect(m_ask, &QPushButton::clicked, this, &KioskDossierPage::ask);
    connect(m_digits, &QLineEdit::returnPressed, this, &KioskDossierPage::ask);
    connect(m_code, &QLineEdit::returnPressed, m_digits, qOverload<>(&QWidget::setFocus));
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now == m_code || now == m_digits) {
            layKeys();
        }
    });
    layKeys();
}

// Digits need no letters, and large keys are hit more easily.
void KioskDossierPage::layKeys()
{
    QLineEdit *field = m_digits->hasFocus() ? m_digits : m_code;
    delete m_keys;
    m_keys = new KioskKeys(field == m_digits ? KioskKeys::Kind::Digits : KioskKeys::Kind::Code, look(), words(), this);
    m_keys->writesInto(field);
    m_keyPlace->addWidget(m_keys);
}

void KioskDossierPage::ask()
{
    const QString code = m_code->text().trimmed().toUpper();
    if (code.isEmpty() || m_digits->text().size() != TrackedDossier::Digits) {
        (code.isEmpty() ? m_code : m_digits)->setFocus(Qt::OtherFocusReason);
        showRefused(say(QT_TRANSLATE_NOOP("Kiosk", "Please give the code of the dossier and the last four digits of the personal number.")));
        return;
    }
    m_told->hide();
    m_ask->setEnabled(false);
    Q_EMIT asked(code, m_digits->text());
}

void KioskDossierPage::setCode(const QString &code)
{
    (void)back();
    m_code->setText(code);
    m_digits->clear();
    m_digits->setFocus(Qt::OtherFocusReason);
}

void KioskDossierPage::showFound(const TrackedDossier &found)
{
    m_ask->setEnabled(true);
    delete m_found;
    m_found = new QWidget(this);
    auto *lines = new QVBoxLayout(m_found);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(look().px(14));
    lines->addWidget(label(found.code, "title"));
    lines->addWidget(label(found.procedureName, "big"));
    lines->addWidget(label(say(meaning(found.status)), "told"));
    const auto moment = [this, lines](const char *what, qint64 ms) {
        if (ms > 0) {
            lines->addWidget(label(say(what).arg(vietnamTime(ms).toString(u"HH:mm, dd/MM/yyyy")), "big"));
        }
    };
    moment(QT_TRANSLATE_NOOP("Kiosk", "Received: %1"), found.receivedAtMs);
    if (found.status != DossierStatus::HandedOver && found.status != DossierStatus::Processed) {
        moment(QT_TRANSLATE_NOOP("Kiosk", "Promised for: %1"), found.dueAtMs);
    }
    lines->addStretch(1);
    m_stack->addWidget(m_found);
    m_stack->setCurrentWidget(m_found);
}

void KioskDossierPage::showRefused(const QString &told)
{
    m_ask->setEnabled(true);
    m_told->setText(told);
    m_told->show();
}

bool KioskDossierPage::back()
{
    if (!m_found || m_stack->currentWidget() != m_found) {
        return false;
    }
    m_stack->setCurrentIndex(0);
    delete m_found;
    m_found = nullptr;
    m_code->clear();
    m_digits->clear();
    m_code->setFocus(Qt::OtherFocusReason);
    return true;
}

QWidget *KioskDossierPage::firstField() const
{
    return m_code;
}

} // namespace motcua
