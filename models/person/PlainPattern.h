// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/CharacterSet.h"

#include <QList>
#include <QString>

#include <optional>

namespace motcua {

/**
 * A pattern that is no more than runs of characters one after another, such as "[0-9]{12}" or "0[2-9][0-9]{8,9}|\+[1-9][0-9]{6,14}".
 *
 * Nearly every rule of a number or a name is of this kind, and a form is judged at every keystroke: walking the text once takes a
 * twentieth of what a regular expression engine needs to be called. It says what the engine would say, or is not made.
 */
class PlainPattern
{
public:
    /**
     * The pattern, to be matched against whole texts; nothing when it has groups, look-around, back-references, classes other than
     * \p{L}, \p{M}, \d and ranges, or when it cannot be told where one run ends and the next begins without trying.
     */
    [[nodiscard]] static std::optional<PlainPattern> from(const QString &pattern);

    /** Whether the whole of `text` fits. Surrogate pairs never do: what is not made for them is left to the engine. */
    [[nodiscard]] bool fits(QStringView text) const;

    friend bool operator==(const PlainPattern &, const PlainPattern &) = default;

private:
    /** Which characters may stand in a run. */
    struct Characters
    {
        CharacterSet near = {}; ///< what `ranges`, `letters` and `marks` say of the characters it knows, and all of it there
        QList<std::pair<char16_t, char16_t>> ranges = {}; ///< beyond those
        bool letters = false; ///< \p{L}
        bool marks = false; ///< \p{M}

        [[nodiscard]] bool has(QChar c) const { return near.has(c.unicode()) || (c.unicode() >= CharacterSet::End && hasFar(c)); }
        [[nodiscard]] bool hasFar(QChar c) const;
        [[nodiscard]] bool meets(const Characters &other) const;
        void add(char16_t from, char16_t to);
        void addLetters();
        void addMarks();
        friend bool operator==(const Characters &, const Characters &) = default;
    };
    struct Run
    {
        Characters characters = {};
        int least = 1;
        int most = 1; ///< -1: without end

        friend bool operator==(const Run &, const Run &) = default;
    };
    using Runs = QList<Run>;
    class Reading;

    [[nodiscard]] static bool isDecided(const Runs &runs);
    [[nodiscard]] static bool fits(const Runs &runs, QStringView text);

    QList<Runs> m_alternatives;
};

} // namespace motcua
