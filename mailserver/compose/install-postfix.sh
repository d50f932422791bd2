#!/bin/sh
# Postfix in an image. Two containers work on one queue, so the user has the same number in both: those that Debian gives in a bare image.
set -eu
groupadd --system --gid 102 postfix
groupadd --system --gid 103 postdrop
useradd --system --uid 100 --gid postfix --home-dir /var/spool/postfix --no-create-home --shell /usr/sbin/nologin postfix
apt-get update -q
apt-get install -y -q --no-install-recommends ca-certificates netbase postfix postfix-pgsql
rm -rf /var/lib/apt/lists/*
