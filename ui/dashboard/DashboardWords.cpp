// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/DashboardWords.h"

#include "models/base/VietnamTime.h"
#include "ui/messages/Language.h"
#include "ui/messages/Wording.h"
#include "ui/shell/ShownTime.h"

#include <QCoreApplication>
#include <QLocale>

namespace motcua {

namespace {

struct DashboardWords
{
    Q_DECLARE_TR_FUNCTIONS(DashboardWords)
};

QString hour(qint64 ms)
{
    return vietnamTime(ms).toString(u"HH:mm");
}

QString outcomeName(int outcome)
{
    return outcome == 1 ? DashboardWords::tr("Early") : outcome == 2 ? DashboardWords::tr("On time") : outcome == 3 ? DashboardWords::tr("Late")
                                                                                                                    : DashboardWords::tr("Finished");
}

QString dueTitle(const DashboardList &list)
{
    const QDateTime from = vietnamTime(list.fromMs);
    const QDateTime until = vietnamTime(list.untilMs);
    if (from.time() == QTime(0, 0)) {
        return DashboardWords::tr("Due on %1").arg(shownDay(from.date()));
    }
    return until.time() == QTime(0, 0) ? DashboardWords::tr("Due today, from %1 on").arg(from.toString(u"HH:mm"))
                                       : DashboardWords::tr("Due from %1 to %2").arg(from.toString(u"HH:mm"), until.toString(u"HH:mm"));
}

} // namespace

QString DashboardNames::group(const QString &letter) const
{
    const ServiceGroup *group = hall.group(letter);
    return group ? Language::label(group->name, group->nameEn) : letter;
}

QString DashboardNames::decides(const QString &code) const
{
    return code.isEmpty() ? DashboardWords::tr("not known who decides") : code == unit && !unitName.isEmpty() ? unitName : code;
}

QString shownCount(qint64 count)
{
    return QLocale(QLocale::Vietnamese).toString(count);
}

QString shownShare(int permille)
{
    return permille < 0 ? QStringLiteral("—") : QLocale(QLocale::Vietnamese).toString(permille / 10.0, 'f', 1) + QStringLiteral(" %");
}

QString shownPeriod(QDate first, QDate last)
{
    return first == last ? shownDay(first) : DashboardWords::tr("Month %1 (%2–%3)").arg(first.month()).arg(first.day()).arg(last.day());
}

QString digitisedWords(const CountedIndex &index, int permille)
{
    return index.id.isEmpty() ? QString()
                              : DashboardWords::tr("Index %1, digitised: %2 of what was received this month; it scores in full from %3 %. Counted once a paper has a file, and the result where there is one.")
                                    .arg(index.id, shownShare(permille)).arg(index.fullPercent);
}

QString reusingWords(const CountedIndex &index, int permille)
{
    return index.id.isEmpty() ? QString()
                              : DashboardWords::tr("Index %1, used again: %2 of what was received this month; it scores in full from %3 %. Counted once a paper is taken from what was filed before.")
                                    .arg(index.id, shownShare(permille)).arg(index.fullPercent);
}

QString listTitle(const DashboardList &list, const DashboardNames &names)
{
    using What = DashboardList::What;
    const QString joint = QStringLiteral(", ");
    switch (list.what) {
    case What::Waiting:
        return list.group.isEmpty() ? DashboardWords::tr("Waiting now") : DashboardWords::tr("Waiting now") + joint + names.group(list.group);
    case What::Served:
        return DashboardWords::tr("Served today at desk %1").arg(DeskFigures{.desk = list.desk}.number(), 2, 10, QLatin1Char('0'));
    case What::Accepted: {
        const QString accepted = DashboardWords::tr("Accepted") + joint + shownPeriod(list.first, list.last);
        const std::optional<DossierStatus> status = dossierStatus(list.status);
        return status ? accepted + joint + statusName(*status, true) : accepted;
    }
    case What::Finished:
        return outcomeName(list.outcome) + joint + shownPeriod(list.first, list.last);
    case What::InHand:
        return DashboardWords::tr("In hand");
    case What::WithinTime:
        return DashboardWords::tr("In hand, within time at %1").arg(hour(list.fromMs));
    case What::Overdue:
        return list.unit.isEmpty() ? DashboardWords::tr("Overdue at %1").arg(hour(list.fromMs))
                                   : DashboardWords::tr("Overdue at %1").arg(hour(list.fromMs)) + joint + names.decides(list.unit);
    case What::Due:
        return dueTitle(list);
    case What::NotScanned:
        return DashboardWords::tr("Papers to be scanned");
    case What::ScanOverdue:
        return DashboardWords::tr("Papers to be scanned, overdue at %1").arg(hour(list.fromMs));
    case What::Digitised:
        return DashboardWords::tr("Digitised") + joint + shownPeriod(list.first, list.last);
    case What::Reusing:
        return DashboardWords::tr("With a paper filed before") + joint + shownPeriod(list.first, list.last);
    }
    return {};
}

QString changeWords(int now, const std::optional<int> &hourAgo)
{
    if (!hourAgo) {
        return DashboardWords::tr("an hour ago nobody had come yet");
    }
    const int more = now - *hourAgo;
    return more > 0 ? QStringLiteral("▲ ") + DashboardWords::tr("%n more than an hour ago", nullptr, more)
        : more < 0  ? QStringLiteral("▼ ") + DashboardWords::tr("%n fewer than an hour ago", nullptr, -more)
                    : QStringLiteral("= ") + DashboardWords::tr("as many as an hour ago");
}

QString deskWords(const DeskFigures &desk)
{
    if (!desk.isOpened) {
        return desk.ticket.isEmpty() ? QStringLiteral("○ ") + DashboardWords::tr("closed") : QStringLiteral("● ") + DashboardWords::tr("serving, not opened");
    }
    switch (desk.state) {
    case ShiftState::Serving:
        return QStringLiteral("● ") + DashboardWords::tr("serving");
    case ShiftState::OnBreak:
        return QStringLiteral("‖ ") + (desk.untilMs > 0 ? DashboardWords::tr("on a break until %1").arg(hour(desk.untilMs)) : DashboardWords::tr("on a break"));
    case ShiftState::BackOffice:
        return QStringLiteral("□ ") + DashboardWords::tr("back office");
    case ShiftState::Closed:
        break;
    }
    return QStringLiteral("○ ") + DashboardWords::tr("closed");
}

QString asOfWords(qint64 atMs)
{
    return DashboardWords::tr("As of %1, from what has reached this machine. Not included: whoever was turned away without a code, and what other desks "
                              "have not sent yet. Late is counted by the date the law sets, overdue by the promise.")
        .arg(vietnamTime(atMs).toString(u"HH:mm:ss"));
}

} // namespace motcua
