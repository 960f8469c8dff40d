// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/AddressBox.h"

#include "models/address/TypedAddress.h"
#include "ui/form/AddressBook.h"

namespace motcua {

AddressBox::AddressBox(AddressBook *addresses, QWidget *parent)
    : ChoiceLine(parent)
    , m_addresses(addresses)
{
    connect(this, &QLineEdit::textEdited, this, [this](const QString &typed) {
        // Who mends something in the middle has written the end already.
        if (!m_replacing) {
            open(cursorPosition() == typed.size() ? fitting(typed) : QList<Entry>(), NothingMarked);
        }
    });
}

QList<AddressBox::Entry> AddressBox::fitting(const QString &typed) const
{
    QList<Entry> entries;
    if (const AdministrativeUnits *units = m_addresses ? m_addresses->units() : nullptr) {
        const TypedAddress address(typed);
        const TypedAddress::Fitting found = address.fitting(*units);
        for (const Commune &commune : found.communes) {
            entries.append({commune, address.with(commune, found.from)});
        }
    }
    return entries;
}

void AddressBox::open(const QList<Entry> &entries, int marked)
{
    m_entries = entries;
    QStringList labels;
    for (const Entry &entry : entries) {
        labels.append(entry.commune.display());
    }
    openList(labels, marked);
}

void AddressBox::choose(const QList<Entry> &entries)
{
    open(entries, 0);
}

void AddressBox::replace(const QString &line)
{
    closeList(); // it belongs to what stands here now
    m_replacing = true;
    selectAll();
    insert(line); // and the caret stands at its end
    if (!hasFocus()) {
        setCursorPosition(0);
    }
    m_replacing = false;
}

void AddressBox::take(int row)
{
    replace(m_entries.value(row).line);
}

bool AddressBox::offerAll()
{
    open(fitting(text()), 0);
    return isListOpen();
}

void AddressBox::focusInEvent(QFocusEvent *event)
{
    if (m_addresses) {
        m_addresses->need();
    }
    ChoiceLine::focusInEvent(event);
}

} // namespace motcua
