# Shared by the entrypoints of the mail containers; read with ". common.sh". Everything rendered lives in memory (/run).
set -eu
umask 022
templates=/usr/share/waypost
conf=/run/waypost
mkdir -p "$conf"

# render SOURCE TARGET: fills mailserver/SOURCE with the values on standard input (lines NAME=value)
render() {
  (umask 077 && cat > "$conf/values")
  rm -rf "$2"
  sh "$templates/render.sh" "$conf/values" "$templates/$1" "$2"
  rm "$conf/values"
}

# secret NAME: a secret that setup made; waits for nothing, because compose starts setup first
secret() { cat "/secrets/$1"; }

# the owner's certificate when there is one, else the one that setup made
if [ -s /certs/fullchain.pem ] && [ -s /certs/privkey.pem ]; then
  cert=/certs/fullchain.pem key=/certs/privkey.pem
else
  cert=/secrets/tls/$HOST_ID.pem key=/secrets/tls/$HOST_ID.key
fi

database_values() {
  printf 'DB_HOST=%s\nDB_PORT=5432\nDB_NAME=waypost\nDB_PASSWORD=%s\n' postgres "$(secret mail-ro)"
}

# run COMMAND...: becomes the server; in the demo one that the file SWITCH turns off
run() {
  if [ -n "${SWITCH:-}" ]; then set -- /bin/sh "$templates/compose/switched.sh" "$SWITCH" "$@"; fi
  exec "$@"
}
