// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kiosk/KioskLook.h"
#include "ui/kiosk/KioskWords.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace motcua {

/** One screen of a kiosk. It is made when it is shown and gone when it is left, and what was typed on it with it. */
class KioskPage : public QWidget
{
    Q_OBJECT

public:
    KioskPage(const KioskLook &look, const KioskWords &words, QWidget *parent);

    /** One step back within the page; false where there is none. */
    [[nodiscard]] virtual bool back() { return false; }
    /** Where the keyboard starts; null: at the first stop. */
    [[nodiscard]] virtual QWidget *firstField() const { return nullptr; }

protected:
    [[nodiscard]] QLabel *label(const QString &text, const char *kind = "");
    /** One of `columns` beside one another; 0: as wide as its text. */
    [[nodiscard]] QPushButton *button(const QString &text, const char *kind = "", int columns = 0);
    /** A column that scrolls under a finger, added to `column`; what is shown goes into the layout that is returned. */
    [[nodiscard]] QVBoxLayout *scrolled(QVBoxLayout *column);
    [[nodiscard]] QString say(const char *english) const { return m_words(english); }
    [[nodiscard]] const KioskLook &look() const { return m_look; }
    [[nodiscard]] const KioskWords &words() const { return m_words; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

private:
    KioskLook m_look;
    KioskWords m_words;
    QVBoxLayout *m_column = nullptr;
};

} // namespace motcua
