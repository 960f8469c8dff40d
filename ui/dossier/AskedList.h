// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossier/StepSheet.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace motcua {

class CountBox;

/**
 * What a supplement request asks for: a tick a paper, and for each that is asked why and how many of which kind.
 *
 * One request is all the law allows (NĐ 61/2018 Đ.15.3), so everything that may be missing stands in one list, and more can be added in words.
 */
class AskedList : public QWidget
{
    Q_OBJECT

public:
    explicit AskedList(QWidget *parent = nullptr);

    void setPapers(const QList<AskedPaper> &papers);

    /** One more, in the officer's words; the caret goes there. */
    void addOwn();

    /** What is asked for, in order. */
    [[nodiscard]] QList<SupplementItem> asked() const;

    /** The first line in which something is asked for without a reason, or without a name; null when all are whole. */
    [[nodiscard]] QWidget *firstUnfinished() const;

    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        SupplementItem item = {};
        QCheckBox *tick = nullptr; ///< null for one in the officer's words
        QLineEdit *name = nullptr; ///< null for one of the procedure
        QWidget *details = nullptr;
        QLineEdit *reason = nullptr;
        CountBox *originals = nullptr;
        CountBox *certified = nullptr;
        CountBox *copies = nullptr;
    };

    Row makeRow(const AskedPaper &paper, bool own);
    [[nodiscard]] static bool isAsked(const Row &row);

    QList<Row> m_rows;
    QVBoxLayout *m_column = nullptr;
};

} // namespace motcua
