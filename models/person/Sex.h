// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace motcua {

/** The sex Vietnamese identity papers name: Nam or Nữ. */
enum class Sex { Male, Female };

} // namespace motcua
