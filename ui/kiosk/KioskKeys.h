// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kiosk/KioskLook.h"
#include "ui/kiosk/KioskWords.h"

#include <QPointer>
#include <QWidget>

class QPushButton;

namespace motcua {

/** Keys on the screen for whoever has only a finger; what they type goes into the field that was last chosen by writesInto(). */
class KioskKeys : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Digits,
        Code, ///< capitals, digits, full stop and dash
        Words, ///< Vietnamese: letters, those with marks, a key that makes the next one a capital, and the five tones, each pressed after its vowel
    };

    KioskKeys(Kind kind, const KioskLook &look, const KioskWords &words, QWidget *parent = nullptr);

    /** A QLineEdit or a QPlainTextEdit; null: nowhere. */
    void writesInto(QWidget *field);

    /** `text` with the tone `mark` (a combining character) on its last letter, or with the one it bears already taken away; as it is where no vowel stands there. */
    [[nodiscard]] static QString toned(const QString &text, QChar mark);

private:
    void row(const QStringList &keys);
    [[nodiscard]] QPushButton *key(const QString &shown);
    void type(const QString &text);
    /** Letters are shown and typed as capitals, until the next is typed. */
    void setCapital(bool isCapital);
    void tone(QChar mark);
    void rub();

    KioskLook m_look;
    KioskWords m_words;
    QPointer<QWidget> m_field;
    QList<QPushButton *> m_letters;
    QPushButton *m_capital = nullptr; ///< of words alone
};

} // namespace motcua
