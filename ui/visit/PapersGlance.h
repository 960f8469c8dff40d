// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "models/dossier/PaperSet.h"

#include <QDate>
#include <QFrame>

class QGridLayout;

namespace motcua {

class WrapLabel;

/**
 * The papers beside the form, where the window has the width: which of them this dossier wants, as the answers stand now, and how each was found.
 * To be read only; they are looked through on a page of their own.
 */
class PapersGlance : public QFrame
{
    Q_OBJECT

public:
    explicit PapersGlance(QWidget *parent = nullptr);

    /** As the answers filed on `day` decide; drawn while it is on the screen. `key` opens the page of the papers. */
    void setPapers(const Procedure &procedure, const PaperSet &papers, const FormDraft &form, QDate day, const QString &key);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Line
    {
        QString shape = {};
        QString name = {};
        QString words = {};

        friend bool operator==(const Line &, const Line &) = default;
    };
    void draw();

    QList<Line> m_lines;
    QList<Line> m_drawn;
    QString m_key;
    WrapLabel *m_title = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace motcua
