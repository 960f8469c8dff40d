// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Id.h"

#include <QString>

namespace motcua {

/** What spoolers log and show about a job: a form number and the id of the sheet, so it cannot carry personal data. */
class JobTitle
{
public:
    /** `form` is a form number; anything in it but ASCII letters, digits, dot and dash is dropped. */
    JobTitle(const QString &form, const Id &sheet);

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

} // namespace motcua
