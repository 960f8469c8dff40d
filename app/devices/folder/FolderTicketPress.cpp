// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/folder/FolderTicketPress.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace motcua {

namespace {

using Told = TicketPrinter::Told;
using What = TicketFault::What;

const QString Prefix = QStringLiteral("ticket-");

} // namespace

FolderTicketPress::FolderTicketPress(const QString &folder)
    : m_folder(folder)
{
}

Told FolderTicketPress::state()
{
    if (m_isStopped) {
        return TicketFault{.what = What::Closed};
    }
    switch (m_trouble) {
    case Trouble::None:
    case Trouble::LastTicket:
    case Trouble::UnpluggedHalfway:
    case Trouble::EndsHalfway:
        return TicketPaper::Enough;
    case Trouble::PaperLow:
        return TicketPaper::Low;
    case Trouble::Silent:
        return TicketPaper::Unknown;
    case Trouble::PaperOut:
        return TicketFault{.what = What::PaperOut};
    case Trouble::CoverOpen:
        return TicketFault{.what = What::CoverOpen};
    case Trouble::Broken:
        return TicketFault{.what = What::Broken};
    case Trouble::Unplugged:
        return TicketFault{.what = What::NotThere};
    }
    return TicketPaper::Unknown;
}

Told FolderTicketPress::print(const DrawnTicket &ticket)
{
    const Told before = state();
    if (!before) {
        return before;
    }
    const bool endsHalfway = m_trouble == Trouble::EndsHalfway;
    if (endsHalfway || m_trouble == Trouble::UnpluggedHalfway) {
        (void)laid(ticket.picture.copy(0, 0, ticket.picture.width(), ticket.picture.height() / 2), false);
        m_trouble = endsHalfway ? Trouble::PaperOut : Trouble::Unplugged;
        return TicketFault{.what = endsHalfway ? What::PaperOut : What::Unplugged, .mayBeOut = true};
    }
    if (!laid(ticket.picture, true)) {
        return TicketFault{.what = What::Broken, .detail = QStringLiteral("folder: not writable")};
    }
    if (m_trouble == Trouble::LastTicket) {
        m_trouble = Trouble::PaperOut;
        return TicketPaper::Out;
    }
    return before;
}

bool FolderTicketPress::laid(const QImage &ticket, bool isWhole)
{
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        return false;
    }
    QByteArray png;
    QBuffer buffer(&png);
    if (!buffer.open(QIODevice::WriteOnly) || !ticket.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither).save(&buffer, "PNG")) {
        return false;
    }
    const QFileInfoList there = QDir(m_folder).entryInfoList({Prefix + u'*'}, QDir::Files);
    for (const QFileInfo &file : there) {
        m_last = std::max(m_last, file.completeBaseName().mid(Prefix.size()).toInt());
    }
    for (int attempt = 0; attempt < 100; ++attempt) { // another program may lay its tickets here too
        const QString path = QStringLiteral("%1/%2%3").arg(m_folder, Prefix).arg(++m_last);
        QFile sheet(path + u".part"_qs);
        if (QFileInfo::exists(path + u".png"_qs) || !sheet.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            continue;
        }
        if (sheet.write(png) != png.size() || !sheet.flush()) {
            sheet.remove();
            return false;
        }
        return !isWhole || sheet.rename(path + u".png"_qs);
    }
    return false;
}

} // namespace motcua
