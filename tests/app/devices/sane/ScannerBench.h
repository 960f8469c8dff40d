// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/sane/SaneScanner.h"
#include "app/training/scan/SimulatedScanner.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <sys/stat.h>
#include <vector>

namespace motcua::test {

/** Scanners for tests: SANE's own test backend, and one of the network through sane-airscan, each with a configuration of its own that no machine shares. */
class ScannerBench
{
public:
    /** SANE's `test` backend with these lines in its configuration. */
    [[nodiscard]] QString testBackend(const QByteArray &lines = {})
    {
        const QString folder = newFolder();
        // It shows a pattern, so that a row that is missing or out of place is seen.
        return write(folder + u"/dll.conf"_qs, "test\n") && write(folder + u"/test.conf"_qs, "number_of_devices 1\ntest-picture \"Color pattern\"\n" + lines + '\n')
            ? folder
            : QString();
    }
    [[nodiscard]] static QString testId() { return u"test:0"_qs; }

    /** An eSCL scanner on the loopback with so many A4 pages in its feeder; `options` are those of escl_scanner.py. Empty: it did not begin. */
    [[nodiscard]] QString escl(int pages, const QStringList &options = {})
    {
        QStringList arguments{QStringLiteral(MOTCUA_ESCL_SCANNER)};
        for (int i = 1; i <= pages; ++i) {
            const QString page = m_folder.filePath(u"lies-there-%1.jpg"_qs.arg(i));
            const DrawnPaper paper{i % 2 == 0 ? DrawnPaper::Kind::BlankBack : DrawnPaper::Kind::Letter, i, 0};
            if (!QFile::exists(page) && !paper.drawn(300, ScanColour::Colour, {}).save(page, "JPEG", 85)) {
                return {};
            }
            arguments << u"--page"_qs << page;
        }
        auto process = std::make_unique<QProcess>();
        process->start(u"python3"_qs, arguments + options);
        while (!process->canReadLine()) {
            if (!process->waitForReadyRead(30'000)) {
                return {};
            }
        }
        const QByteArray port = process->readLine().trimmed();
        m_processes.push_back(std::move(process));
        const QString folder = newFolder();
        return write(folder + u"/dll.conf"_qs, "airscan\n")
                && write(folder + u"/airscan.conf"_qs, "[devices]\n\"Desk\" = http://127.0.0.1:" + port + "/eSCL, eSCL\n[options]\ndiscovery = disable\n")
            ? folder
            : QString();
    }
    [[nodiscard]] static QString esclId() { return u"airscan:e0:Desk"_qs; }
    void unplugEscl()
    {
        for (const auto &process : m_processes) {
            process->closeWriteChannel();
            process->waitForFinished();
        }
        m_processes.clear();
    }

    /** A program in place of the worker: a script. */
    [[nodiscard]] QString script(const QByteArray &lines)
    {
        QFile file(m_folder.filePath(u"worker-%1"_qs.arg(m_count++)));
        return file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + lines) > 0 && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) ? file.fileName() : QString();
    }
    [[nodiscard]] QString newFile(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"bytes-%1"_qs.arg(m_count++));
        return write(path, bytes) ? path : QString();
    }
    /** A pipe that nobody ever writes into: whoever reads it waits, and leaves nothing behind when killed. */
    [[nodiscard]] QString silence() const
    {
        const QString pipe = m_folder.filePath(u"silence"_qs);
        return QFile::exists(pipe) || ::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0 ? pipe : QString();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    ~ScannerBench() { unplugEscl(); }

private:
    QString newFolder()
    {
        const QString folder = m_folder.filePath(u"sane-%1"_qs.arg(m_count++));
        return QDir().mkpath(folder) ? folder : QString();
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    int m_count = 0;
};

/** What a scanner told of one stack. */
struct ToldStack
{
    QList<ScanProgress> progress = {};
    QList<ScannedPage> pages = {};
    int ends = 0;
    int counted = -1; ///< pages, by its end
    std::optional<ScanFault> fault = {};

    explicit ToldStack(Scanner &scanner)
    {
        QObject::connect(&scanner, &Scanner::progressed, &m_context, [this](const ScanProgress &one) { progress.append(one); });
        QObject::connect(&scanner, &Scanner::arrived, &m_context, [this](const ScannedPage &page) { pages.append(page); });
        QObject::connect(&scanner, &Scanner::ended, &m_context, [this](int all, const std::optional<ScanFault> &why) {
            ++ends;
            counted = all;
            fault = why;
        });
    }

    [[nodiscard]] bool isOf(ScanFault::What what) const { return ends == 1 && fault && fault->what == what; }

private:
    QObject m_context;
};

} // namespace motcua::test
