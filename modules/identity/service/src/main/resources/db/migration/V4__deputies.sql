-- Who does whose work from one day to another, both included, as days are in the county.
create table identity_deputy (
    id         varchar(36) not null primary key,
    account_id varchar(36) not null references identity_account (id),
    deputy_id  varchar(36) not null references identity_account (id),
    first_day  date not null,
    last_day   date not null,
    -- Who said so: an account, or what the trail calls a machine.
    appointed_by varchar(100) not null,
    created    timestamp with time zone not null,
    -- Set when it was ended before its last day; such a one gives no rights and stays for whoever asks later.
    ended      timestamp with time zone
);
create index identity_deputy_account on identity_deputy (account_id);
create index identity_deputy_deputy on identity_deputy (deputy_id);
