#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A private smart card service with two virtual readers for one test: pcsc_bench.sh DIR [DRIVER]
# pcscd and its driver vpcd, which listens on all addresses, live in a network namespace of their own that reaches nobody; the service's socket is
# DIR/run/pcscd.comm, and a card is whatever listens on DIR/card0 or DIR/card1 (pcsc_relay.py). DRIVER stands in front of vpcd (PulledReader.cpp).
# Says "ready"; of the words on its input "stop" and "start" end and begin the service, "bare" begins it without any reader, "kill" ends it without a
# word to anybody, "freeze" and "thaw" stop it where it stands, "pull" and "plug" take the readers off their cable and back (with DRIVER). The end of its
# input ends all.
set -eu
dir=$1
driver=${2:-}
if [ "${3:-}" != inside ]; then
    mkdir -p "$dir/run" "$dir/conf" "$dir/bare"
    sed 's|^DEVICENAME.*|DEVICENAME /dev/null:0x8C7B|' /etc/reader.conf.d/vpcd > "$dir/conf/vpcd"
    exec unshare -n -m "$0" "$dir" "$driver" inside
fi
if [ -n "$driver" ]; then
    MOTCUA_VIRTUAL_READER=$(sed -n 's|^LIBPATH *||p' /etc/reader.conf.d/vpcd)
    export MOTCUA_VIRTUAL_READER MOTCUA_PULLED_OUT="$dir/pulled"
    sed -i "s|^LIBPATH.*|LIBPATH $driver|" "$dir/conf/vpcd"
fi
mount --make-rprivate /
mkdir -p /run/pcscd
mount --bind "$dir/run" /run/pcscd
python3 "$(dirname "$0")/pcsc_relay.py" "$dir" > "$dir/relay.log" 2>&1 < /dev/null &
relay=$!
pcscd=
begin()
{
    end
    rm -f "$dir"/run/pcscd.*
    /usr/sbin/pcscd --foreground --info --config "$dir/$1" >> "$dir/pcscd.log" 2>&1 < /dev/null &
    pcscd=$!
    for attempt in $(seq 200); do
        [ ! -S "$dir/run/pcscd.comm" ] || break
        [ "$attempt" -lt 200 ] || { echo "pcscd did not start" >&2; exit 1; }
        sleep .02
    done
}
end()
{
    [ -z "$pcscd" ] || kill "${1:--TERM}" "$pcscd" 2> /dev/null || true
    [ -z "$pcscd" ] || kill -CONT "$pcscd" 2> /dev/null || true
    [ -z "$pcscd" ] || wait "$pcscd" 2> /dev/null || true
    pcscd=
}
trap 'end; kill "$relay" 2> /dev/null; wait' EXIT
begin conf
echo ready
while read -r word; do
    case $word in
    stop) end; echo stopped ;;
    kill) end -KILL; echo killed ;;
    start) begin conf; echo started ;;
    bare) begin bare; echo started ;;
    freeze) kill -STOP "$pcscd"; echo frozen ;;
    thaw) kill -CONT "$pcscd"; echo thawed ;;
    pull) touch "$dir/pulled"; echo pulled ;;
    plug) rm -f "$dir/pulled"; echo plugged ;;
    esac
done
