ALTER TABLE "log_positions" ADD COLUMN "read_at" TIMESTAMPTZ(3);

CREATE TABLE "outbox" (
  "id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "message_id" TEXT NOT NULL,
  "recipients" TEXT[],
  "size" INTEGER NOT NULL DEFAULT 0,
  "note" TEXT NOT NULL DEFAULT '',
  "remind_in_days" INTEGER,
  "send_at" TIMESTAMPTZ(3) NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'storing',
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "tried_at" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),
  "seen_alive_at" TIMESTAMPTZ(3),
  "reason" TEXT,
  "detail" TEXT,
  "settled_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "outbox_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "outbox_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "outbox_account_id_message_id_key" ON "outbox" ("account_id", "message_id");
CREATE INDEX "outbox_state_due_at_idx" ON "outbox" ("state", "due_at");
