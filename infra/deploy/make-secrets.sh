#!/bin/sh
# Makes the secrets that compose.yaml reads, in infra/deploy/secrets; what is there already stays.
# Keep hub.key and master.keys apart from the backups of the rest: without them nobody reads or continues the store.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
# The services run as another user (1000) and read these through Compose; the folder keeps everybody else out.
chmod 700 secrets
[ -e secrets/hub.key ] || openssl rand -hex 32 > secrets/hub.key
[ -e secrets/master.keys ] || echo "1:$(openssl rand -hex 32)" > secrets/master.keys
[ -e secrets/postgres.password ] || openssl rand -hex 24 > secrets/postgres.password
[ -e secrets/keys.url ] || echo "postgres://hub:$(cat secrets/postgres.password)@postgres/hub" > secrets/keys.url
chmod 644 secrets/*
