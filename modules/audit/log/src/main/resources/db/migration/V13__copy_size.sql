-- How many sealed records there were when the archive fetched its copy the last time: what came later was not offered to it. Null for what
-- was fetched before this was noted; that is fetched again.
alter table audit_offer add column fetched_size bigint;
