CREATE TABLE "identities" (
    "account_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reply_to" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL,

    CONSTRAINT "identities_pkey" PRIMARY KEY ("account_id","address")
);

ALTER TABLE "identities" ADD CONSTRAINT "identities_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "outbox" ADD COLUMN "sender" TEXT;
