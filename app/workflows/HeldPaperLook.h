// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/HeldPaperQueries.h"
#include "app/workflows/FileDossier.h"
#include "app/workflows/MediaThreads.h"

#include <QObject>

namespace motcua {

/**
 * What was filed before for whoever stands in the form that is open: of whom it concerns, and of who submits it. Asked as soon as a whole number is there, and
 * anew when another one is. Only papers whose copies lie in this store are told: what another desk received may still be on its way.
 */
class HeldPaperLook : public QObject
{
    Q_OBJECT

public:
    /** `filing` outlives this object. */
    explicit HeldPaperLook(FileDossier *filing, QObject *parent = nullptr);

    /** Those of the newest dossier first; of the dossier that is open none, and while nobody knows none. */
    [[nodiscard]] const QList<HeldPaper> &papers() const { return m_papers; }

    /** The store or the disk was asked, and more may follow. */
    [[nodiscard]] bool isLooking() const { return m_awaited > 0; }

    /** A form is open, or its answers changed. */
    void follow();

Q_SIGNALS:
    void found(); ///< papers() changed

private:
    void ask(const QStringList &numbers, int round);
    void keepThoseHere(const QList<HeldPaper> &papers, int round);

    FileDossier *m_filing = nullptr;
    QString m_asked; ///< the dossier and the numbers that were asked about last
    QList<HeldPaper> m_papers;
    MediaThreads m_media;
    int m_awaited = 0; ///< answers of this round
    int m_round = 0; ///< answers to an earlier one are nobody's
};

} // namespace motcua
