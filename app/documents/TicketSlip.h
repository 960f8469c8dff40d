// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"
#include "models/ticket/Appointment.h"
#include "models/ticket/ExpectedWait.h"
#include "models/ticket/TicketWords.h"

#include <QByteArray>
#include <QDateTime>
#include <QImage>
#include <QString>

#include <optional>

namespace motcua {

/** What stands on one ticket: nothing of it says who drew it. */
struct TicketValues
{
    QString governingBody = {}; ///< may be empty
    QString unitName = {};
    QString number = {}; ///< "A013"; of an appointment its code
    QString group = {}; ///< Vietnamese
    QString groupEn = {}; ///< may be empty
    std::optional<WaitRange> wait = {};
    std::optional<int> ahead = {}; ///< how many wait before it, 0 and more
    QDateTime drawnAt = {};
    bool training = false;
    int lateMinutes = 0; ///< of an appointment: who comes later than so many after it waits as everybody
    QDateTime appointmentAt = {}; ///< valid: this is the paper of an appointment at that time, and says neither a wait nor when it was drawn
};

/** A ticket of the hall, on a roll of 80 mm or on a sheet of A6: the same picture in two sizes. */
class TicketSlip
{
public:
    /**
     * In black and white, `width` dots wide and as high as it needs, for a printer of 203 dots an inch.
     *
     * May be called on any thread while a QGuiApplication exists. Errors: Invalid (what code() gives is no number of a ticket), RenderFailed (a font
     * is not installed, no font has a letter of a value).
     */
    [[nodiscard]] static Result<QImage> picture(const TicketValues &values, const TicketWords &words, int width = 576);

    /** PDF/A-1b on A6; errors as above, and RenderFailed where it does not fit on the sheet. */
    [[nodiscard]] static Result<QByteArray> sheet(const TicketValues &values, const TicketWords &words);

    /** What the QR code of the ticket says: a code reader gives it, and ScannedCode knows it. */
    [[nodiscard]] static QString code(const TicketValues &values) { return values.appointmentAt.isValid() ? Appointment::textOf(values.number) : values.number; }
};

} // namespace motcua
