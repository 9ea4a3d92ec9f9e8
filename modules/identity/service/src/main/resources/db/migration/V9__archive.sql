-- The county's archive says what of the trail it takes before it goes (NArchG § 7). It reads nothing else.
insert into identity_role (id, name_german, name_english, built_in, place, revision)
select 'archive', 'Archiv', 'Archive', true, 10, 1
where not exists (select 1 from identity_role where id = 'archive');
insert into identity_role_permission (role_id, permission)
select 'archive', each.permission from (values ('audit.read-retention'), ('audit.archive')) as each (permission)
where not exists (select 1 from identity_role_permission where role_id = 'archive' and permission = each.permission);
