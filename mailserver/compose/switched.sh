#!/bin/sh
# switched.sh FILE COMMAND...: keeps a server running, but while FILE is there: the demo's faults turn servers off so.
# (scripts/world/switches.ts is this for the native way.) One that ends by itself ends the container, which is started again.
# PID_FILE: where the server writes its process id, when COMMAND only waits for it ("postfix start-fg" does).
file=$1
shift
server=
stop() {
  [ -n "$server" ] || return 0
  kill "$(cat "${PID_FILE:-/nonexistent}" 2> /dev/null || echo "$server")" 2> /dev/null
  wait "$server"
  server=
}
trap 'stop; exit 0' TERM INT
while :; do
  if [ -e "$file" ]; then
    stop
  elif [ -z "$server" ]; then
    "$@" &
    server=$!
  elif ! kill -0 "$server" 2> /dev/null; then
    wait "$server"
    exit $?
  fi
  sleep 0.5 &
  wait $!
done
