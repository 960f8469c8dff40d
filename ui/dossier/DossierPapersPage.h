// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossier/DossierPapers.h"
#include "ui/shell/Page.h"

namespace motcua {

class EmptyNote;
class PaperTable;

/** The papers of an accepted dossier, each with how many files of it are here, and files for the one that is chosen. */
class DossierPapersPage : public Page
{
    Q_OBJECT

public:
    explicit DossierPapersPage(QWidget *parent = nullptr);

    /** `about` names the dossier. The line that was chosen stays; of another dossier it is the first that wants a file. */
    void setPapers(const QString &about, const QList<DossierPaper> &papers);
    /** Files are on their way in. */
    void setBusy(bool busy);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool enter(QWidget *focused) override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void filesAsked(const QString &paper, const QString &name);

private:
    void ask();
    void walk();

    QString m_about;
    QList<DossierPaper> m_papers;
    bool m_busy = false;
    PaperTable *m_table = nullptr;
    EmptyNote *m_empty = nullptr;
};

} // namespace motcua
