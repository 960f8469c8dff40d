// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SignInPage.h"

#include "ui/messages/Sentence.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/SecretEdit.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace motcua {

namespace {

constexpr int LookMs = 200; // a pause ends at its own moment, not at the tick of a timer that may be early

} // namespace

SignInPage::SignInPage(QWidget *parent)
    : Page(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(48, 48, 48, 24);
    row->setSpacing(48);
    row->addWidget(personSide(), 3, Qt::AlignTop);
    row->addWidget(deskSide(), 2, Qt::AlignTop);
    m_timer.setInterval(LookMs);
    connect(&m_timer, &QTimer::timeout, this, &SignInPage::countDown);
    setWay(Way::Password);
}

QWidget *SignInPage::personSide()
{
    auto *side = new QWidget(this);
    auto *grid = new QGridLayout(side);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnMinimumWidth(0, 112);
    m_name = new QComboBox(side);
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->setMinimumWidth(280);
    m_name->setAccessibleName(tr("Name"));
    m_name->lineEdit()->setAccessibleName(m_name->accessibleName());
    m_secretLabel = new QLabel(side);
    m_secret = new SecretEdit(side);
    m_caps = new QLabel(tr("⇪ Caps Lock is on"), side);
    m_caps->setProperty("tone", QStringLiteral("warning"));
    QSizePolicy keepPlace = m_caps->sizePolicy();
    keepPlace.setRetainSizeWhenHidden(true);
    m_caps->setSizePolicy(keepPlace);
    m_caps->hide();
    auto *off = new QLabel(tr("The Vietnamese input method is off in this field."), side);
    off->setProperty("tone", QStringLiteral("secondary"));
    m_hint = new QLabel(side);
    m_hint->setProperty("tone", QStringLiteral("secondary"));
    m_hint->setWordWrap(true);
    auto *forgotten = new QLabel(tr("Forgotten? An administrator sets a new password at this computer; no network is needed."), side);
    forgotten->setProperty("tone", QStringLiteral("secondary"));
    forgotten->setWordWrap(true);

    auto *nameLabel = new QLabel(tr("Name"), side);
    nameLabel->setBuddy(m_name); // a screen reader hears the value of a list as its name, and what it is about from its label
    grid->addWidget(nameLabel, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_secretLabel, 1, 0);
    grid->addWidget(m_secret, 1, 1);
    grid->addWidget(m_caps, 1, 2);
    grid->addWidget(off, 2, 1, 1, 2);
    grid->addWidget(m_hint, 3, 1, 1, 2);
    grid->addWidget(forgotten, 4, 1, 1, 2);
    grid->setColumnStretch(2, 1);
    connect(m_secret, &SecretEdit::capsLockSeen, m_caps, &QLabel::setVisible);
    connect(m_name, &QComboBox::currentTextChanged, this, &SignInPage::drawHint);
    return side;
}

QWidget *SignInPage::deskSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_deskTitle = new QLabel(tr("THIS COMPUTER"), side);
    m_deskTitle->setProperty("level", QStringLiteral("section"));
    m_desk = new QLabel(side);
    m_desk->setWordWrap(true);
    m_desk->setTextFormat(Qt::PlainText);
    m_languages = new QWidget(side);
    auto *languages = new QHBoxLayout(m_languages);
    languages->setContentsMargins(0, 0, 0, 0);
    for (const auto &[code, label] : {std::pair(u"vi"_qs, u"Tiếng Việt"_qs), std::pair(u"en"_qs, u"English"_qs)}) {
        auto *button = new KeyButton(label, {}, KeyButton::Role::Plain, side);
        connect(button, &KeyButton::clicked, this, [this, chosen = code] { Q_EMIT languageChosen(chosen); });
        languages->addWidget(button);
    }
    languages->addStretch(1);
    column->addWidget(m_deskTitle);
    column->addWidget(m_desk);
    column->addSpacing(12);
    column->addWidget(m_languages);
    setDeskLines({});
    return side;
}

void SignInPage::setPeople(const QList<KnownPerson> &people)
{
    m_people = people;
    const QString typed = m_name->currentText();
    m_name->clear();
    for (const KnownPerson &person : people) {
        m_name->addItem(person.name);
    }
    m_name->setCurrentText(typed.isEmpty() && !people.isEmpty() ? people.constFirst().name : typed);
    drawHint();
}

void SignInPage::drawHint()
{
    QStringList lines;
    for (const KnownPerson &person : std::as_const(m_people)) {
        if (!person.hint.isEmpty()) {
            lines.append(person.name + QStringLiteral(": ") + person.hint);
        }
    }
    m_hint->setText(lines.join(u'\n'));
    m_hint->setVisible(!lines.isEmpty());
}

void SignInPage::setName(const QString &name)
{
    m_name->setCurrentText(name);
}

void SignInPage::welcomeBack(const QString &name, bool pinPossible)
{
    m_name->setCurrentText(name);
    m_languages->hide();
    m_pinPossible = pinPossible;
    setWay(pinPossible ? Way::Pin : Way::Password);
}

void SignInPage::beginAfresh()
{
    m_languages->show();
    m_pinPossible = false;
    setWay(Way::Password);
}

void SignInPage::comeIn()
{
    m_timer.stop();
    m_error = {};
}

void SignInPage::setDeskLines(const QStringList &lines)
{
    m_desk->setText(lines.join(u'\n'));
    m_desk->setVisible(!lines.isEmpty());
    m_deskTitle->setVisible(!lines.isEmpty());
}

void SignInPage::setWay(Way way)
{
    m_way = way;
    m_secret->clear();
    m_secretLabel->setText(way == Way::Pin ? tr("PIN") : tr("Password"));
    m_secret->setAccessibleName(m_secretLabel->text());
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    m_name->setEnabled(!busy);
    m_secret->setEnabled(!busy);
    if (!busy) {
        m_secret->setFocus();
    }
    Q_EMIT actsChanged();
}

void SignInPage::refuse(const Error &error, int secondsLeft)
{
    setBusy(false);
    m_secret->clear();
    m_secret->setFocus();
    m_error = error;
    if (error.code == ErrorCode::PinUnavailable) {
        m_pinPossible = false;
        setWay(Way::Password);
    }
    m_timer.stop();
    if (secondsLeft > 0) {
        m_until = QDeadlineTimer(secondsLeft * 1000, Qt::PreciseTimer);
        m_timer.start();
    }
    m_secondsTold = secondsLeft;
    tellRefusal();
}

int SignInPage::secondsLeft() const
{
    return m_timer.isActive() ? static_cast<int>((m_until.remainingTime() + 999) / 1000) : 0;
}

void SignInPage::countDown()
{
    if (m_until.hasExpired()) {
        m_timer.stop();
        Q_EMIT said({Notice::Kind::Told, tr("You can try again now."), {}});
        Q_EMIT actsChanged();
    } else if (secondsLeft() != m_secondsTold) {
        m_secondsTold = secondsLeft();
        tellRefusal();
    }
}

void SignInPage::tellRefusal()
{
    Error shown = m_error;
    if (shown.code == ErrorCode::LockedOut) {
        shown.detail = QString::number(m_secondsTold);
    }
    QString text = sentence(shown).textWithCode();
    if (m_timer.isActive() && shown.code != ErrorCode::LockedOut) {
        text += u' ' + tr("Next try in %n second(s).", nullptr, m_secondsTold);
    }
    if (const int tries = shown.code == ErrorCode::WrongPin ? shown.detail.toInt() : 0; tries > 0) {
        text += u' ' + tr("%n more tries with the PIN.", nullptr, tries);
    }
    Q_EMIT said({Notice::Kind::Danger, text, {}});
    Q_EMIT actsChanged();
}

QString SignInPage::name() const
{
    return m_name->currentText().trimmed();
}

QString SignInPage::heading() const
{
    return m_way == Way::Pin ? tr("Unlock") : tr("Sign in");
}

QList<PageAct> SignInPage::acts() const
{
    QList<PageAct> acts;
    if (m_pinPossible) {
        acts.append({KeyAct::HideAndLock, m_way == Way::Pin ? tr("Use the password") : tr("Use the PIN"), {}, true});
    }
    QString refusal;
    if (m_busy) {
        refusal = tr("The keys are being opened. Please wait a moment.");
    } else if (m_timer.isActive()) {
        refusal = tr("The next try is possible in %n second(s).", nullptr, qMax(1, secondsLeft()));
    }
    acts.append({KeyAct::Main, m_way == Way::Pin ? tr("Unlock") : tr("Sign in"), refusal, true, QStringLiteral("Enter")});
    return acts;
}

void SignInPage::perform(KeyAct act, int)
{
    if (act == KeyAct::HideAndLock) {
        setWay(m_way == Way::Pin ? Way::Password : Way::Pin);
        m_secret->setFocus();
    } else if (act == KeyAct::Main) {
        give();
    }
}

void SignInPage::give()
{
    if (name().isEmpty()) {
        m_name->setFocus();
        Q_EMIT said({Notice::Kind::Told, tr("Who are you? Type your name."), {}});
        return;
    }
    if (m_secret->text().isEmpty()) {
        m_secret->setFocus();
        Q_EMIT said({Notice::Kind::Told, m_way == Way::Pin ? tr("Type your PIN.") : tr("Type your password."), {}});
        return;
    }
    const QString who = name();
    const QString secret = m_secret->take();
    setBusy(true);
    if (m_way == Way::Pin) {
        Q_EMIT pinGiven(who, secret);
    } else {
        Q_EMIT passwordGiven(who, secret);
    }
}

QWidget *SignInPage::firstField() const
{
    return name().isEmpty() ? static_cast<QWidget *>(m_name) : m_secret;
}

bool SignInPage::enter(QWidget *focused)
{
    if (focused != m_secret) {
        return false;
    }
    if (!m_busy && !m_timer.isActive()) {
        give();
    } else {
        Q_EMIT said({Notice::Kind::Told, acts().constLast().refusal, {}});
    }
    return true;
}

} // namespace motcua
