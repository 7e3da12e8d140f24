-- adds
-- AlterTable
ALTER TABLE "mail" ALTER COLUMN "roster_place_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "password_recovery" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "password_recovery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "password_recovery_token_hash_key" ON "password_recovery"("token_hash");

-- CreateIndex
CREATE INDEX "password_recovery_user_id_idx" ON "password_recovery"("user_id");

-- AddForeignKey
ALTER TABLE "password_recovery" ADD CONSTRAINT "password_recovery_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
