-- adds
-- What an owner may have to answer for, by ids alone (server/ops/audit.ts). No foreign keys: an entry outlives what it is about, and an
-- erasure takes the person's ids out of it.
CREATE TABLE "audit_entry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "what" TEXT NOT NULL,
    "by" TEXT,
    "to" TEXT,
    "place" TEXT,
    "server" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entry_what_id_idx" ON "audit_entry"("what", "id");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");
