-- What was found at the address of a picture or font, and when.
CREATE TABLE asset_copy (
  site_id      INTEGER     NOT NULL REFERENCES site (id),
  address_hash VARCHAR(32) NOT NULL,
  hash         VARCHAR(32),
  reason       VARCHAR(200),
  first_at     BIGINT      NOT NULL,
  last_at      BIGINT      NOT NULL
);

CREATE INDEX asset_copy_of_address ON asset_copy (site_id, address_hash);
