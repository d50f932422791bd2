CREATE TABLE "preferences" (
  "account_id" UUID NOT NULL,
  "document" JSONB NOT NULL DEFAULT '{}',
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "preferences_pkey" PRIMARY KEY ("account_id"),
  CONSTRAINT "preferences_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Whoever removes a session, a browser or `npm run user`, every web process hears it and ends its streams.
-- The body writes a semicolon as \x3b: Prisma's adapter cuts a script at every one, quoted or not.
CREATE FUNCTION tell_session_ended() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN PERFORM pg_notify(''session_ended'', OLD.id)\x3b RETURN NULL\x3b END';
CREATE TRIGGER session_ended AFTER DELETE ON "sessions" FOR EACH ROW EXECUTE FUNCTION tell_session_ended();
