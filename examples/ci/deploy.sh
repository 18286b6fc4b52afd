#!/bin/sh
# Deploys what changed, and exactly what the plan says, from any shell: cron, a build server without a plug-in, a laptop.
# usage: deploy.sh [FILE]      secrets of the file in the environment
set -eu
file=${1:-mcp-stack.yaml}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

code=0
mcp-deploy plan "$file" --exit-code --output "$folder/plan.json" || code=$?
case $code in
  0) echo "nothing to do" ;;
  3) mcp-deploy deploy "$file" --plan "$folder/plan.json" ;;
  *) exit "$code" ;;
esac
