// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/KioskKeys.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace motcua {

namespace {

struct Tone
{
    char16_t mark;
    const char *name;
};

// Unicode combining marks: acute, grave, hook above, tilde, dot below.
constexpr std::array Tones{Tone{0x0301, QT_TRANSLATE_NOOP("Kiosk", "sharp tone")}, Tone{0x0300, QT_TRANSLATE_NOOP("Kiosk", "falling tone")},
    Tone{0x0309, QT_TRANSLATE_NOOP("Kiosk", "asking tone")}, Tone{0x0303, QT_TRANSLATE_NOOP("Kiosk", "tumbling tone")},
    Tone{0x0323, QT_TRANSLATE_NOOP("Kiosk", "heavy tone")}};

bool isVowel(QChar letter)
{
    const QString base = QString(letter).normalized(QString::NormalizationForm_D);
    return QStringLiteral("aeiouyAEIOUY").contains(base.at(0));
}

QStringList letters(const char *each)
{
    return QString::fromUtf8(each).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

KioskKeys::KioskKeys(Kind kind, const KioskLook &look, const KioskWords &words, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_words(words)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look.px(4)); // with large letters above them, four rows just have room at 1366×768
    switch (kind) {
    case Kind::Digits:
        row(letters("1 2 3 4 5 6 7 8 9 0 ⌫"));
        break;
    case Kind::Code:
        row(letters("1 2 3 4 5 6 7 8 9 0 ⌫"));
        row(letters("A B C D E F G H I J K L M"));
        row(letters("N O P Q R S T U V W X Y Z . -"));
        break;
    case Kind::Words:
        row(letters("1 2 3 4 5 6 7 8 9 0 ⌫"));
        row(letters("q w e r t y u i o p ă â đ"));
        row(letters("⇧ a s d f g h j k l ê ô ơ ư"));
        row(letters("z x c v b n m , . ́ ̀ ̉ ̃ ̣ ␣"));
        break;
    }
}

void KioskKeys::row(const QStringList &keys)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(m_look.px(6));
    for (const QString &shown : keys) {
        line->addWidget(key(shown), shown == u"␣" || shown == u"⌫" ? 2 : 1);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
}

QPushButton *KioskKeys::key(const QString &shown)
{
    auto *button = new QPushButton(this);
    button->setProperty("kiosk", QStringLiteral("key"));
    button->setFocusPolicy(Qt::NoFocus); // the caret stays in the field; who has a keyboard types on it
    for (const Tone &tone : Tones) {
        if (shown == QString(QChar(tone.mark))) {
            button->setText(QStringLiteral("\u25CC") + shown); // the mark stands on a ring of dots
            button->setAccessibleName(m_words(tone.name));
            connect(button, &QPushButton::clicked, this, [this, mark = QChar(tone.mark)] { this->tone(mark); });
            return button;
        }
    }
    button->setText(shown);
    if (shown == u"⌫") {
        button->setAccessibleName(m_words(QT_TRANSLATE_NOOP("Kiosk", "Delete")));
        button->setAutoRepeat(true);
        connect(button, &QPushButton::clicked, this, &KioskKeys::rub);
    } else if (shown == u"␣") {
        button->setAccessibleName(m_words(QT_TRANSLATE_NOOP("Kiosk", "Space")));
        connect(button, &QPushButton::clicked, this, [this] { type(QStringLiteral(" ")); });
    } else if (shown == u"⇧") {
        m_capital = button;
        button->setCheckable(true);
        button->setAccessibleName(m_words(QT_TRANSLATE_NOOP("Kiosk", "Capital letter")));
        connect(button, &QPushButton::toggled, this, &KioskKeys::setCapital);
    } else if (shown.at(0).isLetter()) {
        m_letters.append(button);
        connect(button, &QPushButton::clicked, this, [this, button] {
            type(button->text());
            if (m_capital) {
                m_capital->setChecked(false);
            }
        });
    } else {
        connect(button, &QPushButton::clicked, this, [this, shown] { type(shown); });
    }
    return button;
}

void KioskKeys::writesInto(QWidget *field)
{
    m_field = field;
}

void KioskKeys::type(const QString &text)
{
    if (auto *line = qobject_cast<QLineEdit *>(m_field)) {
        line->insert(text);
    } else if (auto *words = qobject_cast<QPlainTextEdit *>(m_field)) {
        words->insertPlainText(text);
    }
}

void KioskKeys::setCapital(bool isCapital)
{
    for (QPushButton *letter : std::as_const(m_letters)) {
        letter->setText(isCapital ? letter->text().toUpper() : letter->text().toLower());
    }
}

void KioskKeys::rub()
{
    if (auto *line = qobject_cast<QLineEdit *>(m_field)) {
        line->backspace();
    } else if (auto *words = qobject_cast<QPlainTextEdit *>(m_field)) {
        words->textCursor().deletePreviousChar();
    }
}

void KioskKeys::tone(QChar mark)
{
    if (auto *line = qobject_cast<QLineEdit *>(m_field)) {
        const QString before = toned(line->text().left(line->cursorPosition()), mark);
        const QString behind = line->text().mid(line->cursorPosition());
        line->setText(before + behind);
        line->setCursorPosition(static_cast<int>(before.size()));
    } else if (auto *words = qobject_cast<QPlainTextEdit *>(m_field)) {
        QTextCursor caret = words->textCursor();
        caret.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        if (caret.hasSelection()) {
            caret.insertText(toned(caret.selectedText(), mark));
        }
    }
}

QString KioskKeys::toned(const QString &text, QChar mark)
{
    if (text.isEmpty() || !isVowel(text.back())) {
        return text;
    }
    QString letter = QString(text.back()).normalized(QString::NormalizationForm_D);
    const bool hadIt = letter.contains(mark);
    for (const Tone &tone : Tones) {
        letter.remove(QChar(tone.mark));
    }
    if (!hadIt) {
        letter.append(mark);
    }
    return text.chopped(1) + letter.normalized(QString::NormalizationForm_C);
}

} // namespace motcua
