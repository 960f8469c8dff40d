// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worklist/DossierSheet.h"

#include <QFrame>

class QGridLayout;

namespace motcua {

class ElidedLabel;

/** The first answers of the marked dossier under its list, without leaving it; takes no keyboard. */
class QuickView : public QFrame
{
    Q_OBJECT

public:
    explicit QuickView(QWidget *parent = nullptr);

    void setSheet(const DossierSheet &sheet);

    /** Nothing to show: no row is marked, or its dossier is still on the way. */
    void clear();

    [[nodiscard]] QString heading() const;

private:
    ElidedLabel *m_heading = nullptr;
    QWidget *m_content = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace motcua
