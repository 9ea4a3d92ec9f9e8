-- A sign-in that began and has not come back yet. Taken out when it comes back, so that it is good for one time.
create table oidc_flow (
    -- SHA-256: who reads the table cannot finish a sign-in.
    state    varchar(64) not null primary key,
    -- SHA-256 of what the browser holds that began it.
    browser  varchar(64) not null,
    provider varchar(40) not null,
    nonce    varchar(64) not null,
    verifier varchar(64) not null,
    target   varchar(2000),
    created  timestamp with time zone not null
);
create index oidc_flow_created on oidc_flow (created);

-- Whose account it is. A provider never gives a subject to somebody else (OpenID Connect Core, section 2). By the
-- provider's name as well: two that are set up with one issuer may ask for different levels of trust, and one of them
-- must not open what the other keeps. By the issuer as well: a name that is set up anew is somebody else.
create table oidc_account (
    provider   varchar(40) not null,
    issuer     varchar(300) not null,
    subject    varchar(255) not null,
    account_id varchar(36) not null,
    created    timestamp with time zone not null,
    primary key (provider, issuer, subject)
);

-- What was granted because a provider says so, and goes when it does not say so any more. An empty department means
-- everywhere. What an administrator granted is not here.
create table oidc_grant (
    provider      varchar(40) not null,
    issuer        varchar(300) not null,
    account_id    varchar(36) not null,
    role_id       varchar(36) not null,
    department_id varchar(36) not null,
    primary key (provider, issuer, account_id, role_id, department_id)
);

create table oidc_department (
    provider      varchar(40) not null,
    issuer        varchar(300) not null,
    account_id    varchar(36) not null,
    department_id varchar(36) not null,
    primary key (provider, issuer, account_id, department_id)
);
