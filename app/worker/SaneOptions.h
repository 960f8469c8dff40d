// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/worker/SaneLibrary.h"

#include <optional>
#include <string>
#include <vector>

namespace motcua::worker {

/**
 * The options of an open scanner by their names. Each is looked up anew whenever it is asked for: setting one may change what others are, or move them.
 * What there is not, is inactive, or is of another type than asked, is not there.
 */
class SaneOptions
{
public:
    SaneOptions(const SaneLibrary &sane, SANE_Handle scanner)
        : m_sane(sane)
        , m_scanner(scanner)
    {
    }

    /** What a number may be, in the unit of the option. */
    struct Numbers
    {
        std::vector<double> only = {}; ///< in ascending order; empty: any of least to most
        double least = 0;
        double most = 0;
        double step = 0; ///< from least; 0: any
        bool isPixels = false;
    };

    [[nodiscard]] bool has(const char *name) const { return find(name).has_value(); }
    [[nodiscard]] std::vector<std::string> words(const char *name) const; ///< of an option that chooses one of several texts
    [[nodiscard]] std::optional<Numbers> numbers(const char *name) const;
    [[nodiscard]] std::optional<double> number(const char *name) const; ///< as it stands
    [[nodiscard]] std::optional<bool> flag(const char *name) const; ///< as it stands, also where nobody may set it: a sensor

    // What the scanner says; INVAL when there is no such option or nobody may set it.
    [[nodiscard]] SANE_Status setWord(const char *name, const std::string &word) const;
    [[nodiscard]] SANE_Status setNumber(const char *name, double value) const;
    [[nodiscard]] SANE_Status setFlag(const char *name, bool flag) const;

private:
    struct Found
    {
        SANE_Int index = 0;
        const SANE_Option_Descriptor *option = nullptr; ///< until the next is set
    };
    [[nodiscard]] std::optional<Found> find(const char *name) const;
    [[nodiscard]] std::optional<Found> findSettable(const char *name, SANE_Value_Type type) const;
    [[nodiscard]] std::optional<SANE_Word> word(const Found &found) const;

    const SaneLibrary &m_sane;
    SANE_Handle m_scanner;
};

} // namespace motcua::worker
