// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/TrackedDossier.h"
#include "ui/kiosk/KioskPage.h"

class QLineEdit;
class QStackedLayout;

namespace motcua {

class KioskKeys;

/** Where a dossier stands: its code, typed or scanned, and the last four digits of its owner's number. */
class KioskDossierPage : public KioskPage
{
    Q_OBJECT

public:
    KioskDossierPage(const KioskLook &look, const KioskWords &words, QWidget *parent);

    /** What a status means for whoever asks, in words of QT_TRANSLATE_NOOP("Kiosk", …). */
    [[nodiscard]] static const char *meaning(DossierStatus status);

    [[nodiscard]] bool back() override;
    [[nodiscard]] QWidget *firstField() const override;

    /** The code was scanned: only the digits are left to be typed. */
    void setCode(const QString &code);
    void showFound(const TrackedDossier &found);
    /** A whole sentence; what was typed stays. */
    void showRefused(const QString &told);

Q_SIGNALS:
    void asked(const QString &code, const QString &digits);

private:
    void layKeys();
    void ask();

    QStackedLayout *m_stack = nullptr;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_digits = nullptr;
    QLabel *m_told = nullptr;
    QPushButton *m_ask = nullptr;
    QVBoxLayout *m_keyPlace = nullptr;
    KioskKeys *m_keys = nullptr;
    QWidget *m_found = nullptr;
};

} // namespace motcua
