-- A record that does not say who did it answers no auditor's question.
insert into identity_role_permission (role_id, permission)
select id, 'audit.read-persons' from identity_role where id = 'auditor'
    and not exists (select 1 from identity_role_permission where role_id = 'auditor' and permission = 'audit.read-persons');
