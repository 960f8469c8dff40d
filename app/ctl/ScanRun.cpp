// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/ScanRun.h"

#include <QDir>
#include <QFile>

namespace motcua::ctl {

namespace {

constexpr int MostFiles = 99'999; // of one folder
constexpr QFileDevice::Permissions OwnFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

ScanRun::ScanRun(Scanner &scanner, const QString &folder)
    : m_scanner(scanner)
    , m_folder(folder)
{
    connect(&m_scanner, &Scanner::arrived, this, &ScanRun::save);
    connect(&m_scanner, &Scanner::ended, this, [this](int, const std::optional<ScanFault> &fault) {
        m_fault = fault;
        m_hasEnded = true;
        Q_EMIT ended();
    });
}

void ScanRun::begin(const QString &device, const ScanProfile &profile)
{
    if (!QDir(m_folder).exists() && !(QDir().mkpath(m_folder) && QFile::setPermissions(m_folder, OwnFile | QFileDevice::ExeOwner))) {
        m_error = Error{ErrorCode::FileUnwritable, m_folder};
        m_hasEnded = true;
        return;
    }
    m_scanner.scan(device, profile);
}

void ScanRun::save(const ScannedPage &page)
{
    if (m_error) {
        return;
    }
    // Under a name of its own until it is whole: neither a full disk nor a crash leaves half a page that looks like one.
    for (++m_number; m_number <= MostFiles; ++m_number) {
        const QString path = m_folder + u"/page-"_qs + QString::number(m_number).rightJustified(3, u'0') + u".jpg"_qs;
        QFile file(path + u".part"_qs);
        if (QFile::exists(path) || QFile::exists(file.fileName())) {
            continue;
        }
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnFile)) {
            fail(path);
            return;
        }
        if (file.write(page.jpeg) != page.jpeg.size() || !file.flush()) {
            file.remove();
            fail(path);
            return;
        }
        if (!file.rename(path)) { // never over what came there meanwhile
            file.remove();
            if (QFile::exists(path)) {
                continue;
            }
            fail(path);
            return;
        }
        m_pages.append({path, page.size, page.dpi, page.jpeg.size()});
        Q_EMIT saved(path);
        return;
    }
    fail(m_folder);
}

void ScanRun::fail(const QString &file)
{
    m_error = Error{ErrorCode::FileUnwritable, file};
    m_scanner.cancel();
}

} // namespace motcua::ctl
