#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A private smart card service with two virtual readers for one test: pcsc_bench.sh DIR
# pcscd and its driver vpcd, which listens on all addresses, live in a network namespace of their own that reaches nobody; the service's socket is
# DIR/run/pcscd.comm, and a card is whatever listens on DIR/card0 or DIR/card1 (pcsc_relay.py). Says "ready"; the words "stop" and "start" on
# its input end and begin the service, the end of its input ends all.
set -eu
dir=$1
if [ "${2:-}" != inside ]; then
    mkdir -p "$dir/run" "$dir/conf"
    sed 's|^DEVICENAME.*|DEVICENAME /dev/null:0x8C7B|' /etc/reader.conf.d/vpcd > "$dir/conf/vpcd"
    exec unshare -n -m "$0" "$dir" inside
fi
mount --make-rprivate /
mkdir -p /run/pcscd
mount --bind "$dir/run" /run/pcscd
python3 "$(dirname "$0")/pcsc_relay.py" "$dir" > "$dir/relay.log" 2>&1 < /dev/null &
relay=$!
pcscd=
begin()
{
    rm -f "$dir"/run/pcscd.*
    /usr/sbin/pcscd --foreground --info --config "$dir/conf" >> "$dir/pcscd.log" 2>&1 < /dev/null &
    pcscd=$!
    for attempt in $(seq 200); do
        [ ! -S "$dir/run/pcscd.comm" ] || break
        [ "$attempt" -lt 200 ] || { echo "pcscd did not start" >&2; exit 1; }
        sleep .02
    done
}
end()
{
    [ -z "$pcscd" ] || kill "$pcscd" 2> /dev/null || true
    [ -z "$pcscd" ] || wait "$pcscd" 2> /dev/null || true
    pcscd=
}
trap 'end; kill "$relay" 2> /dev/null; wait' EXIT
begin
echo ready
while read -r word; do
    case $word in
    stop) end; echo stopped ;;
    start) begin; echo started ;;
    esac
done
