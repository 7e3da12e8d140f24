-- An instructor's notes on entries of a record.
-- CreateEnum
CREATE TYPE "note_for" AS ENUM ('chair', 'student', 'class');

-- CreateTable
CREATE TABLE "note" (
    "id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "for" "note_for" NOT NULL,
    "participant_id" TEXT,
    "text" TEXT NOT NULL,
    "by_user_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "note_room_id_idx" ON "note"("room_id");

-- CreateIndex
CREATE INDEX "note_participant_id_idx" ON "note"("participant_id");

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A note for a student says which one; the others belong to no one.
ALTER TABLE "note" ADD CONSTRAINT "note_for_student_names_one" CHECK (("for" = 'student') = ("participant_id" IS NOT NULL));
