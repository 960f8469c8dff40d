// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormSchema.h"

#include <QStringList>

namespace motcua {

/**
 * Whether the answer in which way `person` ("applicant", "submitter") showed who they are is one that proves: the form lists them and says so, for
 * a number from where theirs comes.
 */
[[nodiscard]] bool showsIdentity(const FormSchema &form, const FormDraft &draft, const QString &person);

/**
 * The answers that go when `before` became `now`: how somebody showed who they are (roles "….shown", "….shownReason") says so of one person, and
 * with another number or document another person stands there.
 */
[[nodiscard]] QStringList shownOfAnother(const FormSchema &form, const FormDraft &before, const FormDraft &now);

} // namespace motcua
