#!/bin/bash
# greets.sh PORT START BYE: whether the server in this container greets with START; leaves politely with BYE
exec 3<> "/dev/tcp/127.0.0.1/$1" || exit 1
IFS= read -r -t 3 -u 3 line || exit 1
printf '%s\r\n' "$3" >&3
case $line in
  "$2"*) exit 0 ;;
  *) exit 1 ;;
esac
