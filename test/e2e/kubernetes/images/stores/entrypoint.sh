#!/bin/sh
# What the official entry points do with these arguments and variables, and no more.
set -eu
case ${1-} in
redis-server)
  # Debian's build refuses clients from elsewhere while there is no password; the official image's does not.
  exec "$@" --bind '* -::*' --protected-mode no --dir /data
  ;;
postgres)
  if [ ! -s "$PGDATA/PG_VERSION" ]; then
    printf '%s' "$POSTGRES_PASSWORD" > /tmp/password
    initdb --pgdata "$PGDATA" --username "$POSTGRES_USER" --pwfile /tmp/password --auth-host scram-sha-256 \
      --auth-local trust > /tmp/initdb.log
    rm /tmp/password
    echo 'host all all all scram-sha-256' >> "$PGDATA/pg_hba.conf"
    # By its socket only, as long as it is not complete: nobody may meet it half made.
    pg_ctl --pgdata "$PGDATA" --wait --options '-c listen_addresses= -c unix_socket_directories=/tmp' start > /tmp/start.log
    [ "${POSTGRES_DB:=$POSTGRES_USER}" = postgres ] || createdb --host /tmp --username "$POSTGRES_USER" "$POSTGRES_DB"
    pg_ctl --pgdata "$PGDATA" --wait --mode fast stop > /tmp/start.log
  fi
  exec "$@" -c listen_addresses='*' -c unix_socket_directories=/tmp
  ;;
esac
exec "$@"
