// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace motcua {

/** What the system knows of the way out: enough to be woken when it comes back, and to be sparing where bytes cost. Never a reason not to try. */
class Line : public QObject
{
    Q_OBJECT

public:
    enum class Reach { Unknown, None, Local, Site, Online };
    enum class Cost { Unknown, Free, Metered };

    struct State
    {
        Reach reach = Reach::Unknown;
        Cost cost = Cost::Unknown;
        bool isCaptive = false; ///< the system says that the network wants a sign-in

        friend bool operator==(const State &, const State &) = default;
    };

    [[nodiscard]] virtual State state() const = 0;

Q_SIGNALS:
    /** It is another than it was, and has been so for a moment. */
    void changed(motcua::Line::State state);

protected:
    using QObject::QObject;
};

} // namespace motcua

Q_DECLARE_METATYPE(motcua::Line::State)
