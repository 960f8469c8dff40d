#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The gateway as its unit runs it: a real systemd, first process of a machine that is a copy-on-write view of this one without a network, sets it up by the words
# of README.md, starts nginx and unit as they are shipped, and sees it asked, killed and stopped. Nothing of this machine is changed. As root: service.sh BUILD
set -euo pipefail
build=$(readlink -f "$1")
units="motcua-portal nginx"
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/machine.sh"
begin_machine

# From outside: the machine does not see every disk of this one.
DESTDIR="/proc/$first/root" cmake --install "$build" --prefix /usr >/dev/null
inside "systemd-sysusers && systemctl daemon-reload"
inside 'systemd-analyze verify motcua-portal.service' || fail "the unit has mistakes"
inside 'systemctl start motcua-portal; systemctl show -p ConditionResult motcua-portal | grep -qx ConditionResult=no' || fail "started without a store"
seen "without a store it is not started, and that is no failure"

inside '
install -d -o motcua-portal -g motcua-portal -m 0750 /etc/motcua /etc/motcua/portal
install -d -o motcua-portal -g motcua-portal -m 0700 /var/lib/motcua-portal
export MOTCUA_PASSWORD="con meo den tren mai" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen
ctl() { runuser -u motcua-portal -- motcua-ctl "$@" --store /var/lib/motcua-portal >/dev/null; }
ctl init --unit "Cổng tỉnh" --governing-body "Ủy ban nhân dân tỉnh" --place "Hòa An" --organisation H26.31.05 --desk 1 --person "Phạm Thu Hà"
ctl keys machine add /etc/motcua/portal/machine.key --person "pham thu ha"
ctl portal setup --address https://localhost --person "pham thu ha"
ctl portal certificate --host localhost --out /etc/motcua/portal --person "pham thu ha"
' || fail "it could not be set up as README.md has it"
seen "set up"

inside '
rm -f /etc/nginx/sites-enabled/default
cp /usr/share/motcua/nginx/motcua-portal.conf /etc/nginx/conf.d/
systemctl start motcua-portal nginx' || fail "gateway or nginx did not start"
readonly ask='curl -sS --max-time 10 --cacert /etc/motcua/portal/authority.pem -o /dev/null -w "%{http_code} %{http_version} %{content_type}" "https://localhost/v1/tracking?code=H26.31.05-261130-0001&digits=1234"'
until_true 30 "$ask | grep -q '^404 2 application/problem+json'" || fail "not answered through nginx: $(inside "$ask" 2>&1)"
seen "asked through nginx it answers"
inside 'curl -s -o /dev/null -w "%{http_code}" http://127.0.0.1:8470/v1/tracking | grep -qx 403' || fail "it heard somebody else than nginx"
inside 'ls -ld /var/lib/motcua-portal | grep -q "^drwx------ .* motcua-portal motcua-portal"' || fail "its folder is open"
inside '! runuser -u nobody -- cat /etc/motcua/portal/front.conf' 2>/dev/null || fail "anybody reads the secret it shares with nginx"
readonly exposure=$(inside 'systemd-analyze security --no-pager motcua-portal.service | tail -n 1' | grep -oE '[0-9]+\.[0-9]+')
awk -v e="$exposure" 'BEGIN { exit !(e <= 1.5) }' || fail "exposed: $exposure of 10"
seen "exposure by systemd-analyze: $exposure of 10"

for number in 1 2 3; do
    before=$(inside 'systemctl show -P MainPID motcua-portal')
    inside 'systemctl kill -s KILL motcua-portal'
    until_true 30 "test \$(systemctl show -P MainPID motcua-portal) -ne $before && test \$(systemctl show -P MainPID motcua-portal) -ne 0 && $ask | grep -q ^404" \
        || fail "killed for the ${number}th time it did not come back"
done
seen "killed three times it came back"

inside 'systemctl stop motcua-portal; systemctl show -P Result motcua-portal | grep -qx success; systemctl show -P ExecMainStatus motcua-portal | grep -qx 0' \
    || fail "it did not end in good order"
until_true 10 "$ask | grep -qE '^503 2 application/problem'" || fail "nginx does not say that nobody is there: $(inside "$ask" 2>&1)"
inside 'MOTCUA_PASSWORD="con meo den tren mai" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen runuser -u motcua-portal -- motcua-ctl journal verify --person "pham thu ha" --store /var/lib/motcua-portal >/dev/null' \
    || fail "its journal is not whole"
seen "stopped in good order, its journal is whole"
