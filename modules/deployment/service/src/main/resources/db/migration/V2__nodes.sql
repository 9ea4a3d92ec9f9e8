-- What each node runs of each component, as it says. Without a reference to the component: a node may be behind.
create table deployment_node_run (
    node      varchar(36) not null,
    component varchar(200) not null,
    -- Null when it runs none.
    archive   varchar(64),
    -- Why it does not run what is to run.
    reason_de varchar(2000),
    reason_en varchar(2000),
    primary key (node, component)
);

-- Who does not want a switch any more that is under way.
alter table deployment_switch add cancelled_by varchar(64);
