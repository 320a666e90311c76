-- The first of the standard resource classes, under their numbers, and the consumer types that nova uses.

INSERT INTO resource_classes (id, name) VALUES (0, 'VCPU'), (1, 'MEMORY_MB'), (2, 'DISK_GB');

INSERT INTO consumer_types (name) VALUES ('INSTANCE'), ('MIGRATION');
