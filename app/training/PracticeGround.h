// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/Practice.h"

#include <functional>

namespace motcua::training {

/** Practice with the invented people of a folder of resources. */
class PracticeGround : public Practice
{
public:
    explicit PracticeGround(QString resources)
        : m_resources(std::move(resources))
    {
    }

    /** Everybody who practises on the same day meets the same people in the same order. */
    [[nodiscard]] QFuture<Result<MorningFilled>> fillMorning(const Workplace &place, int tickets) override;
    [[nodiscard]] QFuture<Result<std::optional<Story>>> story(const Workplace &place, const Id &ticket) override;
    void atDesk(const std::optional<Story> &story) override;
    /** What is told of who stands at the desk, for the devices of training. */
    void setDesk(std::function<void(const std::optional<Story> &)> desk) { m_desk = std::move(desk); }
    [[nodiscard]] QFuture<Result<std::optional<PracticeReport>>> report(const Workplace &place, const Id &ticket, const Visit &visit) override;

private:
    QString m_resources;
    std::function<void(const std::optional<Story> &)> m_desk;
};

} // namespace motcua::training
