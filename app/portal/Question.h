// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/Fault.h"
#include "models/base/Error.h"
#include "models/base/Id.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace motcua::portal {

/** What somebody asks of the gateway. */
struct Question
{
    QByteArray method = {}; ///< "GET", "POST", "PUT"; empty: one nobody uses here
    QStringList path = {}; ///< "v1", "greeting"; each piece as it was sent
    QUrlQuery query = {};
    QHash<QByteArray, QByteArray> headers = {}; ///< by their names in lower case
    QByteArray body = {};

    [[nodiscard]] QByteArray mediaType() const { return headers.value("content-type").split(';').constFirst().trimmed().toLower(); }
};

/** What it is answered. */
struct Answer
{
    /** What becomes of it on the line; anything but Whole is practised. */
    enum class Delivery {
        Whole,
        Lost, ///< the connection ends without a byte
        Cut, ///< and after half of the body
    };

    int status = 200;
    QByteArray mediaType = {}; ///< empty: there is no body
    QByteArray body = {};
    QList<QPair<QByteArray, QByteArray>> headers = {};
    Id desk = {}; ///< whose certificate asked; null: nobody's
    Delivery delivery = Delivery::Whole;
    int delayMs = 0; ///< before it goes

    [[nodiscard]] static Answer json(const QJsonObject &object, int status = 200);
    /** For what is of one person, and so is kept by nobody in between. */
    [[nodiscard]] Answer notStored() const;

    /** A problem of the contract: `code` for programs, whose fault it is, and a line for the log that tells nothing personal. */
    [[nodiscard]] static Answer refused(int status, const QString &code, Fault fault, const QString &detail = {});
    [[nodiscard]] static Answer refused(int status, ErrorCode code, Fault fault, const QString &detail = {});
    /** Not now: 503 or 429 with Retry-After. */
    [[nodiscard]] static Answer later(int status, const QString &code, int seconds);
    /** It could not be brought into the database, whatever the reason: nothing was promised, and what was sent is sent again. */
    [[nodiscard]] static Answer unsettled(const Error &error);
    /** What somebody else sent could not be taken in, or the store could not do it: whichever the error tells. */
    [[nodiscard]] static Answer failed(const Error &error);
};

} // namespace motcua::portal
