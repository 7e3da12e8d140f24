-- adds
-- AlterTable
ALTER TABLE "mark" ADD COLUMN     "unasked" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "grade_note" (
    "id" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "comment" TEXT,
    "took_no_part" BOOLEAN NOT NULL DEFAULT false,
    "by_user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grade_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grade_release" (
    "id" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "participant_id" TEXT NOT NULL,
    "reason" TEXT,
    "by_user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "grade_release_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "grade_note_participant_id_at_idx" ON "grade_note"("participant_id", "at");

-- CreateIndex
CREATE INDEX "grade_release_participant_id_idx" ON "grade_release"("participant_id");

-- CreateIndex
CREATE INDEX "grade_release_act_idx" ON "grade_release"("act");

-- AddForeignKey
ALTER TABLE "grade_note" ADD CONSTRAINT "grade_note_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade_release" ADD CONSTRAINT "grade_release_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
