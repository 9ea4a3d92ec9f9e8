create table identity_token (
    -- Random, and what the trail calls the machine.
    id            varchar(36) not null primary key,
    name          varchar(200) not null,
    -- Names are compared without case.
    name_key      varchar(200) not null,
    kind          varchar(20) not null,
    -- SHA-256 of the secret: who reads the table cannot use a token.
    hash          varchar(64) not null unique,
    -- Null when it belongs to no account.
    account_id    varchar(36) references identity_account (id),
    -- Null means everywhere.
    department_id varchar(36) references identity_department (id),
    created       timestamp with time zone not null,
    -- Null means never.
    expires       timestamp with time zone,
    last_used     timestamp with time zone,
    revoked       timestamp with time zone
);
create index identity_token_created on identity_token (created);
create index identity_token_account on identity_token (account_id);

create table identity_token_permission (
    token_id   varchar(36) not null references identity_token (id),
    permission varchar(100) not null,
    primary key (token_id, permission)
);
