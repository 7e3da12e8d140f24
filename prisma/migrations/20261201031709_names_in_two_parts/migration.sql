-- adds
-- AlterTable
ALTER TABLE "roster_place" ADD COLUMN     "family_name" TEXT,
ADD COLUMN     "given_name" TEXT;
