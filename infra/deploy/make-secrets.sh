#!/bin/sh
# Makes the secrets that compose.yaml reads, in infra/deploy/secrets; what is there already stays.
# Keep hub.key and master.keys apart from the backups of the rest: without them nobody reads or continues the store.
# hub.key is for this script and the command alone: no service reads it.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
# The services run as another user (1000) and read these through Compose; the folder keeps everybody else out.
chmod 700 secrets
[ -e secrets/hub.key ] || openssl rand -hex 32 > secrets/hub.key
[ -e secrets/master.keys ] || echo "1:$(openssl rand -hex 32)" > secrets/master.keys
[ -e secrets/postgres.password ] || openssl rand -hex 24 > secrets/postgres.password

# PostgreSQL: the owner's login is the command's (erasing, rotating); intakes and gateways have logins that may do what they
# do (person-keys.sql). Their passwords count at the first start of a new volume.
[ -e secrets/keys.url ] || echo "postgres://hub:$(cat secrets/postgres.password)@postgres/hub" > secrets/keys.url
for kind in intake gateway; do
  [ -e secrets/$kind-keys.url ] || echo "postgres://hub_$kind:$(openssl rand -hex 24)@postgres/hub" > secrets/$kind-keys.url
done
[ -e secrets/keys-logins.sql ] || for kind in intake gateway; do
  password=$(sed 's|.*:\(.*\)@.*|\1|' secrets/$kind-keys.url)
  echo "CREATE ROLE hub_$kind LOGIN PASSWORD '$password' IN ROLE hub_keys_$kind;"
done > secrets/keys-logins.sql

# What each service needs of the hub key, and nothing else. HUB_ROOT: the repository, or an image's folder.
root=${HUB_ROOT:-$(cd ../.. && pwd)}
here=$(pwd)
for service in veteran-affairs civil-affairs finance hr recorder decisions gateway; do
  [ -e secrets/$service.keys ] || (
    cd "$root"
    HUB_KEY_FILE="$here/secrets/hub.key" npm run --silent hub -- keys issue --service $service --out "$here/secrets/$service.keys"
  )
done

# KurrentDB: an authority of its own, a certificate for it under the name that the services call it by, and a password.
mkdir -p secrets/authorities
if [ ! -e secrets/kurrentdb.crt ]; then
  days=3650
  openssl req -x509 -newkey rsa:2048 -nodes -days $days -subj "/CN=veterans-hub KurrentDB authority" \
    -keyout secrets/kurrentdb-authority.key -out secrets/authorities/kurrentdb.crt 2> /dev/null
  # The common name that KurrentDB gives its nodes; with both usages, since the nodes of a cluster call each other.
  openssl req -new -newkey rsa:2048 -nodes -subj "/CN=eventstoredb-node" \
    -keyout secrets/kurrentdb.key -out secrets/kurrentdb.request 2> /dev/null
  cat > secrets/kurrentdb.extensions << 'END'
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth, clientAuth
subjectAltName = DNS:kurrentdb, DNS:localhost, IP:127.0.0.1
END
  openssl x509 -req -in secrets/kurrentdb.request -extfile secrets/kurrentdb.extensions -days $days \
    -CA secrets/authorities/kurrentdb.crt -CAkey secrets/kurrentdb-authority.key -set_serial 1 \
    -out secrets/kurrentdb.crt 2> /dev/null
  rm secrets/kurrentdb.request secrets/kurrentdb.extensions
fi
[ -e secrets/kurrentdb.password ] || openssl rand -hex 24 > secrets/kurrentdb.password
[ -e secrets/kurrentdb.env ] || {
  echo "KURRENTDB_DEFAULT_ADMIN_PASSWORD=$(cat secrets/kurrentdb.password)"
  echo "KURRENTDB_DEFAULT_OPS_PASSWORD=$(openssl rand -hex 24)"
} > secrets/kurrentdb.env
# Reading all streams is an administrator's right there.
[ -e secrets/event-store.url ] || {
  echo "esdb://admin:$(cat secrets/kurrentdb.password)@kurrentdb:2113?tls=true&tlsCAFile=/run/secrets/kurrentdb_authority"
} > secrets/event-store.url
chmod 755 secrets/authorities
chmod 644 secrets/*.* secrets/authorities/*
