// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

#include <QStringList>

namespace motcua {

/** Whether the answer at `path`, in which way somebody showed who they are, is one that proves: the form lists them and says so. */
[[nodiscard]] bool showsIdentity(const FormSchema &form, const QString &path, const FieldValue &shown);

/**
 * The answers that go when `before` became `now`: how somebody showed who they are (roles "….shown", "….shownReason") says so of one person, and
 * with another number or document another person stands there.
 */
[[nodiscard]] QStringList shownOfAnother(const FormSchema &form, const FormDraft &before, const FormDraft &now);

} // namespace motcua
