CREATE TABLE "snoozed_messages" (
  "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "guid" TEXT NOT NULL,
  "until" TIMESTAMPTZ(3) NOT NULL,
  "origin" TEXT NOT NULL,
  "newest" BOOLEAN NOT NULL,
  "ref" TEXT,
  "woken_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "snoozed_messages_pkey" PRIMARY KEY ("account_id", "guid")
);
CREATE INDEX "snoozed_messages_until_idx" ON "snoozed_messages" ("until");

CREATE TABLE "follow_ups" (
  "id" UUID NOT NULL PRIMARY KEY,
  "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "message_id" TEXT NOT NULL,
  "sent_at" TIMESTAMPTZ(3) NOT NULL,
  "due" TIMESTAMPTZ(3) NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'waiting',
  "ref" TEXT,
  "settled_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "follow_ups_account_id_message_id_key" ON "follow_ups" ("account_id", "message_id");
CREATE INDEX "follow_ups_due_idx" ON "follow_ups" ("due");

CREATE TABLE "bulk_actions" (
  "id" UUID NOT NULL PRIMARY KEY,
  "account_id" UUID NOT NULL REFERENCES "accounts" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "kind" TEXT NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'running',
  "total" INTEGER NOT NULL,
  "done" INTEGER NOT NULL DEFAULT 0,
  "skipped" INTEGER NOT NULL DEFAULT 0,
  "error" TEXT,
  "undoes" UUID,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "finished_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "bulk_actions_undoes_key" ON "bulk_actions" ("undoes");
CREATE INDEX "bulk_actions_account_id_created_at_idx" ON "bulk_actions" ("account_id", "created_at");

CREATE TABLE "bulk_chunks" (
  "bulk_id" UUID NOT NULL REFERENCES "bulk_actions" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "seq" INTEGER NOT NULL,
  "mailbox" TEXT NOT NULL,
  "uid_validity" BIGINT NOT NULL,
  "uids" TEXT NOT NULL,
  "change" JSONB NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'todo',
  "lease_until" TIMESTAMPTZ(3),
  "journal" JSONB,
  "opposite" JSONB,
  CONSTRAINT "bulk_chunks_pkey" PRIMARY KEY ("bulk_id", "seq")
);

CREATE TABLE "arrival_positions" (
  "account_id" UUID NOT NULL PRIMARY KEY REFERENCES "accounts" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "uid_validity" BIGINT NOT NULL,
  "uid_next" BIGINT NOT NULL
);
