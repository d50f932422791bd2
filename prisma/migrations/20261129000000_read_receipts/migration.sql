CREATE TABLE "read_receipts" (
  "account_id" UUID NOT NULL,
  "message_id" TEXT NOT NULL,
  "recipient" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "read_receipts_pkey" PRIMARY KEY ("account_id", "message_id", "recipient"),
  CONSTRAINT "read_receipts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
