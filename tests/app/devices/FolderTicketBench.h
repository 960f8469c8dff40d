// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/folder/FolderTicketPrinter.h"
#include "tests/app/devices/TicketBench.h"

#include <QDir>
#include <QTemporaryDir>

namespace motcua {

/** The simulator, misbehaving on command. */
class FolderTicketBench : public TicketBench
{
public:
    [[nodiscard]] QString folder() const { return m_dir.filePath(u"printed"_qs); }
    std::unique_ptr<TicketPrinter> printer() override { return std::make_unique<FolderTicketPrinter>(folder()); }
    QList<QImage> tickets() override
    {
        QList<QImage> all;
        for (int number = 1; number < 100; ++number) { // what broke off has a number too
            if (QFile::exists(path(number))) {
                all.append(QImage(path(number)));
            }
        }
        return all;
    }
    void make(TicketPrinter &printer, Trouble trouble) override
    {
        using Theirs = FolderTicketPress::Trouble;
        const auto theirs = [trouble] {
            switch (trouble) {
            case Trouble::None:
                return Theirs::None;
            case Trouble::PaperLow:
                return Theirs::PaperLow;
            case Trouble::LastTicket:
                return Theirs::LastTicket;
            case Trouble::PaperOut:
                return Theirs::PaperOut;
            case Trouble::CoverOpen:
                return Theirs::CoverOpen;
            case Trouble::Broken:
                return Theirs::Broken;
            case Trouble::Silent:
                return Theirs::Silent;
            case Trouble::Unplugged:
                return Theirs::Unplugged;
            case Trouble::UnpluggedHalfway:
                return Theirs::UnpluggedHalfway;
            case Trouble::EndsHalfway:
                return Theirs::EndsHalfway;
            }
            return Theirs::None;
        };
        dynamic_cast<FolderTicketPrinter &>(printer).setTrouble(theirs());
    }

private:
    [[nodiscard]] QString path(int number) const { return QStringLiteral("%1/ticket-%2.png").arg(folder()).arg(number); }

    QTemporaryDir m_dir;
};

} // namespace motcua
