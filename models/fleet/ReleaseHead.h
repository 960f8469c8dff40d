// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace motcua {

/**
 * What a release of the program says of itself, before the package it brings. Lines of text in one order, so that the root service of a desk reads it with nothing but
 * a shell:
 *
 * "motcua-release-1", then "Version: ", "Follows: ", "Schema: ", "Schema-From: ", "Size: ", "Sha256: ", "Made: " and "Note: " (none or several), each ended by a line end.
 */
struct ReleaseHead
{
    static constexpr qsizetype MostBytes = 16 * 1024; ///< as text
    static constexpr qint64 MostPackage = qint64{512} * 1024 * 1024;
    static constexpr qsizetype MostNotes = 20;
    static constexpr qsizetype LongestNote = 500;

    QString version = {}; ///< of the package, "0.9.2"
    QString follows = {}; ///< the least version over which it may be put
    int schema = 0; ///< of the store, which it writes
    int schemaFrom = 0; ///< the oldest one it can upgrade
    qint64 bytes = 0; ///< of the package
    QByteArray sha256 = {}; ///< likewise, 32 bytes
    qint64 madeMs = 0; ///< ms since 1970-01-01 UTC
    QStringList notes = {}; ///< what is new, for people

    /** What is signed. */
    [[nodiscard]] QByteArray text() const;
    /** Exactly what text() writes, and nothing else. Error: Invalid, with the line that is wrong. */
    [[nodiscard]] static Result<ReleaseHead> fromText(const QByteArray &text);

    /** Two to four numbers between dots, none with a zero before it. */
    [[nodiscard]] static bool isVersion(const QString &version);
    /** Negative, 0 or positive, as `a` is earlier than, the same as or later than `b`. */
    [[nodiscard]] static int compare(const QString &a, const QString &b);

    friend bool operator==(const ReleaseHead &, const ReleaseHead &) = default;
};

} // namespace motcua
