-- What the worker reads from the Postfix log of each mail host (role mailhost).
CREATE TABLE "log_positions" (
    "log" TEXT NOT NULL,
    "inode" BIGINT NOT NULL,
    "offset" BIGINT NOT NULL,
    "context" JSONB NOT NULL DEFAULT '{}',
    CONSTRAINT "log_positions_pkey" PRIMARY KEY ("log")
);

CREATE TABLE "queued_messages" (
    "host_id" TEXT NOT NULL,
    "queue_id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL DEFAULT '',
    "sender" TEXT NOT NULL DEFAULT '',
    "login" TEXT,
    "client_name" TEXT NOT NULL DEFAULT '',
    "client_address" TEXT NOT NULL DEFAULT '',
    "size" INTEGER NOT NULL DEFAULT 0,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "parent_queue_id" TEXT,
    CONSTRAINT "queued_messages_pkey" PRIMARY KEY ("host_id","queue_id")
);
CREATE INDEX "queued_messages_message_id_idx" ON "queued_messages"("message_id");
CREATE INDEX "queued_messages_arrived_at_idx" ON "queued_messages"("arrived_at");

CREATE TABLE "delivery_events" (
    "id" BIGSERIAL NOT NULL,
    "host_id" TEXT NOT NULL,
    "queue_id" TEXT,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fact" JSONB NOT NULL,
    CONSTRAINT "delivery_events_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "delivery_events_host_id_queue_id_idx" ON "delivery_events"("host_id", "queue_id");
CREATE INDEX "delivery_events_recipient_at_idx" ON "delivery_events"("recipient", "at");
CREATE INDEX "delivery_events_at_idx" ON "delivery_events"("at");
