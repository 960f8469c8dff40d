// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/TypedAddress.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace motcua {

class AddressBook;
class AddressBox;
class KeyButton;
class WrapLabel;

/** The quiet line under an address that names a commune of before 1/7/2025: what it is today, to be taken or left. */
class FormerLine : public QWidget
{
    Q_OBJECT

public:
    /** Hidden until it has something to offer. All three outlive it, or go first without harm. */
    FormerLine(AddressBook *addresses, AddressBox *box, QWidget *parent);

    [[nodiscard]] bool isOffering() const { return m_former.has_value(); }

    /** What it says; empty when it offers nothing. */
    [[nodiscard]] QString words() const;

    /** The key that takes what is offered, printed on the button. */
    void setKey(const QString &key);

    /** Looks at what stands in the line: now, or when typing pauses. */
    void weigh();
    void weighSoon();

    /** What stands in the line was not typed. */
    void clear();

    /** The field is asked for, or is not: what is offered goes with it. */
    void setShown(bool shown);

    /** Puts the commune of today into the line; of several, lists them under it to choose from. */
    void takeOffer();

Q_SIGNALS:
    void changed(); ///< something else is offered, or nothing

private:
    void draw();

    QPointer<AddressBook> m_addresses;
    QPointer<AddressBox> m_box;
    WrapLabel *m_words = nullptr;
    KeyButton *m_take = nullptr;
    QString m_key;
    QTimer m_pause;
    std::optional<TypedAddress::Former> m_former;
    bool m_waits = false; ///< for the units, to weigh what was typed before they arrived
    bool m_shown = true;
};

} // namespace motcua
