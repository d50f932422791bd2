CREATE TABLE "filter_sets" (
    "account_id" UUID NOT NULL,
    "rules" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "forwards" TEXT[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "filter_sets_pkey" PRIMARY KEY ("account_id")
);

ALTER TABLE "filter_sets" ADD CONSTRAINT "filter_sets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
