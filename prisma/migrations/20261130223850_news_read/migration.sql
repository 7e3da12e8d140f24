-- adds
-- CreateTable
CREATE TABLE "news_read" (
    "user_id" TEXT NOT NULL,
    "up_to" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "news_read_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "news_read" ADD CONSTRAINT "news_read_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
