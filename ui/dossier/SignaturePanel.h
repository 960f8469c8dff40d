// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/evidence/CopySignature.h"

#include <QFrame>
#include <QList>
#include <QString>

class QVBoxLayout;

namespace motcua {

/** An electronic copy of a paper, and what is held of its signatures. */
struct CopySignatures
{
    QString name = {}; ///< of the paper or the file
    QString unsignedBecause = {}; ///< where it has no signature: why, if that is known
    QList<evidence::SignatureVerdict> signatures = {}; ///< in the order in which they were made

    friend bool operator==(const CopySignatures &, const CopySignatures &) = default;
};

/** Who signed the electronic copies of a paper, for whom, when, and what is to be held of it; each signature is a stop of the keyboard that says all of it. */
class SignaturePanel : public QFrame
{
    Q_OBJECT

public:
    explicit SignaturePanel(QWidget *parent = nullptr);

    /** None: nothing is shown. */
    void setCopies(const QList<CopySignatures> &copies);
    /** Where the keyboard stops, in their order: whoever shows the panel says after what. */
    [[nodiscard]] const QList<QWidget *> &stops() const { return m_stops; }

private:
    void addCopy(const CopySignatures &copy);
    void addSignature(const QString &name, const evidence::SignatureVerdict &verdict);
    void addUnsigned(const CopySignatures &copy);
    [[nodiscard]] QVBoxLayout *addStop(const QString &spoken);

    QList<CopySignatures> m_copies;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_content = nullptr;
    QList<QWidget *> m_stops;
};

} // namespace motcua
