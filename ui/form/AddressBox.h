// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/Units.h"
#include "ui/widgets/ChoiceLine.h"

#include <QList>
#include <QPointer>

namespace motcua {

class AddressBook;

/**
 * A line for an address with the communes under it that its end may mean.
 *
 * An address may be anything else too, so nothing in the list is marked until ↓ goes into it, and Enter leaves the line as typed.
 */
class AddressBox : public ChoiceLine
{
    Q_OBJECT

public:
    /** A commune in the list, and the whole line once it is taken. */
    struct Entry
    {
        Commune commune = {};
        QString line = {};
    };

    /** Without `addresses`, or until it has its units, a plain line. */
    AddressBox(AddressBook *addresses, QWidget *parent = nullptr);

    /** Lists what was asked for: the first is marked. */
    void choose(const QList<Entry> &entries);

    /** Puts another line in the place of this one, as if it had been typed: Ctrl+Z brings this one back. */
    void replace(const QString &line);

protected:
    void take(int row) override;
    bool offerAll() override;
    void focusInEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QList<Entry> fitting(const QString &typed) const;
    void open(const QList<Entry> &entries, int marked);

    QPointer<AddressBook> m_addresses;
    QList<Entry> m_entries; ///< what the list shows
    bool m_replacing = false;
};

} // namespace motcua
