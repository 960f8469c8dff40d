// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/visit/Envelope.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace motcua {

class CountBox;
class OptionBox;

/** What is said of an envelope when it is opened: its number, the day it arrived, how many sheets it held, how the answer goes back. */
class EnvelopeBox : public QFrame
{
    Q_OBJECT

public:
    explicit EnvelopeBox(QWidget *parent = nullptr);

    /** Shows what is known of it; `today` is the day by which dates are read. */
    void setEnvelope(const Envelope &envelope, QDate today);
    /** As it stands here, whatever is still missing. */
    [[nodiscard]] Envelope envelope() const;

    /** What the house says of what may come by post; empty: nothing. */
    void setRule(const QString &sentence);

    /** The number that was scanned; false when one stands here already or the envelope is not asked about. */
    bool takeNumber(const QString &text);

    /** Where this is put right. */
    [[nodiscard]] QWidget *where(Envelope::Fault fault) const;
    [[nodiscard]] QLineEdit *number() const { return m_number; }

Q_SIGNALS:
    void edited();

private:
    void follow();

    QLineEdit *m_number = nullptr;
    QCheckBox *m_ordinary = nullptr;
    QLineEdit *m_day = nullptr;
    CountBox *m_sheets = nullptr;
    OptionBox *m_answer = nullptr;
    QLabel *m_warning = nullptr; ///< that the number looks mistyped
    QLabel *m_rule = nullptr;
    QDate m_today;
};

} // namespace motcua
