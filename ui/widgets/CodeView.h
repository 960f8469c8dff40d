// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/documents/CodeSymbol.h"

#include <QWidget>

#include <optional>

namespace motcua {

/** A code for somebody's telephone: black on white in every theme, each module a whole number of pixels, as wide as it has to be. */
class CodeView : public QWidget
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);

    /** None: nothing is drawn and no room is taken. */
    void setSymbol(const std::optional<CodeSymbol> &symbol);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    std::optional<CodeSymbol> m_symbol;
};

} // namespace motcua
