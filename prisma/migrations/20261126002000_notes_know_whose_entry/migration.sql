-- AlterTable
ALTER TABLE "note" ADD COLUMN     "about_id" TEXT;

-- CreateIndex
CREATE INDEX "note_about_id_idx" ON "note"("about_id");

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whose entry an older note stands beside can only be read in the record, where an erasure looks; a student's own is known.
UPDATE "note" SET "about_id" = "participant_id" WHERE "participant_id" IS NOT NULL;
