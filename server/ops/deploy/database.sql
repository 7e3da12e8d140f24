-- For psql, once, as the owner of a PostgreSQL 15 or newer: a database, and a role that owns it and may do nothing else there.
-- The role's password is taken from the environment: DATABASE_PASSWORD=… psql -f server/ops/deploy/database.sql
\set ON_ERROR_STOP on
\getenv password DATABASE_PASSWORD
-- Run again, it finds what is there and goes on; the password of a role that is there stays.
SELECT format('CREATE ROLE track_two WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD %L', :'password')
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'track_two') \gexec
-- From 17 on PostgreSQL brings a locale of its own, which no update of the system changes. Before that C stands in: the program sorts and
-- splits words itself.
SELECT CASE WHEN current_setting('server_version_num')::int >= 170000 THEN
  'CREATE DATABASE track_two OWNER track_two TEMPLATE template0 ENCODING ''UTF8'' LOCALE ''C'' LOCALE_PROVIDER builtin BUILTIN_LOCALE ''C.UTF-8'''
ELSE
  'CREATE DATABASE track_two OWNER track_two TEMPLATE template0 ENCODING ''UTF8'' LOCALE ''C'''
END
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'track_two') \gexec
