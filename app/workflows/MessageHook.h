// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/security/SecretBytes.h"
#include "models/base/Result.h"

#include <QJsonObject>
#include <QUrl>

#include <memory>

namespace motcua {

/**
 * Where messages to telephones are sent: the address of a provider, or of a program of the house that knows one. Kept in the encrypted store (setting
 * storage::messagesSetting()) and nowhere else; with the token in it, it is never logged, shown or sent.
 */
struct MessageHook
{
    bool isElsewhere = false; ///< another desk of the house sends; here only the telephone is asked for, and nothing else of this is set
    QUrl address = {}; ///< https://host[:port][/path]; POST and PUT are sent there and to no other
    QByteArray method = "POST"; ///< or "PUT"
    QByteArray authorities = {}; ///< PEM; whoever they certify for the host is meant
    std::shared_ptr<const security::SecretBytes> token = {}; ///< sent as Bearer; null: none

    /** To be kept; holds the token. */
    [[nodiscard]] QByteArray toJson() const;
    /** Errors: Invalid (it is no such record, or of a later version). */
    [[nodiscard]] static Result<MessageHook> fromJson(const QByteArray &json);
    /**
     * Errors: Invalid, of an address that is not https, without a host, with a name, password, query or fragment; of another method; of authorities that are none;
     * of a token with other signs than RFC 6750 allows. The detail says which, and nothing of what stands in it.
     */
    [[nodiscard]] Result<> checked() const;
};

/** How it last went, and how much came of it today; kept beside the hook for whoever leads the hall. It tells of nobody. */
struct MessageTally
{
    qint64 day = 0; ///< Julian, in Vietnam
    int sent = 0; ///< on that day: a 2xx was heard
    int notSent = 0; ///< refused, or too late before anybody took it
    int dropped = 0; ///< nobody had taken it when the ticket went on, so it would have told what is not so any more; no failure
    qint64 sentMs = 0; ///< when the last one was taken, ms since 1970-01-01 UTC; 0: never
    qint64 failingMs = 0; ///< since when it fails; 0: it does not
    QString failure = {}; ///< name of the error
    QString detail = {};

    /** On that day: what was counted on another is forgotten, how it last went is not. */
    [[nodiscard]] MessageTally on(qint64 other) const;
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static MessageTally fromJson(const QByteArray &json);
    /** The setting it stands in. */
    [[nodiscard]] static QString setting() { return QStringLiteral("hall.messages.last"); }

    friend bool operator==(const MessageTally &, const MessageTally &) = default;
};

} // namespace motcua
