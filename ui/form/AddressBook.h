// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/address/AdministrativeUnits.h"
#include "models/base/Result.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <optional>

namespace motcua {

/** The administrative units as all address fields share them: read once, when the first of them gets the focus. */
class AddressBook : public QObject
{
    Q_OBJECT

public:
    /** Reads them on another thread, as UnitsFile::ask() does. */
    using Reading = std::function<QFuture<Result<AdministrativeUnits>>()>;

    explicit AddressBook(Reading reading, QObject *parent = nullptr);

    /** Somebody is going to type an address. Reads nothing twice. */
    void need();

    /** Null until they have arrived; then they stay. */
    [[nodiscard]] const AdministrativeUnits *units() const { return m_units ? &*m_units : nullptr; }

Q_SIGNALS:
    void arrived();
    void failed(const motcua::Error &error); ///< once: addresses are plain text from then on

private:
    Reading m_reading;
    bool m_isNeeded = false;
    std::optional<AdministrativeUnits> m_units;
};

} // namespace motcua
