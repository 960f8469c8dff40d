// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dossier/Receiver.h"
#include "ui/dossier/Want.h"

#include <QList>
#include <QWidget>

#include <optional>

class QAbstractButton;
class QButtonGroup;
class QLineEdit;

namespace motcua {

struct StepSheet;

/** Who takes a result away: one of who is known, somebody with an authority, or the post with the number of the envelope. IdentityBox asks the rest. */
class ReceiverBox : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiverBox(const StepSheet &sheet, QWidget *parent = nullptr);

    /** The choices, for whoever numbers them; each has its words as its accessible name. */
    [[nodiscard]] QList<QAbstractButton *> choices() const;

    [[nodiscard]] std::optional<Receiver::Who> who() const;
    /** Who it is, and where it is the post the number; nothing while nobody is chosen. */
    [[nodiscard]] std::optional<Receiver> receiver() const;
    [[nodiscard]] QList<Want> wants() const;

    /** The number that was scanned goes back with the envelope; false when it is not asked for or stands here already. */
    bool takeTracking(const QString &text);

Q_SIGNALS:
    void edited();

private:
    void addPost();

    QButtonGroup *m_choices = nullptr;
    QWidget *m_post = nullptr;
    QLineEdit *m_tracking = nullptr;
};

} // namespace motcua
