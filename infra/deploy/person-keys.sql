-- The tables of the persons' keys, and what each kind of login may do with them. The owner of the database runs this once;
-- compose.yaml does so at the first start of its volume. It may be run again. The tables are those of
-- infra/keys/src/postgres-migrations.ts; a test holds the two against each other.
BEGIN;

CREATE TABLE IF NOT EXISTS person_keys_migrations (version integer PRIMARY KEY);
CREATE TABLE IF NOT EXISTS person_keys (
  person text PRIMARY KEY,
  version smallint NOT NULL,
  master smallint NOT NULL,
  wrapped bytea NOT NULL,
  destroyed boolean NOT NULL DEFAULT false
);
CREATE INDEX IF NOT EXISTS person_keys_by_master ON person_keys (master) WHERE NOT destroyed;
CREATE TABLE IF NOT EXISTS person_key_masters (version smallint PRIMARY KEY, probe bytea NOT NULL);
INSERT INTO person_keys_migrations VALUES (1) ON CONFLICT DO NOTHING;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_keys_intake') THEN CREATE ROLE hub_keys_intake NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_keys_gateway') THEN CREATE ROLE hub_keys_gateway NOLOGIN; END IF;
END
$$;

REVOKE ALL ON person_keys, person_key_masters, person_keys_migrations FROM PUBLIC, hub_keys_intake, hub_keys_gateway;
-- A gateway opens what is there. It makes no key, changes none and destroys none.
GRANT SELECT ON person_keys, person_key_masters, person_keys_migrations TO hub_keys_gateway;
-- An intake makes keys for persons who have none. Destroying and rotating are the command's, with the owner's login.
GRANT SELECT ON person_keys, person_key_masters, person_keys_migrations TO hub_keys_intake;
GRANT INSERT ON person_keys, person_key_masters TO hub_keys_intake;

COMMIT;
