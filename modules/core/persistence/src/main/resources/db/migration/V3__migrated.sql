-- The scripts that ran, for each history of Flyway, so that a start with the same scripts need not ask Flyway.
create table core_migrated (
    history     varchar(200) not null primary key,
    fingerprint varchar(64) not null
);
