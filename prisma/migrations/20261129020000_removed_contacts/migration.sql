CREATE TABLE "removed_contacts" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "contacts" JSONB NOT NULL,

    CONSTRAINT "removed_contacts_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "removed_contacts_removed_at_idx" ON "removed_contacts"("removed_at");

ALTER TABLE "removed_contacts" ADD CONSTRAINT "removed_contacts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
