-- adds
-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "struck_name" TEXT;
