#!/bin/sh
# The pbx-orders command of the installed app: its own binary, run as Node.
here=$(dirname -- "$(readlink -f -- "$0")")
ELECTRON_RUN_AS_NODE=1 exec "$here/pbx-orders-desktop" "$here/resources/app.asar/out/cli.cjs" "$@"
