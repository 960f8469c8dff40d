// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/PqLibrary.h"

#include <QLibrary>

namespace motcua::centre {

bool PqLibrary::isThere() const
{
#define MOTCUA_PQ_IS_THERE(name) && name != nullptr
    return true MOTCUA_PQ_FUNCTIONS(MOTCUA_PQ_IS_THERE);
#undef MOTCUA_PQ_IS_THERE
}

const PqLibrary &pq()
{
    static const PqLibrary loaded = [] {
        PqLibrary functions;
        QLibrary library(QStringLiteral("pq"), 5); // stays loaded
#define MOTCUA_PQ_RESOLVE(name) functions.name = reinterpret_cast<decltype(&::name)>(library.resolve(#name));
        MOTCUA_PQ_FUNCTIONS(MOTCUA_PQ_RESOLVE)
#undef MOTCUA_PQ_RESOLVE
        return functions;
    }();
    return loaded;
}

} // namespace motcua::centre
