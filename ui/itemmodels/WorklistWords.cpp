// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/itemmodels/WorklistWords.h"

#include "models/base/VietnamTime.h"
#include "models/calendar/WorkingCalendar.h"
#include "ui/messages/PostWords.h"
#include "ui/messages/Wording.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>

namespace motcua::worklistwords {

namespace {

QString words(const char *english, int n = -1)
{
    return QCoreApplication::translate("WorklistWords", english, nullptr, n);
}

bool isSettled(const WorklistRow &row)
{
    return row.status == DossierStatus::Refused || row.status == DossierStatus::Stopped || row.status == DossierStatus::Processed
        || row.status == DossierStatus::HandedOver;
}

/** As if scanning were all that was promised: a dossier that is settled may have papers to be scanned. */
WorklistRow scanOf(const WorklistRow &row)
{
    return {.dueAtMs = row.scanDueAtMs};
}

QString brief(qint64 ms)
{
    return vietnamTime(ms).toString(u"dd/MM HH:mm");
}

} // namespace

QString shortCode(const QString &code)
{
    const QStringList parts = code.split(u'-');
    const bool isWritten = parts.size() == 3 && parts.at(1).size() == 6;
    return isWritten ? QStringLiteral("…%1-%2").arg(QStringView(parts.at(1)).right(4).toString(), parts.at(2)) : code;
}

Tone dueTone(const WorklistRow &row, const QDateTime &now)
{
    if (row.dueAtMs <= 0 || isSettled(row) || !now.isValid()) {
        return Tone::Plain;
    }
    const QDateTime due = vietnamTime(row.dueAtMs);
    return due < now ? Tone::Over : due.date() == now.date() ? Tone::Today : Tone::Plain;
}

QString due(const WorklistRow &row, const QDateTime &now)
{
    if (row.dueAtMs <= 0) {
        return QStringLiteral("—");
    }
    const QDateTime due = vietnamTime(row.dueAtMs);
    if (isSettled(row)) {
        return QStringLiteral("✔ ") + shownDay(due.date(), true);
    }
    switch (dueTone(row, now)) {
    case Tone::Over: {
        const auto days = static_cast<int>(due.date().daysTo(now.date()));
        return QStringLiteral("▲ ")
            + (days > 0 ? words(QT_TRANSLATE_N_NOOP("WorklistWords", "%n day(s) over"), days)
                        : words(QT_TRANSLATE_NOOP("WorklistWords", "over since %1")).arg(due.toString(u"HH:mm")));
    }
    case Tone::Today:
        return QStringLiteral("● ") + due.toString(u"HH:mm");
    case Tone::Plain:
        break;
    }
    return QStringLiteral("○ ") + shownDay(due.date(), true);
}

QString status(const WorklistRow &row)
{
    if (row.isDraft) {
        return words(QT_TRANSLATE_NOOP("WorklistWords", "draft, not filed"));
    }
    return row.status ? statusName(*row.status, true) : words(QT_TRANSLATE_NOOP("WorklistWords", "! contradiction"));
}

QString where(const WorklistRow &row)
{
    const QString desk = row.desk > 0 ? words(QT_TRANSLATE_NOOP("WorklistWords", "Desk %1")).arg(row.desk, 2, 10, QChar(u'0')) : QStringLiteral("—");
    if (row.isDraft || !row.status) {
        return row.isDraft ? QStringLiteral("—") : desk;
    }
    switch (*row.status) {
    case DossierStatus::Registered:
    case DossierStatus::Accepted:
    case DossierStatus::Processed:
        return desk;
    case DossierStatus::Processing:
    case DossierStatus::WithdrawalRequested:
        // Which division of the own unit has it is written nowhere.
        return row.competentUnit.isEmpty() || row.competentUnit == row.unit ? words(QT_TRANSLATE_NOOP("WorklistWords", "specialists"))
                                                                            : row.competentUnit;
    case DossierStatus::SupplementRequested:
    case DossierStatus::PaymentRequested:
        return words(QT_TRANSLATE_NOOP("WorklistWords", "citizen"));
    case DossierStatus::Refused:
    case DossierStatus::Stopped:
    case DossierStatus::HandedOver:
        break;
    }
    return QStringLiteral("—");
}

QString envelope(const WorklistRow &row)
{
    return row.envelope.isEmpty() || !row.isAnsweredByPost ? row.envelope : row.envelope + QStringLiteral(" ⇄");
}

QString scanDue(const WorklistRow &row, const QDateTime &now)
{
    return due(scanOf(row), now);
}

Tone scanTone(const WorklistRow &row, const QDateTime &now)
{
    return dueTone(scanOf(row), now);
}

QString line(const WorklistRow &row, const QDateTime &now, const WorkingCalendar &calendar)
{
    if (row.isDraft) {
        return words(QT_TRANSLATE_NOOP("WorklistWords", "not filed · last touched %1")).arg(brief(row.receivedAtMs));
    }
    QStringList parts;
    if (!row.code.isEmpty()) {
        parts.append(row.code);
    }
    if (row.receivedAtMs > 0) {
        parts.append(words(QT_TRANSLATE_NOOP("WorklistWords", "received %1")).arg(brief(row.receivedAtMs)));
    }
    if (row.dueAtMs > 0) {
        parts.append(words(QT_TRANSLATE_NOOP("WorklistWords", "promised %1")).arg(brief(row.dueAtMs)));
    }
    if (dueTone(row, now) == Tone::Over) {
        const Result<int> days = calendar.workingDays(vietnamTime(row.dueAtMs).date(), now.date());
        if (days && *days > 0) {
            parts.append(words(QT_TRANSLATE_N_NOOP("WorklistWords", "%n working day(s) over"), *days));
        } else {
            parts.append(due(row, now).mid(2)); // the words alone: less than a working day, or the calendar does not say
        }
    }
    if (const QString place = where(row); place != u"—") {
        parts.append(words(QT_TRANSLATE_NOOP("WorklistWords", "now: %1")).arg(place));
    }
    if (!row.envelope.isEmpty()) {
        parts.append(words(QT_TRANSLATE_NOOP("WorklistWords", "came by post: %1")).arg(row.envelope));
        parts.append(answerWords(row.isAnsweredByPost ? Envelope::Answer::ByPost : Envelope::Answer::AtCounter));
    }
    if (!row.unscanned.isEmpty()) {
        parts.append(words(QT_TRANSLATE_NOOP("WorklistWords", "to be scanned: %1")).arg(row.unscanned.join(QStringLiteral("; "))));
    }
    if (row.inConflict) {
        parts.append(words(QT_TRANSLATE_NOOP("WorklistWords", "! two desks wrote different things")));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace motcua::worklistwords
