#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# two_machines.sh MOTCUA-CTL MOTCUA-PORTAL REPOSITORY: a portal and a desk on two machines, as far as the kernel can tell: a network namespace each, with a
# cable between them that is pulled. Everything by the programs an administrator has; and a stranger with curl, openssl and the contract becomes a desk too.
# Ends with 77 where this may not be done (neither root nor namespaces) or nginx, ip or curl is missing.
set -euo pipefail

ctl=$1 portal=$2 repository=$3
[[ $EUID -eq 0 ]] || { echo "Skipped: network namespaces need root."; exit 77; }
for tool in ip nginx curl openssl python3; do
    command -v "$tool" >/dev/null || PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || { echo "Skipped: there is no $tool here."; exit 77; }
done
PATH=$PATH:/usr/sbin

work=$(mktemp -d)
centre=mc-centre-$$ desk=mc-desk-$$
pids=()
cleanup() {
    local status=$?
    ((${#pids[@]} == 0)) || kill "${pids[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    ip netns del "$centre" 2>/dev/null || true
    ip netns del "$desk" 2>/dev/null || true
    if ((status != 0 && status != 77)); then
        tail -n 20 "$work"/*.log 2>/dev/null || true
    fi
    rm -rf "$work"
    return "$status"
}
trap cleanup EXIT

{ ip netns add "$centre" && ip netns add "$desk"; } 2>/dev/null || { echo "Skipped: no network namespace can be made here."; exit 77; }
ip link add "c$$" netns "$centre" type veth peer name "d$$" netns "$desk"
ip -n "$centre" addr add 192.0.2.1/24 dev "c$$"
ip -n "$desk" addr add 192.0.2.2/24 dev "d$$"
for space in "$centre" "$desk"; do
    ip -n "$space" link set lo up
done
cable() { # up|down
    ip -n "$desk" link set "d$$" "$1"
    ip -n "$centre" link set "c$$" "$1"
}
cable up

export MOTCUA_PASSWORD='con meo den tren mai' HOME=$work XDG_RUNTIME_DIR=$work/run
mkdir -m 700 "$work/run"
at_centre() { ip netns exec "$centre" "$ctl" "$@" --store "$work/centre" --person 'pham thu ha' --json; }
at_desk() { ip netns exec "$desk" "$ctl" "$@" --store "$work/desk" --person 'pham thu ha' --json; }
member() { python3 -c 'import json,sys; print(json.loads(sys.stdin.read().strip().splitlines()[-1])'"$1"')'; }
say() { echo "$*"; }
expect() { # WHAT WANTED GOT
    [[ $2 == "$3" ]] || { say "$1: wanted \"$2\", got \"$3\""; exit 1; }
    say "ok: $1"
}
set_up() { # NAMESPACE STORE NUMBER
    ip netns exec "$1" "$ctl" init --unit 'TTPVHCC phường Hòa An' --governing-body 'Ủy ban nhân dân phường Hòa An' --place 'Hòa An' --organisation H26.31.05 \
        --desk "$3" --training --store "$work/$2" --person 'Phạm Thu Hà' --json >/dev/null
}

# The machine of the province.
set_up "$centre" centre 99
at_centre keys machine add "$work/machine.key" >/dev/null
at_centre portal setup --address https://192.0.2.1:8443 >/dev/null
at_centre portal certificate --host 192.0.2.1 --out "$work/nginx" >/dev/null
sed -e 's/listen 443 ssl/listen 192.0.2.1:8443 ssl/' -e "s|/etc/motcua/portal/|$work/nginx/|g" -e "s|/var/log/nginx/|$work/|" \
    "$repository/installer/nginx-motcua-portal.conf" >"$work/site.conf"
cat >"$work/nginx.conf" <<CONF
daemon off;
pid $work/nginx.pid;
error_log $work/nginx-error.log;
events {}
http {
    client_body_temp_path $work/body;
    proxy_temp_path $work/proxy;
    fastcgi_temp_path $work/fastcgi;
    uwsgi_temp_path $work/uwsgi;
    scgi_temp_path $work/scgi;
    include $work/site.conf;
}
CONF
chmod 755 "$work"
ip netns exec "$centre" "$portal" --store "$work/centre" --machine-key "$work/machine.key" --front-secret "$work/nginx/front.conf" --listen 127.0.0.1:8470 --json \
    >"$work/portal.log" 2>&1 &
pids+=($!)
ip netns exec "$centre" nginx -c "$work/nginx.conf" -g "user root;" >"$work/nginx.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do
    grep -q '"port"' "$work/portal.log" && ip netns exec "$desk" curl -s -o /dev/null --cacert "$work/nginx/authority.pem" https://192.0.2.1:8443/ && break
    sleep 0.1
done

# The machine of the desk: it knows nothing but the invitation it was given.
set_up "$desk" desk 3
at_centre portal invite --name 'Quầy 3' "$work/quay3.json" >/dev/null
at_desk enrol "$work/quay3.json" >/dev/null
at_desk sync now >/dev/null
expect "the log of the desk is at the portal" same "$(at_desk journal verify --against-portal | member '["portal"]')"

# The cable is pulled. Dossiers are received all the same.
cable down
cat >"$work/filled.json" <<'JSON'
{"fields": {"requester.name": "Hoàng Thị Mai", "requester.birth": "5/3/85", "requester.residence": "12 Trần Phú, phường Hòa An", "requester.personalNumber": "000185012345",
  "requester.relation": "self", "record.kind": "birth", "record.name": "Nguyễn Bảo An", "record.birth": "15/11/2019", "record.sex": "male",
  "record.registeredAt": "Ủy ban nhân dân phường Hòa An", "copies": "2"}, "papers": {"declaration": "met", "identity": "met"}}
JSON
for _ in 1 2 3; do
    code=$(at_desk file --procedure 2.000635 "$work/filled.json" | member '["code"]')
done
status=0
at_desk sync now >"$work/down.json" 2>"$work/down.log" || status=$?
expect "without a cable nothing is sent, and that is said" yes "$([[ $status -ne 0 ]] && grep -qE 'Net[A-Z]' "$work/down.log" "$work/down.json" && echo yes)"
waiting() { at_desk sync status | member '["waiting"]'; }
expect "three dossiers wait at the desk" yes "$([[ $(waiting) -ge 3 ]] && echo yes)"
cable up
at_desk sync now >/dev/null
expect "they are delivered when the cable is back" same "$(at_desk journal verify --against-portal | member '["portal"]')"

# A citizen anywhere follows a dossier by its code and four digits of the telephone or the personal number; nothing else is told.
seen=$(ip netns exec "$desk" curl -s --cacert "$work/nginx/authority.pem" -o "$work/tracked.json" -w '%{http_code}' -G https://192.0.2.1:8443/v1/tracking \
    --data-urlencode "code=$code" --data-urlencode digits=2345)
expect "a citizen follows it" 200 "$seen"
expect "and nobody's name is in the answer" no "$(grep -qi 'mai' "$work/tracked.json" && echo yes || echo no)"

# A stranger with curl, openssl and the contract: an origin of their own, an invitation, a certificate, a greeting.
at_centre portal invite --name 'Người lạ' "$work/stranger.json" >/dev/null
cd "$work"
openssl genpkey -algorithm ED25519 -out log.key 2>/dev/null
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out tls.key 2>/dev/null
origin=$(python3 -c 'import os,time; t=int(time.time()*1000).to_bytes(6,"big"); r=bytearray(os.urandom(10)); r[0]=0x70|r[0]&15; r[2]=0x80|r[2]&63; h=(t+bytes(r)).hex(); print("-".join((h[:8],h[8:12],h[12:16],h[16:20],h[20:])))')
openssl req -new -key tls.key -subj "/CN=$origin" -out tls.csr
{ printf 'motcua enrol v1\0'; openssl req -in tls.csr -outform DER | openssl dgst -sha256 -binary; } >proven
openssl pkeyutl -sign -inkey log.key -rawin -in proven -out proof
python3 - "$origin" >enrol-body.json <<'PY'
import base64, json, subprocess, sys
invitation = json.load(open('stranger.json'))
der = subprocess.run(['openssl', 'pkey', '-in', 'log.key', '-pubout', '-outform', 'DER'], check=True, capture_output=True).stdout
print(json.dumps({'secret': invitation['secret'], 'origin': sys.argv[1], 'publicKey': base64.b64encode(der[-32:]).decode(), 'request': open('tls.csr').read(),
                  'proof': base64.b64encode(open('proof', 'rb').read()).decode(), 'training': True, 'program': 'curl'}))
PY
ask() { ip netns exec "$desk" curl -s --http2 --tlsv1.3 --cacert nginx/authority.pem -w '%{http_code}' "$@"; }
expect "curl enrols by the contract" 200 "$(ask -o certified.json -H 'Content-Type: application/json' --data @enrol-body.json https://192.0.2.1:8443/v1/enrolments)"
python3 -c 'import json; print(json.load(open("certified.json"))["certificate"], end="")' >tls.pem
python3 -c 'import json,sys,time; print(json.dumps({"protocol": 1, "origin": sys.argv[1], "training": True, "has": {}, "offers": {}, "nowMs": int(time.time() * 1000)}))' "$origin" >greeting.json
expect "without its certificate it is nobody" 401 "$(ask -o said.json -H 'Content-Type: application/json' --data @greeting.json https://192.0.2.1:8443/v1/greeting)"
greeted=$(ask --cert tls.pem --key tls.key -o greeted.json -H 'Content-Type: application/json' --data @greeting.json https://192.0.2.1:8443/v1/greeting)
expect "with it curl is greeted as a desk" 200 "$greeted"
expect "and hears of the desk that delivered" yes "$(python3 -c 'import json; print("yes" if json.load(open("greeted.json"))["has"] else "no")')"
# Shut out, at once.
at_centre portal revoke 'Người lạ' --reason 'thử' >/dev/null
expect "shut out, it is heard no more" 403 "$(ask --cert tls.pem --key tls.key -o said.json -H 'Content-Type: application/json' --data @greeting.json https://192.0.2.1:8443/v1/greeting)"
expect "and told in the words of the contract" DeskRevoked "$(python3 -c 'import json; print(json.load(open("said.json"))["code"])')"
