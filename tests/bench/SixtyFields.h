// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/form/FormChecker.h"

#include <QByteArray>
#include <QJsonObject>

#include <array>

namespace motcua::bench {

/** A form of sixty questions as the larger declarations have them, and the code somebody would write for just this form. */
struct SixtyFields
{
    static constexpr int Count = 60;

    /** What ajv 8 took to validate such a form, µs; measured 2026-11, see peers.json. */
    static constexpr double AjvMicroseconds = 4.5;

    [[nodiscard]] static QByteArray rules(); ///< motcua.rules/1
    [[nodiscard]] static QJsonObject form(int fields = Count); ///< motcua.form/1
    [[nodiscard]] static QJsonObject procedure(int number); ///< motcua.procedure/1 over form-0 … form-49
    [[nodiscard]] static FormSchema schema(int fields = Count); ///< more of the same questions, for who wants a longer form

    /** A draft with nothing wrong in it. */
    [[nodiscard]] static FormDraft draft();

    using Record = std::array<QString, Count>;
    [[nodiscard]] static Record record(const FormDraft &draft);

    /** How many of the form's demands `record` breaks: the floor, without schema, states, or places to point at. */
    [[nodiscard]] static int faults(const Record &record, QDate today);
};

} // namespace motcua::bench
