CREATE TABLE "mail_queues" (
    "id" TEXT NOT NULL,
    "host_id" TEXT NOT NULL,
    "hostname" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "mail_queues_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "queue_commands" (
    "id" UUID NOT NULL,
    "queue" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "command" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "answer" JSONB,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "queue_commands_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "queue_commands_state_queue_idx" ON "queue_commands"("state", "queue");
CREATE INDEX "queue_commands_asked_at_idx" ON "queue_commands"("asked_at");

CREATE TABLE "demo_faults" (
    "name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved" JSONB,
    CONSTRAINT "demo_faults_pkey" PRIMARY KEY ("name")
);
