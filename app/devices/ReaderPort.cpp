// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/ReaderPort.h"

#include <cerrno>

namespace motcua {

ReaderPort::Opened ReaderPort::failed(int error)
{
    using State = CodeReader::State;
    using Trouble = CodeReader::Trouble;
    switch (error) {
    case ENOENT:
    case ENODEV:
    case ENXIO:
    case EIO: // the other end of it is not there
        return {State::None, Trouble::Nothing};
    case EBUSY:
    case EWOULDBLOCK:
        return {State::Failed, Trouble::InUse};
    case EACCES:
    case EPERM:
        return {State::Failed, Trouble::NotAllowed};
    case ENOTTY:
    case EISDIR:
    case ENOTDIR:
        return {State::Failed, Trouble::NotAReader};
    default:
        return {State::Failed, Trouble::Broken};
    }
}

} // namespace motcua
