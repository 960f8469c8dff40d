// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/SaneOptions.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace motcua::worker {

namespace {

constexpr SANE_Int MostOptions = 1'000;
constexpr SANE_Int MostTextSize = 4'096;
constexpr int MostWords = 256;

bool isNumber(const SANE_Option_Descriptor &option)
{
    return (option.type == SANE_TYPE_INT || option.type == SANE_TYPE_FIXED) && option.size == static_cast<SANE_Int>(sizeof(SANE_Word));
}

double valueOf(const SANE_Option_Descriptor &option, SANE_Word word)
{
    return option.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : double(word);
}

SANE_Word wordOf(const SANE_Option_Descriptor &option, double value)
{
    constexpr double Most = 32'767;
    return option.type == SANE_TYPE_FIXED ? static_cast<SANE_Word>(std::lround(std::clamp(value, -Most, Most) * (1 << SANE_FIXED_SCALE_SHIFT)))
                                          : static_cast<SANE_Word>(std::lround(value));
}

} // namespace

std::optional<SaneOptions::Found> SaneOptions::find(const char *name) const
{
    // Option 0 is how many there are.
    SANE_Int count = 0;
    if (!m_sane.sane_get_option_descriptor(m_scanner, 0) || m_sane.sane_control_option(m_scanner, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD) {
        return {};
    }
    for (SANE_Int i = 1; i < std::min(count, MostOptions); ++i) {
        const SANE_Option_Descriptor *const option = m_sane.sane_get_option_descriptor(m_scanner, i);
        if (option && option->name && std::strcmp(option->name, name) == 0 && SANE_OPTION_IS_ACTIVE(option->cap)) {
            return Found{i, option};
        }
    }
    return {};
}

std::optional<SaneOptions::Found> SaneOptions::findSettable(const char *name, SANE_Value_Type type) const
{
    const auto found = find(name);
    return found && SANE_OPTION_IS_SETTABLE(found->option->cap) && found->option->type == type ? found : std::nullopt;
}

std::optional<SANE_Word> SaneOptions::word(const Found &found) const
{
    SANE_Word word = 0;
    if (found.option->size != static_cast<SANE_Int>(sizeof word)
        || m_sane.sane_control_option(m_scanner, found.index, SANE_ACTION_GET_VALUE, &word, nullptr) != SANE_STATUS_GOOD) {
        return {};
    }
    return word;
}

std::vector<std::string> SaneOptions::words(const char *name) const
{
    std::vector<std::string> all;
    const auto found = find(name);
    if (found && found->option->type == SANE_TYPE_STRING && found->option->constraint_type == SANE_CONSTRAINT_STRING_LIST && found->option->constraint.string_list) {
        for (const SANE_String_Const *word = found->option->constraint.string_list; *word && all.size() < MostWords; ++word) {
            all.emplace_back(*word);
        }
    }
    return all;
}

std::optional<SaneOptions::Numbers> SaneOptions::numbers(const char *name) const
{
    const auto found = find(name);
    if (!found || !isNumber(*found->option)) {
        return {};
    }
    const SANE_Option_Descriptor &option = *found->option;
    Numbers numbers;
    numbers.isPixels = option.unit == SANE_UNIT_PIXEL;
    if (option.constraint_type == SANE_CONSTRAINT_RANGE && option.constraint.range) {
        numbers.least = valueOf(option, option.constraint.range->min);
        numbers.most = valueOf(option, option.constraint.range->max);
        numbers.step = valueOf(option, option.constraint.range->quant);
        return numbers.most >= numbers.least ? std::optional(numbers) : std::nullopt;
    }
    if (option.constraint_type == SANE_CONSTRAINT_WORD_LIST && option.constraint.word_list) {
        const SANE_Word *const list = option.constraint.word_list;
        for (SANE_Word i = 1; i <= std::min(list[0], SANE_Word(MostWords)); ++i) {
            numbers.only.push_back(valueOf(option, list[i]));
        }
        std::sort(numbers.only.begin(), numbers.only.end());
        if (numbers.only.empty()) {
            return {};
        }
        numbers.least = numbers.only.front();
        numbers.most = numbers.only.back();
        return numbers;
    }
    // Whatever the scanner lets nobody choose is what stands.
    if (const auto stands = number(name)) {
        numbers.only = {*stands};
        numbers.least = numbers.most = *stands;
        return numbers;
    }
    return {};
}

std::optional<double> SaneOptions::number(const char *name) const
{
    const auto found = find(name);
    const auto value = found && isNumber(*found->option) ? word(*found) : std::nullopt;
    return value ? std::optional(valueOf(*found->option, *value)) : std::nullopt;
}

std::optional<bool> SaneOptions::flag(const char *name) const
{
    const auto found = find(name);
    const auto value = found && found->option->type == SANE_TYPE_BOOL ? word(*found) : std::nullopt;
    return value ? std::optional(*value != SANE_FALSE) : std::nullopt;
}

SANE_Status SaneOptions::setWord(const char *name, const std::string &word) const
{
    const auto found = findSettable(name, SANE_TYPE_STRING);
    if (!found || found->option->size <= static_cast<SANE_Int>(word.size()) || found->option->size > MostTextSize) {
        return SANE_STATUS_INVAL;
    }
    std::vector<char> text(static_cast<std::size_t>(found->option->size), '\0'); // which the scanner may write into
    std::copy(word.begin(), word.end(), text.begin());
    return m_sane.sane_control_option(m_scanner, found->index, SANE_ACTION_SET_VALUE, text.data(), nullptr);
}

SANE_Status SaneOptions::setNumber(const char *name, double value) const
{
    auto found = findSettable(name, SANE_TYPE_INT);
    if (!found) {
        found = findSettable(name, SANE_TYPE_FIXED);
    }
    if (!found || !isNumber(*found->option)) {
        return SANE_STATUS_INVAL;
    }
    SANE_Word word = wordOf(*found->option, value);
    return m_sane.sane_control_option(m_scanner, found->index, SANE_ACTION_SET_VALUE, &word, nullptr);
}

SANE_Status SaneOptions::setFlag(const char *name, bool flag) const
{
    const auto found = findSettable(name, SANE_TYPE_BOOL);
    if (!found || found->option->size != static_cast<SANE_Int>(sizeof(SANE_Bool))) {
        return SANE_STATUS_INVAL;
    }
    SANE_Bool value = flag ? SANE_TRUE : SANE_FALSE;
    return m_sane.sane_control_option(m_scanner, found->index, SANE_ACTION_SET_VALUE, &value, nullptr);
}

} // namespace motcua::worker
