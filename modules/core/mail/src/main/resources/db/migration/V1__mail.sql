-- E-mail that waits, and what became of it. Recipient, subject and text are sealed with a key that is not in the database:
-- whoever reads the table gets at no one-time link.
create table mail_outbox (
    id           varchar(36) not null primary key,
    kind         varchar(60) not null,
    about        varchar(100),
    -- WAITING, SENT, FAILED, CANCELLED, EXPIRED
    state        varchar(20) not null,
    recipient    varchar(1000) not null,
    subject      varchar(2000) not null,
    -- Null as soon as it is of no use any more.
    content      varchar(100000),
    created      timestamp with time zone not null,
    -- From then on it is not sent.
    not_after    timestamp with time zone not null,
    attempts     integer not null,
    -- When it is tried next, of what waits.
    next_attempt timestamp with time zone not null,
    -- When the last attempt began.
    last_attempt timestamp with time zone,
    -- While an attempt is under way: when it began. What is left here by a node that died is forgotten by the next attempt.
    sending      timestamp with time zone,
    -- What went wrong last, by its name, and what the mail server said of it.
    fault        varchar(40),
    reply        varchar(300),
    -- When it was sent, given up, cancelled, or of no use any more.
    finished     timestamp with time zone
);
create index mail_outbox_due on mail_outbox (state, next_attempt);
create index mail_outbox_finished on mail_outbox (finished);
