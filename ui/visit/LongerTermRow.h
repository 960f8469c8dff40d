// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "models/dossier/SettledTerm.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace motcua {

class CountBox;
class OptionBox;

/** Where the officer and the citizen settle on a later day than the limit; not there for a limit that allows none. */
class LongerTermRow : public QWidget
{
    Q_OBJECT

public:
    explicit LongerTermRow(QWidget *parent = nullptr);

    /** What may be chosen, and what is; what is being typed stays as it is while it says the same. */
    void setTerm(const QList<LongerTerm> &grounds, const std::optional<SettledTerm> &settled);

    [[nodiscard]] OptionBox *ground() const { return m_ground; }

Q_SIGNALS:
    void settled(const std::optional<motcua::SettledTerm> &longer); ///< as the officer left it; days may be out of range, then 0

private:
    [[nodiscard]] std::optional<SettledTerm> term() const;
    void offer(const QList<LongerTerm> &grounds);
    void showDays();

    QList<LongerTerm> m_grounds;
    OptionBox *m_ground = nullptr;
    CountBox *m_days = nullptr;
    QLabel *m_unit = nullptr;
};

} // namespace motcua
