-- adds
-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "graded_as" INTEGER;
