// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/cups/CupsLibrary.h"

#include <QLibrary>

namespace motcua {

bool CupsLibrary::isThere() const
{
#define MOTCUA_CUPS_IS_THERE(name) && name != nullptr
    return true MOTCUA_CUPS_FUNCTIONS(MOTCUA_CUPS_IS_THERE);
#undef MOTCUA_CUPS_IS_THERE
}

const CupsLibrary &cups()
{
    static const CupsLibrary loaded = [] {
        CupsLibrary functions;
        QLibrary library(QStringLiteral("cups"), 2); // stays loaded
#define MOTCUA_CUPS_RESOLVE(name) functions.name = reinterpret_cast<decltype(&::name)>(library.resolve(#name));
        MOTCUA_CUPS_FUNCTIONS(MOTCUA_CUPS_RESOLVE)
#undef MOTCUA_CUPS_RESOLVE
        return functions;
    }();
    return loaded;
}

} // namespace motcua
