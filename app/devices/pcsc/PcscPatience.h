// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace motcua {

/**
 * What `ask` answers, or nothing when it has not within `patience`: the service, and the library for it, may wait for ever and cannot be told to stop. Asked
 * on a thread of its own, so `ask` owns what it needs; an answer that comes too late is given to `late` there, and dropped.
 */
template <typename Answer>
[[nodiscard]] std::optional<Answer> answerWithin(std::chrono::milliseconds patience, std::function<Answer()> ask, std::function<void(Answer &)> late = {})
{
    struct Wish
    {
        std::mutex mutex;
        std::condition_variable answered;
        std::optional<Answer> answer;
        bool isGivenUp = false;
    };
    const auto wish = std::make_shared<Wish>();
    std::thread([wish, ask = std::move(ask), late = std::move(late)] {
        Answer made = ask();
        const std::lock_guard lock(wish->mutex);
        if (!wish->isGivenUp) {
            wish->answer.emplace(std::move(made));
            wish->answered.notify_all();
        } else if (late) {
            late(made);
        }
    }).detach();
    std::unique_lock lock(wish->mutex);
    if (!wish->answered.wait_for(lock, patience, [&wish] { return wish->answer.has_value(); })) {
        wish->isGivenUp = true;
        return {};
    }
    return std::move(wish->answer);
}

} // namespace motcua
