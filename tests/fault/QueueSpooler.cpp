// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/QueueSpooler.h"

#include <QDir>
#include <QFile>

namespace motcua::testsupport {

namespace {

const QString Queue = QStringLiteral("queue");
const QString Tray = QStringLiteral("tray");
const QString Withdrawn = QStringLiteral("withdrawn");
const QString Name = QStringLiteral("queue3");

QStringList jobs(const QString &folder, const QString &where)
{
    return QDir(folder + u'/' + where).entryList(QDir::Files, QDir::Name);
}

/** The file of a job: "0007 01 <sheet>"; empty when it is not there. */
QString fileOf(const QString &folder, const QString &where, int number)
{
    const QStringList all = jobs(folder, where);
    const auto found = std::find_if(all.cbegin(), all.cend(), [number](const QString &one) { return one.section(u' ', 0, 0).toInt() == number; });
    return found == all.cend() ? QString() : *found;
}

bool move(const QString &folder, const QString &job, const QString &to)
{
    return QFile::rename(folder + u'/' + Queue + u'/' + job, folder + u'/' + to + u'/' + job);
}

} // namespace

QueueSpooler::QueueSpooler(const QString &folder, KillPoints *points)
    : m_folder(folder)
    , m_points(points)
{
    for (const QString &where : {Queue, Tray, Withdrawn}) {
        QDir().mkpath(m_folder + u'/' + where);
    }
}

void QueueSpooler::reached(const char *what) const
{
    if (m_points) {
        m_points->reached(what);
    }
}

void QueueSpooler::setPaper(const QString &folder, bool there)
{
    QFile sign(folder + QStringLiteral("/no-paper"));
    if (there) {
        sign.remove();
    } else if (QDir().mkpath(folder) && !sign.open(QIODevice::WriteOnly)) {
        qFatal("%s cannot be written", qPrintable(sign.fileName()));
    }
}

void QueueSpooler::run(const QString &folder)
{
    if (QFile::exists(folder + QStringLiteral("/no-paper"))) {
        return;
    }
    for (const QString &job : jobs(folder, Queue)) {
        move(folder, job, Tray);
    }
}

QList<PrintedSheet> QueueSpooler::tray(const QString &folder)
{
    QList<PrintedSheet> sheets;
    for (const QString &job : jobs(folder, Tray)) {
        QFile file(folder + u'/' + Tray + u'/' + job);
        sheets.append({job.section(u' ', 1), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()});
    }
    return sheets;
}

Result<QList<Printer>> QueueSpooler::printers()
{
    return QList<Printer>{{.name = Name, .description = Name, .isDefault = true}};
}

Result<PrintJob> QueueSpooler::print(const QByteArray &pdf, const QString &title, const QString &, PaperSize paper)
{
    reached("sheet given to the printer");
    int number = 0;
    for (const QString &where : {Queue, Tray, Withdrawn}) {
        for (const QString &job : jobs(m_folder, where)) {
            number = std::max(number, job.section(u' ', 0, 0).toInt());
        }
    }
    ++number;
    QFile file(QStringLiteral("%1/%2/%3 %4").arg(m_folder, Queue).arg(number, 4, 10, QLatin1Char('0')).arg(title));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size()) {
        return Error{ErrorCode::PrintFailed, file.errorString()};
    }
    file.close();
    reached("sheet queued, its number not told");
    run(m_folder);
    reached("sheet in the tray, its number not told");
    return PrintJob{Name, number, paper};
}

Result<PrintState> QueueSpooler::state(const PrintJob &job)
{
    run(m_folder);
    if (!fileOf(m_folder, Tray, job.number).isEmpty()) {
        reached("printer says the sheet is out");
        return PrintState{PrintState::Progress::Printed, {}};
    }
    if (!fileOf(m_folder, Queue, job.number).isEmpty()) {
        return PrintState{PrintState::Progress::Stalled, {QStringLiteral("media-empty-error")}};
    }
    const bool withdrawn = !fileOf(m_folder, Withdrawn, job.number).isEmpty();
    return PrintState{withdrawn ? PrintState::Progress::Cancelled : PrintState::Progress::Unknown, {}};
}

Result<> QueueSpooler::cancel(const PrintJob &job)
{
    const QString waiting = fileOf(m_folder, Queue, job.number);
    if (waiting.isEmpty() || !move(m_folder, waiting, Withdrawn)) {
        return Error{ErrorCode::NotFound, {}};
    }
    return {};
}

} // namespace motcua::testsupport
