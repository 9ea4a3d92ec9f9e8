create table identity_password_link (
    -- One for an account: another one takes its place.
    account_id varchar(36) not null primary key references identity_account (id),
    -- SHA-256 of the secret: who reads the table cannot use a link.
    hash       varchar(64) not null unique,
    created    timestamp with time zone not null,
    expires    timestamp with time zone not null
);
