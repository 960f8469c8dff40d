// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/LetterRow.h"

#include "ui/messages/Language.h"
#include "ui/widgets/FlowRow.h"
#include "ui/widgets/Restyle.h"
#include "ui/widgets/WrapLabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace motcua {

namespace {

constexpr int HintWidth = 420;

/** What fields say of themselves that are for numbers, dates, codes and secrets. */
constexpr Qt::InputMethodHints NoWords = Qt::ImhDigitsOnly | Qt::ImhFormattedNumbersOnly | Qt::ImhDialableCharactersOnly | Qt::ImhEmailCharactersOnly
    | Qt::ImhUrlCharactersOnly | Qt::ImhPreferNumbers | Qt::ImhPreferLatin | Qt::ImhLatinOnly | Qt::ImhSensitiveData | Qt::ImhHiddenText;

} // namespace

LetterRow::LetterRow(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("letterRow"));
    setProperty("ground", QStringLiteral("surface"));
    setAccessibleName(tr("Letters of minority scripts"));
    auto *title = new QLabel(tr("Letters"), this);
    title->setProperty("level", QStringLiteral("section"));
    m_row = new FlowRow;
    m_row->setGaps(4, 4);
    auto *hint = new WrapLabel(this);
    hint->setProperty("tone", QStringLiteral("secondary"));
    hint->setText(tr("A letter by its key or ← → Enter; with Shift a capital. Esc closes."));
    hint->setFixedWidth(HintWidth);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(12);
    line->addWidget(title);
    line->addLayout(m_row, 1);
    line->addWidget(hint);
    hide();
}

void LetterRow::setLetters(const QList<MinorityLetter> &letters)
{
    if (letters == m_letters) {
        return;
    }
    close();
    m_letters = letters;
    qDeleteAll(m_buttons);
    m_buttons.clear();
}

void LetterRow::draw()
{
    for (int place = static_cast<int>(m_buttons.size()); place < m_letters.size(); ++place) {
        const MinorityLetter &letter = m_letters.at(place);
        const QString both = letter.capital == letter.small ? letter.small : letter.small + u' ' + letter.capital;
        auto *button = new KeyButton(both, QString(letter.key), KeyButton::Role::Plain, this);
        button->setAccessibleName(Language::label(letter.name, letter.nameEn));
        button->setProperty("role", QStringLiteral("letter"));
        button->setMinimumHeight(30);
        button->setFocusPolicy(Qt::NoFocus); // the keyboard is in the field and stays there
        connect(button, &KeyButton::clicked, this, [this, place] { write(place, false); });
        m_row->addWidget(button);
        button->show();
        m_buttons.append(button);
    }
}

QString LetterRow::refusal(const QWidget *focused) const
{
    const auto *line = qobject_cast<const QLineEdit *>(focused);
    const auto *text = qobject_cast<const QPlainTextEdit *>(focused);
    if ((!line && !text) || (line && line->isReadOnly()) || (text && text->isReadOnly())) {
        return tr("These letters go into a field for names, places or words. Nothing was changed. Put the caret into such a field first.");
    }
    if (line && line->echoMode() != QLineEdit::Normal) {
        return tr("A password, a PIN or a key is typed without these letters. Nothing was changed.");
    }
    if ((focused->inputMethodHints() & NoWords) || !focused->testAttribute(Qt::WA_InputMethodEnabled)) {
        return tr("This field is for a number, a date or a code, which has no such letters. Nothing was changed.");
    }
    if (m_letters.isEmpty()) {
        return tr("The letters are still being read. Nothing was changed. Try again in a moment.");
    }
    return {};
}

void LetterRow::open(QWidget *field)
{
    close();
    draw();
    m_field = field;
    // Its keys are letters here: an input method would make something of them first.
    m_hadInputMethod = field->testAttribute(Qt::WA_InputMethodEnabled);
    field->setAttribute(Qt::WA_InputMethodEnabled, false);
    field->installEventFilter(this);
    show();
    mark(0);
}

void LetterRow::close()
{
    hide();
    if (m_field) {
        m_field->removeEventFilter(this);
        m_field->setAttribute(Qt::WA_InputMethodEnabled, m_hadInputMethod);
        m_field.clear();
    }
}

void LetterRow::mark(int place)
{
    m_marked = place;
    for (int one = 0; one < m_buttons.size(); ++one) {
        restyle(m_buttons.at(one), "marked", one == place);
    }
    if (KeyButton *button = m_buttons.value(place)) {
        // The row never has the keyboard; a screen reader is told which letter is marked all the same.
        QAccessibleEvent told(button, QAccessible::Focus);
        QAccessible::updateAccessibility(&told);
    }
}

void LetterRow::takeMarked(bool capital)
{
    write(m_marked, capital);
}

void LetterRow::write(int place, bool capital)
{
    if (!m_field || place < 0 || place >= m_letters.size()) {
        return;
    }
    mark(place);
    const QString &letter = capital ? m_letters.at(place).capital : m_letters.at(place).small;
    if (auto *line = qobject_cast<QLineEdit *>(m_field.data())) {
        line->insert(letter);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(m_field.data())) {
        text->insertPlainText(letter);
    }
}

int LetterRow::placeOf(const QKeyEvent &event) const
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier) || event.key() < Qt::Key_A || event.key() > Qt::Key_Z) {
        return -1;
    }
    const QChar key(static_cast<char16_t>(u'A' + (event.key() - Qt::Key_A)));
    const auto found = std::find_if(m_letters.cbegin(), m_letters.cend(), [key](const MinorityLetter &one) { return one.key == key; });
    return found == m_letters.cend() ? -1 : static_cast<int>(found - m_letters.cbegin());
}

bool LetterRow::isOurs(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers with = event.modifiers() & ~Qt::KeypadModifier;
    const bool walks = with == Qt::NoModifier && (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right);
    const bool takes = (with == Qt::NoModifier || with == Qt::ShiftModifier) && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
    return walks || takes || placeOf(event) >= 0;
}

void LetterRow::press(const QKeyEvent &event)
{
    const int count = static_cast<int>(m_letters.size());
    if (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) {
        mark((m_marked + (event.key() == Qt::Key_Left ? count - 1 : 1)) % count);
    } else if (const int place = placeOf(event); place >= 0) {
        // Caps Lock makes capitals as everywhere; the text of the key knows of it.
        write(place, event.modifiers().testFlag(Qt::ShiftModifier) || (!event.text().isEmpty() && event.text().front().isUpper()));
    } else {
        takeMarked(event.modifiers().testFlag(Qt::ShiftModifier));
    }
}

bool LetterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field) {
        return false;
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isOurs(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        return false;
    case QEvent::KeyPress:
        if (const auto &key = *static_cast<QKeyEvent *>(event); isOurs(key)) {
            press(key);
            return true;
        }
        return false;
    case QEvent::FocusOut:
        // A window that comes to the front takes the keyboard for a moment, and gives it back.
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
            close();
        }
        return false;
    case QEvent::Hide:
        close();
        return false;
    default:
        return false;
    }
}

} // namespace motcua
