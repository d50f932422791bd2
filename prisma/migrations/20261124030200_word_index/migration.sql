-- CreateTable
CREATE TABLE "mailbox_states" (
    "address" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "changed" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "mailbox_states_pkey" PRIMARY KEY ("address","mailbox")
);

-- CreateTable
CREATE TABLE "indexed_mailboxes" (
    "id" SERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "uid_validity" BIGINT NOT NULL,
    "uid_next" BIGINT NOT NULL DEFAULT 0,
    "messages" INTEGER NOT NULL DEFAULT 0,
    "complete" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "indexed_mailboxes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indexed_messages" (
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "guid" UUID NOT NULL,
    "arrived" TIMESTAMPTZ(0) NOT NULL,
    "size" BIGINT NOT NULL,
    "attached" BOOLEAN NOT NULL,
    "shape" TEXT NOT NULL,
    "file_tries" SMALLINT NOT NULL DEFAULT 0,
    "words" tsvector NOT NULL,

    CONSTRAINT "indexed_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indexed_places" (
    "mailbox_id" INTEGER NOT NULL,
    "uid" BIGINT NOT NULL,
    "message_id" BIGINT NOT NULL,

    CONSTRAINT "indexed_places_pkey" PRIMARY KEY ("mailbox_id","uid")
);

-- CreateIndex
CREATE UNIQUE INDEX "indexed_mailboxes_account_id_path_key" ON "indexed_mailboxes"("account_id", "path");

-- CreateIndex
CREATE UNIQUE INDEX "indexed_messages_account_id_guid_key" ON "indexed_messages"("account_id", "guid");

-- CreateIndex
CREATE INDEX "indexed_messages_account_id_arrived_idx" ON "indexed_messages"("account_id", "arrived" DESC);

-- CreateIndex
CREATE INDEX "indexed_places_message_id_idx" ON "indexed_places"("message_id");

-- What Prisma has no words for.

-- uuid beside tsvector in one GIN index: a trusted extension, so the database's owner may add it
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX "indexed_messages_words_idx" ON "indexed_messages" USING gin ("account_id", "words") WITH (fastupdate = off);

CREATE INDEX "indexed_messages_files_idx" ON "indexed_messages"("account_id") WHERE "file_tries" > 0;
CREATE INDEX "mailbox_states_changed_idx" ON "mailbox_states"("address") WHERE "changed";

-- Dovecot's word that a mailbox changed comes in through this view, the one thing that mail_ro may write.
CREATE VIEW mail.mailbox_states AS SELECT address AS username, mailbox, state AS status FROM public.mailbox_states;
GRANT SELECT, INSERT, UPDATE, DELETE ON mail.mailbox_states TO mail_ro;

-- A state that says nothing new (a flag was set) changes nothing.
CREATE FUNCTION note_mailbox_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;
  IF NEW.state <> OLD.state THEN
    NEW.changed := true;
    NEW.version := OLD.version + 1;
    PERFORM pg_notify('mailbox_changed', NEW.address);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_mailbox_state BEFORE UPDATE ON "mailbox_states"
  FOR EACH ROW EXECUTE FUNCTION note_mailbox_state();

CREATE FUNCTION tell_mailbox_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('mailbox_changed', coalesce(NEW.address, OLD.address));
  RETURN NULL;
END $$;
CREATE TRIGGER tell_mailbox_changed AFTER INSERT OR DELETE ON "mailbox_states"
  FOR EACH ROW EXECUTE FUNCTION tell_mailbox_changed();

-- the worker drops the words of an account that was removed
CREATE FUNCTION note_account_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('account_removed', OLD.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER note_account_removed AFTER DELETE ON "accounts" FOR EACH ROW EXECUTE FUNCTION note_account_removed();
