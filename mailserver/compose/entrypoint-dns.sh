#!/bin/sh
# The demo's DNS server: authoritative for its own zones, nothing else. Its log holds every question.
. /usr/share/waypost/compose/common.sh
install -d -m 755 -o pdns -g pdns "$conf/dns-run"
mkdir -p /var/log/waypost

render dns "$conf/dns" <<VALUES
CONF=$conf/dns
RUN=$conf/dns-run
USER=pdns
ADDRESS=$ADDRESS
DNS_ADDRESS=$ADDRESS
SERIAL=$(date +%s)
REVERSE_ZONE=$(printf %s "$SUBNET" | awk -F. '{ print $3 "." $2 "." $1 }').in-addr.arpa
BLUE_DOMAIN=$BLUE_DOMAIN
BLUE_ADDRESS=$BLUE_ADDRESS
BLUE_DKIM=$(secret "dkim-records/$BLUE_DOMAIN")
RED_DOMAIN=$RED_DOMAIN
RED_ADDRESS=$RED_ADDRESS
RED_DKIM=$(secret "dkim-records/$RED_DOMAIN")
MX2_ADDRESS=$MX2_ADDRESS
# nobody answers SMTP here
GONE_ADDRESS=$ADDRESS
ODD_ADDRESS=$SUBNET.1
VALUES
# into a file, where the mail log is too: what the demo shows is read from there
run /usr/sbin/pdns_server --config-dir="$conf/dns" >> /var/log/waypost/dns.log 2>&1
