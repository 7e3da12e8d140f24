-- adds
-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "forked_from_room_id" TEXT;
