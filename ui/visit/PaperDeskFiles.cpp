// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/PaperDesk.h"

#include "app/storage/Await.h"
#include "app/workflows/TakenFile.h"
#include "ui/shell/MainWindow.h"

#include <utility>

// PaperDesk where files are brought: pictures of papers become pages, straightened and cleared like those of a scanner, and what is no picture stays the file it is.
namespace motcua {

namespace {

constexpr qint64 MostPictureBytes = 48LL * 1024 * 1024; // as they were brought; a page of them is decoded at a time, in a process of its own

} // namespace

void PaperDesk::takeFiles(const QString &paper, const QStringList &paths)
{
    if (!m_scan) { // nothing makes pages here
        m_filing->takeIn(paper, paths);
        return;
    }
    m_areFilesRead = true;
    const auto read = m_media.run([rules = m_place->law.catalogue.fileRules(), paths] { return broughtFiles(rules, paths, MostPictureBytes); });
    await(m_scan.get(), read, [this, paper, dossier = m_filing->dossier(), count = static_cast<int>(paths.size())](const BroughtFiles &brought) {
        m_areFilesRead = false;
        if (!isAbout(dossier, paper)) {
            Q_EMIT filesLate(count);
            return;
        }
        if (!brought.others.isEmpty()) {
            m_filing->takeIn(paper, brought.others);
        }
        if (!brought.pictures.isEmpty()) {
            m_filesLeft = brought.waiting;
            takePictures(paper, brought.pictures);
        }
    });
}

void PaperDesk::takePictures(const QString &paper, const QList<QByteArray> &pictures)
{
    if (m_scan->isBusy()) { // a stack was begun while the stick was read
        m_filesLeft.clear();
        m_window->tell({Notice::Kind::Warning, tr("Pages are being scanned, so the pictures were not taken in. They lie where they were. Take them in when the stack is done."), {}});
        return;
    }
    m_stack = Stack{.dossier = m_filing->dossier(), .paper = paper, .isBrought = true};
    m_scan->take(paper, pictures);
}

} // namespace motcua
