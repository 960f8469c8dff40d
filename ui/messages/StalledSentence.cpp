// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/StalledSentence.h"

#include <QCoreApplication>

#include <algorithm>

namespace motcua {

namespace {

QString words(const char *english)
{
    return QCoreApplication::translate("StalledSentence", english);
}

} // namespace

QString stalledSentence(const QStringList &reasons)
{
    const auto has = [&reasons](const QString &word) {
        return std::any_of(reasons.cbegin(), reasons.cend(), [&word](const QString &reason) { return reason.startsWith(word); });
    };
    if (has(QStringLiteral("media-empty")) || has(QStringLiteral("media-needed"))) {
        return words(QT_TRANSLATE_NOOP("StalledSentence", "The printer is out of paper. Nothing is lost: the sheet waits there. Put paper in, and it comes out by itself; do not print it again."));
    }
    if (has(QStringLiteral("spooler-unreachable"))) {
        return words(QT_TRANSLATE_NOOP("StalledSentence", "The printing system does not answer. Nothing is lost: the sheet is still followed. Call the IT person; you can go on serving meanwhile."));
    }
    return words(QT_TRANSLATE_NOOP("StalledSentence", "The printer holds the sheet back. Nothing is lost: the sheet waits there. Look at the printer (a door, a jam, a pause); it comes out by itself then."));
}

} // namespace motcua
