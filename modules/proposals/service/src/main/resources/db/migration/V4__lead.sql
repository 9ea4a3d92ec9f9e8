-- The organization that is the lead of a paper: found by its id, which lasts, instead of by a name that may change.
-- In steps that may be repeated: H2 commits at each.
alter table paper add column if not exists under_direction_id varchar(36) references organization (id);
-- Names find it only where nothing is public: a published paper leads where its readers were led, whatever that is called today. Of
-- each that is read from what is public when it is published anew.
update paper set under_direction_id =
    (select o.id from organization o where o.name_key = lower(trim(paper.under_direction_of)))
    where state <> 'PUBLISHED' and under_direction_of is not null and under_direction_id is null;
update paper set under_direction_id =
    (select min(o.id) from organization o
        where o.department_id is not null and lower(o.short_name) = lower(trim(paper.under_direction_of)))
    where state <> 'PUBLISHED' and under_direction_of is not null and under_direction_id is null;
update paper set snapshot_format = 3
    where snapshot_format = 2 and (under_direction_of is null or under_direction_id is not null);

create index if not exists paper_under_direction on paper (under_direction_id, state);
create index if not exists paper_snapshot_format on paper (state, snapshot_format, id);
create index if not exists meeting_unpublished on meeting (visibility, withdrawn, slug, id);
