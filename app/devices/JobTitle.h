// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"

#include <QList>
#include <QString>

namespace motcua {

/** What spoolers log and show about a job: a form number and the ids of its sheets, so it cannot carry personal data. */
class JobTitle
{
public:
    /** `form` is a form number; anything in it but ASCII letters, digits, dot and dash is dropped. */
    JobTitle(const QString &form, const Id &sheet);

    /** Of a job of several; of more sheets than a job's name has room for, how many more there are. */
    JobTitle(const QString &form, const QList<Id> &sheets);

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

} // namespace motcua
