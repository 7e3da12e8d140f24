-- adds
-- AlterTable
ALTER TABLE "roster_place" ADD COLUMN     "extra_time" SMALLINT NOT NULL DEFAULT 0;
