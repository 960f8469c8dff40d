// SPDX-License-Identifier: GPL-3.0-or-later
// The part of libudev that the smart card service asks for the readers on its cables, loaded in front of the real one: there is one device, which is gone
// while the file $MOTCUA_PULLED_OUT exists, and what comes through the pipe $MOTCUA_CABLE tells of it: "r", it was pulled out, or "a", it is back.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

extern "C" {

struct udev
{ };
struct udev_enumerate
{ };
struct udev_list_entry
{ };
struct udev_monitor
{
    int pipe;
};
struct udev_device
{
    const char *action;
};

udev *udev_new()
{
    static udev one;
    return &one;
}
udev *udev_unref(udev *)
{
    return nullptr;
}

udev_enumerate *udev_enumerate_new(udev *)
{
    static udev_enumerate one;
    return &one;
}
int udev_enumerate_add_match_subsystem(udev_enumerate *, const char *)
{
    return 0;
}
int udev_enumerate_scan_devices(udev_enumerate *)
{
    return 0;
}
udev_list_entry *udev_enumerate_get_list_entry(udev_enumerate *)
{
    static udev_list_entry one;
    return access(std::getenv("MOTCUA_PULLED_OUT"), F_OK) == 0 ? nullptr : &one;
}
udev_enumerate *udev_enumerate_unref(udev_enumerate *)
{
    return nullptr;
}
const char *udev_list_entry_get_name(udev_list_entry *)
{
    return "/sys/reader";
}
udev_list_entry *udev_list_entry_get_next(udev_list_entry *)
{
    return nullptr;
}

udev_device *udev_device_new_from_syspath(udev *, const char *)
{
    static udev_device one{"add"};
    return &one;
}
udev_device *udev_device_get_parent_with_subsystem_devtype(udev_device *device, const char *, const char *)
{
    return device;
}
const char *udev_device_get_action(udev_device *device)
{
    return device->action;
}
const char *udev_device_get_devnode(udev_device *)
{
    return "/dev/reader";
}
const char *udev_device_get_sysname(udev_device *)
{
    return "reader";
}
const char *udev_device_get_sysattr_value(udev_device *, const char *name)
{
    return std::strcmp(name, "idVendor") == 0 || std::strcmp(name, "idProduct") == 0 ? "0x0001" : nullptr; // as pcsc_bench.sh has them
}
udev_device *udev_device_unref(udev_device *)
{
    return nullptr;
}

udev_monitor *udev_monitor_new_from_netlink(udev *, const char *)
{
    static udev_monitor one{open(std::getenv("MOTCUA_CABLE"), O_RDWR | O_CLOEXEC)};
    return &one;
}
int udev_monitor_filter_add_match_subsystem_devtype(udev_monitor *, const char *, const char *)
{
    return 0;
}
int udev_monitor_enable_receiving(udev_monitor *monitor)
{
    return monitor->pipe < 0 ? -errno : 0;
}
int udev_monitor_get_fd(udev_monitor *monitor)
{
    return monitor->pipe;
}
udev_device *udev_monitor_receive_device(udev_monitor *monitor)
{
    static udev_device pulled{"remove"};
    static udev_device plugged{"add"};
    char what = 0;
    return read(monitor->pipe, &what, 1) != 1 ? nullptr : what == 'r' ? &pulled : &plugged;
}

} // extern "C"
