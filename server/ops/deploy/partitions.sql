-- Splits the logs of all rooms (room_event) into sixteen tables by room, for a database that one table serves no longer (docs/operating.md
-- says when). Run it once, while no server uses the database, after a backup:
--   psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f server/ops/deploy/partitions.sql
-- The program needs to know nothing of it: both unique keys begin with the room, so each partition keeps them by itself, and every
-- statement of a class names its room, so it reaches one partition.
BEGIN;

ALTER TABLE room_event RENAME TO room_event_whole;
ALTER TABLE room_event_whole RENAME CONSTRAINT room_event_pkey TO room_event_whole_pkey;
ALTER INDEX room_event_room_id_command_id_part_key RENAME TO room_event_whole_command_key;

CREATE TABLE room_event (LIKE room_event_whole INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY HASH (room_id);
DO $$
BEGIN
  FOR number IN 0..15 LOOP
    EXECUTE format('CREATE TABLE room_event_%s PARTITION OF room_event FOR VALUES WITH (MODULUS 16, REMAINDER %s)', number, number);
  END LOOP;
END $$;

INSERT INTO room_event (v, room_id, seq, at, by, command_id, part, audience, type, event)
  SELECT v, room_id, seq, at, by, command_id, part, audience, type, event FROM room_event_whole;

-- After the rows, because an index that is built at once is built faster and lies closer together.
ALTER TABLE room_event ADD CONSTRAINT room_event_pkey PRIMARY KEY (room_id, seq);
CREATE UNIQUE INDEX room_event_room_id_command_id_part_key ON room_event (room_id, command_id, part);

CREATE TRIGGER room_event_is_changed AFTER UPDATE ON room_event
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION note_rewritten_logs();
CREATE TRIGGER room_event_is_deleted AFTER DELETE ON room_event
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION note_rewritten_logs();

DROP TABLE room_event_whole;
COMMIT;
