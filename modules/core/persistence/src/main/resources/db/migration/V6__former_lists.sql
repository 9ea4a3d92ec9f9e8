drop table if exists public_list;
