-- The bundles that the versions of a component had, also of those that are forgotten: what they made in the database is the component's.
create table deployment_bundle (
    component varchar(200) not null references deployment_component (name),
    -- The symbolic name.
    bundle    varchar(255) not null,
    primary key (component, bundle)
);

-- The switch after which the component goes with all that belongs to it; null when it is to stay.
alter table deployment_component add column deleting varchar(36);

-- What was approved, a line each; null of what was approved before that was written down.
alter table deployment_version add column approved varchar(10000);

-- Who changes one of these holds its row: what is compared with all others must not change meanwhile.
create table deployment_lock (
    name varchar(40) not null primary key
);
insert into deployment_lock (name) values ('grants');
insert into deployment_lock (name) values ('signers');
