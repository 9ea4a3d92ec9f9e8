create table if not exists paper (
    id                      uuid not null primary key,
    body                    uuid not null,
    reference               varchar(60),
    name                    varchar(500),
    slug                    varchar(200),
    paper_type              varchar(100),
    published               date,
    state                   varchar(40),
    revision                integer,
    revision_date           date,
    occasion                varchar(1000),
    under_direction_of      uuid,
    under_direction_of_name varchar(200),
    involved                varchar(2000),
    budget_products         varchar(2000),
    proposed_resolution     varchar(100000),
    statement_of_facts      varchar(100000),
    financial_impact        varchar(20000),
    climate_check           varchar(20000),
    tables                  varchar(100000),
    version                 integer,
    deleted                 boolean not null,
    created                 timestamp with time zone not null,
    modified                timestamp with time zone not null
);
create index if not exists paper_of_body on paper (body, id);

create table if not exists consultation (
    id                uuid not null primary key,
    paper_id          uuid not null references paper (id),
    position          integer not null,
    organization      uuid,
    organization_name varchar(200),
    planned_date      date,
    date_wording      varchar(100),
    is_public         boolean not null,
    role              varchar(100),
    authoritative     boolean not null,
    result            varchar(2000),
    created           timestamp with time zone not null,
    modified          timestamp with time zone not null
);
create index if not exists consultation_of_paper on consultation (paper_id);

create table if not exists paper_file (
    id                uuid not null primary key,
    paper_id          uuid not null references paper (id),
    attachment_number integer not null,
    visibility        varchar(20),
    size_wording      varchar(100),
    name              varchar(300),
    file_name         varchar(300),
    mime_type         varchar(100),
    size              bigint,
    sha256            varchar(64),
    created           timestamp with time zone not null,
    modified          timestamp with time zone not null
);
create index if not exists file_of_paper on paper_file (paper_id);
