#!/bin/sh
# Once a week from cron: issues again what is inside its renewal window, and rolls what uses it, or what still runs on an old one. The
# images stay as they are. Ends as the last check does: 0, or why somebody has to look.
# usage: renew-certificates.sh [FILE]      secrets of the file in the environment
set -eu
file=${1:-mcp-stack.yaml}

code=0
mcp-deploy certs check "$file" || code=$?
case $code in
  0) exit 0 ;;
  3 | 4) mcp-deploy deploy "$file" --frozen ;; # 3: due, not in use yet, or a change of CAs that goes on; 4: expired or broken
  *) exit "$code" ;;
esac
mcp-deploy certs check "$file"
