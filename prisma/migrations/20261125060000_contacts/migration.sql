CREATE TABLE "contacts" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "phones" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "learned" BOOLEAN NOT NULL DEFAULT false,
    "sort_key" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "contact_addresses" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "contact_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "last_used_at" TIMESTAMPTZ(3),
    "heat" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "words" TEXT NOT NULL,

    CONSTRAINT "contact_addresses_pkey" PRIMARY KEY ("account_id","key")
);

CREATE TABLE "forgotten_addresses" (
    "account_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "forgotten_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "forgotten_addresses_pkey" PRIMARY KEY ("account_id","key")
);

CREATE TABLE "contact_groups" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "contact_groups_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "contact_group_members" (
    "group_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,

    CONSTRAINT "contact_group_members_pkey" PRIMARY KEY ("group_id","contact_id")
);

CREATE TABLE "learned_sent" (
    "account_id" UUID NOT NULL,
    "uid_validity" BIGINT NOT NULL,
    "uid_next" BIGINT NOT NULL,
    "learned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "learned_sent_pkey" PRIMARY KEY ("account_id")
);

CREATE INDEX "contacts_account_id_sort_key_id_idx" ON "contacts"("account_id", "sort_key", "id");

CREATE INDEX "contact_addresses_account_id_heat_position_key_idx" ON "contact_addresses"("account_id", "heat" DESC, "position", "key");

CREATE INDEX "contact_addresses_contact_id_idx" ON "contact_addresses"("contact_id");

CREATE UNIQUE INDEX "contact_groups_account_id_key_key" ON "contact_groups"("account_id", "key");

CREATE INDEX "contact_group_members_contact_id_idx" ON "contact_group_members"("contact_id");

ALTER TABLE "contacts" ADD CONSTRAINT "contacts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "contact_addresses" ADD CONSTRAINT "contact_addresses_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "forgotten_addresses" ADD CONSTRAINT "forgotten_addresses_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "contact_groups" ADD CONSTRAINT "contact_groups_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "contact_group_members" ADD CONSTRAINT "contact_group_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "contact_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "contact_group_members" ADD CONSTRAINT "contact_group_members_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "learned_sent" ADD CONSTRAINT "learned_sent_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
