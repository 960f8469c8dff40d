// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hall/AppointmentFile.h"

#include "models/base/VietnamTime.h"
#include "models/ticket/Appointment.h"
#include "models/ticket/DeskHours.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace motcua {

namespace {

using What = AppointmentFile::Fault::What;

constexpr qint64 DayMs = 24LL * 60 * 60 * 1'000;

enum Column { Date, Time, Group, Name, Phone, Columns };

struct Named
{
    Column column;
    QStringView name;
};

constexpr std::array Names{Named{Date, u"date"}, Named{Date, u"ngày"}, Named{Time, u"time"}, Named{Time, u"giờ"}, Named{Group, u"group"}, Named{Group, u"nhóm"},
    Named{Name, u"name"}, Named{Name, u"họ tên"}, Named{Phone, u"phone"}, Named{Phone, u"điện thoại"}};

/** The cells of each line; a cell between quotes may hold all that stands between cells, and a quote as two. */
QList<QStringList> cells(const QString &text, QChar between, bool *isOpen)
{
    QList<QStringList> lines;
    QStringList line;
    QString cell;
    bool isQuoted = false;
    const auto endLine = [&] {
        line.append(cell.trimmed());
        lines.append(line);
        line.clear();
        cell.clear();
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (isQuoted && c == u'"' && at + 1 < text.size() && text.at(at + 1) == u'"') {
            cell.append(c);
            ++at;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (isQuoted) {
            cell.append(c);
        } else if (c == between) {
            line.append(cell.trimmed());
            cell.clear();
        } else if (c == u'\n') {
            endLine();
        } else if (c != u'\r') {
            cell.append(c);
        }
    }
    if (!cell.isEmpty() || !line.isEmpty()) {
        endLine();
    }
    *isOpen = isQuoted;
    return lines;
}

QChar separatorOf(const QString &text)
{
    const QString first = text.section(u'\n', 0, 0);
    const std::array all{u',', u';', u'\t'};
    return *std::max_element(all.begin(), all.end(), [&first](QChar one, QChar other) { return first.count(one) < first.count(other); });
}

QDate dateIn(const QString &text)
{
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    return iso.isValid() ? iso : QDate::fromString(text, QStringLiteral("d/M/yyyy"));
}

QString letterIn(const QString &text, const HallRules &rules)
{
    const auto is = [&text](const ServiceGroup &group) {
        return group.letter.compare(text, Qt::CaseInsensitive) == 0 || group.name.compare(text, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(rules.groups.cbegin(), rules.groups.cend(), is);
    return found == rules.groups.cend() ? QString() : found->letter;
}

} // namespace

AppointmentFile AppointmentFile::read(const QByteArray &bytes, const HallRules &rules, qint64 nowMs)
{
    AppointmentFile file;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = bytes.size() > LargestBytes ? QString() : QString(decoder(bytes)).normalized(QString::NormalizationForm_C);
    if (bytes.size() > LargestBytes || decoder.hasError()) {
        file.faults.append({0, bytes.size() > LargestBytes ? What::TooLarge : What::NotUtf8});
        return file;
    }
    bool isOpen = false;
    const QList<QStringList> lines = cells(text, separatorOf(text), &isOpen);
    if (isOpen) {
        file.faults.append({0, What::OpenQuote}); // whatever line it begins in, it takes others with it
        return file;
    }
    std::array<qsizetype, Columns> places{-1, -1, -1, -1, -1};
    const QStringList head = lines.value(0);
    for (qsizetype place = 0; place < head.size(); ++place) {
        const auto named = std::find_if(Names.begin(), Names.end(), [&](const Named &one) { return head.at(place).compare(one.name, Qt::CaseInsensitive) == 0; });
        if (named != Names.end()) {
            places[named->column] = place;
        }
    }
    if (places[Date] < 0 || places[Time] < 0 || places[Group] < 0) {
        file.faults.append({0, What::NoColumns});
        return file;
    }
    if (lines.size() > MostLines + 1) {
        file.faults.append({0, What::TooLarge});
        return file;
    }
    for (qsizetype at = 1; at < lines.size(); ++at) {
        const QStringList &line = lines.at(at);
        if (std::all_of(line.cbegin(), line.cend(), [](const QString &cell) { return cell.isEmpty(); })) {
            continue;
        }
        const auto cell = [&](Column column) { return places[column] < 0 ? QString() : line.value(places[column]); };
        const QDate date = dateIn(cell(Date));
        const QTime time = typedTime(cell(Time));
        const QString letter = letterIn(cell(Group), rules);
        const QString name = cell(Name).simplified();
        const QString phone = Appointment::dialled(cell(Phone));
        const qint64 atMs = vietnamTime(date, time).toMSecsSinceEpoch();
        const std::optional<What> wrong = !date.isValid()      ? std::optional(What::NoDate)
            : !time.isValid()                                  ? std::optional(What::NoTime)
            : letter.isEmpty()                                 ? std::optional(What::NoGroup)
            : name.size() > Appointment::LongestName           ? std::optional(What::LongName)
            : phone.isEmpty() && !cell(Phone).isEmpty()        ? std::optional(What::NoPhone)
            : atMs > nowMs + Appointment::MostDays * DayMs     ? std::optional(What::TooFarAhead)
                                                               : std::nullopt;
        if (wrong) {
            file.faults.append({static_cast<int>(at + 1), *wrong});
        } else if (atMs < nowMs) {
            ++file.goneBy;
        } else {
            file.appointments.append({.group = letter, .atMs = atMs, .name = name, .phone = phone});
        }
    }
    return file;
}

} // namespace motcua
