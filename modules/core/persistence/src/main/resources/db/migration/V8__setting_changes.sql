-- What a change of settings replaced, so that it can be taken back. Secrets are not among it.
create table core_setting_change (
    pid               varchar(255) not null,
    revision          bigint not null,
    changed           timestamp with time zone not null,
    properties_before text not null,
    properties_after  text not null,
    secrets           text not null,
    primary key (pid, revision)
);
