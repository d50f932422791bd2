#!/bin/sh
# Dovecot of one mail host: IMAP, POP3, ManageSieve and the delivery agent.
. /usr/share/waypost/compose/common.sh
mail=/var/mail/waypost
install -d -m 755 "$mail" "$mail/state"
install -d -m 750 -o 5000 -g 5000 "$mail/vmail"
mkdir -p /run/dovecot

{
  database_values
  cat <<VALUES
HOST_ID=$HOST_ID
HOSTNAME=$MAIL_HOSTNAME
DOMAIN=$MAIL_DOMAIN
LISTEN=*
CONF=$conf/dovecot
RUN=/run/dovecot
STATE=$mail/state
LOG=/dev/stderr
INFO_LOG=/var/log/waypost/dovecot.log
CERT=$cert
KEY=$key
PLAIN_NETWORKS=${PLAIN_NETWORKS:-127.0.0.1/32}
VMAIL=$mail/vmail
LISTENERS=listeners-inet.conf
QUEUE=/nonexistent
SIEVE_SUBMISSION=$POSTFIX_ADDRESS:10025
BACKUP_MX=${BACKUP_MX:-}
TOKEN_ISSUER=https://waypost/$HOST_ID
RSPAMD_CONTROLLER=$RSPAMD_ADDRESS:11334
VALUES
} | render dovecot "$conf/dovecot"
# the public half: Dovecot's auth process reads it as a user of its own
install -d "$conf/dovecot/keys/default/ES256"
install -m 644 "/secrets/token-keys/$HOST_ID.pem" "$conf/dovecot/keys/default/ES256/default"
chgrp dovecot "$conf/dovecot/dict-sql.conf.ext"
chmod 640 "$conf/dovecot/dict-sql.conf.ext"
# the mail processes may not write there, so Sieve is compiled now
for script in "$conf"/dovecot/sieve/*.sieve; do
  sievec -c "$conf/dovecot/dovecot.conf" "$script"
done
rm -f /run/dovecot/master.pid
exec /usr/sbin/dovecot -F -c "$conf/dovecot/dovecot.conf"
