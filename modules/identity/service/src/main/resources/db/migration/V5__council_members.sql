-- Which account is which person of the council.
create table identity_council_member (
    account_id varchar(36) not null primary key references identity_account (id),
    person_id  varchar(36) not null unique
);
