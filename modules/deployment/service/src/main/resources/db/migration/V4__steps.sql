-- Steps of schemas that other versions do not run behind. They outlive their versions: what a step took away does not come back when
-- its version is discarded. Versions that came in before this table have none.
create table deployment_step (
    component varchar(200) not null references deployment_component (name),
    archive   varchar(64) not null,
    place     integer not null,
    version   varchar(100) not null,
    name      varchar(200) not null,
    -- Versions and ranges, a line each.
    breaks    varchar(200000) not null,
    -- When its version was about to be started first, null when it never was.
    ran       timestamp with time zone,
    primary key (component, archive, place)
);
