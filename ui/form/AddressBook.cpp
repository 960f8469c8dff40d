// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/AddressBook.h"

#include "app/storage/Await.h"

namespace motcua {

AddressBook::AddressBook(Reading reading, QObject *parent)
    : QObject(parent)
    , m_reading(std::move(reading))
{
}

void AddressBook::need()
{
    if (m_isNeeded) {
        return;
    }
    m_isNeeded = true;
    await(this, m_reading(), [this](const Result<AdministrativeUnits> &units) {
        if (!units) {
            Q_EMIT failed(units.error());
            return;
        }
        m_units = *units;
        Q_EMIT arrived();
    });
}

} // namespace motcua
