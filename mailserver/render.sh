#!/bin/sh
# render.sh VALUES SOURCE TARGET: copies the tree SOURCE to TARGET and puts the values in.
# VALUES has lines NAME=value; each @NAME@ in a file becomes the value. A name without a value is an error, so that
# no server ever starts with half a configuration. Comment lines are kept: they say why.
set -eu
values=$1 source=$2 target=$3
mkdir -p "$target"
(cd "$source" && find . -type d) | while read -r folder; do mkdir -p "$target/$folder"; done
(cd "$source" && find . -type f) | while read -r file; do
  awk -v file="$file" '
    FNR == NR { at = index($0, "="); if (at > 1) value[substr($0, 1, at - 1)] = substr($0, at + 1); next }
    {
      rest = $0; line = ""
      while (match(rest, /@[A-Z][A-Z0-9_]*@/)) {
        name = substr(rest, RSTART + 1, RLENGTH - 2)
        if (!(name in value)) { print file ": no value for @" name "@" > "/dev/stderr"; exit 1 }
        line = line substr(rest, 1, RSTART - 1) value[name]
        rest = substr(rest, RSTART + RLENGTH)
      }
      print line rest
    }' "$values" "$source/$file" > "$target/$file" || exit 1
  if [ -x "$source/$file" ]; then chmod 755 "$target/$file"; fi
done
