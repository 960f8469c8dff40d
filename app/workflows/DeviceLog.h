// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/CodeReader.h"
#include "app/devices/eid/CardError.h"
#include "models/base/Error.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <variant>

namespace motcua {

/** Something a device of this desk did not do. It names nobody, no dossier and no number of a card. */
struct DeviceError
{
    /** A slip did not come out; PrinterMissing or PrintFailed. */
    struct NotPrinted
    {
        ErrorCode code = ErrorCode::PrintFailed;

        friend bool operator==(const NotPrinted &, const NotPrinted &) = default;
    };
    /** A slip waits at the printer, for these reasons of PrintState. */
    struct Stalled
    {
        QStringList reasons = {};

        friend bool operator==(const Stalled &, const Stalled &) = default;
    };
    /** The reader of codes cannot be used; Trouble::Nothing: it is gone. */
    struct CodesUnread
    {
        CodeReader::Trouble trouble = CodeReader::Trouble::Nothing;

        friend bool operator==(const CodesUnread &, const CodesUnread &) = default;
    };
    using What = std::variant<CardError, NotPrinted, Stalled, CodesUnread>;

    What what = {};
    qint64 atMs = 0; ///< the last time, in ms since 1970 UTC
    int times = 1; ///< one after the other, without another error between

    friend bool operator==(const DeviceError &, const DeviceError &) = default;
};

/** The last errors of the devices, from the start of the program to its end, in memory alone. */
class DeviceLog
{
public:
    static constexpr qsizetype Most = 12;

    void note(const DeviceError::What &what, qint64 atMs);

    /** Newest first. */
    [[nodiscard]] const QList<DeviceError> &errors() const { return m_errors; }

private:
    QList<DeviceError> m_errors;
};

} // namespace motcua
