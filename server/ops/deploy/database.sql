-- For psql, once, as the owner of a new PostgreSQL: a database, and a role that owns it and may do nothing else there.
-- The role's password is taken from the environment: DATABASE_PASSWORD=… psql -f server/ops/deploy/database.sql
\set ON_ERROR_STOP on
\getenv password DATABASE_PASSWORD
CREATE ROLE track_two WITH LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE track_two OWNER track_two TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8';
