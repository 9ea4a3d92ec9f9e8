-- Lists that an object stood in once, so that other nodes hear that it left them: what they keep of such a list shows it still.
create table public_left (
    path varchar(200) not null references public_object (path),
    list varchar(200) not null,
    primary key (path, list)
);
