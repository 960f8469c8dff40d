// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/Procedure.h"
#include "ui/kiosk/KioskPage.h"

#include <QList>

class QLineEdit;
class QStackedLayout;

namespace motcua {

/** What has to be brought and paid for a procedure, and how long it takes: found by a few letters. */
class KioskProcedurePage : public KioskPage
{
    Q_OBJECT

public:
    static constexpr int MostRows = 40; ///< that are shown; the rest is found by more letters

    /** `prints`: the sheet can be printed here. */
    KioskProcedurePage(
        const QList<Procedure> &procedures, QDate today, bool prints, const KioskLook &look, const KioskWords &words, QWidget *parent);

    [[nodiscard]] bool back() override;
    [[nodiscard]] QWidget *firstField() const override;
    /** How the printing of the sheet went, a whole sentence. */
    void showPrinted(const QString &told);

Q_SIGNALS:
    void printAsked(const motcua::Procedure &procedure);

private:
    void list();
    void show(const Procedure &procedure);

    QList<Procedure> m_procedures;
    QDate m_today;
    bool m_prints;
    QStackedLayout *m_stack = nullptr;
    QLineEdit *m_find = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QWidget *m_shown = nullptr; ///< null while the list is
    QLabel *m_told = nullptr;
};

} // namespace motcua
