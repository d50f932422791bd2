#!/bin/sh
# rspamd: signs what leaves, checks what arrives.
. /usr/share/waypost/compose/common.sh
install -d -m 700 -o _rspamd -g _rspamd /var/lib/rspamd "$conf/dkim" "$conf/rspamd-run"
install -m 600 -o _rspamd -g _rspamd /secrets/*.key "$conf/dkim/"

render rspamd "$conf/rspamd" <<VALUES
LISTEN=$ADDRESS
CONTROLLER_NETWORKS=$DOVECOT_NETWORK
SIGN_NETWORKS=$DOVECOT_NETWORK
DNS_ADDRESS=${DNS_ADDRESS:-127.0.0.11}
REDIS=$REDIS_ADDRESS:6379
RUN=$conf/rspamd-run
DKIM_KEYS=$conf/dkim
VALUES
exec /usr/bin/rspamd -f -u _rspamd -g _rspamd \
  --var=LOCAL_CONFDIR="$conf/rspamd" --var=DBDIR=/var/lib/rspamd --var=RUNDIR="$conf/rspamd-run" --var=LOGDIR=/var/log/waypost
