-- OpenStack placement's tables: its names, its unique constraints, and the foreign keys that it leaves out.
-- allocations.consumer_id is a consumer's uuid: there were allocations before there were consumers.
-- Types that each database calls differently are in types.properties, one file for each.

CREATE TABLE projects (
  id ${generated_key},
  external_id varchar(255) NOT NULL,
  CONSTRAINT uniq_projects0external_id UNIQUE (external_id)
);

CREATE TABLE users (
  id ${generated_key},
  external_id varchar(255) NOT NULL,
  CONSTRAINT uniq_users0external_id UNIQUE (external_id)
);

CREATE TABLE consumer_types (
  id ${generated_key},
  name varchar(255) NOT NULL,
  CONSTRAINT uniq_consumer_types0name UNIQUE (name)
);

CREATE TABLE consumers (
  created_at ${time},
  updated_at ${time},
  id ${generated_key},
  uuid varchar(36) NOT NULL,
  project_id bigint NOT NULL,
  user_id bigint NOT NULL,
  generation bigint DEFAULT 0 NOT NULL,
  consumer_type_id bigint,
  CONSTRAINT uniq_consumers0uuid UNIQUE (uuid),
  CONSTRAINT fk_consumers0project FOREIGN KEY (project_id) REFERENCES projects (id),
  CONSTRAINT fk_consumers0user FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT fk_consumers0consumer_type FOREIGN KEY (consumer_type_id) REFERENCES consumer_types (id)
);
CREATE INDEX consumers_project_id_uuid_idx ON consumers (project_id, uuid);
CREATE INDEX consumers_project_id_user_id_uuid_idx ON consumers (project_id, user_id, uuid);

CREATE TABLE resource_providers (
  created_at ${time},
  updated_at ${time},
  id ${generated_key},
  uuid varchar(36) NOT NULL,
  name varchar(200) NOT NULL,
  generation bigint DEFAULT 0 NOT NULL,
  parent_provider_id bigint,
  root_provider_id bigint,
  CONSTRAINT uniq_resource_providers0uuid UNIQUE (uuid),
  CONSTRAINT uniq_resource_providers0name UNIQUE (name),
  CONSTRAINT fk_resource_providers0parent FOREIGN KEY (parent_provider_id) REFERENCES resource_providers (id),
  CONSTRAINT fk_resource_providers0root FOREIGN KEY (root_provider_id) REFERENCES resource_providers (id)
);

CREATE TABLE resource_classes (
  id bigint NOT NULL PRIMARY KEY,
  name varchar(255) NOT NULL,
  CONSTRAINT uniq_resource_classes0name UNIQUE (name)
);

CREATE TABLE traits (
  id ${generated_key},
  name varchar(255) NOT NULL,
  CONSTRAINT uniq_traits0name UNIQUE (name)
);

CREATE TABLE inventories (
  created_at ${time},
  updated_at ${time},
  id ${generated_key},
  resource_provider_id bigint NOT NULL,
  resource_class_id bigint NOT NULL,
  total bigint NOT NULL,
  reserved bigint NOT NULL,
  min_unit bigint NOT NULL,
  max_unit bigint NOT NULL,
  step_size bigint NOT NULL,
  allocation_ratio ${decimal} NOT NULL,
  CONSTRAINT uniq_inventories0resource_provider_resource_class UNIQUE (resource_provider_id, resource_class_id),
  CONSTRAINT fk_inventories0resource_provider FOREIGN KEY (resource_provider_id) REFERENCES resource_providers (id),
  CONSTRAINT fk_inventories0resource_class FOREIGN KEY (resource_class_id) REFERENCES resource_classes (id)
);

CREATE TABLE allocations (
  created_at ${time},
  updated_at ${time},
  id ${generated_key},
  resource_provider_id bigint NOT NULL,
  consumer_id varchar(36) NOT NULL,
  resource_class_id bigint NOT NULL,
  used bigint NOT NULL,
  CONSTRAINT uniq_allocations0consumer_resource_provider_resource_class
    UNIQUE (consumer_id, resource_provider_id, resource_class_id),
  CONSTRAINT fk_allocations0resource_provider FOREIGN KEY (resource_provider_id) REFERENCES resource_providers (id),
  CONSTRAINT fk_allocations0resource_class FOREIGN KEY (resource_class_id) REFERENCES resource_classes (id)
);
CREATE INDEX allocations_resource_provider_class_used_idx
  ON allocations (resource_provider_id, resource_class_id, used);
