-- adds
-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "instructed_at" TIMESTAMPTZ(3);
