#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A private print server for one test: cups_bench.sh DIR CUPS_PORT PRINTER_PORT A4_PRINTER_PORT
# Starts ippeveprinter (an IPP Everywhere printer in software) and cupsd on loopback with everything they write under
# DIR, makes the queues "Bench", "Shut" (refuses jobs) and "A4" (takes no A5), says "ready" and ends all when its input
# is closed.
set -eu
dir=$1 cups_port=$2 printer_port=$3 a4_port=$4
mkdir -p "$dir"/{etc/ssl,spool/tmp,cache,log,run,sheets,a4}
cp /usr/share/cups/mime/* "$dir/etc/"
chgrp -R lp "$dir"
chmod 711 "$dir"
chmod 710 "$dir/spool"
chmod 1770 "$dir/spool/tmp"
chmod 775 "$dir/cache"
cat > "$dir/etc/cups-files.conf" <<C
ServerRoot $dir/etc
RequestRoot $dir/spool
TempDir $dir/spool/tmp
CacheDir $dir/cache
StateDir $dir/run
AccessLog $dir/log/access
ErrorLog $dir/log/error
PageLog $dir/log/page
User lp
Group lp
SystemGroup root
Printcap $dir/run/printcap
C
cat > "$dir/etc/cupsd.conf" <<C
Listen 127.0.0.1:$cups_port
Browsing Off
LogLevel info
DefaultAuthType None
WebInterface No
PreserveJobFiles No
<Location />
 Order allow,deny
 Allow 127.0.0.1
</Location>
<Location /admin>
 Order allow,deny
 Allow 127.0.0.1
</Location>
<Policy default>
<Limit All>
 Order deny,allow
</Limit>
</Policy>
C
# ippeveprinter refuses to start without a system bus even when told to announce nothing: it gets one of its own.
dbus-daemon --session --nofork --nopidfile --address="unix:path=$dir/run/bus" > "$dir/log/bus" 2>&1 < /dev/null &
bus=$!
for attempt in $(seq 100); do
    [ ! -S "$dir/run/bus" ] || break
    sleep .02
done
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$dir/run/bus
/usr/sbin/ippeveprinter -r off -n localhost -p "$printer_port" -d "$dir/sheets" -k -c /bin/true \
    -P "$(dirname "$0")/bench.ppd" Bench > "$dir/log/printer" 2>&1 < /dev/null &
printer=$!
/usr/sbin/ippeveprinter -r off -n localhost -p "$a4_port" -d "$dir/a4" -k -c /bin/true -f application/pdf,image/pwg-raster A4 \
    > "$dir/log/a4" 2>&1 < /dev/null &
a4=$!
/usr/sbin/cupsd -f -c "$dir/etc/cupsd.conf" -s "$dir/etc/cups-files.conf" > "$dir/log/out" 2>&1 < /dev/null &
cups=$!
trap 'kill $cups $printer $a4 $bus 2>/dev/null; wait' EXIT
echo "pids $cups $printer $a4 $bus"
for port in "$printer_port" "$a4_port" "$cups_port"; do
    for attempt in $(seq 100); do
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && break
        [ "$attempt" -lt 100 ] || { echo "no server on port $port" >&2; exit 1; }
        sleep .1
    done
done
server=127.0.0.1:$cups_port
queue()
{
    /usr/sbin/lpadmin -h "$server" -p "$1" -E -D "$3" -v "ipp://localhost:$2/ipp/print" -m everywhere 2>> "$dir/log/lpadmin"
}
queue Bench "$printer_port" "Máy in quầy 3"
queue Shut "$printer_port" "Máy in đã khoá"
queue A4 "$a4_port" "Máy in A4"
# cupsd asks the printers what they can in the background and only then opens their queues, undoing an earlier refusal.
for attempt in $(seq 200); do
    [ "$(grep -c 'is now available' "$dir/log/error" || true)" -lt 3 ] || break
    [ "$attempt" -lt 200 ] || { echo "the queues did not open" >&2; exit 1; }
    sleep .1
done
/usr/sbin/cupsreject -h "$server" Shut
/usr/sbin/lpadmin -h "$server" -d Bench
echo ready
cat > /dev/null
