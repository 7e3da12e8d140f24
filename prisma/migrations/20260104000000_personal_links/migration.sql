-- A way in for each place of a roster, kept as a hash: the link itself can be made again only with the server's secret.
CREATE TABLE "personal_link" (
    "roster_place_id" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "personal_link_pkey" PRIMARY KEY ("roster_place_id")
);

CREATE UNIQUE INDEX "personal_link_token_hash_key" ON "personal_link"("token_hash");

ALTER TABLE "personal_link" ADD CONSTRAINT "personal_link_roster_place_id_fkey" FOREIGN KEY ("roster_place_id") REFERENCES "roster_place"("id") ON DELETE CASCADE ON UPDATE CASCADE;
