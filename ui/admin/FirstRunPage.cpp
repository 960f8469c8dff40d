// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/admin/FirstRunPage.h"

#include "models/staff/UnitSettings.h"
#include "ui/messages/Sentence.h"
#include "ui/widgets/CountBox.h"
#include "ui/widgets/QuestionColumn.h"
#include "ui/widgets/SecretEdit.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace motcua {

namespace {

constexpr int KeyGroups = 8;
constexpr int KeyGroupSize = 5;

} // namespace

FirstRunPage::FirstRunPage(QWidget *parent)
    : Page(parent)
{
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(unitSide());
    m_stack->addWidget(administratorSide());
    m_stack->addWidget(keyShownSide());
    m_stack->addWidget(keyTypedSide());
    // What was said about an answer no longer holds once another one is being given.
    for (const QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::textEdited, this, &Page::fellSilent);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

QWidget *FirstRunPage::unitSide()
{
    auto *side = new QuestionColumn(tr("This computer becomes a desk of your centre. What you write here stands on every slip."));
    m_unit = new QLineEdit(side);
    m_unit->setMaxLength(UnitSettings::LongestName);
    m_body = new QLineEdit(side);
    m_body->setMaxLength(UnitSettings::LongestName);
    m_place = new QLineEdit(side);
    m_place->setMaxLength(UnitSettings::LongestPlace);
    m_organisation = new QLineEdit(side);
    m_organisation->setInputMethodHints(Qt::ImhPreferLatin);
    m_organisation->setPlaceholderText(QStringLiteral("H26.31.05"));
    m_desk = new CountBox(side);
    m_desk->setRange(1, 99);
    m_desk->edit()->setText(QStringLiteral("1"));
    m_onlyDesk = new QCheckBox(tr("This is the only desk of the centre"), side);
    m_onlyDesk->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    side->add(tr("Name of the centre"), m_unit, tr("As on its sign, for example: Trung tâm Phục vụ hành chính công phường Hòa An"));
    side->add(tr("Governing body"), m_body, tr("Stands above the centre's name, for example: Ủy ban nhân dân phường Hòa An"));
    side->add(tr("Place"), m_place, tr("Stands before the date, as on your centre's letters, for example: Hòa An"));
    side->add(tr("Organisation code"), m_organisation, tr("From the list of electronic identifiers; every dossier code begins with it."));
    side->add(tr("Desk number"), m_desk, tr("Every desk of the centre has its own; the dossier numbers of the day follow from it."));
    side->add({}, m_onlyDesk);
    side->close();
    return side;
}

QWidget *FirstRunPage::administratorSide()
{
    auto *side = new QuestionColumn(tr("The first person of this desk. An administrator admits the others and sets forgotten passwords anew."));
    m_name = new QLineEdit(side);
    m_password = new SecretEdit(side);
    m_again = new SecretEdit(side);
    m_caps = new QLabel(tr("⇪ Caps Lock is on"), side);
    m_caps->setProperty("tone", QStringLiteral("warning"));
    QSizePolicy keepPlace = m_caps->sizePolicy();
    keepPlace.setRetainSizeWhenHidden(true);
    m_caps->setSizePolicy(keepPlace);
    m_caps->hide();
    side->add(tr("Full name"), m_name);
    side->add(tr("Password"), m_password, tr("At least 10 characters; a few words are easy to remember. The input method is off here."));
    side->add(tr("Password once more"), m_again);
    side->add({}, m_caps);
    side->close();
    connect(m_password, &SecretEdit::capsLockSeen, m_caps, &QLabel::setVisible);
    connect(m_again, &SecretEdit::capsLockSeen, m_caps, &QLabel::setVisible);
    return side;
}

QWidget *FirstRunPage::keyShownSide()
{
    auto *side = new QuestionColumn(tr("The recovery key opens the data when nobody's password is known any more. It is shown this once. Write it on paper, "
                             "letter by letter, and put the paper into the safe. Do not photograph it."));
    m_key = new QLabel(side);
    m_key->setProperty("level", QStringLiteral("key"));
    m_key->setTextFormat(Qt::PlainText);
    side->add(tr("Recovery key"), m_key);
    side->close();
    return side;
}

QWidget *FirstRunPage::keyTypedSide()
{
    auto *side = new QuestionColumn(tr("Type the recovery key from your paper. This proves that it was written down right. Spaces and hyphens do not matter."));
    m_typed = new RecoveryKeyBox(side);
    side->add(tr("Recovery key"), m_typed);
    side->close();
    connect(m_typed, &RecoveryKeyBox::copied, this, &FirstRunPage::actsChanged);
    return side;
}

void FirstRunPage::setRecoveryKey(const QString &text, const RecoveryKeyBox::Differing &differing)
{
    QStringList groups = text.split(u'-', Qt::SkipEmptyParts);
    const qsizetype half = (groups.size() + 1) / 2;
    m_key->setText(groups.mid(0, half).join(QStringLiteral("   ")) + u'\n' + groups.mid(half).join(QStringLiteral("   ")));
    m_typed->setKey(KeyGroups, KeyGroupSize, differing);
}

FirstRunAnswers FirstRunPage::answers() const
{
    return {m_unit->text().simplified(), m_body->text().simplified(), m_place->text().simplified(), m_organisation->text().simplified(), m_desk->edit()->text().toInt(), m_onlyDesk->isChecked(),
        m_name->text().simplified(), m_password->text()};
}

void FirstRunPage::setBusy(bool busy)
{
    m_busy = busy;
    m_stack->setEnabled(!busy);
    Q_EMIT actsChanged();
}

void FirstRunPage::refuse(const Error &error)
{
    setBusy(false);
    Q_EMIT said({Notice::Kind::Danger, flawSentence(error), {}});
}

QString FirstRunPage::flawSentence(const Error &error) const
{
    if (error.code == ErrorCode::Invalid && error.detail == u"unit-name") {
        return tr("The centre has no name yet. Nothing was set up. Write it as on its sign.");
    }
    if (error.code == ErrorCode::Invalid && error.detail == u"governing-body") {
        return tr("The body above the centre has no name yet. Nothing was set up. Write it in full; it stands at the head of every slip.");
    }
    if (error.code == ErrorCode::Invalid && error.detail == u"place") {
        return tr("This is not one place that can stand before a date. Nothing was set up. Write only its name, for example Hòa An; the comma "
                  "and the date follow by themselves.");
    }
    if (error.code == ErrorCode::Invalid && error.detail == u"organisation-code") {
        return tr("This is not how an organisation code is written. Nothing was set up. Compare it with the list, for example H26.31.05.");
    }
    if (error.code == ErrorCode::Invalid && error.detail == u"desk-number") {
        return tr("There is no such desk number. Nothing was set up. Choose a smaller one from 1 up.");
    }
    if (error.code == ErrorCode::Invalid && error.detail == u"password-is-name") {
        return tr("The password is the name. Nothing was set up. Choose words that have nothing to do with you.");
    }
    if (error.code == ErrorCode::Invalid && error.detail == u"password-trivial") {
        return tr("This password is among the first that anybody would try. Nothing was set up. Choose a few words that do not belong together.");
    }
    return sentence(error).textWithCode();
}

void FirstRunPage::point(const Error &error)
{
    QWidget *field = firstField();
    if (error.detail == u"governing-body") {
        field = m_body;
    } else if (error.detail == u"place") {
        field = m_place;
    } else if (error.detail == u"organisation-code") {
        field = m_organisation;
    } else if (error.detail == u"desk-number") {
        field = m_desk->edit();
    } else if (m_step == Step::Administrator) {
        field = m_password;
    }
    field->setFocus();
    Q_EMIT said({Notice::Kind::Warning, flawSentence(error), {}});
}

bool FirstRunPage::mayLeave()
{
    if (const auto flaw = m_judge ? m_judge(m_step, answers()) : std::nullopt) {
        point(*flaw);
        return false;
    }
    if (m_step == Step::Administrator && m_name->text().simplified().isEmpty()) {
        m_name->setFocus();
        Q_EMIT said({Notice::Kind::Warning, tr("The administrator has no name yet. Nothing was set up. Write the full name."), {}});
        return false;
    }
    if (m_step == Step::Administrator && m_password->text() != m_again->text()) {
        m_again->clear();
        m_again->setFocus();
        Q_EMIT said({Notice::Kind::Warning, tr("The two passwords differ. Nothing was set up. Type the second one again."), {}});
        return false;
    }
    return true;
}

void FirstRunPage::advance()
{
    if (!mayLeave()) {
        return;
    }
    switch (m_step) {
    case Step::Unit:
        moveTo(Step::Administrator);
        return;
    case Step::Administrator:
        moveTo(Step::KeyShown);
        return;
    case Step::KeyShown:
        moveTo(Step::KeyTyped);
        return;
    case Step::KeyTyped:
        setBusy(true);
        Q_EMIT answered(answers());
        return;
    }
}

void FirstRunPage::moveTo(Step step)
{
    m_step = step;
    m_stack->setCurrentIndex(static_cast<int>(step));
    setFocusPolicy(firstField() == this ? Qt::StrongFocus : Qt::NoFocus); // a key that is only shown is read, not answered
    Q_EMIT headingChanged();
    Q_EMIT actsChanged();
    Q_EMIT fellSilent();
    firstField()->setFocus();
}

QString FirstRunPage::heading() const
{
    switch (m_step) {
    case Step::Unit:
        return tr("New desk · 1 of 4 · the centre");
    case Step::Administrator:
        return tr("New desk · 2 of 4 · the administrator");
    case Step::KeyShown:
        return tr("New desk · 3 of 4 · the recovery key");
    case Step::KeyTyped:
        return tr("New desk · 4 of 4 · the recovery key, typed back");
    }
    return {};
}

QList<PageAct> FirstRunPage::acts() const
{
    QString refusal;
    if (m_busy) {
        refusal = tr("The keys are being made. Please wait a moment.");
    } else if (m_step == Step::KeyTyped && !m_typed->isCopied()) {
        refusal = tr("The key typed back is not the one shown. Nothing was set up. Look at the groups with a cross; Esc shows the key again.");
    }
    const QList<QString> labels = {tr("Next: Administrator"), tr("Next: Recovery key"), tr("It is on paper: type it back"), tr("Set up this desk")};
    return {{KeyAct::Main, labels.at(static_cast<int>(m_step)), refusal, true}};
}

void FirstRunPage::perform(KeyAct act, int)
{
    if (act == KeyAct::Main) {
        advance();
    }
}

QWidget *FirstRunPage::firstField() const
{
    switch (m_step) {
    case Step::Unit:
        return m_unit;
    case Step::Administrator:
        return m_name;
    case Step::KeyShown:
        return const_cast<FirstRunPage *>(this);
    case Step::KeyTyped:
        return m_typed->edit();
    }
    return nullptr;
}

bool FirstRunPage::closeInner()
{
    if (m_step == Step::Unit || m_busy) {
        return m_busy;
    }
    moveTo(static_cast<Step>(static_cast<int>(m_step) - 1));
    return true;
}

} // namespace motcua
