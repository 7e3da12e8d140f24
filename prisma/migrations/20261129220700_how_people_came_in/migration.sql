-- adds
-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "address_hash" TEXT,
ADD COLUMN     "by_open_code" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "device_hash" TEXT;

-- AlterTable
ALTER TABLE "door_request" ADD COLUMN     "address_hash" TEXT;
