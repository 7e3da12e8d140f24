-- adds
-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('waiting', 'sent', 'failed', 'dropped');

-- AlterTable
ALTER TABLE "roster_place" ADD COLUMN     "mail_off" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "mail_refused" TEXT;

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "roster_place_id" TEXT NOT NULL,
    "participant_id" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "state" "mail_state" NOT NULL DEFAULT 'waiting',
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mail_key_key" ON "mail"("key");

-- CreateIndex
CREATE INDEX "mail_state_next_at_idx" ON "mail"("state", "next_at");

-- CreateIndex
CREATE INDEX "mail_roster_place_id_idx" ON "mail"("roster_place_id");

-- CreateIndex
CREATE INDEX "mail_participant_id_idx" ON "mail"("participant_id");

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_roster_place_id_fkey" FOREIGN KEY ("roster_place_id") REFERENCES "roster_place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
