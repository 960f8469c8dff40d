#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A private smart card service with two virtual readers for one test: pcsc_bench.sh DIR [DRIVER]
# pcscd and its driver vpcd, which listens on all addresses, live in a network namespace of their own that reaches nobody; the service's socket is
# DIR/run/pcscd.comm, and a card is whatever listens on DIR/card0 or DIR/card1 (pcsc_relay.py). With DRIVER (PulledReader.cpp, PulledUdev.cpp) vpcd stands
# behind that, and the two are slots of a reader on a cable.
# Says "ready"; of the words on its input "stop" and "start" end and begin the service, "kill" ends it without a word to anybody, "freeze" and "thaw"
# stop it where it stands, "pull" and "plug" pull the cable and put it back. The end of its input ends all.
set -eu
dir=$1
driver=${2:-}
if [ "${3:-}" != inside ]; then
    mkdir -p "$dir/run" "$dir/conf"
    sed 's|^DEVICENAME.*|DEVICENAME /dev/null:0x8C7B|' /etc/reader.conf.d/vpcd > "$dir/conf/vpcd"
    exec unshare -n -m "$0" "$dir" "$driver" inside
fi
mount --make-rprivate /
mkdir -p /run/pcscd
mount --bind "$dir/run" /run/pcscd
preload=
if [ -n "$driver" ]; then
    cp "$(sed -n 's|^LIBPATH *||p' "$dir/conf/vpcd")" "$dir/vpcd.so" # out of the folder that ours comes over
    MOTCUA_VIRTUAL_DEVICE=$(sed -n 's|^DEVICENAME *||p' "$dir/conf/vpcd")
    export MOTCUA_VIRTUAL_READER="$dir/vpcd.so" MOTCUA_VIRTUAL_DEVICE MOTCUA_PULLED_OUT="$dir/pulled" MOTCUA_CABLE="$dir/cable"
    preload=$driver
    rm "$dir/conf/vpcd" # none but what is on the cable
    mkfifo "$dir/cable"
    contents=$dir/drivers/reader.bundle/Contents
    mkdir -p "$contents/Linux"
    ln -s "$driver" "$contents/Linux/reader.so"
    cat > "$contents/Info.plist" << END
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>reader.so</string>
<key>ifdVendorID</key><array><string>0x0001</string></array>
<key>ifdProductID</key><array><string>0x0001</string></array>
<key>ifdFriendlyName</key><array><string>Virtual PCD</string></array>
</dict></plist>
END
    mount --bind "$dir/drivers" /usr/lib/pcsc/drivers
fi
python3 "$(dirname "$0")/pcsc_relay.py" "$dir" > "$dir/relay.log" 2>&1 < /dev/null &
relay=$!
pcscd=
begin()
{
    rm -f "$dir"/run/pcscd.*
    LD_PRELOAD=$preload /usr/sbin/pcscd --foreground --info --config "$dir/conf" >> "$dir/pcscd.log" 2>&1 < /dev/null &
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
begin
echo ready
while read -r word; do
    case $word in
    stop) end; echo stopped ;;
    kill) end -KILL; echo killed ;;
    start) begin; echo started ;;
    freeze) kill -STOP "$pcscd"; echo frozen ;;
    thaw) kill -CONT "$pcscd"; echo thawed ;;
    pull) touch "$dir/pulled"; printf r > "$dir/cable"; echo pulled ;;
    plug) rm "$dir/pulled"; printf a > "$dir/cable"; echo plugged ;;
    esac
done
