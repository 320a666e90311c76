-- By default 'Acme', 'acme' and 'acme ' are one project. They are three.

ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
