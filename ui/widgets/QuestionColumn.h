// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace motcua {

/** A column of labelled fields under one explaining line, each with its hint below. */
class QuestionColumn : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionColumn(const QString &explanation, QWidget *parent = nullptr);

    /** Adds `field`, which takes `label` as its accessible name. */
    void add(const QString &label, QWidget *field, const QString &hint = {});

    /** No more fields: what room is left goes below them. */
    void close();

private:
    QGridLayout *m_grid = nullptr;
};

} // namespace motcua
