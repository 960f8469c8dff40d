// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleet/FleetView.h"
#include "ui/shell/Page.h"

namespace motcua {

class EmptyNote;
class FleetItemModel;
class RowTable;
class WrapLabel;

/** The machines of all desks of a centre, the worst first, with what to do; below the list everything that is known of the one the keyboard is at. */
class FleetPage : public Page
{
    Q_OBJECT

public:
    /** What is told above the list besides the count. */
    enum class Standing {
        Centre, ///< it is how the centre has it now
        Alone, ///< there are no other desks
        Away, ///< the centre is out of reach; what is shown is older, or of this desk alone
    };

    explicit FleetPage(QWidget *parent = nullptr);

    /** `atMs`: when it was so; the keyboard stays at the desk it was at. `why`: of what keeps the centre away. */
    void setView(const FleetView &view, Standing standing, qint64 atMs, const QString &why = {});
    void forget();

    [[nodiscard]] const FleetView &view() const;
    [[nodiscard]] QString top() const; ///< what stands above the list
    [[nodiscard]] QString details() const; ///< what stands below it

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QList<PageAct> acts() const override;
    void perform(KeyAct act, int number) override;
    [[nodiscard]] QWidget *firstField() const override;
    [[nodiscard]] bool scrolls() const override { return false; }

Q_SIGNALS:
    void lookAsked(); ///< once more

private:
    void drawDetails();

    FleetItemModel *m_model = nullptr;
    RowTable *m_table = nullptr;
    EmptyNote *m_empty = nullptr;
    WrapLabel *m_top = nullptr;
    WrapLabel *m_details = nullptr;
    qint64 m_atMs = 0;
};

} // namespace motcua
