#!/bin/sh
# switched.sh FILE COMMAND...: keeps a server running, but while FILE is there: the demo's faults turn servers off so.
# (scripts/world/switches.ts is this for the native way.) One that ends by itself ends the container, which is started again.
# PID_FILE: where the server writes its process id, when COMMAND only waits for it ("postfix start-fg" does).
file=$1
shift
server=
stop() {
  [ -n "$server" ] || return 0
  tries=0
  while kill -0 "$server" 2> /dev/null; do
    pid=$server
    # One that has just been started may not have written it yet, and what stands there is of the last one: it is asked again.
    [ -z "${PID_FILE:-}" ] || pid=$(cat "$PID_FILE" 2> /dev/null)
    tries=$((tries + 1))
    if [ "$tries" -lt 50 ]; then
      [ -z "$pid" ] || kill $pid 2> /dev/null
    else
      kill -s KILL "$server" $pid 2> /dev/null
    fi
    sleep 0.2
  done
  wait "$server"
  [ -z "${PID_FILE:-}" ] || rm -f "$PID_FILE"
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
