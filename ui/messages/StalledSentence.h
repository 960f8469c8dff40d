// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace motcua {

/** Why a sheet waits at the printer, that it is not lost, and what to do; `reasons` are those of PrintState. In the language of the window. */
[[nodiscard]] QString stalledSentence(const QStringList &reasons);

} // namespace motcua
