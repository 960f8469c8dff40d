#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The update service as the package brings it, under a real systemd in a machine that is thrown away: releases of small packages of our name are put in and taken
# back, and each time the store has to be byte for byte what it was. The packages hold a "motcua-ctl" of a few lines and no more; the releases are signed by openssl
# alone, so that what the service verifies is the format as it is written down, and not what our own program makes of it. As root: update.sh
set -euo pipefail
units="motcua-update.service motcua-update.path"
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=tests/installer/machine.sh
source "$here/machine.sh"
begin_machine

installer=$(cd "$here/../../installer" && pwd)
# Wherever this tree lies: the machine does not see every disk of this one.
mkdir "/proc/$first/root/run/brought"
cp "$installer"/motcua-update* "/proc/$first/root/run/brought/"
inside "
install -D -m 755 /run/brought/motcua-update /usr/lib/motcua/motcua-update
install -m 644 /run/brought/motcua-update.service /run/brought/motcua-update.path /run/brought/motcua-update.timer /lib/systemd/system/
systemctl daemon-reload
systemd-analyze verify motcua-update.service motcua-update.path motcua-update.timer" || fail "the units have mistakes"

inside '
dpkg --remove --force-all motcua >/dev/null 2>&1 || true
rm -rf /var/lib/motcua-update /etc/motcua/release.pem
useradd --create-home --home-dir /srv/officer --uid 4321 officer
useradd --create-home --home-dir /srv/other --uid 4322 other
mkdir -p /run/made && cd /run/made
openssl genpkey -algorithm ed25519 -out key.pem 2>/dev/null
openssl pkey -in key.pem -pubout -out key.pub
openssl genpkey -algorithm ed25519 -out stranger.pem 2>/dev/null

# package VERSION BODY: a program that says its version, and whatever the body does when it is asked to test itself.
cat >package <<"SH"
set -euo pipefail
rm -rf tree && mkdir -p tree/DEBIAN tree/usr/bin tree/usr/share/motcua
printf "Package: motcua\nVersion: %s\nArchitecture: all\nMaintainer: nobody <nobody@motcua.invalid>\nDescription: for a test\n of several lines\n" "$1" >tree/DEBIAN/control
printf "%s\n" "$1" >tree/usr/share/motcua/version
printf "#!/bin/bash\nif [[ \$* == *self-test* ]]; then\nprintf x >>\"\$HOME/asked\"\n%s\nprintf '\''{\"version\":\"%s\"}\\\\n'\''\nfi\n" "$2" "$1" >tree/usr/bin/motcua-ctl
chmod 755 tree/usr/bin/motcua-ctl
(cd tree && find usr -type f -exec md5sum {} + >DEBIAN/md5sums)
dpkg-deb --root-owner-group -b tree "$1.deb" >/dev/null
SH
# release VERSION [KEY [FOLLOWS]]
cat >release <<"SH"
set -euo pipefail
{
    printf "motcua-release-1\nVersion: %s\nFollows: %s\nSchema: 14\nSchema-From: 1\nSize: %s\nSha256: %s\nMade: 1795000000000\nNote: Thử\n" "$1" "${3:-0.0}" "$(stat -c %s "$1.deb")" "$(sha256sum <"$1.deb" | cut -d" " -f1)"
} >signed
openssl pkeyutl -sign -inkey "${2:-key.pem}" -rawin -in signed -out sig
{ cat signed; printf "Signature: %s\n\n" "$(base64 -w0 sig)"; cat "$1.deb"; } >"$1.release"
SH
# ask UID VERSION: as the desk leaves it
cat >ask <<"SH"
set -euo pipefail
home=$(getent passwd "$1" | cut -d: -f6)
store=$home/.local/share/motcua/centre
setpriv --reuid="$1" --regid="$1" --clear-groups bash -c "
mkdir -p $store/update && cp /run/made/$2.release $store/update/
printf \"%s\n\" $2 $store/update/$2.release $store >/var/lib/motcua-update/inbox/request-$1.tmp
mv /var/lib/motcua-update/inbox/request-$1.tmp /var/lib/motcua-update/inbox/request-$1"
SH
# word WHAT UID VERSION [WHY]: as the program leaves it when it opens a store
cat >word <<"SH"
home=$(getent passwd "$2" | cut -d: -f6)
setpriv --reuid="$2" --regid="$2" --clear-groups bash -c "printf \"%s\n\" $3 $home/.local/share/motcua/centre ${4:-} >/var/lib/motcua-update/inbox/$1-$2"
SH
# state: every file of both stores, with rights, owners and bytes
cat >state <<"SH"
for home in /srv/officer /srv/other; do
    cd $home/.local/share/motcua/centre && find . -path ./update -prune -o -print0 | sort -z | xargs -0 stat -c "%n %a %u %s %Y" | grep -v "^\. "
    find . -path ./update -prune -o -type f -print0 | sort -z | xargs -0 sha256sum
done
SH
for user in officer other; do
    runuser -u $user -- bash -c "umask 077; cd; mkdir -p .local/share/motcua/centre/centre.db.attachments/ab && cd .local/share/motcua/centre
        head -c 3000000 /dev/urandom >centre.db; head -c 40000 /dev/urandom >centre.db-wal; head -c 500 /dev/urandom >centre.db.keys
        head -c 70000 /dev/urandom >centre.db.attachments/ab/one; printf {} >\"kiosk.json\"; ln -s nowhere link"
done
spoil="printf spoilt >>\$HOME/.local/share/motcua/centre/centre.db; rm -rf \$HOME/.local/share/motcua/centre/centre.db.attachments; printf new >\$HOME/.local/share/motcua/centre/new"
bash package 1.0.0 ":"
bash package 1.1.0 ":"
bash package 1.2.0 "$spoil; exit 1"
bash package 1.3.0 ":"
bash package 1.4.0 ":"
bash package 1.5.0 "sleep 1000"
for version in 1.0.0 1.1.0 1.2.0 1.3.0 1.4.0; do bash release $version; done
dpkg -i 1.0.0.deb >/dev/null
' || fail "the scene could not be set"

run() { inside 'systemctl start motcua-update' || fail "the service failed"; }
version() { inside "dpkg-query -W -f '\${Version}' motcua; cat /usr/share/motcua/version" | tr -d '\n'; }
is() { [[ $(version) == "$1$1" ]] || fail "$2: $(version) is installed"; }
has() { inside "test -e $1"; }
state() { inside 'bash /run/made/state'; }
told() { inside 'journalctl --no-pager -o cat -u motcua-update -n 5' | tail -n 5; }

# Without a key of root nothing is done at all.
inside 'systemctl start motcua-update; systemctl show -P ConditionResult motcua-update | grep -qx no' || fail "started without a key"
seen "without the key of the house nothing is put in"
inside 'install -D -m 644 /run/made/key.pub /etc/motcua/release.pem; systemctl start motcua-update'
inside 'test "$(stat -c %a /var/lib/motcua-update/inbox)" = 1777 && test "$(stat -c %a /var/lib/motcua-update/kept)" = 700' || fail "its folder is not as it should be"
before=$(state)

# What the house did not sign, what is older, what is another package, what somebody changed: none of it.
inside 'cd /run/made && bash release 1.1.0 stranger.pem && bash ask 4321 1.1.0'; run
is 1.0.0 "signed by a stranger"; told | grep -q 'not signed' || fail "a stranger's: $(told)"
inside 'cd /run/made && bash release 1.1.0 && printf x >>1.1.0.release && bash ask 4321 1.1.0'; run
is 1.0.0 "one byte more"; told | grep -q 'not the one that was signed' || fail "one byte more: $(told)"
inside 'cd /run/made && bash release 1.1.0 && sed -i "s/^Follows: 0.0/Follows: 0.1/" 1.1.0.release && bash ask 4321 1.1.0'; run
is 1.0.0 "a changed line"
inside 'cd /run/made && bash release 1.1.0 key.pem 1.0.5 && bash ask 4321 1.1.0'; run
is 1.0.0 "over what it cannot be put"; told | grep -q 'cannot be put over' || fail "follows: $(told)"
inside 'cd /run/made && bash ask 4321 1.0.0'; run
is 1.0.0 "the same"; told | grep -q 'not later' || fail "the same: $(told)"
inside 'cd /run/made && cp 1.2.0.release keep && cp 1.1.0.deb 1.2.0.deb && bash release 1.2.0 && bash ask 4321 1.2.0 && mv keep 1.2.0.release'; run
is 1.0.0 "another package"; told | grep -q 'another one than' || fail "another package: $(told)"
inside 'printf x >/run/made/garbage.release; runuser -u officer -- bash -c "cp /run/made/garbage.release ~/.local/share/motcua/centre/update/; printf \"%s\n\" 1.1.0 ~/.local/share/motcua/centre/update/garbage.release ~/.local/share/motcua/centre >/var/lib/motcua-update/inbox/request-4321"'; run
is 1.0.0 "garbage"
# A secret of root, named as if it were a release, and a request in another's name.
inside 'runuser -u officer -- bash -c "printf \"%s\n\" 1.1.0 /etc/shadow ~/.local/share/motcua/centre >/var/lib/motcua-update/inbox/request-4321"'; run
inside 'cd /run/made && bash release 1.1.0; runuser -u other -- bash -c "printf \"%s\n\" 1.1.0 /run/made/1.1.0.release /srv/officer/.local/share/motcua/centre >/var/lib/motcua-update/inbox/request-4321"'; run
is 1.0.0 "a request in another's name"; has /var/lib/motcua-update/inbox/request-4321 || fail "another's request was taken"
inside 'rm /var/lib/motcua-update/inbox/request-4321'
[[ $(state) == "$before" ]] || fail "a refused release changed a store"
seen "what is not signed, not whole, not later or not ours is refused, and changes nothing"

# Not while somebody works; the path unit sees the word, and once nobody does it goes on.
inside 'cp /bin/sleep /usr/bin/motcua; (exec setsid /usr/bin/motcua 1000 >/dev/null 2>&1 </dev/null) & systemctl start motcua-update.path; cd /run/made && bash ask 4321 1.1.0'
until_true 20 'journalctl -o cat -u motcua-update | grep -q "somebody works here"' || fail "the path unit did not start it: $(told)"
is 1.0.0 "while somebody works"; has /var/lib/motcua-update/busy && fail "nobody can work any more"
inside 'pkill -x motcua; rm /usr/bin/motcua; systemctl stop motcua-update.path'; run
is 1.1.0 "a good one"
inside 'grep -qx "version 1.1.0" /var/lib/motcua-update/trial && grep -qx "store 4321 /srv/officer/.local/share/motcua/centre" /var/lib/motcua-update/trial && grep -q "store 4322" /var/lib/motcua-update/trial' || fail "it is not on trial"
inside 'test -s /srv/officer/asked && test -s /srv/other/asked' || fail "it was not asked whether it works"
[[ $(state) == "$before" ]] || fail "a store was changed"
has /var/lib/motcua-update/inbox/request-4321 && fail "the request is still there"
run; is 1.1.0 "on trial as long as nobody came"
seen "a good one is put in once nobody works, and is on trial"

# The new program opens the store, changes it, and works.
inside 'cd /run/made; bash word begun 4321 1.1.0; printf migrated >>/srv/officer/.local/share/motcua/centre/centre.db; bash word confirm 4321 1.1.0'; run
is 1.1.0 "confirmed"; has /var/lib/motcua-update/trial && fail "it is still on trial"
inside 'test "$(dpkg-deb -f /var/lib/motcua-update/kept/installed.deb Version)" = 1.1.0' || fail "there is no way back to it"
inside 'test "$(stat -c %a /var/lib/motcua-update/kept/store-1.tar)" = 600' || fail "the copy of a store is open"
inside 'touch -d "8 days ago" /var/lib/motcua-update/kept/store-*'; run
has '/var/lib/motcua-update/kept/store-1.tar' && fail "the copy of a store is kept for ever"
seen "opened it stands; the copies of the stores go after a week"
before=$(state)

# One whose self-test fails, and which spoils what it can reach.
inside 'cd /run/made && bash ask 4321 1.2.0'; run
is 1.1.0 "a bad one"
[[ $(state) == "$before" ]] || fail "not byte for byte: $(diff <(printf '%s\n' "$before") <(state))"
inside 'grep -qx "1.2.0 self-test" /var/lib/motcua-update/rolled-back' || fail "it does not tell why"
has /var/lib/motcua-update/busy && fail "nobody can work any more"
inside 'cd /run/made && bash ask 4321 1.2.0'; run
told | grep -q 'did not work here before' || fail "it was put in a second time: $(told)"
seen "one that fails its self-test is taken back: program and both stores byte for byte, and is not taken again"

# The new program says that it cannot open the store, after it has changed it.
inside 'cd /run/made && bash ask 4322 1.3.0'; run
is 1.3.0 "the third"
inside 'cd /run/made; bash word begun 4321 1.3.0; printf half >>/srv/officer/.local/share/motcua/centre/centre.db; rm /srv/officer/.local/share/motcua/centre/centre.db.keys; bash word failed 4321 1.3.0 StoreDamaged'; run
is 1.1.0 "what could not open the store"
[[ $(state) == "$before" ]] || fail "not byte for byte: $(diff <(printf '%s\n' "$before") <(state))"
inside 'grep -qx "1.3.0 open StoreDamaged" /var/lib/motcua-update/rolled-back' || fail "it does not tell why"
seen "one that cannot open a store is taken back likewise"

# It ends in the midst of opening, and the machine is switched off while it is taken back.
inside 'cd /run/made && bash ask 4321 1.4.0'; run
is 1.4.0 "the fourth"
inside 'cd /run/made; bash word begun 4321 1.4.0; printf half >/srv/officer/.local/share/motcua/centre/centre.db'
inside 'sed -i "1s/.*/rolling/" /var/lib/motcua-update/kept/state; : >/var/lib/motcua-update/busy; rm -rf /srv/officer/.local/share/motcua/centre/centre.db.attachments; dpkg -i --force-downgrade /run/made/1.0.0.deb >/dev/null 2>&1'; run
is 1.1.0 "switched off in the midst of it"
[[ $(state) == "$before" ]] || fail "not byte for byte: $(diff <(printf '%s\n' "$before") <(state))"
has /var/lib/motcua-update/busy && fail "nobody can work any more"
inside '! grep -q 1.4.0 /var/lib/motcua-update/rolled-back' || fail "a machine that was switched off is the release's fault"
inside 'cd /run/made && bash ask 4321 1.4.0'; run
is 1.4.0 "once more after that"
inside 'cd /run/made; bash word begun 4321 1.4.0'; run
is 1.1.0 "ended in the midst of opening"
inside 'grep -qx "1.4.0 ended" /var/lib/motcua-update/rolled-back' || fail "it does not tell why"
[[ $(state) == "$before" ]] || fail "not byte for byte: $(diff <(printf '%s\n' "$before") <(state))"
seen "switched off in the midst of it, it is ended at the next start; one that ends while it opens a store is taken back"

# While another package is being installed it waits, and nothing is held against it.
inside 'cd /run/made; bash package 1.5.5 ":"; bash release 1.5.5; bash ask 4321 1.5.5
(exec 8>/var/lib/dpkg/lock; exec python3 -c "import fcntl, sys, time; fcntl.lockf(8, fcntl.LOCK_EX); print(1, file=open(\"/run/held\", \"w\")); time.sleep(1000)") >/dev/null 2>&1 & echo $! >/run/holder'
until_true 20 'test -s /run/held' || fail "nobody holds the lock of dpkg"
run; is 1.1.0 "while another package is being installed"
told | grep -q 'another package is being installed' || fail "held: $(told)"
inside 'kill $(cat /run/holder); ! grep -q 1.5.5 /var/lib/motcua-update/rolled-back' || fail "it was held against the release"
inside 'rm /var/lib/motcua-update/inbox/request-4321'
seen "while another package is being installed it waits"

# Files of the installed package that somebody changed, and no package kept: no way back, so none forward.
inside 'rm /var/lib/motcua-update/kept/installed.deb; printf x >>/usr/share/motcua/version; cd /run/made; bash package 1.6.0 ":"; bash release 1.6.0; bash ask 4321 1.6.0'; run
told | grep -q 'no way back' || fail "without a way back: $(told)"
inside "test \"\$(dpkg-query -W -f '\${Version}' motcua)\" = 1.1.0" || fail "without a way back it was put in"
inside 'printf "1.1.0\n" >/usr/share/motcua/version'; run
is 1.6.0 "made again of its files"
inside 'cd /run/made; bash word failed 4322 1.6.0 StoreFailed'; run
is 1.1.0 "from a package that was made again"
inside 'dpkg --verify motcua && dpkg-query -s motcua | grep -q "of several lines"' || fail "the package that was made again is another one"
seen "without a way back nothing is put in; the way back can be made of what is installed"
