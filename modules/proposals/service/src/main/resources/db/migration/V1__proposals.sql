create table organization (
    id             varchar(36) not null primary key,
    name           varchar(1000) not null,
    -- Names are compared without case and surplus blanks.
    name_key       varchar(1000) not null unique,
    classification varchar(200),
    -- A committee that only drafts name is nobody's business outside.
    published      boolean not null,
    created        timestamp with time zone not null,
    modified       timestamp with time zone not null
);

-- Held by whoever makes or publishes a committee, so that imports which name the same new ones at once come one after the
-- other instead of into each other's way.
create table organization_lock (
    id integer not null primary key
);
insert into organization_lock (id) values (1);

create table meeting (
    id              varchar(36) not null primary key,
    organization_id varchar(36) not null references organization (id),
    name            varchar(1000) not null,
    starts          timestamp with time zone not null,
    place           varchar(1000),
    visibility      varchar(20) not null,
    created         timestamp with time zone not null,
    modified        timestamp with time zone not null
);
create index meeting_organization on meeting (organization_id, starts);

create table paper (
    id                 varchar(36) not null primary key,
    reference          varchar(60) not null unique,
    slug               varchar(80) not null unique,
    reference_year     integer,
    name               varchar(1000),
    paper_type         varchar(1000),
    under_direction_of varchar(1000),
    visibility         varchar(20),
    state              varchar(20) not null,
    revision           bigint not null,
    version            integer not null,
    created            timestamp with time zone not null,
    modified           timestamp with time zone not null,
    -- When it was last published; until then, when it came in.
    published          timestamp with time zone not null
);
create index paper_year on paper (reference_year, id);

-- Every address that a paper ever had: none is given to another paper.
create table paper_slug (
    slug     varchar(80) not null primary key,
    paper_id varchar(36) not null references paper (id)
);

-- Never changed: a changed text is another version.
create table paper_version (
    paper_id varchar(36) not null references paper (id),
    number   integer not null,
    created  timestamp with time zone not null,
    sha256   varchar(64) not null,
    source   text not null,
    document text not null,
    findings text not null,
    changes  varchar(2000) not null,
    primary key (paper_id, number)
);

-- The Beratungsfolge of the newest version.
create table consultation (
    paper_id        varchar(36) not null references paper (id),
    position        integer not null,
    organization_id varchar(36) not null references organization (id),
    planned_date    date,
    primary key (paper_id, position)
);
create index consultation_organization on consultation (organization_id, planned_date);

create table attached_file (
    id         varchar(36) not null primary key,
    paper_id   varchar(36) not null references paper (id),
    number     integer not null,
    file_name  varchar(255) not null,
    media_type varchar(200) not null,
    size       bigint not null,
    sha256     varchar(64) not null,
    created    timestamp with time zone not null,
    unique (paper_id, number)
);
