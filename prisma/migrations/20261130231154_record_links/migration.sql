-- adds
-- CreateTable
CREATE TABLE "record_link" (
    "id" TEXT NOT NULL,
    "room_id" TEXT NOT NULL,
    "reader" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "made_by_id" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "opened" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "record_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "record_link_token_hash_key" ON "record_link"("token_hash");

-- CreateIndex
CREATE INDEX "record_link_room_id_made_at_idx" ON "record_link"("room_id", "made_at");

-- CreateIndex
CREATE INDEX "record_link_made_by_id_idx" ON "record_link"("made_by_id");

-- AddForeignKey
ALTER TABLE "record_link" ADD CONSTRAINT "record_link_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_link" ADD CONSTRAINT "record_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
