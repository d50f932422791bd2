CREATE TABLE "kept_conversations" (
  "account_id" UUID NOT NULL,
  "messages" INTEGER NOT NULL,
  "uid_next" BIGINT NOT NULL,
  "written_at" TIMESTAMPTZ(3) NOT NULL,
  "columns" BYTEA NOT NULL,
  CONSTRAINT "kept_conversations_pkey" PRIMARY KEY ("account_id"),
  CONSTRAINT "kept_conversations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- numbers hardly get smaller by packing, and reading them is what somebody waits for
ALTER TABLE "kept_conversations" ALTER COLUMN "columns" SET STORAGE EXTERNAL;
