-- The role for auditors may read what records of the trail say.
insert into identity_role_permission (role_id, permission)
select id, 'audit.read' from identity_role where id = 'auditor'
    and not exists (select 1 from identity_role_permission where role_id = 'auditor' and permission = 'audit.read');
