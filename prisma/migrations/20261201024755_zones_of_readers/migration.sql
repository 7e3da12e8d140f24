-- adds
-- AlterTable
ALTER TABLE "roster_place" ADD COLUMN     "time_zone" TEXT;
