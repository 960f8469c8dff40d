// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/NewSecretPage.h"

#include "ui/messages/Sentence.h"
#include "ui/widgets/QuestionColumn.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/SecretEdit.h"

#include <QLabel>
#include <QVBoxLayout>

namespace motcua {

NewSecretPage::NewSecretPage(Kind kind, QWidget *parent)
    : Page(parent)
    , m_kind(kind)
{
    const bool isPin = kind == Kind::Pin;
    auto *side = new QuestionColumn(
        isPin ? tr("With a PIN you are back in two seconds after F12. It works at this computer until midnight; five wrong tries remove it.")
              : tr("The new password holds at every desk of the centre. The dossiers and everything else stay as they are."));
    // In the order of their lines: Tab and Enter follow the order in which they are made.
    m_current = isPin ? nullptr : new SecretEdit(side);
    m_secret = new SecretEdit(side);
    m_again = new SecretEdit(side);
    m_verdict = new QLabel(side);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_caps = new QLabel(tr("⇪ Caps Lock is on"), side);
    m_caps->setProperty("tone", QStringLiteral("warning"));
    QSizePolicy keepPlace = m_caps->sizePolicy();
    keepPlace.setRetainSizeWhenHidden(true);
    m_caps->setSizePolicy(keepPlace);
    m_caps->hide();
    if (isPin) {
        side->add(tr("PIN"), m_secret, tr("6 to 12 digits, not a row such as 123456 and not your year of birth."));
        side->add(tr("PIN once more"), m_again);
    } else {
        side->add(tr("Password until now"), m_current);
        side->add(tr("New password"), m_secret, tr("At least 10 characters; a few words are easy to remember. The input method is off here."));
        side->add(tr("New password once more"), m_again);
        connect(m_current, &SecretEdit::capsLockSeen, m_caps, &QLabel::setVisible);
    }
    side->add({}, m_verdict);
    side->add({}, m_caps);
    side->close();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(side);
    for (SecretEdit *edit : {m_secret, m_again}) {
        connect(edit, &QLineEdit::textChanged, this, &NewSecretPage::judge);
        connect(edit, &SecretEdit::capsLockSeen, m_caps, &QLabel::setVisible);
    }
    judge();
}

void NewSecretPage::reset()
{
    for (SecretEdit *edit : {m_current, m_secret, m_again}) {
        if (edit) {
            (void)edit->take();
        }
    }
    m_caps->hide();
    setBusy(false);
}

void NewSecretPage::setBusy(bool busy)
{
    m_busy = busy;
    for (SecretEdit *edit : {m_current, m_secret, m_again}) {
        if (edit) {
            edit->setEnabled(!busy);
        }
    }
    Q_EMIT actsChanged();
}

void NewSecretPage::refuse(const Error &error)
{
    setBusy(false);
    SecretEdit *edit = m_current && error.code == ErrorCode::WrongPassword ? m_current : m_secret;
    edit->setFocus();
    Q_EMIT said({Notice::Kind::Danger, flawSentence(error), {}});
}

void NewSecretPage::judge()
{
    const QString secret = m_secret->text();
    const std::optional<Error> flaw = m_judge ? m_judge(secret) : std::nullopt;
    QString said;
    bool well = false;
    if (secret.isEmpty()) {
        said = QString();
    } else if (flaw) {
        said = QStringLiteral("○ ") + flawSentence(*flaw);
    } else if (m_again->text() == secret) {
        said = QStringLiteral("✔ ") + tr("Both are the same and can be used.");
        well = true;
    } else {
        said = m_again->text().isEmpty() ? QStringLiteral("○ ") + tr("Can be used. Type it once more.")
                                         : QStringLiteral("○ ") + tr("The two are not the same yet.");
    }
    m_verdict->setText(said);
    restyle(m_verdict, "tone", well ? QStringLiteral("done") : QStringLiteral("secondary"));
}

QString NewSecretPage::flawSentence(const Error &error) const
{
    if (error.code == ErrorCode::PasswordTooShort) {
        return tr("At least 10 characters. Nothing was changed.");
    }
    if (error.code != ErrorCode::Invalid) {
        return sentence(error).textWithCode();
    }
    if (error.detail == u"password-is-name") {
        return tr("This is your name. Nothing was changed. Choose words that have nothing to do with you.");
    }
    if (error.detail == u"password-trivial") {
        return tr("This is among the first that anybody would try. Nothing was changed. Choose a few words that do not belong together.");
    }
    if (error.detail == u"pin-trivial") {
        return tr("This PIN is among the first that anybody would try. Nothing was changed. Choose another.");
    }
    if (error.detail == u"pin-not-digits") {
        return tr("A PIN has digits only. Nothing was changed.");
    }
    return tr("A PIN has 6 to 12 digits. Nothing was changed.");
}

void NewSecretPage::point(SecretEdit *edit, const QString &text)
{
    edit->setFocus();
    Q_EMIT said({Notice::Kind::Warning, text, {}});
}

void NewSecretPage::give()
{
    if (m_current && m_current->text().isEmpty()) {
        point(m_current, tr("Type the password used until now. Nothing was changed."));
        return;
    }
    if (const std::optional<Error> flaw = m_judge ? m_judge(m_secret->text()) : std::nullopt) {
        point(m_secret, flawSentence(*flaw));
        return;
    }
    if (m_again->text() != m_secret->text()) {
        (void)m_again->take();
        point(m_again, tr("The two differ. Nothing was changed. Type the second one again."));
        return;
    }
    const QString current = m_current ? m_current->take() : QString();
    const QString secret = m_secret->take();
    (void)m_again->take();
    setBusy(true);
    Q_EMIT chosen(current, secret);
}

QString NewSecretPage::heading() const
{
    return m_kind == Kind::Pin ? tr("PIN of today") : tr("Change the password");
}

QList<PageAct> NewSecretPage::acts() const
{
    const QString refusal = m_busy ? tr("The keys are being wrapped anew. Please wait a moment.") : QString();
    return {{KeyAct::Main, m_kind == Kind::Pin ? tr("Use this PIN today") : tr("Change the password"), refusal, true}};
}

void NewSecretPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        give();
    }
}

QWidget *NewSecretPage::firstField() const
{
    return m_current ? m_current : m_secret;
}

} // namespace motcua
