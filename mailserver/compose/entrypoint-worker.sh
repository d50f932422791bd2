#!/bin/sh
# The worker. Beside the mail hosts (HOST_ID) it runs Postfix's commands on their queues, as root: so what these read of an instance
# is made here. Who broke into a Postfix could write to its queue, and must not become root in here.
set -eu

# queue ID HOSTNAME ADDRESS RELAYED_DOMAIN: what the commands have to know of one
queue() {
  mkdir -p "$conf/$1"
  render postfix-commands "$conf/$1/postfix" <<VALUES
HOST_ID=$1
HOSTNAME=$2
ADDRESS=$3
RELAYED=$4
QUEUE=/var/spool/waypost/$1/queue
MAILLOG=/var/log/waypost/mail.log
VALUES
  configs="$configs,$1=$conf/$1/postfix"
}

if [ -n "${HOST_ID:-}" ]; then
  . /usr/share/waypost/compose/common.sh
  configs=
  queue "$HOST_ID" "$MAIL_HOSTNAME" "${PUBLIC_ADDRESS:-$ADDRESS}" ""
  # the demo's, a line each
  while read -r id hostname address relayed; do
    [ -z "$id" ] || queue "$id" "$hostname" "$address" "$relayed"
  done <<MORE
${MORE_QUEUES:-}
MORE
  export WAYPOST_POSTFIX_CONFIGS="${configs#,}"
fi
exec "$@"
