// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"

#include <exception>
#include <utility>

namespace motcua::storage {

/** Carries an Error out of nested statements inside this folder; each public call turns it into a Result, so none leaves it. */
class StoreFault : public std::exception
{
public:
    explicit StoreFault(Error error)
        : m_error(std::move(error))
    {
    }
    StoreFault(ErrorCode code, const QString &detail)
        : m_error{code, detail}
    {
    }

    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const char *what() const noexcept override { return "StoreFault"; }

private:
    Error m_error;
};

} // namespace motcua::storage
