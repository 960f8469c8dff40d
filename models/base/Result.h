// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/Error.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace motcua {

/** A value, or the reason there is none. The part of C++23's std::expected that we use, which will replace it. */
template <typename T = std::monostate, typename E = Error>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result()
        requires std::is_same_v<T, std::monostate>
    = default;
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(E error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const E &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, E> m_state;
};

} // namespace motcua
