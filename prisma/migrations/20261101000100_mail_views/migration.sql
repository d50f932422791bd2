-- What Postfix and Dovecot may know, through the role mail_ro (made with the database, before any migration).
-- Each view carries host_id: a mail host asks only for its own rows. A disabled account is in none of them.
CREATE SCHEMA mail;

CREATE VIEW mail.domains AS SELECT host_id, name FROM public.domains;

CREATE VIEW mail.mailboxes AS
SELECT d.host_id, a.address FROM public.accounts a JOIN public.domains d ON d.name = a.domain WHERE a.active;

CREATE VIEW mail.aliases AS
SELECT d.host_id, l.address, l.target FROM public.aliases l JOIN public.domains d ON d.name = l.domain;

-- which sign-in may write as which address
CREATE VIEW mail.senders AS
SELECT m.host_id, m.address, m.address AS login FROM mail.mailboxes m
UNION
SELECT l.host_id, l.address, m.address FROM mail.aliases l JOIN mail.mailboxes m ON m.address = l.target;

CREATE VIEW mail.dovecot_passdb AS
SELECT d.host_id, a.address AS username, json_build_object('password', a.password_hash)::text AS json
FROM public.accounts a JOIN public.domains d ON d.name = a.domain WHERE a.active;

CREATE VIEW mail.dovecot_userdb AS
SELECT d.host_id, a.address AS username, json_build_object('quota_rule', '*:bytes=' || a.quota_bytes)::text AS json
FROM public.accounts a JOIN public.domains d ON d.name = a.domain WHERE a.active;

GRANT USAGE ON SCHEMA mail TO mail_ro;
GRANT SELECT ON ALL TABLES IN SCHEMA mail TO mail_ro;
