#!/bin/sh
# Postfix of one mail host (TEMPLATE=postfix) or a second MX that only queues (TEMPLATE=postfix-mx2).
. /usr/share/waypost/compose/common.sh
spool=/var/spool/waypost/$HOST_ID
queue=$spool/queue
state=$spool/state

# the daemons run in a chroot in the queue folder and read these there; the queue itself survives restarts
install -d -m 755 "$queue" "$queue/etc" "$queue/pid"
install -d -m 700 -o postfix "$state"
for name in active bounce corrupt defer deferred flush hold incoming private saved trace; do
  install -d -m 700 -o postfix "$queue/$name"
done
install -d -m 1730 -o postfix -g postdrop "$queue/maildrop"
install -d -m 710 -o postfix -g postdrop "$queue/public"
# inside a docker network the engine's resolver answers, unless a DNS server of our own is named
if [ -n "${DNS_ADDRESS:-}" ]; then
  printf 'nameserver %s\noptions timeout:2 attempts:2\n' "$DNS_ADDRESS" > "$queue/etc/resolv.conf"
else
  cp /etc/resolv.conf "$queue/etc/resolv.conf"
fi
printf 'hosts: files dns\nservices: files\n' > "$queue/etc/nsswitch.conf"
printf '127.0.0.1 localhost\n' > "$queue/etc/hosts"
cp /etc/services "$queue/etc/services"
mkdir -p /var/log/waypost

{
  database_values
  cat <<VALUES
HOST_ID=$HOST_ID
SERVED_HOST=${SERVED_HOST:-$HOST_ID}
HOSTNAME=$MAIL_HOSTNAME
HOSTNAME_RE=$(printf %s "$MAIL_HOSTNAME" | sed 's/\./\\./g')
DOMAIN=$MAIL_DOMAIN
ADDRESS=${PUBLIC_ADDRESS:-$ADDRESS}
BIND=
LISTEN=
INTERFACES=all
INTERNAL_NETWORKS=${DOVECOT_ADDRESS:-127.0.0.1}/32
CONF=$conf/postfix
QUEUE=$queue
STATE=$state
MAILLOG=/var/log/waypost/mail.log
MAILLOG_PREFIX=/var/log/waypost
CERT=$cert
KEY=$key
CA=${TRUSTED_CA:-/etc/ssl/certs/ca-certificates.crt}
LMTP=lmtp:inet:[${DOVECOT_ADDRESS:-}]:24
SASL=inet:${DOVECOT_ADDRESS:-}:12345
QUOTA_STATUS=inet:${DOVECOT_ADDRESS:-}:12340
MILTER=inet:${RSPAMD_ADDRESS:-}:11332
FAULTS=${FAULT_POLICY:+check_policy_service { inet:$FAULT_POLICY, timeout=60s, try_limit=1, default_action=DUNNO \}, }
BACKOFF=${BACKOFF:-300s}
QUEUE_RUN=${QUEUE_RUN:-300s}
VALUES
} | render "${TEMPLATE:-postfix}" "$conf/postfix"
# proxymap reads the database password as user postfix; nobody else may
chgrp postfix "$conf"/postfix/*.cf
chmod 640 "$conf"/postfix/*.cf
chmod 644 "$conf"/postfix/main.cf "$conf"/postfix/master.cf

# after a power cut the lock of the last run may still be here
rm -f "$queue"/pid/*.pid
export PID_FILE="$queue/pid/master.pid"
run /usr/sbin/postfix -c "$conf/postfix" start-fg
