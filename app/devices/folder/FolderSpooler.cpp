// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderSpooler.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace motcua {

namespace {

const Error Unreachable = {ErrorCode::PrinterMissing, u"folder: told not to answer"_qs};

} // namespace

FolderSpooler::FolderSpooler(const QString &folder, const QStringList &printers)
    : m_folder(folder)
    , m_printers(printers)
{
}

void FolderSpooler::setTrouble(Trouble trouble)
{
    m_trouble = trouble;
}

Result<QList<Printer>> FolderSpooler::printers()
{
    if (m_trouble == Trouble::Unreachable) {
        return Unreachable;
    }
    QList<Printer> result;
    for (const QString &name : m_printers) {
        result.append({.name = name,
            .description = name,
            .isDefault = result.isEmpty(),
            .accepting = m_trouble != Trouble::Refusing,
            .reasons = m_trouble == Trouble::PaperOut ? QStringList(u"media-empty-error"_qs) : QStringList()});
    }
    return result;
}

Result<PrintJob> FolderSpooler::print(const QByteArray &pdf, const QString &, const QString &printer, PaperSize paper)
{
    if (m_trouble == Trouble::Unreachable) {
        return Unreachable;
    }
    if (m_printers.isEmpty() || (!printer.isEmpty() && !m_printers.contains(printer))) {
        return Error{ErrorCode::PrinterMissing, u"folder: no such printer"_qs};
    }
    if (m_trouble == Trouble::Refusing) {
        return Error{ErrorCode::PrintFailed, u"folder: told to refuse"_qs};
    }
    const int number = reserved();
    if (number == 0) {
        return Error{ErrorCode::PrintFailed, u"folder: not writable"_qs};
    }
    Job &job = m_jobs[number];
    job.pdf = pdf;
    run(number, job);
    return PrintJob{printer.isEmpty() ? m_printers.constFirst() : printer, number, paper};
}

Result<PrintState> FolderSpooler::state(const PrintJob &job)
{
    if (m_trouble == Trouble::Unreachable) {
        return Unreachable;
    }
    const auto known = m_jobs.find(job.number);
    if (known != m_jobs.end()) {
        run(job.number, *known);
        return known->state;
    }
    // A job of an earlier run of the program: the sheet is there or nobody knows.
    const bool printed = QFileInfo::exists(path(job.number, u"pdf"_qs));
    return PrintState{printed ? PrintState::Progress::Printed : PrintState::Progress::Unknown, {}};
}

Result<> FolderSpooler::cancel(const PrintJob &job)
{
    if (m_trouble == Trouble::Unreachable) {
        return Unreachable;
    }
    const auto known = m_jobs.find(job.number);
    if (known == m_jobs.end() || known->state.isFinal()) {
        return Error{ErrorCode::NotFound, u"folder: the job is over"_qs};
    }
    known->pdf.clear();
    known->state = {PrintState::Progress::Cancelled, {u"job-canceled-by-user"_qs}};
    QFile::remove(path(job.number, u"part"_qs));
    return {};
}

int FolderSpooler::reserved()
{
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return 0;
    }
    int number = m_jobs.isEmpty() ? 0 : m_jobs.lastKey();
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.pdf"_qs, u"*.part"_qs}, QDir::Files);
    for (const QFileInfo &file : files) {
        number = std::max(number, file.completeBaseName().toInt());
    }
    for (int attempt = 0; attempt < 100; ++attempt) { // another program may lay its sheets here too
        ++number;
        QFile mark(path(number, u"part"_qs));
        if (mark.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            return number;
        }
    }
    return 0;
}

void FolderSpooler::run(int number, Job &job)
{
    if (job.state.isFinal()) {
        return;
    }
    if (m_trouble == Trouble::PaperOut) {
        job.state = {PrintState::Progress::Stalled, {u"media-empty-error"_qs}};
        return;
    }
    QFile sheet(path(number, u"part"_qs));
    const bool written = m_trouble != Trouble::Broken && sheet.open(QIODevice::WriteOnly) && sheet.write(job.pdf) == job.pdf.size()
        && sheet.flush() && sheet.rename(path(number, u"pdf"_qs));
    if (!written) {
        sheet.remove();
    }
    job.state = written ? PrintState{PrintState::Progress::Printed, {}} : PrintState{PrintState::Progress::Failed, {u"aborted-by-system"_qs}};
    job.pdf.clear();
}

QString FolderSpooler::path(int number, const QString &suffix) const
{
    return QStringLiteral("%1/%2.%3").arg(m_folder).arg(number).arg(suffix);
}

} // namespace motcua
