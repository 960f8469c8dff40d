// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/visit/FeeFacts.h"

#include <QFrame>

class QGridLayout;

namespace motcua {

/** What is due for each dossier of a visit, line by line, with the working of each amount in words below it. */
class DueList : public QFrame
{
    Q_OBJECT

public:
    explicit DueList(QWidget *parent = nullptr);

    void setDossiers(const QList<DossierFee> &dossiers);

private:
    void clear();
    /** A line of words, and an amount at the right edge unless it is empty. */
    void add(const QString &words, const QString &amount, const char *property, const QString &value);
    void addDossier(const DossierFee &dossier);

    QList<DossierFee> m_dossiers;
    QGridLayout *m_lines = nullptr;
    int m_row = 0;
};

} // namespace motcua
