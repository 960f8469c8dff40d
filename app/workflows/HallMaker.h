// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hall/LocalHall.h"
#include "app/workflows/Workplace.h"

#include <functional>
#include <memory>

namespace motcua {

/** Makes the hall of a desk, in which `author`, an act without subject, does what is done. An empty one: the hall of the desk's store alone. */
class HallMaker
{
public:
    using Maker = std::function<std::unique_ptr<Hall>(const Workplace &place, const Act &author)>;

    HallMaker() = default;
    explicit HallMaker(Maker maker)
        : m_maker(std::move(maker))
    {
    }

    /** Never null. */
    [[nodiscard]] std::unique_ptr<Hall> make(const Workplace &place, const Act &author) const
    {
        return m_maker ? m_maker(place, author) : std::make_unique<LocalHall>(place.store, author, place.law.hall);
    }

private:
    Maker m_maker;
};

} // namespace motcua
