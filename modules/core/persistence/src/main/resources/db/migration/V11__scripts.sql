-- The scripts themselves, so that a backup can be restored where a bundle is not installed, as components are not at first.
create table core_script (
    history varchar(200) not null,
    -- Of the file, without its folder.
    name    varchar(200) not null,
    text    text not null,
    primary key (history, name)
);
