// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/files/FileChooser.h"

#include "app/storage/Await.h"
#include "app/workflows/FolderLook.h"
#include "ui/files/FilesPage.h"

namespace motcua {

FileChooser::FileChooser(MainWindow *window, QObject *parent)
    : QObject(parent)
    , m_window(window)
{
}

bool FileChooser::isOwn(const Page *page) const
{
    return page && page == m_page;
}

void FileChooser::choose(const QString &paper, const PaperFileRules &rules)
{
    if (rules.largestBytes == 0) {
        m_window->tell({Notice::Kind::Told, tr("No files are taken in here: the rules of this centre name none. Nothing was changed."), {}});
        return;
    }
    if (!m_page) {
        m_page = new FilesPage(m_window);
        m_page->hide();
        connect(m_page, &FilesPage::folderAsked, this, &FileChooser::lookInto);
        connect(m_page, &FilesPage::chosen, this, &FileChooser::chosen);
    }
    m_rules = rules;
    m_page->setPaper(paper, rules);
    m_window->show(m_page);
    const int round = ++m_round;
    await(this, m_media.run([last = m_lastFolder] { return firstFolder(last); }), [this, round](const QString &folder) {
        if (round == m_round) {
            lookInto(folder);
        }
    });
}

void FileChooser::lookInto(const QString &folder)
{
    const int round = ++m_round;
    const QStringList types = m_rules.mediaTypes;
    await(this, m_media.run([folder, types] { return lookIntoFolder(folder, types); }), [this, round](const FolderView &view) {
        if (round != m_round) {
            return;
        }
        if (!view.folder.isEmpty() && !view.error) {
            m_lastFolder = view.folder;
        }
        m_page->setView(view);
    });
}

} // namespace motcua
