#!/bin/sh
# Once a week from cron: issues again what is inside its renewal window, and rolls what uses it. The images stay as they are.
# usage: renew-certificates.sh [FILE]      secrets of the file in the environment
set -eu
file=${1:-mcp-stack.yaml}

code=0
mcp-deploy certs check "$file" || code=$?
case $code in
  0) ;;
  3 | 4) mcp-deploy deploy "$file" --frozen ;; # 3: due, 4: expired or broken
  *) exit "$code" ;;
esac
