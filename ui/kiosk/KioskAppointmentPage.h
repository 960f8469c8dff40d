// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kiosk/KioskPage.h"

class QLineEdit;

namespace motcua {

/** Whoever has an appointment gets their number: by its six digits, typed or scanned. */
class KioskAppointmentPage : public KioskPage
{
    Q_OBJECT

public:
    KioskAppointmentPage(const KioskLook &look, const KioskWords &words, QWidget *parent);

    [[nodiscard]] QWidget *firstField() const override;

    /** The code was scanned: nothing is left to be typed. */
    void takeCode(const QString &code);
    /** A whole sentence; what was typed stays. */
    void showRefused(const QString &told);

Q_SIGNALS:
    void came(const QString &code);

private:
    void ask();

    QLineEdit *m_code = nullptr;
    QLabel *m_told = nullptr;
    QPushButton *m_ask = nullptr;
};

} // namespace motcua
