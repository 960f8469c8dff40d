// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/Sentence.h"
#include "ui/widgets/Notice.h"

#include <QCoreApplication>

namespace motcua {

/** An error as the strip tells it: what happened, whether anything was lost, what to do, and its code for who is asked. */
[[nodiscard]] inline Notice notice(const Error &error)
{
    return {Notice::Kind::Danger, sentence(error).textWithCode(), {}};
}

/** Why whoever stands beside the officer does not answer for what was to be recorded. */
[[nodiscard]] inline Notice vouchNotice(const Error &error)
{
    return error.code == ErrorCode::NotAllowed
        ? Notice{Notice::Kind::Danger, QCoreApplication::translate("ErrorNotice", "This person may not answer for others here. Nothing was recorded. Ask a supervisor."), {}}
        : notice(error);
}

} // namespace motcua
