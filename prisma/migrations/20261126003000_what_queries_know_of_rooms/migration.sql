-- What queries know of a room: made from its log by the program (server/store/log/room-facts.ts), in the transaction that appends to
-- it. For rooms that are there already the next start fills it in, because only the rules can read an old log.

-- CreateTable
CREATE TABLE "room_summary" (
    "room_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rewritten" INTEGER NOT NULL DEFAULT 0,
    "phase_index" INTEGER NOT NULL,
    "phase_kind" TEXT,
    "phase_status" TEXT NOT NULL,
    "phase_starts_at" TIMESTAMPTZ(3),
    "phase_ends_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "unsealed_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3)[],
    "round_started_at" TIMESTAMPTZ(3)[],
    "is_timed" BOOLEAN NOT NULL,

    CONSTRAINT "room_summary_pkey" PRIMARY KEY ("room_id")
);

-- CreateTable
CREATE TABLE "room_seat" (
    "room_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "delegation" TEXT,
    "holder" TEXT,

    CONSTRAINT "room_seat_pkey" PRIMARY KEY ("room_id","seat")
);

-- CreateTable
CREATE TABLE "room_person" (
    "room_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "seat" TEXT,
    "seat_of_record" TEXT,
    "is_removed" BOOLEAN NOT NULL,
    "hears" JSONB NOT NULL,

    CONSTRAINT "room_person_pkey" PRIMARY KEY ("room_id","person")
);

-- CreateIndex
CREATE INDEX "room_person_person_idx" ON "room_person"("person");

-- AddForeignKey
ALTER TABLE "room_summary" ADD CONSTRAINT "room_summary_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_seat" ADD CONSTRAINT "room_seat_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "room_person" ADD CONSTRAINT "room_person_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rows of a log are only ever added, but for the erasure of whoever wrote them. Whoever remembers the rows they have read learns by
-- this count that what they remember has changed. Adding rows does not set it off.
CREATE FUNCTION note_rewritten_logs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE room_summary SET rewritten = rewritten + 1 WHERE room_id IN (SELECT DISTINCT room_id FROM before);
  RETURN NULL;
END $$;
CREATE TRIGGER room_event_is_changed AFTER UPDATE ON room_event
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION note_rewritten_logs();
CREATE TRIGGER room_event_is_deleted AFTER DELETE ON room_event
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION note_rewritten_logs();
