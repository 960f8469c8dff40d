// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossier/DossierPapers.h"
#include "ui/dossier/SignaturePanel.h"
#include "ui/shell/Page.h"

namespace motcua {

class EmptyNote;
class PaperTable;

/** The papers of an accepted dossier, each with how many files of it are here; files for the one that is chosen, and who signed its copies. */
class DossierPapersPage : public Page
{
    Q_OBJECT

public:
    explicit DossierPapersPage(QWidget *parent = nullptr);

    /** `about` names the dossier. The line that was chosen stays; of another dossier it is the first that wants a file. */
    void setPapers(const QString &about, const QList<DossierPaper> &papers);
    /** What is held of the copies of a paper; let fall when another one is chosen by then. */
    void setSignatures(const QString &paper, const QList<CopySignatures> &copies);
    /** The chosen paper; empty: there is none. */
    [[nodiscard]] QString chosen() const;
    /** Files are on their way in. */
    void setBusy(bool busy);

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] QStringList tasks() const override;
    bool enter(QWidget *focused) override;

Q_SIGNALS:
    void filesAsked(const QString &paper, const QString &name);
    void paperChosen(const QString &paper); ///< its signatures are to be looked at

private:
    void ask();
    void walk();
    void lookAtChosen();

    QString m_about;
    QList<DossierPaper> m_papers;
    bool m_busy = false;
    PaperTable *m_table = nullptr;
    SignaturePanel *m_signatures = nullptr;
    EmptyNote *m_empty = nullptr;
};

} // namespace motcua
