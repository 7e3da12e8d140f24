-- adds
-- AlterTable
ALTER TABLE "peer_review" ADD COLUMN     "given_at" TIMESTAMPTZ(3);
