-- adds
-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "gives_words" BOOLEAN;
