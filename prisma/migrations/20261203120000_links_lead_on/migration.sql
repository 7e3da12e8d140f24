-- adds
ALTER TABLE "mail" ADD COLUMN     "leads_to" TEXT;
