// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/SaneLibrary.h"

#include <dlfcn.h>

namespace motcua::worker {

bool SaneLibrary::isThere() const
{
#define MOTCUA_SANE_IS_THERE(name) && name != nullptr
    return true MOTCUA_SANE_FUNCTIONS(MOTCUA_SANE_IS_THERE);
#undef MOTCUA_SANE_IS_THERE
}

SaneLibrary SaneLibrary::load()
{
    SaneLibrary functions;
    if (void *const library = ::dlopen("libsane.so.1", RTLD_NOW | RTLD_LOCAL)) {
#define MOTCUA_SANE_RESOLVE(name) functions.name = reinterpret_cast<decltype(&::name)>(::dlsym(library, #name));
        MOTCUA_SANE_FUNCTIONS(MOTCUA_SANE_RESOLVE)
#undef MOTCUA_SANE_RESOLVE
    }
    return functions;
}

} // namespace motcua::worker
