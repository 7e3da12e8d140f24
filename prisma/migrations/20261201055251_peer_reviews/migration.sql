-- adds
-- CreateTable
CREATE TABLE "peer_review" (
    "id" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "author_id" TEXT,
    "sample" SMALLINT,
    "levels" JSONB,
    "comment" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "hidden" TEXT,

    CONSTRAINT "peer_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "peer_review_author_id_idx" ON "peer_review"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "peer_review_reviewer_id_author_id_key" ON "peer_review"("reviewer_id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "peer_review_reviewer_id_sample_key" ON "peer_review"("reviewer_id", "sample");

-- AddForeignKey
ALTER TABLE "peer_review" ADD CONSTRAINT "peer_review_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "peer_review" ADD CONSTRAINT "peer_review_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
