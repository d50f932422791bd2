-- What Prisma has no words for: parts of addresses in the delivery log. A trusted extension, so the database's owner may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "delivery_events_recipient_words_idx" ON "delivery_events" USING gin ("recipient" gin_trgm_ops);
CREATE INDEX "delivery_events_refused_words_idx" ON "delivery_events" USING gin (lower("fact"->>'sender') gin_trgm_ops) WHERE "kind" = 'refused';
CREATE INDEX "queued_messages_sender_words_idx" ON "queued_messages" USING gin (lower("sender") gin_trgm_ops);
