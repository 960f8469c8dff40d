// SPDX-License-Identifier: GPL-3.0-or-later
// A driver for the smart card service in front of the one of the virtual readers: they hang on a cable (PulledUdev.cpp), which those do not, and are asked
// for their card fifty times a second in place of every 400 ms. Nothing answers while the file $MOTCUA_PULLED_OUT exists. The driver behind is
// $MOTCUA_VIRTUAL_READER, and it knows its readers by the name $MOTCUA_VIRTUAL_DEVICE.
extern "C" {
#include <ifdhandler.h> // which says so of none of its functions
}

#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <poll.h>
#include <unistd.h>

namespace {

constexpr int LookEvery = 20; // milliseconds

bool isPulledOut()
{
    return access(std::getenv("MOTCUA_PULLED_OUT"), F_OK) == 0;
}

/** The function of this name in the driver behind. */
template <typename Function>
Function *behind(Function *, const char *name)
{
    static void *const driver = dlopen(std::getenv("MOTCUA_VIRTUAL_READER"), RTLD_NOW | RTLD_LOCAL);
    if (!driver) {
        std::abort();
    }
    return reinterpret_cast<Function *>(dlsym(driver, name));
}

/** The service looks at the card when this comes back. */
RESPONSECODE waitForCard(DWORD, int)
{
    poll(nullptr, 0, LookEvery);
    return IFD_SUCCESS;
}

} // namespace

#define MOTCUA_BEHIND(function) behind(&function, #function)

RESPONSECODE IFDHCreateChannelByName(DWORD lun, LPSTR)
{
    return isPulledOut() ? IFD_NO_SUCH_DEVICE : MOTCUA_BEHIND(IFDHCreateChannelByName)(lun, std::getenv("MOTCUA_VIRTUAL_DEVICE"));
}

RESPONSECODE IFDHCreateChannel(DWORD lun, DWORD channel)
{
    return isPulledOut() ? IFD_NO_SUCH_DEVICE : MOTCUA_BEHIND(IFDHCreateChannel)(lun, channel);
}

RESPONSECODE IFDHCloseChannel(DWORD lun)
{
    return MOTCUA_BEHIND(IFDHCloseChannel)(lun);
}

RESPONSECODE IFDHGetCapabilities(DWORD lun, DWORD tag, PDWORD length, PUCHAR value)
{
    if (tag == TAG_IFD_POLLING_THREAD_WITH_TIMEOUT && *length >= sizeof(void *)) {
        RESPONSECODE (*const wait)(DWORD, int) = waitForCard;
        std::memcpy(value, &wait, sizeof wait);
        *length = sizeof wait;
        return IFD_SUCCESS;
    }
    return MOTCUA_BEHIND(IFDHGetCapabilities)(lun, tag, length, value);
}

RESPONSECODE IFDHSetCapabilities(DWORD lun, DWORD tag, DWORD length, PUCHAR value)
{
    return MOTCUA_BEHIND(IFDHSetCapabilities)(lun, tag, length, value);
}

RESPONSECODE IFDHSetProtocolParameters(DWORD lun, DWORD protocol, UCHAR flags, UCHAR pts1, UCHAR pts2, UCHAR pts3)
{
    return MOTCUA_BEHIND(IFDHSetProtocolParameters)(lun, protocol, flags, pts1, pts2, pts3);
}

RESPONSECODE IFDHPowerICC(DWORD lun, DWORD action, PUCHAR atr, PDWORD length)
{
    return isPulledOut() ? IFD_NO_SUCH_DEVICE : MOTCUA_BEHIND(IFDHPowerICC)(lun, action, atr, length);
}

RESPONSECODE IFDHTransmitToICC(
    DWORD lun, SCARD_IO_HEADER send, PUCHAR command, DWORD size, PUCHAR answer, PDWORD room, PSCARD_IO_HEADER received)
{
    return isPulledOut() ? IFD_NO_SUCH_DEVICE : MOTCUA_BEHIND(IFDHTransmitToICC)(lun, send, command, size, answer, room, received);
}

RESPONSECODE IFDHControl(DWORD lun, DWORD code, PUCHAR sent, DWORD size, PUCHAR answer, DWORD room, LPDWORD returned)
{
    return isPulledOut() ? IFD_NO_SUCH_DEVICE : MOTCUA_BEHIND(IFDHControl)(lun, code, sent, size, answer, room, returned);
}

RESPONSECODE IFDHICCPresence(DWORD lun)
{
    return isPulledOut() ? IFD_NO_SUCH_DEVICE : MOTCUA_BEHIND(IFDHICCPresence)(lun);
}
