#!/bin/sh
# The pbx-orders command of the installed app: its own binary, run as Node. Follows the link it was called by.
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=$(dirname -- "$self")/$link ;; esac
done
here=$(cd -- "$(dirname -- "$self")" && pwd -P)
ELECTRON_RUN_AS_NODE=1 exec "$here/PBX Orders" "$here/../Resources/app.asar/out/cli.cjs" "$@"
