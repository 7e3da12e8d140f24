-- adds
-- AlterTable
ALTER TABLE "roster_place" ADD COLUMN     "canvas_id" TEXT;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "kept_in_grades" BOOLEAN NOT NULL DEFAULT false;
