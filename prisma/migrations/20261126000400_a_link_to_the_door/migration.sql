-- A word of its own for every activity there is, and for each new one.
ALTER TABLE "activity" ADD COLUMN "door_word" TEXT NOT NULL DEFAULT replace((gen_random_uuid())::text, '-'::text, ''::text);

ALTER TABLE "door_request" ADD COLUMN "device_hash" TEXT;

-- CreateIndex
CREATE INDEX "door_request_device_hash_idx" ON "door_request"("device_hash");

-- CreateIndex
CREATE INDEX "door_request_asked_at_idx" ON "door_request"("asked_at");
