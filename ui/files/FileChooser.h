// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/MediaThreads.h"
#include "models/catalogue/PaperFileRules.h"
#include "ui/shell/MainWindow.h"

#include <QObject>

namespace motcua {

class FilesPage;

/** Lets the officer choose files for a paper on a page of the window; folders are looked into on another thread. */
class FileChooser : public QObject
{
    Q_OBJECT

public:
    /** `window` outlives this object. */
    explicit FileChooser(MainWindow *window, QObject *parent = nullptr);

    /** Shows the page, where files were chosen last; says so instead when the rules take none in. */
    void choose(const QString &paper, const PaperFileRules &rules);

    [[nodiscard]] bool isOwn(const Page *page) const;

Q_SIGNALS:
    void chosen(const QStringList &paths);

private:
    void lookInto(const QString &folder);

    MainWindow *m_window = nullptr;
    FilesPage *m_page = nullptr; ///< made when first shown
    PaperFileRules m_rules;
    QString m_lastFolder; ///< files came from; of this run, and written nowhere
    MediaThreads m_media;
    int m_round = 0; ///< of looking; what an earlier look found is let fall
};

} // namespace motcua
