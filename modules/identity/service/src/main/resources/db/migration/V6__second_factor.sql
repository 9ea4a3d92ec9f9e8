create table identity_second_factor (
    account_id varchar(36) not null primary key references identity_account (id),
    -- The key of RFC 6238, sealed with a key that is not in the database.
    secret     varchar(400) not null,
    -- Whether its owner has shown that it works; until then it is not asked for.
    confirmed  boolean not null,
    -- The last time step that was used: no code works twice.
    last_step  bigint not null,
    created    timestamp with time zone not null
);

create table identity_recovery_code (
    account_id varchar(36) not null references identity_account (id),
    -- SHA-256; a code has 79 random bits, is used once and then gone.
    hash       varchar(64) not null,
    primary key (account_id, hash)
);

-- Who has shown the password and not yet the second factor.
create table identity_sign_in_step (
    hash       varchar(64) not null primary key,
    account_id varchar(36) not null references identity_account (id),
    expires    timestamp with time zone not null
);
create index identity_sign_in_step_expires on identity_sign_in_step (expires);
