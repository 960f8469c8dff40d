# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: a machine of its own for what needs a real systemd as its first process. It is a copy-on-write view of this one without a network; nothing of this machine is
# changed, and it goes with the script. Whoever sources it may name $units, of which a failure shows the state.
root=$(mktemp -d)
first=

fail() {
    printf 'FAIL: %s\n' "$*" >&2
    [[ -z $first ]] || inside "systemctl status --no-pager ${units:-}; journalctl --no-pager -n 60" >&2 || true
    exit 1
}
ending() {
    [[ -z $first ]] || kill -KILL "$first" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$root"
}
trap ending EXIT
inside() { nsenter -t "$first" -m -p -u -i -n -C --root="/proc/$first/root" --wd="/proc/$first/root" bash -euo pipefail -c "$1"; }
until_true() { # SECONDS COMMAND
    local end=$((SECONDS + $1))
    until inside "$2" >/dev/null 2>&1; do
        ((SECONDS < end)) || return 1
        sleep 0.2
    done
}
seen() { printf '%s\n' "$*"; }

begin_machine() {
    ((EUID == 0)) || fail "only root can make a machine of its own"
    cat >"$root/begin" <<'BEGIN'
set -euo pipefail
cd "$1"
mount -t tmpfs -o mode=755 scratch .
mkdir up work root
mount -t overlay overlay -o lowerdir=/,upperdir=up,workdir=work root
cd root
mount -t proc proc proc
for place in run tmp dev; do mount -t tmpfs -o mode=755 tmpfs $place; done
chmod 1777 tmp
mount --rbind /sys sys
for device in null zero full random urandom tty; do
    touch dev/$device
    mount --bind /dev/$device dev/$device
done
mkdir dev/pts dev/shm dev/mqueue dev/hugepages run/old
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
: >dev/console
# Nothing else of this machine is started there.
printf '[Unit]\nDescription=nothing but what is asked for\n' >etc/systemd/system/alone.target
ip link set lo up
pivot_root . run/old
umount -l run/old
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=alone.target
BEGIN
    unshare --pid --fork --kill-child --mount --uts --ipc --net --cgroup bash "$root/begin" "$root" </dev/null >"$root/out" 2>&1 &
    for _ in $(seq 100); do
        first=$(pgrep -P $! -x systemd || true)
        [[ -z $first ]] || ! inside 'systemctl is-active alone.target' >/dev/null 2>&1 || break
        sleep 0.2
    done
    [[ -n $first ]] || { cat "$root/out" >&2; fail "systemd did not start"; }
    seen "systemd $(inside 'systemctl --version' | head -n 1 | cut -d' ' -f2) is there"
}
